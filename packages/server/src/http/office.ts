import type { PageInput } from "@jointfund/core/statements/fund-page.ts";
import type { Fund } from "../application/fund.ts";
import type { ServedClock } from "../application/served-clock.ts";
import type { Verifications } from "./audit/verifications.ts";
import type { OrderRequests } from "../order-desk/order-requests.ts";
import type { LiveRecord } from "./live-record.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { Published } from "./published.ts";

/** What the office asks of a fund. */
export type OfficeFund = Pick<
  Fund,
  "size" | "entries" | "blob" | "rootAt" | "readHash" | "onAppended" | "submit" | "putBlob"
>;

/** What the fund's office shows and takes in: one fund, its record and its published log. */
export type Office = {
  readonly fund: OfficeFund;
  readonly record: LiveRecord;
  /** What holders have asked their distributors to order; a thread that only reads has none. */
  readonly orderRequests?: OrderRequests;
  /** Where the published log lies: the only files that are ever served. */
  readonly logDirectory: string;
  readonly clock: Pick<ServedClock, "now" | "isStanding">;
  /** What the page is told beside the record. */
  readonly assumptions: Pick<PageInput, "display" | "fundingCost" | "actualUntil">;
  /** Whether its keys are known to all. */
  readonly isDemonstration: boolean;
  /** Verifications that are asked for from the page; none where nobody lends a verifier. */
  readonly verifications?: Verifications;
  /** Sign-in and sessions, where people can sign in. */
  readonly signIn?: SignIn;
  /** The checkpoint as it was when the request came. */
  readonly published: () => Promise<Published | undefined>;
};
