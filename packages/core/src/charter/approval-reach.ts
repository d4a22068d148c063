import type { ApprovalRule, Body, Charter, Party, Seat } from "./charter.ts";

/**
 * A supposed state of an act, for asking whether a rule could be met in it: whose seats approve,
 * which are recused, who proposed. All seats are filled, and what does not approve rejects.
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

export function sovereignsOf(charter: Charter): readonly string[] {
  return charter.parties.filter(({ kind }) => kind === "sovereign").map(({ id }) => id);
}

/** Every seat of the charter: of the parties themselves and of the bodies. */
export function allSeats(charter: Charter): readonly Seat[] {
  return [...charter.parties, ...charter.bodies].flatMap(({ seats }) => seats);
}

/** The seats of a list that count: those that are no other seat's alternate [G21]. */
export function principalSeats(seats: readonly Seat[]): readonly Seat[] {
  const alternates = new Set(seats.map(({ alternate }) => alternate));
  return seats.filter(({ id }) => !alternates.has(id));
}

/**
 * Whether a rule of the charter would be met [G30]–[G36]. Under maker and checker the seats of the
 * proposer's party are out, and among those that approve must be a seat of another sovereign or one
 * that the rule calls in as independent [G14].
 * A rule that names what does not exist is never met.
 */
export function wouldBeMet(charter: Charter, rule: ApprovalRule, supposed: Supposition): boolean {
  if (!supposed.makerChecker) return new Reach(charter, supposed).isMet(rule);
  const { proposer } = supposed;
  const own = allSeats(charter).filter(({ party }) => party === proposer);
  const recused = new Set([...supposed.recused, ...own.map(({ id }) => id)]);
  const reach = new Reach(charter, { ...supposed, recused });
  const others = sovereignsOf(charter).filter((id) => id !== proposer);
  const hasChecked = (part: ApprovalRule): boolean => {
    if ("all" in part) return part.all.some(hasChecked);
    if ("any" in part) return part.any.some(hasChecked);
    if ("of" in part) return part.of.some(hasChecked);
    return reach
      .approvals(part)
      .some(({ party }) => "independent" in part || others.includes(party));
  };
  return reach.isMet(rule) && hasChecked(rule);
}

type BodyRule = Extract<
  ApprovalRule,
  { majorityOf: string } | { seatsOf: string } | { unanimous: string }
>;

const bodyIdOf = (rule: BodyRule): string =>
  "majorityOf" in rule ? rule.majorityOf : "seatsOf" in rule ? rule.seatsOf : rule.unanimous;

/** One supposition about one charter. */
class Reach {
  private readonly charter: Charter;
  private readonly supposed: Supposition;

  constructor(charter: Charter, supposed: Supposition) {
    this.charter = charter;
    this.supposed = supposed;
  }

  isMet(rule: ApprovalRule): boolean {
    if ("all" in rule) return rule.all.every((part) => this.isMet(part));
    if ("any" in rule) return rule.any.some((part) => this.isMet(part));
    if ("of" in rule) return rule.of.filter((part) => this.isMet(part)).length >= rule.atLeast;
    if ("noObjection" in rule) return rule.noObjection.by.every(this.supposed.silent);
    if ("party" in rule) return this.isPartyMet(rule.party);
    if ("ratifiedBy" in rule) {
      const ratifies = this.supposed.ratifies?.(rule.ratifiedBy) ?? true;
      return ratifies && this.isPartyMet(rule.ratifiedBy);
    }
    if ("unilateral" in rule) {
      const { openRights, proposer } = this.supposed;
      return openRights && rule.unilateral.includes(proposer) && this.isPartyMet(proposer);
    }
    if ("majorityOf" in rule || "seatsOf" in rule || "unanimous" in rule) {
      return this.isBodyMet(rule);
    }
    return this.approvals(rule).length > 0;
  }

