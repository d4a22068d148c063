import { assert } from "../base/assert.ts";
import type { ApprovalRule, Body, Days } from "../charter/charter.ts";
import { approvalRuleOf, viewOf, type ActView } from "./act-view.ts";
import type { SeatGroup } from "./charter-index.ts";
import { partyHasInterest } from "./interest.ts";
import { hasObjected } from "./objection.ts";
import {
  decisionVoices,
  isEligible,
  placeOfSeat,
  placesOf,
  singlePlace,
  type Place,
  type Voices,
} from "./place.ts";
import type { ActRecord, GovernanceState } from "./state.ts";
import {
  countVotes,
  eachSovereignApproves,
  isQuorate,
  partyNeeds,
  type GroupVotes,
  type Votes,
} from "./votes.ts";
import { hasRunOut } from "./window.ts";

/** Met, still to be met, or never to be met (docs/spec/governance.md, G25). */
export type Outcome = "met" | "open" | "impossible";

/** A rule that seats decide, as opposed to one made of other rules. */
export type SeatRule = Exclude<
  ApprovalRule,
  { readonly all: unknown } | { readonly any: unknown } | { readonly of: unknown }
>;

/** What a rule of seats has come to, and the places that it counts. */
export type Judgement = {
  readonly outcome: Outcome;
  readonly places: readonly Place[];
  /** Approvals that it takes as the seats now stand; absent for "no objection". */
  readonly required?: number;
};

const NO_PLACES: readonly Place[] = [];
const IMPOSSIBLE: Judgement = { outcome: "impossible", places: NO_PLACES };

function judged(
  group: SeatGroup,
  places: readonly Place[],
  isMet: (votes: GroupVotes) => boolean,
  needs: (votes: Votes) => number,
): Judgement {
  const votes = countVotes(group, places, false);
  const required = needs(votes);
  if (isMet(votes)) return { outcome: "met", places, required };
  const canBeMet = isMet(countVotes(group, places, true));
  return { outcome: canBeMet ? "open" : "impossible", places, required };
}

function judgeParty(view: ActView, voices: Voices, party: string, ratified: boolean): Judgement {
  const group = view.index.partySeats.get(party);
  const threshold = view.index.parties.get(party)?.threshold;
  if (group === undefined || threshold === undefined) return IMPOSSIBLE;
  return judged(
    group,
    placesOf(view, voices, group),
    ({ approving, ratifying, eligible }) =>
      (ratified ? ratifying : approving) >= partyNeeds(threshold, eligible),
    ({ eligible }) => partyNeeds(threshold, eligible),
  );
}

function bodyOf(view: ActView, id: string): Body | undefined {
  return view.charter.bodies.find((body) => body.id === id);
}

function judgeBody(
  view: ActView,
  voices: Voices,
  id: string,
  needs: (votes: Votes) => number,
  asksMore: (votes: GroupVotes, group: SeatGroup, body: Body) => boolean,
): Judgement {
  const group = view.index.bodySeats.get(id);
  const body = bodyOf(view, id);
  if (group === undefined || body === undefined) return IMPOSSIBLE;
  return judged(
    group,
    placesOf(view, voices, group),
    (votes) => votes.approving >= needs(votes) && asksMore(votes, group, body),
    needs,
  );
}

/** Half of the seats and one more. */
const majority = ({ eligible }: Votes): number => Math.floor(eligible / 2) + 1;

/** All seats, at least one. */
const everySeat = ({ eligible }: Votes): number => Math.max(1, eligible);

function judgePlace(place: Place): Judgement {
  const outcomes = {
    approving: "met",
    rejecting: "impossible",
    silent: "open",
    empty: "open",
    recused: "impossible",
  } as const;
  return { outcome: outcomes[place.standing], places: [place], required: 1 };
}

/** The seat itself; its alternate while it is recused or empty, when it may yet be filled (G34). */
function judgeSoleDecider(
  view: ActView,
  voices: Voices,
  rule: { readonly soleDecider: string; readonly alternate: string },
): Judgement {
  const seat = view.index.seats.get(rule.soleDecider);
  const alternate = view.index.seats.get(rule.alternate);
  if (seat === undefined || alternate === undefined) return IMPOSSIBLE;
  const own = placeOfSeat(view, voices, seat);
  if (isEligible(own)) return judgePlace(own);
  const others = placeOfSeat(view, voices, alternate);
  const standIn = judgePlace({ ...others, seat: seat.id });
  const mayBeFilled = own.standing === "empty" && standIn.outcome === "impossible";
  return mayBeFilled ? { ...standIn, outcome: "open" } : standIn;
}

/** One seat of any party of the kind that has no interest in the act is enough (G35). */
function judgeIndependent(view: ActView, voices: Voices, kind: string): Judgement {
  const { state, record, charter, index } = view;
  const places = charter.parties
    .filter((party) => party.kind === kind)
    .filter(({ id }) => !partyHasInterest(state.conflicts, index, id, record.concerns))
    .flatMap(({ id }) => placesOf(view, voices, index.partySeats.get(id)!));
  const group: SeatGroup = { seats: [], sovereigns: [] };
  return judged(
    group,
    places,
    ({ approving }) => approving > 0,
    () => 1,
  );
}

/** Nobody named has objected, and the window from the end of consultation has run out (G36). */
function judgeNoObjection(
  view: ActView,
  { by, window }: { readonly by: readonly string[]; readonly window: Days },
): Judgement {
  const { state, record, charter } = view;
  if (by.some((party) => hasObjected(view, party, "objection"))) return IMPOSSIBLE;
  const from = record.consultedOn;
  const isOver = from !== undefined && hasRunOut(charter, { from, length: window }, state.today);
  return { outcome: isOver ? "met" : "open", places: NO_PLACES };
}

