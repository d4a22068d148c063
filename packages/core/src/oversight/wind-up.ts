import type { LocalDate } from "../calendar/date.ts";
import type { WindUpTerms } from "../charter/oversight-terms.ts";
import type { PaymentPurpose } from "../ledger/payment.ts";

/** Why a fund is wound up: by agreement, on its last day, or by the ladder of a deadlock (WU1). */
export type WindUpCause = "agreed" | "sunset" | "deadlock";

/** The end of the fund, once it has begun. */
export type WindUp = {
  readonly since: LocalDate;
  /** Index of the entry that began it. */
  readonly entry: number;
  readonly cause: WindUpCause;
  readonly closedOn?: LocalDate;
};

export type WindUpEvent =
  | { readonly kind: "windUpStarted"; readonly windUp: WindUp }
  | { readonly kind: "windUpClosed"; readonly on: LocalDate };

type Rank = WindUpTerms["order"][number];

const RANKS: Readonly<Record<PaymentPurpose, Rank>> = {
  investment: "creditors",
  expense: "creditors",
  settlement: "creditors",
  award: "creditors",
  debtService: "lenders",
  fee: "fees",
  distribution: "owners",
  returnOfCapital: "owners",
  redemption: "owners",
  carry: "owners",
};

/** The place of a payment in the charter's order, the first being 0. */
export function rankOf({ order }: WindUpTerms, purpose: PaymentPurpose): number {
  const rank = order.indexOf(RANKS[purpose]);
  return rank < 0 ? order.length : rank;
}

/** Acts that would begin something new: none of them goes while the fund is wound up (WU2). */
export const BEGINNINGS: ReadonlySet<string> = new Set([
  "commitment.accept",
  "commitment.increase",
  "investment.recommend",
  "investment.select",
  "investment.close",
  "investment.followOn",
  "class.open",
  "order.price",
  "party.admit",
  "vehicle.create",
  "facility.enter",
  "facility.draw",
  "guarantee.grant",
  "hedge.open",
  "distribution.determine",
  "exit.offer",
  "exit.accept",
  "winddown.start",
]);

/** What may still be decided when the fund has been closed: who signs. */
export const AFTER_CLOSE: readonly string[] = ["key.", "appointment."];