  /** The approving seats that a rule counts. */
  approvals(rule: ApprovalRule): readonly Seat[] {
    if ("all" in rule) return rule.all.flatMap((part) => this.approvals(part));
    if ("any" in rule) return rule.any.flatMap((part) => this.approvals(part));
    if ("of" in rule) return rule.of.flatMap((part) => this.approvals(part));
    if ("noObjection" in rule) return [];
    if ("party" in rule) return this.approving(this.partyOf(rule.party)?.seats);
    if ("ratifiedBy" in rule) return this.approving(this.partyOf(rule.ratifiedBy)?.seats);
    if ("unilateral" in rule) {
      const { openRights, proposer } = this.supposed;
      const isOpen = openRights && rule.unilateral.includes(proposer);
      return isOpen ? this.approving(this.partyOf(proposer)?.seats) : [];
    }
    if ("seat" in rule) return this.seatOrAlternate(rule.seat);
    if ("soleDecider" in rule) return this.soleDecider(rule);
    if ("independent" in rule) {
      const parties = this.charter.parties.filter(({ kind }) => kind === rule.independent);
      return parties.flatMap(({ seats }) => this.approving(seats));
    }
    return this.approving(this.bodyOf(bodyIdOf(rule))?.seats);
  }

  private isPartyMet(id: string): boolean {
    const party = this.partyOf(id);
    if (party === undefined) return false;
    const eligible = this.eligible(party.seats).length;
    const needed = Math.max(1, Math.min(party.threshold, eligible));
    return this.approving(party.seats).length >= needed;
  }

  private isBodyMet(rule: BodyRule): boolean {
    const body = this.bodyOf(bodyIdOf(rule));
    if (body === undefined) return false;
    const eligible = this.eligible(body.seats);
    const approvals = this.approving(body.seats);
    const seated = sovereignsOf(this.charter).filter((id) =>
      body.seats.some(({ party }) => party === id),
    );
    const eachApproves = (sovereigns: readonly string[]): boolean =>
      sovereigns.every((id) => approvals.some(({ party }) => party === id));
    if (eligible.length === 0) return false;
    if ("unanimous" in rule) return approvals.length === eligible.length && eachApproves(seated);
    // All eligible seats decide, so a quorum lacks only a sovereign that has no seat left [G24].
    const isQuorate =
      body.quorum.eachSovereign === 0 ||
      seated.every((id) => eligible.some(({ party }) => party === id));
    if (!isQuorate) return false;
    if ("seatsOf" in rule) return approvals.length >= rule.atLeast;
    const isMajority = approvals.length * 2 > eligible.length;
    return isMajority && (!rule.includingEachSovereign || eachApproves(sovereignsOf(this.charter)));
  }

  private partyOf(id: string): Party | undefined {
    return this.charter.parties.find((party) => party.id === id);
  }

  private bodyOf(id: string): Body | undefined {
    return this.charter.bodies.find((body) => body.id === id);
  }

  /** Those not recused, with alternates in place of the recused [G21]. */
  private eligible(seats: readonly Seat[]): readonly Seat[] {
    const { recused } = this.supposed;
    return principalSeats(seats).flatMap((seat) => {
      if (!recused.has(seat.id)) return [seat];
      const alternate = seats.find(({ id }) => id === seat.alternate);
      return alternate === undefined || recused.has(alternate.id) ? [] : [alternate];
    });
  }

  private approving(seats: readonly Seat[] = []): readonly Seat[] {
    return this.eligible(seats).filter(this.supposed.approves);
  }

  /** The seat, or its alternate if it is recused, if that approves [G33]. */
  private seatOrAlternate(id: string): readonly Seat[] {
    const seat = this.seatOf(id);
    const isRecused = this.supposed.recused.has(id);
    return this.ifApproves(isRecused ? this.seatOf(seat?.alternate) : seat);
  }

  private soleDecider(rule: { soleDecider: string; alternate: string }): readonly Seat[] {
    if (!this.supposed.openRights) return [];
    const isRecused = this.supposed.recused.has(rule.soleDecider);
    return this.ifApproves(this.seatOf(isRecused ? rule.alternate : rule.soleDecider));
  }

  private ifApproves(seat: Seat | undefined): readonly Seat[] {
    if (seat === undefined || this.supposed.recused.has(seat.id)) return [];
    return this.supposed.approves(seat) ? [seat] : [];
  }

  private seatOf(id: string | undefined): Seat | undefined {
    return allSeats(this.charter).find((seat) => seat.id === id);
  }
}
