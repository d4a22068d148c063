import type { ApprovalRule, Body, Charter, Party, Seat } from "./charter.ts";

/**
 * A supposed state of an act, for asking whether a rule could be met in it: whose seats approve,
 * which are recused, who proposed. Every filled seat that does not approve rejects.
 */
export type Supposition = {
  /** Seats that approve. */
  readonly approves: (seat: Seat) => boolean;
  readonly recused: ReadonlySet<string>;
  /** Party of the proposer. */
  readonly proposer: string;
  readonly makerChecker: boolean;
  /** Parties whose approvals carry evidence of ratification; all of them when absent. */
  readonly ratifies?: (party: string) => boolean;
  /** Whether rights that the charter shows as one side's own (unilateral, soleDecider) count. */
  readonly openRights: boolean;
  /** Whether silence of these parties may be supposed. */
  readonly silent: (party: string) => boolean;
};

/** Everyone approves, no one is recused: if a rule is not met so, it never is. */
export function everyoneApproves(proposer: string, makerChecker: boolean): Supposition {
  return {
    approves: () => true,
    recused: new Set(),
    proposer,
    makerChecker,
    openRights: true,
    silent: () => true,
  };
}

/** The seats of a list that count: those that are no other seat's alternate [G21]. */
export function principalSeats(seats: readonly Seat[]): readonly Seat[] {
  const alternates = new Set(seats.map(({ alternate }) => alternate));
  return seats.filter(({ id }) => !alternates.has(id));
}

/** Those not recused, with alternates in place of the recused [G21], all seats being filled. */
function eligibleSeats(seats: readonly Seat[], recused: ReadonlySet<string>): readonly Seat[] {
  return principalSeats(seats).flatMap((seat) => {
    if (!recused.has(seat.id)) return [seat];
    const alternate = seats.find(({ id }) => id === seat.alternate);
    return alternate === undefined || recused.has(alternate.id) ? [] : [alternate];
  });
}

/** Whether a rule of the charter would be met [G30]–[G36]. Unknown parties and bodies never are. */
export function wouldBeMet(charter: Charter, rule: ApprovalRule, supposed: Supposition): boolean {
  const met = (part: ApprovalRule): boolean => wouldBeMet(charter, part, supposed);
  if ("all" in rule) return rule.all.every(met);
  if ("any" in rule) return rule.any.some(met);
  if ("of" in rule) return rule.of.filter(met).length >= rule.atLeast;
  if ("party" in rule) return partyApproves(charter, rule.party, supposed);
  if ("ratifiedBy" in rule) {
    const ratifies = supposed.ratifies?.(rule.ratifiedBy) ?? true;
    return ratifies && partyApproves(charter, rule.ratifiedBy, supposed);
  }
  if ("unilateral" in rule) {
    const isListed = rule.unilateral.includes(supposed.proposer);
    return supposed.openRights && isListed && partyApproves(charter, supposed.proposer, supposed);
  }
  if ("seat" in rule) return seatApproves(charter, rule.seat, supposed);
  if ("soleDecider" in rule) {
    if (!supposed.openRights) return false;
    const isRecused = supposed.recused.has(rule.soleDecider);
    return seatApproves(charter, isRecused ? rule.alternate : rule.soleDecider, supposed);
  }
  if ("independent" in rule) {
    const parties = charter.parties.filter(({ kind }) => kind === rule.independent);
    return parties.some(({ seats }) => approving(seats, supposed).length > 0);
  }
  if ("noObjection" in rule) return rule.noObjection.by.every(supposed.silent);
  return bodyApproves(charter, rule, supposed);
}

type BodyRule = Extract<
  ApprovalRule,
  { majorityOf: string } | { seatsOf: string } | { unanimous: string }
>;

function bodyApproves(charter: Charter, rule: BodyRule, supposed: Supposition): boolean {
  const id =
    "majorityOf" in rule ? rule.majorityOf : "seatsOf" in rule ? rule.seatsOf : rule.unanimous;
  const body = charter.bodies.find((each) => each.id === id);
  if (body === undefined) return false;
  const eligible = eligibleSeats(body.seats, supposed.recused);
  const approvals = approving(body.seats, supposed);
  const speaksFor = (sovereign: string): boolean =>
    approvals.some(({ party }) => party === sovereign);
  const sovereigns = sovereignsOf(charter);
  if ("unanimous" in rule) {
    const seated = sovereigns.filter((each) => body.seats.some(({ party }) => party === each));
    return eligible.length > 0 && approvals.length === eligible.length && seated.every(speaksFor);
  }
  if (!hasQuorum(body, eligible, sovereigns)) return false;
  if ("seatsOf" in rule) return approvals.length >= rule.atLeast;
  const isMajority = approvals.length * 2 > eligible.length;
  return isMajority && (!rule.includingEachSovereign || sovereigns.every(speaksFor));
}

/** All eligible seats decide here, so a quorum is lacking only where a sovereign has none [G24]. */
function hasQuorum(body: Body, eligible: readonly Seat[], sovereigns: readonly string[]): boolean {
  if (eligible.length === 0) return false;
  if (body.quorum.eachSovereign === 0) return true;
  return sovereigns.every((sovereign) => eligible.some(({ party }) => party === sovereign));
}

export function sovereignsOf(charter: Charter): readonly string[] {
  return charter.parties.filter(({ kind }) => kind === "sovereign").map(({ id }) => id);
}

export function partyOf(charter: Charter, id: string): Party | undefined {
  return charter.parties.find((party) => party.id === id);
}

/** Every seat of the charter: of the parties themselves and of the bodies. */
export function allSeats(charter: Charter): readonly Seat[] {
  return [...charter.parties, ...charter.bodies].flatMap(({ seats }) => seats);
}

/** Eligible seats whose approval counts: under maker and checker not the proposer's own [G14]. */
function approving(seats: readonly Seat[], supposed: Supposition): readonly Seat[] {
  const { makerChecker, proposer, recused } = supposed;
  return eligibleSeats(seats, recused).filter(
    (seat) => supposed.approves(seat) && !(makerChecker && seat.party === proposer),
  );
}

function partyApproves(charter: Charter, id: string, supposed: Supposition): boolean {
  const party = partyOf(charter, id);
  if (party === undefined) return false;
  const eligible = eligibleSeats(party.seats, supposed.recused);
  const needed = Math.max(1, Math.min(party.threshold, eligible.length));
  return approving(party.seats, supposed).length >= needed;
}

function seatApproves(charter: Charter, id: string, supposed: Supposition): boolean {
  const holder = [...charter.parties, ...charter.bodies].find(({ seats }) =>
    seats.some((seat) => seat.id === id),
  );
  const seat = holder?.seats.find((each) => each.id === id);
  if (holder === undefined || seat === undefined) return false;
  const stand = supposed.recused.has(id)
    ? holder.seats.find((each) => each.id === seat.alternate)
    : seat;
  if (stand === undefined || supposed.recused.has(stand.id)) return false;
  return supposed.approves(stand) && !(supposed.makerChecker && stand.party === supposed.proposer);
}
