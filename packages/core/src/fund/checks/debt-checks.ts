import { stepReached } from "../../facilities/covenant-ladder.ts";
import { covenantRecord } from "../../facilities/covenants.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf } from "../../ledger/journal.ts";
import type { CheckInput, Comparison } from "./check-outcome.ts";
import { deadlineOf, ladderOf, ratioOf, testable } from "../debt/covenants.ts";
import { accountOf, owedOf, unusedOf } from "../debt/lending.ts";

const PARTS = ["principal", "interest", "fees"] as const;

/**
 * Principal, interest and fees of every facility, what may still be drawn, and what is guaranteed
 * agree with the books; drawings that are out sum to the principal.
 */
export function checkFacilities({ state }: CheckInput, compare: Comparison): void {
  const { ledger } = state;
  const guaranteed = new Map<string, bigint>();
  for (const facility of state.facilities.values()) {
    const { id, vehicle, currency } = facility;
    const booked = (account: string, subject = id): bigint =>
      balanceOf(ledger, { vehicle, account, currency, subject });
    for (const part of PARTS) {
      const inBooks = -booked(accountOf(facility, part));
      compare.same(`${part} of ${id}`, inBooks, owedOf(facility, part));
    }
    const out = facility.drawings.reduce((sum, { outstanding }) => sum + outstanding, 0n);
    compare.same(`drawings out of ${id}`, out, facility.principal);
    compare.same(`undrawn of ${id}`, booked(ACCOUNTS.undrawnFacilities), unusedOf(facility));
  }
  for (const { party, facility, currency, left } of state.guarantees.values()) {
    const key = `${state.facilities.get(facility)?.vehicle ?? ""} ${currency} ${party}`;
    guaranteed.set(key, (guaranteed.get(key) ?? 0n) + left);
  }
  for (const [key, left] of guaranteed) {
    const [vehicle = "", currency = "", subject = ""] = key.split(" ");
    const inBooks = balanceOf(ledger, { vehicle, account: ACCOUNTS.guarantees, currency, subject });
    compare.same(`guaranteed by ${subject} in ${vehicle}`, inBooks, left);
  }
}

/**
 * Every covenant stands at what its ratio reaches on the books as they are, or where a period or a
 * waiver has put it; no step has outlasted its period while nothing held it back [LV11] [LV13].
 */
export function checkCovenantSteps({ state }: CheckInput, compare: Comparison): void {
  for (const covenant of testable(state)) {
    const { standing, waivers } = covenantRecord(state.covenants, covenant.id);
    const ratio = ratioOf(state, covenant);
    const { id } = covenant;
    if (ratio !== undefined) {
      const reached = stepReached(ladderOf(state.charter, covenant), ratio);
      compare.same(`step reached by ${id}`, standing?.reached ?? "clear", reached);
    }
    if (standing === undefined) continue;
    const isWaived = waivers.some(({ until }) => state.today <= until);
    const isPlain = standing.moved === undefined && standing.step !== "default" && !isWaived;
    if (isPlain) compare.same(`step of ${id}`, standing.step, standing.reached);
    const end = deadlineOf(state, covenant);
    const isInTime = end === undefined || isWaived || state.today <= end;
    compare.holds(`period of ${id}`, isInTime, state.today, end ?? "");
  }
}
