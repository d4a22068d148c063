import { isMemoAccount, balanceOf, trialBalance } from "../ledger/journal.ts";
import { ACCOUNTS, kindOfAccount } from "../ledger/accounts.ts";
import { waitingPayments, type Payment } from "../ledger/payment.ts";
import type { ActAmount } from "../governance/act-definition.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import { openClaims } from "../oversight/claims.ts";
import { openDisputes } from "../oversight/disputes.ts";
import { AFTER_CLOSE, BEGINNINGS, rankOf } from "../oversight/wind-up.ts";
import { currencyOfVehicle, VehicleFigures } from "./figures.ts";
import type { DueRule } from "./consequence-rule.ts";
import type { FundState } from "./state.ts";

/** What the end of the fund allows and owes (docs/spec/oversight.md, WU1 to WU6). */

const clauseOf = ({ charter }: FundState): string => charter.windUp?.clause ?? "";

/** What a book still owes and has promised, claims and disputes among it, minor units. */
export function obligationsOf(state: FundState, vehicle: string): bigint {
  const figures = new VehicleFigures(state, vehicle);
  let owed = figures.payables + figures.investmentCommitments;
  for (const claim of openClaims(state.oversight)) {
    if (claim.against === vehicle) owed += claim.minor;
  }
  for (const { against, claim, sum } of openDisputes(state.oversight.disputes)) {
    // Over a claim the dispute asks for the same money once more.
    if (against === vehicle && claim === undefined && sum !== undefined) owed += sum.minor;
  }
  return owed;
}

/** What may go to the owners: cash, also what is set aside, after all that comes before (WU4). */
export function cashAfterClaims(state: FundState, vehicle: string): bigint {
  const currency = currencyOfVehicle(state.charter, vehicle);
  const cash = (account: string): bigint => balanceOf(state.ledger, { vehicle, account, currency });
  const held = cash(ACCOUNTS.cash) + cash(ACCOUNTS.escrowCash);
  const after = held - obligationsOf(state, vehicle);
  return after < cash(ACCOUNTS.cash) ? after : cash(ACCOUNTS.cash);
}

/** Whether an act may still go: nothing new is begun, and calls are for what is owed (WU2). */
export function checkWindUp(
  state: FundState,
  type: string,
  amount: ActAmount | undefined,
): Rejection | undefined {
  const { windUp } = state.oversight;
  if (windUp === undefined) return undefined;
  if (windUp.closedOn !== undefined) {
    if (AFTER_CLOSE.some((prefix) => type.startsWith(prefix))) return undefined;
    return rejection("fund_closed", clauseOf(state), { actual: type, on: windUp.closedOn });
  }
  if (BEGINNINGS.has(type)) {
    return rejection("winding_up", clauseOf(state), { actual: type, since: windUp.since });
  }
  if (type !== "capital.call" || amount === undefined) return undefined;
  const { vehicle } = state.charter.capital;
  const figures = new VehicleFigures(state, vehicle);
  const needed = obligationsOf(state, vehicle) - figures.cash - figures.unpaidCalls;
  const most = needed > 0n ? needed : 0n;
  if (amount.minor <= most) return undefined;
  return rejection("call_beyond_obligations", clauseOf(state), {
    actual: amount.minor.toString(),
    required: most.toString(),
    currency: amount.currency,
  });
}

/**
 * Whether a payment is next in the charter's order (WU3). What was instructed before the winding up
 * began is owed already, and goes as ever.
 */
export function checkOrder(state: FundState, payment: Payment): Rejection | undefined {
  const { windUp } = state.oversight;
  const terms = state.charter.windUp;
  if (windUp === undefined || terms === undefined || payment.entry <= windUp.entry) {
    return undefined;
  }
  const rank = rankOf(terms, payment.purpose);
  for (const other of waitingPayments(state.payments)) {
    const isBefore = other.vehicle === payment.vehicle && rankOf(terms, other.purpose) < rank;
    if (!isBefore) continue;
    const facts = { payment: payment.id, actual: other.id, required: terms.order };
    return rejection("claims_before", terms.clause, facts);
  }
  return undefined;
}

/** Memoranda of what may yet have to be paid. */
const OPEN_MEMORANDA: ReadonlySet<string> = new Set([
  ACCOUNTS.investmentCommitments,
  ACCOUNTS.undrawnFacilities,
  ACCOUNTS.claims,
]);

/** The first thing that keeps the fund from being closed (WU6), as text without a language. */
export function openMatter(state: FundState): string | undefined {
  for (const { vehicle, account, currency, subject, minor } of trialBalance(state.ledger)) {
    const kind = isMemoAccount(account) ? "memo" : kindOfAccount(account);
    const counts =
      kind === "asset" || kind === "liability" || (kind === "memo" && OPEN_MEMORANDA.has(account));
    if (counts && minor !== 0n) return `${vehicle} ${account} ${subject} ${currency} ${minor}`;
  }
  for (const { id, declaredOn } of state.distributions.values()) {
    if (declaredOn === undefined) return `distribution ${id}`;
  }
  const [dispute] = openDisputes(state.oversight.disputes);
  return dispute === undefined ? undefined : `dispute ${dispute.id}`;
}

/** The fund ends by itself after its last day, or with the ladder of a deadlock (WU1). */
export const windUpOnDay: DueRule = ({ state, date, context }) => {
  const { sunset } = state.charter.windUp ?? {};
  if (state.oversight.windUp !== undefined || state.charter.windUp === undefined) return [];
  const start = (cause: "sunset" | "deadlock") =>
    [{ kind: "windUpStarted", windUp: { since: date, entry: context.index, cause } }] as const;
  if (sunset !== undefined && date > sunset) return start("sunset");
  for (const { ended } of state.deadlocks.values()) {
    if (ended?.how === "windUp" && ended.on === date) return start("deadlock");
  }
  return [];
};
