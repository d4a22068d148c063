import { assert } from "../base/assert.ts";
import { hashCanonical, type Json } from "../base/canonical.ts";
import type { ActRule, Days } from "../charter/charter.ts";
import { seatRulesIn } from "./approval.ts";
import { indexOf } from "./charter-index.ts";
import { officerHasInterest, partyHasInterest } from "./interest.ts";
import { rejection, type Rejection } from "./rejection.ts";
import type { GovernanceState, Officer } from "./state.ts";
import type { Act, Bounds } from "./statement.ts";
import { windowEnd } from "./window.ts";

/** In the list of those who may propose: every enrolled officer. */
export const ANY_OFFICER = "any";

/**
 * What an approval signs besides the act's id: what the act itself fixes and the bounds that it
 * states, which are left out where it states none (G13).
 */
export function boundsDigestOf(actId: string, fixed: Json, bounds: Bounds | undefined): string {
  const stated = bounds === undefined ? {} : { bounds: bounds as unknown as Json };
  return hashCanonical("jointfund/bounds/v1", { actId, fixed, ...stated });
}

function checkInterest(
  state: GovernanceState,
  officer: Officer,
  concerns: readonly string[],
): Rejection | undefined {
  const { charter, conflicts } = state;
  if (!charter.conflicts.proposerExcluded) return undefined;
  const index = indexOf(charter);
  const { id, party } = officer;
  const isExcluded =
    officerHasInterest(conflicts, index, officer, concerns) ||
    partyHasInterest(conflicts, index, party, concerns);
  if (!isExcluded) return undefined;
  return rejection("proposer_conflicted", charter.conflicts.clause, {
    officer: id,
    party,
    concerns,
  });
}

/** The windows that open with the proposal; later ones are looked at when they open (G41). */
function windowsOpened({ consult = [], expiry, approve }: ActRule): readonly Days[] {
  const windows = consult.map(({ window }) => window);
  if (expiry !== undefined) windows.push(expiry);
  if (consult.length > 0) return windows;
  for (const { rule } of approve) {
    for (const part of seatRulesIn(rule)) {
      if ("noObjection" in part) windows.push(part.noObjection.window);
    }
  }
  return windows;
}

/**
 * Whether the officer may put an act, decision or fact, on record (G10, G11, R6), and whether the
 * calendars reach as far as its windows (G41). The caller has answered an act that is recorded
 * already (R5), so that an idempotency key that is known belongs to another one.
 */
export function checkProposer(
  state: GovernanceState,
  act: Act,
  rule: ActRule,
  concerns: readonly string[],
): Rejection | undefined {
  const { charter } = state;
  const officer = state.officers.get(act.proposer);
  assert(officer !== undefined, "the proposer has been authenticated");
  if (act.idempotencyKey !== undefined) {
    const known = state.idempotencyKeys.get(`${act.proposer}|${act.idempotencyKey}`);
    if (known !== undefined) {
      const facts = { idempotencyKey: act.idempotencyKey, act: known };
      return rejection("idempotency_key_reused", "R6", facts);
    }
  }
  if (act.charterVersion !== charter.version) {
    const facts = { actual: act.charterVersion, required: charter.version };
    return rejection("charter_version_not_in_force", "G10", facts);
  }
  if (!rule.propose.includes(ANY_OFFICER) && !rule.propose.includes(officer.party)) {
    const facts = { officer: officer.id, actual: officer.party, required: rule.propose };
    return rejection("not_entitled_to_propose", rule.clause, facts);
  }
  const conflicted = checkInterest(state, officer, concerns);
  if (conflicted !== undefined) return conflicted;
  for (const window of windowsOpened(rule)) {
    const end = windowEnd(charter, state.today, window);
    if (!end.ok) return end.error;
  }
  return undefined;
}