/** What a rule of seats has come to. */
export function judgeSeatRule(view: ActView, voices: Voices, rule: SeatRule): Judgement {
  const { index } = view;
  if ("party" in rule) return judgeParty(view, voices, rule.party, false);
  if ("ratifiedBy" in rule) return judgeParty(view, voices, rule.ratifiedBy, true);
  if ("unilateral" in rule) {
    const { proposerParty } = view;
    if (!rule.unilateral.includes(proposerParty)) return IMPOSSIBLE;
    return judgeParty(view, voices, proposerParty, false);
  }
  if ("seat" in rule) {
    const seat = index.seats.get(rule.seat);
    return seat === undefined ? IMPOSSIBLE : judgePlace(singlePlace(view, voices, seat));
  }
  if ("soleDecider" in rule) return judgeSoleDecider(view, voices, rule);
  if ("majorityOf" in rule) {
    return judgeBody(view, voices, rule.majorityOf, majority, (votes, group, { quorum }) => {
      if (!isQuorate(quorum, votes)) return false;
      if (!rule.includingEachSovereign) return true;
      const isSeated = group.sovereigns.length === index.sovereigns.length;
      return isSeated && eachSovereignApproves(votes);
    });
  }
  if ("seatsOf" in rule) {
    const needs = (): number => rule.atLeast;
    return judgeBody(view, voices, rule.seatsOf, needs, (votes, _group, { quorum }) =>
      isQuorate(quorum, votes),
    );
  }
  if ("unanimous" in rule) {
    return judgeBody(view, voices, rule.unanimous, everySeat, eachSovereignApproves);
  }
  if ("independent" in rule) return judgeIndependent(view, voices, rule.independent);
  return judgeNoObjection(view, rule.noObjection);
}

/** A rule's outcome from its parts' outcomes: `needed` of them must be met (G30). */
export function combine(outcomes: readonly Outcome[], needed: number): Outcome {
  let met = 0;
  let open = 0;
  for (const outcome of outcomes) {
    if (outcome === "met") met++;
    else if (outcome === "open") open++;
  }
  if (met >= needed) return "met";
  return met + open >= needed ? "open" : "impossible";
}

/** The parts of a rule that is made of others, and how many of them must be met. */
export function partsOf(
  rule: ApprovalRule,
): { readonly parts: readonly ApprovalRule[]; readonly needed: number } | undefined {
  if ("all" in rule) return { parts: rule.all, needed: rule.all.length };
  if ("any" in rule) return { parts: rule.any, needed: 1 };
  if ("of" in rule) return { parts: rule.of, needed: rule.atLeast };
  return undefined;
}

/** Every rule of seats inside a rule, from left to right. */
export function seatRulesIn(rule: ApprovalRule): readonly SeatRule[] {
  const compound = partsOf(rule);
  return compound === undefined ? [rule as SeatRule] : compound.parts.flatMap(seatRulesIn);
}

function evaluateRule(view: ActView, voices: Voices, rule: ApprovalRule): Outcome {
  const compound = partsOf(rule);
  if (compound === undefined) return judgeSeatRule(view, voices, rule as SeatRule).outcome;
  const outcomes = compound.parts.map((part) => evaluateRule(view, voices, part));
  return combine(outcomes, compound.needed);
}

/**
 * Under maker and checker somebody must have checked: of the places that count, one approves that
 * is of a sovereign other than the proposer's party, or that the rule calls in as independent
 * (G14).
 */
export function judgeChecker(view: ActView, voices: Voices, rule: ApprovalRule): Outcome {
  const { index, proposerParty } = view;
  const places = seatRulesIn(rule)
    .flatMap((part) =>
      judgeSeatRule(view, voices, part).places.filter(
        ({ party }) => "independent" in part || index.sovereigns.includes(party),
      ),
    )
    .filter(({ party, standing }) => party !== proposerParty && standing !== "recused");
  if (places.some(({ standing }) => standing === "approving")) return "met";
  return places.some(({ standing }) => standing !== "rejecting") ? "open" : "impossible";
}

/** What the approval rule of an act has come to, as the seats and conflicts now stand. */
export function evaluateView(view: ActView): Outcome {
  const rule = approvalRuleOf(view);
  const voices = decisionVoices(view);
  const outcome = evaluateRule(view, voices, rule);
  if (view.rule.makerChecker !== true || outcome === "impossible") return outcome;
  return combine([outcome, judgeChecker(view, voices, rule)], 2);
}

/** What the approval rule of an act has come to: met, still open, or never to be met (G25, G30). */
export function evaluateApproval(state: GovernanceState, record: ActRecord): Outcome {
  return evaluateView(viewOf(state, record));
}

/** Whether an officer has a place that the rule counts and that has not decided yet (G16). */
export function hasSilentPlace(view: ActView, officer: string): boolean {
  const voices = decisionVoices(view);
  return seatRulesIn(approvalRuleOf(view)).some((rule) =>
    judgeSeatRule(view, voices, rule).places.some(
      (place) => place.standing === "silent" && place.officer === officer,
    ),
  );
}

/** Whether every sovereign of the charter has approved the act as a party: they act together. */
export function isApprovedByEverySovereign(
  state: GovernanceState,
  record: ActRecord,
  ratified: boolean,
): boolean {
  const view = viewOf(state, record);
  const voices = decisionVoices(view);
  const { sovereigns } = view.index;
  assert(sovereigns.length > 0, "a charter has a sovereign");
  return sovereigns.every((party) => judgeParty(view, voices, party, ratified).outcome === "met");
}
