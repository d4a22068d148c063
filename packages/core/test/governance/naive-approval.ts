import type { ApprovalRule, Charter, Seat } from "../../src/charter/charter.ts";

/**
 * A naive evaluator of approval rules, written from docs/spec/governance.md for tests alone. It is
 * slow and plain: whether a rule is open is found by trying every completion of the seats that have
 * not decided and of those that stand empty.
 */
export type SeatState =
  | "approve"
  | "approveWithEvidence"
  | "reject"
  | "silent"
  | "recused"
  | "vacant";

export type Case = {
  readonly charter: Charter;
  readonly proposerParty: string;
  readonly makerChecker: boolean;
  /** Parties with an interest in the act. */
  readonly interested?: ReadonlySet<string>;
  /** What "no objection" has come to, which no seat decides. */
  readonly noObjection?: "met" | "open" | "impossible";
};

type States = ReadonlyMap<string, SeatState>;

const isVoiced = (state: SeatState): boolean => state !== "recused" && state !== "vacant";
const isApproval = (state: SeatState): boolean => state.startsWith("approve");
const hasDecided = (state: SeatState): boolean => isApproval(state) || state === "reject";

/** The seats that count among those of one list, after recusals. */
function eligibleSeats(list: readonly Seat[], states: States): Seat[] {
  const eligible: Seat[] = [];
  const used: string[] = [];
  for (const seat of list) {
    if (list.some((other) => other.alternate === seat.id)) continue;
    const state = states.get(seat.id)!;
    if (isVoiced(state)) eligible.push(seat);
    if (state !== "recused" || seat.alternate === undefined) continue;
    if (used.includes(seat.alternate)) continue;
    const other = states.get(seat.alternate)!;
    if (other !== "recused") used.push(seat.alternate);
    if (isVoiced(other)) eligible.push(list.find(({ id }) => id === seat.alternate)!);
  }
  return eligible;
}

const sovereignsOf = (charter: Charter): string[] =>
  charter.parties.filter(({ kind }) => kind === "sovereign").map(({ id }) => id);

function bodyMet(of: Case, rule: ApprovalRule, states: States): boolean {
  const id =
    "majorityOf" in rule
      ? rule.majorityOf
      : "seatsOf" in rule
        ? rule.seatsOf
        : "unanimous" in rule
          ? rule.unanimous
          : "";
  const body = of.charter.bodies.find((each) => each.id === id)!;
  const eligible = eligibleSeats(body.seats, states);
  const approving = eligible.filter((seat) => isApproval(states.get(seat.id)!));
  const deciding = eligible.filter((seat) => hasDecided(states.get(seat.id)!));
  const ofParty = (list: readonly Seat[], party: string): number =>
    list.filter((seat) => seat.party === party).length;
  const seated = sovereignsOf(of.charter).filter((party) =>
    body.seats.some((seat) => seat.party === party),
  );
  if ("unanimous" in rule) {
    if (eligible.length === 0 || approving.length !== eligible.length) return false;
    return seated.every((party) => ofParty(approving, party) >= 1);
  }
  const asked = body.quorum.seats < eligible.length ? body.quorum.seats : eligible.length;
  if (deciding.length < asked || deciding.length === 0) return false;
  const { eachSovereign } = body.quorum;
  for (const party of eachSovereign === 0 ? [] : seated) {
    const own = ofParty(eligible, party);
    const least = own < eachSovereign ? own : eachSovereign;
    if (ofParty(deciding, party) < (least < 1 ? 1 : least)) return false;
  }
  if ("seatsOf" in rule) return approving.length >= rule.atLeast;
  if (approving.length * 2 <= eligible.length) return false;
  if (!("majorityOf" in rule) || !rule.includingEachSovereign) return true;
  return sovereignsOf(of.charter).every((party) => ofParty(approving, party) >= 1);
}

function partyMet(of: Case, id: string, states: States, ratified: boolean): boolean {
  const party = of.charter.parties.find((each) => each.id === id)!;
  const eligible = eligibleSeats(party.seats, states);
  const agreeing = eligible.filter((seat) => {
    const state = states.get(seat.id)!;
    return ratified ? state === "approveWithEvidence" : isApproval(state);
  });
  const needed = eligible.length < party.threshold ? eligible.length : party.threshold;
  return agreeing.length >= needed && agreeing.length >= 1;
}

function seatMet(of: Case, id: string, states: States): boolean {
  const owner = [...of.charter.parties, ...of.charter.bodies].find(({ seats }) =>
    seats.some((seat) => seat.id === id),
  )!;
  const seat = owner.seats.find((each) => each.id === id)!;
  const speaker = states.get(id) === "recused" ? seat.alternate : id;
  return speaker !== undefined && isApproval(states.get(speaker)!);
}

