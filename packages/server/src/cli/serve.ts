import { buildPortal } from "@jointfund/portal/build/build-portal.ts";
import { createApp } from "../http/app.ts";
import { openOffice } from "../http/open-office.ts";
import { PortalFiles } from "../http/portal-files.ts";
import { ReadingThread } from "../http/reading/reading-thread.ts";
import { message } from "../languages/messages.ts";
import { openServed, type Served } from "../scenario/open-served.ts";
import { assumptionsFor } from "../scenario/page-assumptions.ts";
import { systemClock } from "../application/system-clock.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { readAssumptions } from "./data-directory.ts";
import { EXIT, refusedBy, wrongUsage, type ExitCode } from "./failure.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { openListener, toldToEnd } from "./listener.ts";
import { officeSettings, type OfficeSettings } from "./office-file.ts";
import { firstEntry } from "./record.ts";
import { verifierOf } from "./verification-thread.ts";

export type ServeOptions = CommonOptions & {
  readonly port?: string;
  readonly host?: string;
  /** The office's own address, where it is not the one that it listens on. */
  readonly address?: string;
  /** The office file, if it is not the one in the data directory. */
  readonly office?: string;
};

export const DEFAULT_PORT = "8080";
export const DEFAULT_HOST = "127.0.0.1";

/** Ports that are tried from the first on, where none was asked for. */
const PORTS_TRIED = 100;

/** A port that was asked for, or the first free one from 8080 on. */
export type PortChoice = { readonly from: number; readonly tries: number };

/** The port that was asked for; a free one near the usual one where none was. */
export function portChoice(asked: string | undefined): PortChoice {
  if (asked === undefined) return { from: Number(DEFAULT_PORT), tries: PORTS_TRIED };
  if (!/^(?:0|[1-9][0-9]{0,4})$/.test(asked) || Number(asked) > 65_535) {
    throw wrongUsage(message("portWrong", asked));
  }
  return { from: Number(asked), tries: 1 };
}

/** `jointfund serve`: serves the fund of a data directory until it is told to end. */
export function serveFund(invocation: Invocation, options: ServeOptions): Promise<ExitCode> {
  return serveAt(invocation, options, portChoice(options.port ?? DEFAULT_PORT));
}

/** Serves the fund of a data directory at a port; says at which address, and what it notices. */
export async function serveAt(
  invocation: Invocation,
  { host = DEFAULT_HOST, address, office: officeFile }: ServeOptions,
  ports: PortChoice,
): Promise<ExitCode> {
  const publicAddress = address === undefined ? undefined : addressOf(address);
  const { data } = invocation;
  const assumptions = readAssumptions(data);
  invocation.note(message("opening", data));
  const { served, settings } = await openedFund(invocation, officeFile);
  const { fund, clock } = served;
  const tell = (fault: unknown): void => {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    invocation.terminal.err(`${text}\n`);
  };
  let listening: URL | undefined;
  const { office, close } = await openOffice({
    ...{ fund, clock, data, assumptions: assumptionsFor(assumptions), isDemonstration: true },
    verify: verifierOf(data),
    signIn: {
      ...settings,
      address: () => publicAddress ?? listening ?? new URL(`http://${DEFAULT_HOST}`),
      onTrouble: (provider, reason) => invocation.note(message("signInTrouble", provider, reason)),
    },
    onFailure: tell,
  });
  const reader = new ReadingThread(fund, { data, assumptions, isDemonstration: true }, tell);
  try {
    const portal = new PortalFiles(await buildPortal());
    const app = createApp(office, { onFault: tell, portal, reader });
    const listener = await openListener(app.fetch, host, ports);
    listening = listener.address;
    invocation.line((publicAddress ?? listening).href);
    if (clock.isStanding) invocation.note(message("clockStands", clock.now()));
    invocation.note(message("serving"));
    await toldToEnd();
    await listener.close();
  } finally {
    await reader.close();
    await close();
  }
  return EXIT.done;
}

/** The fund, opened, and how people sign in to its office. */
async function openedFund(
  invocation: Invocation,
  officeFile: string | undefined,
): Promise<{ readonly served: Served; readonly settings: OfficeSettings }> {
  const { data } = invocation;
  const first = firstEntry(data);
  const served = await openServed(first, data, { machine: systemClock, disk: systemDisk });
  const state = served?.fund.state;
  if (served === undefined || state === undefined) throw refusedBy(message("keysNotHere", data));
  try {
    return { served, settings: await officeSettings(invocation, officeFile, state) };
  } catch (failure) {
    await served.fund.close();
    throw failure;
  }
}

/** The address by which people's browsers know the office: the root of a host. */
function addressOf(text: string): URL {
  const url = URL.parse(text);
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin) throw wrongUsage(message("addressWrong", text));
  return url;
}
