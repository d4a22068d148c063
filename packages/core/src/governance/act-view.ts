import { assert } from "../base/assert.ts";
import type { ActRule, ApprovalRule, Charter } from "../charter/charter.ts";
import { indexOf, type CharterIndex } from "./charter-index.ts";
import { castingParty } from "./deadlock.ts";
import { delegates } from "./delegation.ts";
import { officerHasInterest, officersShareInterest } from "./interest.ts";
import type { ActRecord, GovernanceState, Officer } from "./state.ts";

/** An act beside everything that its approval looks at. */
export type ActView = {
  readonly state: GovernanceState;
  readonly record: ActRecord;
  /** The charter that the act was proposed under: its rule, seats and calendars hold (G46). */
  readonly charter: Charter;
  readonly index: CharterIndex;
  readonly rule: ActRule;
  readonly proposerParty: string;
};

/** The charter of a version that was in force at some time. */
export function charterOfVersion(state: GovernanceState, version: number): Charter {
  if (state.charter.version === version) return state.charter;
  const charter = state.charters.get(String(version));
  assert(charter !== undefined, `charter version ${version} was in force`);
  return charter;
}

/** The rule that an act was proposed under (G46). */
export function ruleOf(state: GovernanceState, record: ActRecord): ActRule {
  const rule = charterOfVersion(state, record.act.charterVersion).acts[record.act.type];
  assert(rule !== undefined, `the charter has a rule for ${record.act.type}`);
  return rule;
}

export function viewOf(state: GovernanceState, record: ActRecord): ActView {
  const charter = charterOfVersion(state, record.act.charterVersion);
  const rule = ruleOf(state, record);
  const proposer = state.officers.get(record.act.proposer);
  assert(proposer !== undefined, "an act's proposer is an officer");
  const proposerParty = proposer.party;
  return { state, record, charter, index: indexOf(charter), rule, proposerParty };
}

/**
 * The approval rule of the tier that the act's amount selects; while its matter is deadlocked, the
 * casting party's assent is enough too (DK5), and so is that of a delegate (DG2).
 */
export function approvalRuleOf({ state, rule, record }: ActView): ApprovalRule {
  const tier = rule.approve[record.tier];
  assert(tier !== undefined, `act ${record.id} has an approval tier`);
  const casting = castingParty(state, record);
  const alone = [...(casting === undefined ? [] : [casting]), ...delegates(state, record)];
  if (alone.length === 0) return tier.rule;
  return { any: [tier.rule, ...alone.map((party) => ({ party }))] };
}

/** Why an officer has no voice: said so, has an interest (G20), or checks his own side (G14). */
export type Bar = "recused" | "interest" | "maker";

/** Whether something keeps an officer out of the act. Where G14 does not apply, not `asMaker`. */
export function barOf(view: ActView, officer: Officer, asMaker: boolean): Bar | undefined {
  const { state, record, index } = view;
  if (record.recusals.some((recusal) => recusal.officer === officer.id)) return "recused";
  if (officerHasInterest(state.conflicts, index, officer, record.concerns)) return "interest";
  return asMaker && isMaker(view, officer.party) ? "maker" : undefined;
}

/** Whether a party is the one whose act others check (G14). */
function isMaker({ rule, proposerParty }: ActView, party: string): boolean {
  return rule.makerChecker === true && party === proposerParty;
}

/** Whether every officer of a party is out, whoever it may be. */
export function isPartyBarred(view: ActView, party: string, asMaker: boolean): boolean {
  if (asMaker && isMaker(view, party)) return true;
  const { state, record, index } = view;
  return officersShareInterest(state.conflicts, index, party, record.concerns);
}