/** Whether a rule is met by seats that stand as they do. */
export function naivelyMet(of: Case, rule: ApprovalRule, states: States): boolean {
  const met = (part: ApprovalRule): boolean => naivelyMet(of, part, states);
  if ("all" in rule) return rule.all.every(met);
  if ("any" in rule) return rule.any.some(met);
  if ("of" in rule) return rule.of.filter(met).length >= rule.atLeast;
  if ("party" in rule) return partyMet(of, rule.party, states, false);
  if ("ratifiedBy" in rule) return partyMet(of, rule.ratifiedBy, states, true);
  if ("unilateral" in rule) {
    const isListed = rule.unilateral.includes(of.proposerParty);
    return isListed && partyMet(of, of.proposerParty, states, false);
  }
  if ("seat" in rule) return seatMet(of, rule.seat, states);
  if ("soleDecider" in rule) {
    const own = states.get(rule.soleDecider)!;
    return isApproval(isVoiced(own) ? own : states.get(rule.alternate)!);
  }
  if ("independent" in rule) {
    return of.charter.parties
      .filter(({ kind, id }) => kind === rule.independent && !of.interested?.has(id))
      .flatMap(({ seats }) => eligibleSeats(seats, states))
      .some((seat) => isApproval(states.get(seat.id)!));
  }
  if ("noObjection" in rule) return of.noObjection === "met";
  return bodyMet(of, rule, states);
}

/** Places of seat rules, to see whether somebody of another sovereign has checked (G14). */
function countedSeats(of: Case, rule: ApprovalRule, states: States): Seat[] {
  if ("all" in rule) return rule.all.flatMap((part) => countedSeats(of, part, states));
  if ("any" in rule) return rule.any.flatMap((part) => countedSeats(of, part, states));
  if ("of" in rule) return rule.of.flatMap((part) => countedSeats(of, part, states));
  const { parties, bodies } = of.charter;
  const lists: (readonly Seat[])[] = [];
  for (const { id, kind, seats } of parties) {
    if ("party" in rule && rule.party === id) lists.push(seats);
    if ("ratifiedBy" in rule && rule.ratifiedBy === id) lists.push(seats);
    if ("independent" in rule && rule.independent === kind) lists.push(seats);
    if ("unilateral" in rule && rule.unilateral.includes(id) && id === of.proposerParty) {
      lists.push(seats);
    }
  }
  for (const { id, seats } of bodies) {
    if ("majorityOf" in rule && rule.majorityOf === id) lists.push(seats);
    if ("seatsOf" in rule && rule.seatsOf === id) lists.push(seats);
    if ("unanimous" in rule && rule.unanimous === id) lists.push(seats);
  }
  return lists.flatMap((list) => eligibleSeats(list, states));
}

/** Every rule of seats within a rule. */
function leaves(rule: ApprovalRule): ApprovalRule[] {
  const parts = "all" in rule ? rule.all : "any" in rule ? rule.any : "of" in rule ? rule.of : [];
  return parts.length === 0 ? [rule] : parts.flatMap(leaves);
}

/** The rule, and under maker and checker a check by another sovereign or an independent party. */
function wholeMet(of: Case, rule: ApprovalRule, states: States): boolean {
  if (!naivelyMet(of, rule, states)) return false;
  if (!of.makerChecker) return true;
  const others = sovereignsOf(of.charter).filter((id) => id !== of.proposerParty);
  return leaves(rule).some((leaf) => {
    const isInterested = (party: string): boolean =>
      "independent" in leaf && of.interested?.has(party) === true;
    return countedSeats(of, leaf, states).some(
      ({ id, party }) =>
        ("independent" in leaf || others.includes(party)) &&
        party !== of.proposerParty &&
        !isInterested(party) &&
        isApproval(states.get(id)!),
    );
  });
}

/** Every way in which silent and empty seats may go on: they stay, reject or ratify. */
function* completions(states: States): Generator<States> {
  const undecided = [...states].filter(([, state]) => state === "silent" || state === "vacant");
  const choices = 3 ** undecided.length;
  for (let choice = 0; choice < choices; choice++) {
    const completed = new Map(states);
    let left = choice;
    for (const [seat, state] of undecided) {
      const next: SeatState[] = [state, "reject", "approveWithEvidence"];
      completed.set(seat, next[left % 3]!);
      left = Math.floor(left / 3);
    }
    yield completed;
  }
}

/** What an approval rule has come to. Maker's seats are out, as if they were recused (G14). */
export function naiveOutcome(
  of: Case,
  rule: ApprovalRule,
  given: States,
): "met" | "open" | "impossible" {
  const owners = [...of.charter.parties, ...of.charter.bodies].flatMap(({ seats }) => seats);
  const partyOf = new Map(owners.map(({ id, party }) => [id, party]));
  const states = new Map(
    [...given].map(([seat, state]): [string, SeatState] => {
      const isMaker = of.makerChecker && partyOf.get(seat) === of.proposerParty;
      return [seat, isMaker ? "recused" : state];
    }),
  );
  if (wholeMet(of, rule, states)) return "met";
  const hopeful = of.noObjection === "open" ? { ...of, noObjection: "met" as const } : of;
  for (const completed of completions(states)) {
    if (wholeMet(hopeful, rule, completed)) return "open";
  }
  return "impossible";
}
