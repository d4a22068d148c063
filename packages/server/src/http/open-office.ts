import { join } from "node:path";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Fund } from "../application/fund.ts";
import { Publisher } from "../application/publisher.ts";
import type { ServedClock } from "../application/served-clock.ts";
import { Verifications, type Verify } from "./audit/verifications.ts";
import { OrderRequests } from "../order-desk/order-requests.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { SignIn, type SignInOptions } from "../sign-in/sign-in.ts";
import { LiveRecord } from "./live-record.ts";
import type { Office } from "./office.ts";
import type { RecordReplay } from "./record-replay.ts";
import { PublishedCheckpoint } from "./published-checkpoint.ts";

export type OfficeOptions = {
  readonly fund: Fund;
  /** What was replayed of its record when it was opened, if anything. */
  readonly replay?: RecordReplay;
  readonly clock: ServedClock;
  /** The fund's data directory. */
  readonly data: string;
  readonly assumptions: Office["assumptions"];
  readonly isDemonstration: boolean;
  /** Verifies the published record from outside; without it nobody can ask for that. */
  readonly verify?: Verify;
  /** How people sign in, if they can. */
  readonly signIn?: Pick<SignInOptions, "address" | "providers" | "times" | "now" | "onTrouble">;
  /** Told when checkpoints cannot be published any more. */
  readonly onFailure: (failure: unknown) => void;
};

/** Replays a founded fund and opens its office; what comes in is published as it comes. */
export async function openOffice(
  options: OfficeOptions,
): Promise<{ readonly office: Office; readonly close: () => Promise<void> }> {
  const { fund, clock, assumptions, isDemonstration, verify, onFailure } = options;
  const logDirectory = join(options.data, "log");
  const record = await LiveRecord.open(fund, options.replay);
  const checkpoint = new PublishedCheckpoint(logDirectory, record);
  const publisher = new Publisher(fund, {
    published: () => checkpoint.forget(),
    failure: onFailure,
  });
  const published = checkpoint.read;
  const { signIn: ofSignIn, data } = options;
  const state = (): FundState => record.view.state;
  const signIn = ofSignIn && new SignIn({ ...ofSignIn, data, isDemonstration, state });
  const verifications = verify && new Verifications(verify, onFailure);
  const orderRequests = await OrderRequests.open(systemDisk, join(data, "order-requests"));
  const office: Office = {
    ...{ fund, record, logDirectory, clock, assumptions, isDemonstration, published },
    ...{ orderRequests, ...(signIn === undefined ? {} : { signIn }) },
    ...(verifications === undefined ? {} : { verifications }),
  };
  return {
    office,
    async close() {
      signIn?.close();
      await publisher.close();
      await fund.close();
    },
  };
}
