import type { LocalDate } from "../calendar/date.ts";
import type { ApprovalRule } from "../charter/charter.ts";
import { approvalRuleOf, viewOf, type ActView } from "./act-view.ts";
import {
  combine,
  judgeChecker,
  judgeSeatRule,
  partsOf,
  type Outcome,
  type SeatRule,
} from "./approval.ts";
import { hasObjected } from "./objection.ts";
import { decisionVoices, isEligible, type Place, type Standing, type Voices } from "./place.ts";
import type { ActRecord, GovernanceState } from "./state.ts";
import { windowEnd } from "./window.ts";

/** What one rule of an approval has come to, and who stands where: for people who ask. */
export type Tally = {
  readonly outcome: Outcome;
  /** The rule's name in the charter: "all", "party", "majorityOf" and so on. */
  readonly rule: string;
  /** Party, body, seat or kind of party that the rule is about; the parties of "noObjection". */
  readonly of: readonly string[];
  /** Parts that must be met, or approvals that it takes as the seats now stand. */
  readonly required?: number;
  readonly parts: readonly Tally[];
  readonly seats: SeatTally;
  /** Last day of the window of "noObjection", once it is open. */
  readonly until?: LocalDate;
  /** Parties that have objected. */
  readonly objecting: readonly string[];
};

/** Seats of a rule by what they have come to; a seat's alternate stands under its own name. */
export type SeatTally = {
  readonly eligible: readonly string[];
  readonly approving: readonly string[];
  readonly rejecting: readonly string[];
  readonly recused: readonly string[];
  readonly empty: readonly string[];
  /** Officers who may still decide here. */
  readonly mayAct: readonly string[];
};

/** The tally of a whole act: its tier's rule, and whether another side checked it (G14). */
export type ActTally = {
  readonly outcome: Outcome;
  readonly tier: number;
  readonly rule: Tally;
  readonly checker?: Outcome;
};

function tallySeats({ record }: ActView, places: readonly Place[]): SeatTally {
  const of = (standing: Standing): readonly string[] =>
    places.filter((place) => place.standing === standing).map(({ speaker }) => speaker);
  const decided = new Set(record.decisions.map(({ officer }) => officer));
  const mayAct = new Set<string>();
  for (const { standing, officer } of places) {
    if (standing === "silent" && officer !== undefined && !decided.has(officer)) {
      mayAct.add(officer);
    }
  }
  return {
    eligible: places.filter(isEligible).map(({ speaker }) => speaker),
    approving: of("approving"),
    rejecting: of("rejecting"),
    recused: of("recused"),
    empty: of("empty"),
    mayAct: [...mayAct],
  };
}

/** A rule of seats: its name in the charter, and what it is about. */
function subjectOf(view: ActView, rule: SeatRule): readonly [name: string, of: readonly string[]] {
  if ("party" in rule) return ["party", [rule.party]];
  if ("ratifiedBy" in rule) return ["ratifiedBy", [rule.ratifiedBy]];
  if ("unilateral" in rule) {
    const { proposerParty } = view;
    return ["unilateral", rule.unilateral.includes(proposerParty) ? [proposerParty] : []];
  }
  if ("seat" in rule) return ["seat", [rule.seat]];
  if ("majorityOf" in rule) return ["majorityOf", [rule.majorityOf]];
  if ("seatsOf" in rule) return ["seatsOf", [rule.seatsOf]];
  if ("unanimous" in rule) return ["unanimous", [rule.unanimous]];
  if ("soleDecider" in rule) return ["soleDecider", [rule.soleDecider, rule.alternate]];
  if ("independent" in rule) return ["independent", [rule.independent]];
  return ["noObjection", rule.noObjection.by];
}

function tallySeatRule(view: ActView, voices: Voices, rule: SeatRule): Tally {
  const { outcome, places, required } = judgeSeatRule(view, voices, rule);
  const [name, of] = subjectOf(view, rule);
  const tally = { outcome, rule: name, of, parts: [], seats: tallySeats(view, places) };
  const counted = required === undefined ? tally : { ...tally, required };
  if (!("noObjection" in rule)) return { ...counted, objecting: [] };
  const objecting = of.filter((party) => hasObjected(view, party, "objection"));
  const from = view.record.consultedOn;
  const end =
    from === undefined ? undefined : windowEnd(view.charter, from, rule.noObjection.window);
  return { ...counted, objecting, ...(end?.ok === true ? { until: end.value } : {}) };
}

function tallyRule(view: ActView, voices: Voices, rule: ApprovalRule): Tally {
  const compound = partsOf(rule);
  if (compound === undefined) return tallySeatRule(view, voices, rule as SeatRule);
  const parts = compound.parts.map((part) => tallyRule(view, voices, part));
  const outcomes = parts.map(({ outcome }) => outcome);
  return {
    outcome: combine(outcomes, compound.needed),
    rule: "all" in rule ? "all" : "any" in rule ? "any" : "atLeast",
    of: [],
    required: compound.needed,
    parts,
    seats: tallySeats(view, []),
    objecting: [],
  };
}

/** What an act's approval has come to, rule by rule, as the seats and conflicts now stand. */
export function tally(state: GovernanceState, record: ActRecord): ActTally {
  const view = viewOf(state, record);
  const voices = decisionVoices(view);
  const approval = approvalRuleOf(view);
  const rule = tallyRule(view, voices, approval);
  const { tier } = record;
  if (view.rule.makerChecker !== true) return { outcome: rule.outcome, tier, rule };
  const checker = judgeChecker(view, voices, approval);
  return { outcome: combine([rule.outcome, checker], 2), tier, rule, checker };
}
