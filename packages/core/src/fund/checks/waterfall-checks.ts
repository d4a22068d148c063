import { openClaims } from "../../distributions/book-steps.ts";
import type { Distribution } from "../../distributions/state.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf } from "../../ledger/journal.ts";
import type { CheckInput, Comparison } from "./check-outcome.ts";
import type { FundState } from "../state.ts";

/**
 * The tiers of every distribution sum to it, its shares are what the tiers gave, its characters are
 * booked apart, and memo accounts hold what is open [WF1] [WF11] [WF13].
 */
export function checkWaterfalls({ state }: CheckInput, compare: Comparison): void {
  for (const distribution of state.distributions.values()) compareTiers(distribution, compare);
  for (const { id: vehicle, currency } of state.charter.vehicles) {
    const declared = [...state.distributions.values()]
      .filter((distribution) => distribution.vehicle === vehicle)
      .flatMap(({ shares = [] }) => shares);
    for (const [character, account] of [
      ["income", ACCOUNTS.distributions],
      ["gain", ACCOUNTS.distributionsOfGains],
      ["capital", ACCOUNTS.returnsOfCapital],
    ] as const) {
      const required = declared.reduce((sum, share) => sum + share[character], 0n);
      const booked = balanceOf(state.ledger, { vehicle, account, currency });
      compare.same(`${character} distributed by ${vehicle}`, booked, required);
    }
  }
  compareMemos(state, compare);
}

function compareTiers({ id, minor, shares = [], tiers }: Distribution, compare: Comparison): void {
  if (tiers === undefined) return;
  const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((all, one) => all + one, 0n);
  compare.same(`tiers of distribution ${id}`, sum(tiers.map((tier) => tier.minor)), minor);
  for (const { tier, minor: taken, parts } of tiers) {
    compare.same(`tier ${tier} of ${id}`, sum(parts.map((part) => part.minor)), taken);
  }
  const parts = tiers.flatMap((tier) => tier.parts);
  for (const { party, minor: share, income, gain, capital } of shares) {
    const given = parts.filter((part) => part.party === party).map((part) => part.minor);
    compare.same(`share of ${party} in ${id}`, share, sum(given));
    compare.same(`characters of ${party} in ${id}`, income + gain + capital, share);
  }
}

function compareMemos(state: FundState, compare: Comparison): void {
  for (const [vehicle, book] of state.waterfalls.books) {
    const { recoupment, preferred } = openClaims(book);
    for (const [account, open] of [
      [ACCOUNTS.recoupment, recoupment],
      [ACCOUNTS.preferredReturn, preferred],
    ] as const) {
      for (const [party, minor] of open) {
        const memo = balanceIn(state, { vehicle, account, subject: party });
        compare.same(`memorandum ${account} of ${vehicle} ${party}`, memo, minor);
      }
    }
  }
  compareCarry(state, compare);
}

/** What stands on the holder's accounts in all books is what was allocated and not paid [CY6]. */
function compareCarry(state: FundState, compare: Comparison): void {
  const holder = state.charter.carry?.holder;
  if (holder === undefined) return;
  let [booked, open] = [0n, 0n];
  for (const { id: vehicle } of state.charter.vehicles) {
    booked -= balanceIn(state, { vehicle, account: ACCOUNTS.carriedInterest, subject: holder });
  }
  for (const { carry } of state.waterfalls.books.values()) open += carry.received - carry.paid;
  compare.same(`carried interest of ${holder}`, booked, open);
}

function balanceIn(
  { charter, ledger }: FundState,
  of: { readonly vehicle: string; readonly account: string; readonly subject: string },
): bigint {
  const currency = charter.vehicles.find(({ id }) => id === of.vehicle)?.currency ?? "";
  return balanceOf(ledger, { ...of, currency });
}
