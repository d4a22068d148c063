import type { OnReplayed } from "../application/open-fund.ts";
import { systemClock } from "../application/system-clock.ts";
import type { ServedClock } from "../application/served-clock.ts";
import type { OnFault } from "../http/answer.ts";
import { createApp } from "../http/app.ts";
import { openOffice } from "../http/open-office.ts";
import type { PortalFiles } from "../http/portal-files.ts";
import { RecordReplay } from "../http/record-replay.ts";
import { ReadingThread } from "../http/reading/reading-thread.ts";
import { message } from "../languages/messages.ts";
import { openServed, type FirstEntry, type Served } from "../scenario/open-served.ts";
import { assumptionsFor } from "../scenario/page-assumptions.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { readAssumptions } from "./data-directory.ts";
import { refusedBy } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import { officeSettings, type OfficeSettings } from "./office-file.ts";
import { firstEntry } from "./record.ts";
import { verifierOf } from "./verification-thread.ts";

/** Where an office is served, and what it is told beside the fund. */
export type Site = {
  /** The address by which people's browsers know it. */
  readonly address: () => URL;
  /** The office file, if it is not the one in the data directory. */
  readonly officeFile: string | undefined;
  readonly onFault: OnFault;
};

/** The office of a data directory, ready to answer. */
export type OpenedOffice = {
  readonly app: ReturnType<typeof createApp>;
  readonly clock: ServedClock;
  readonly close: () => Promise<void>;
};

/** Replays the fund of the data directory and opens its office with its pages. */
export async function openedOffice(
  invocation: Invocation,
  { address, officeFile, onFault }: Site,
  portal: PortalFiles,
): Promise<OpenedOffice> {
  const { data } = invocation;
  const assumptions = readAssumptions(data);
  invocation.note(message("opening", data));
  const onFailure = (failure: unknown): void => onFault(failure, new Request(address()));
  const first = firstEntry(data);
  // Both threads replay at the same time, and this one but once.
  const reader = new ReadingThread({ data, assumptions, isDemonstration: true }, onFailure);
  const replay = new RecordReplay();
  const onReplayed: OnReplayed = (replayed, leaf) => {
    replay.take(replayed);
    reader.feed(leaf);
  };
  const { served, settings } = await openedFund(invocation, first, {
    ...{ officeFile, onReplayed },
  }).catch(async (failure: unknown) => {
    await reader.close();
    throw failure;
  });
  const { fund, clock } = served;
  const { office, close } = await openOffice({
    verify: verifierOf(data),
    ...{ fund, replay, clock, data },
    ...{ assumptions: assumptionsFor(assumptions), isDemonstration: true },
    signIn: {
      ...{ ...settings, address },
      onTrouble: (provider, reason) => invocation.note(message("signInTrouble", provider, reason)),
    },
    onFailure,
  });
  reader.follow(fund);
  return {
    app: createApp(office, { onFault, portal, reader }),
    clock,
    async close() {
      await reader.close();
      await close();
    },
  };
}

/** The fund, opened, and how people sign in to its office. */
async function openedFund(
  invocation: Invocation,
  first: FirstEntry,
  {
    officeFile,
    onReplayed,
  }: { readonly officeFile: string | undefined; readonly onReplayed: OnReplayed },
): Promise<{ readonly served: Served; readonly settings: OfficeSettings }> {
  const { data } = invocation;
  const served = await openServed(first, data, {
    ...{ machine: systemClock, disk: systemDisk, onReplayed },
  });
  const state = served?.fund.state;
  if (served === undefined || state === undefined) throw refusedBy(message("keysNotHere", data));
  try {
    return { served, settings: await officeSettings(invocation, officeFile, state) };
  } catch (failure) {
    await served.fund.close();
    throw failure;
  }
}
