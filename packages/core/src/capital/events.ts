import type { LocalDate } from "../calendar/date.ts";
import type { DefaultStep } from "../charter/capital-terms.ts";
import type { Appraisal } from "./appraisal.ts";
import type { CapitalCall } from "./call.ts";
import type { BudgetAuthority, Commitment } from "./commitment.ts";
import type { TrueUp } from "./true-up.ts";

/** Names a party's item of a call. */
type OfItem = { readonly call: string; readonly party: string };

/** Why a part of an item is no longer asked of its party. */
export type Relief = "excused" | "optedOut" | "fundedByOthers";

type CommitmentEvent =
  | { readonly kind: "commitmentAccepted"; readonly commitment: Commitment }
  | {
      readonly kind: "commitmentIncreased";
      readonly id: string;
      /** May be nothing: a further authority for what is promised already. */
      readonly minor: bigint;
      readonly authority?: BudgetAuthority;
    }
  | { readonly kind: "commitmentReleased"; readonly id: string; readonly minor: bigint }
  | { readonly kind: "recallExpired"; readonly commitment: string; readonly date: LocalDate };

type PaymentOfCallEvent =
  | {
      readonly kind: "contributionReceived";
      readonly call: string;
      readonly party: string;
      readonly minor: bigint;
      readonly microUnits: bigint;
      readonly on: LocalDate;
    }
  | (OfItem & {
      readonly kind: "lateInterestAccrued" | "lateInterestPaid" | "lateInterestWaived";
      readonly minor: bigint;
    })
  | {
      readonly kind: "capitalReturned";
      readonly call: string;
      readonly party: string;
      readonly minor: bigint;
      readonly microUnits: bigint;
      readonly recallable: boolean;
      readonly until?: LocalDate;
    };

type ReliefEvent =
  | (OfItem & {
      readonly kind: "callItemReduced";
      readonly minor: bigint;
      readonly because: Relief;
      readonly on: LocalDate;
      /** What others may pay in its place. */
      readonly shortfall: bigint;
    })
  | (OfItem & { readonly kind: "callItemDeferred"; readonly dueDate: LocalDate })
  | { readonly kind: "shortfallFunded"; readonly call: string; readonly minor: bigint }
  | (OfItem & {
      readonly kind: "capitalDefaultStepped";
      readonly step: DefaultStep["step"];
      /** Units that `forfeit` takes. */
      readonly microUnits: bigint;
    })
  | (OfItem & {
      readonly kind: "capitalDefaultRemedied";
      /** Units that come back to the party. */
      readonly microUnits: bigint;
    });

type TrueUpEvent =
  | { readonly kind: "trueUpCalled"; readonly trueUp: TrueUp }
  | { readonly kind: "trueUpReceived"; readonly id: string; readonly minor: bigint }
  | { readonly kind: "trueUpSettled"; readonly id: string; readonly on: LocalDate }
  | { readonly kind: "trueUpLapsed"; readonly id: string; readonly on: LocalDate };

type InKindEvent =
  | { readonly kind: "contributionAppraised"; readonly appraisal: Appraisal }
  | { readonly kind: "appraisalUsed"; readonly id: string; readonly actId: string };

/** Units that come to a holder or go from one; how many there are of a class is their sum. */
export type UnitsEvent = {
  readonly kind: "unitsIssued" | "unitsCancelled";
  readonly unitClass: string;
  readonly holder: string;
  readonly microUnits: bigint;
};

export type CapitalEvent =
  | CommitmentEvent
  | { readonly kind: "capitalCalled"; readonly call: CapitalCall }
  | PaymentOfCallEvent
  | ReliefEvent
  | TrueUpEvent
  | InKindEvent
  | UnitsEvent;

const KINDS: ReadonlySet<string> = new Set<CapitalEvent["kind"]>([
  "commitmentAccepted",
  "commitmentIncreased",
  "commitmentReleased",
  "recallExpired",
  "capitalCalled",
  "contributionReceived",
  "lateInterestAccrued",
  "lateInterestPaid",
  "lateInterestWaived",
  "capitalReturned",
  "callItemReduced",
  "callItemDeferred",
  "shortfallFunded",
  "capitalDefaultStepped",
  "capitalDefaultRemedied",
  "trueUpCalled",
  "trueUpReceived",
  "trueUpSettled",
  "trueUpLapsed",
  "contributionAppraised",
  "appraisalUsed",
  "unitsIssued",
  "unitsCancelled",
]);

export const isCapitalEvent = (event: { readonly kind: string }): event is CapitalEvent =>
  KINDS.has(event.kind);
