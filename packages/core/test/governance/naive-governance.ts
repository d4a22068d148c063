import type { ActRule, ApprovalRule, Charter, Seat } from "../../src/charter/charter.ts";
import { naiveOutcome, type SeatState } from "./naive-approval.ts";

/**
 * A naive model of governance, written from docs/spec/governance.md for tests alone: plain arrays,
 * days as numbers, every window in calendar days, everything computed anew whenever it is asked.
 */
export type NaiveAct = {
  readonly id: string;
  readonly type: string;
  readonly proposer: string;
  readonly concerns: readonly string[];
  readonly entry: number;
  readonly proposedOn: number;
  readonly decisions: {
    readonly officer: string;
    readonly decision: "approve" | "reject";
    readonly seats: readonly string[];
    readonly withEvidence: boolean;
  }[];
  readonly recused: string[];
  readonly objections: {
    readonly officer: string;
    readonly power: "objection" | "veto";
    readonly seats: readonly string[];
  }[];
  readonly answers: {
    readonly officer: string;
    readonly body: string;
    readonly opinion: string;
    readonly seats: readonly string[];
  }[];
  consultedOn: number | undefined;
  approvedOn: number | undefined;
  executed: boolean;
  ended: string | undefined;
};

export type NaiveSaid = {
  readonly act: string;
  readonly officer: string;
};

export class NaiveGovernance {
  readonly charter: Charter;
  today = 0;
  readonly seats = new Map<string, string>();
  readonly parties = new Map<string, string>();
  readonly keyless = new Set<string>();
  readonly conflicts: { readonly holder: string; readonly concern: string }[] = [];
  readonly acts: NaiveAct[] = [];

  constructor(charter: Charter) {
    this.charter = charter;
    for (const { id, party } of this.allSeats()) {
      this.seats.set(id, id.toLowerCase());
      this.parties.set(id.toLowerCase(), party);
    }
  }

  allSeats(): Seat[] {
    return [...this.charter.parties, ...this.charter.bodies].flatMap(({ seats }) => seats);
  }

  ruleOf(act: NaiveAct): ActRule {
    return this.charter.acts[act.type]!;
  }

  approvalOf(act: NaiveAct): ApprovalRule {
    return this.ruleOf(act).approve[0]!.rule;
  }

  held(officer: string): string[] {
    return this.allSeats()
      .map(({ id }) => id)
      .filter((id) => this.seats.get(id) === officer);
  }

  kindOf(party: string): string {
    return this.charter.parties.find(({ id }) => id === party)!.kind;
  }

  partyInterested(act: NaiveAct, party: string): boolean {
    const { affiliates = [] } = this.charter.parties.find(({ id }) => id === party)!;
    const declared = this.conflicts.filter(({ holder }) => holder === party);
    const all = [...affiliates, ...declared.map(({ concern }) => concern)];
    return act.concerns.some((concern) => all.includes(concern));
  }

  /** Why an officer is out of an act, as the rejection's cause. */
  bar(act: NaiveAct, officer: string, maker: boolean): string | undefined {
    const party = this.parties.get(officer)!;
    if (act.recused.includes(officer)) return "recused";
    const own = this.conflicts.some(
      ({ holder, concern }) => holder === officer && act.concerns.includes(concern),
    );
    const shared = this.kindOf(party) !== "sovereign" && this.partyInterested(act, party);
    if (own || shared) return "interest";
    const isMaker = maker && this.ruleOf(act).makerChecker === true;
    return isMaker && party === this.parties.get(act.proposer) ? "maker" : undefined;
  }

  /** How a seat stands when these things have been said, each for the seats of who said it. */
  seatState(
    act: NaiveAct,
    seat: Seat,
    said: readonly { officer: string; seats: readonly string[]; state: SeatState }[],
    maker: boolean,
  ): SeatState {
    for (const { officer, seats, state } of said) {
      const counts = seats.includes(seat.id) && this.bar(act, officer, maker) === undefined;
      if (counts) return state;
    }
    const holder = this.seats.get(seat.id);
    if (holder !== undefined && !this.keyless.has(holder)) {
      return this.bar(act, holder, maker) === undefined ? "silent" : "recused";
    }
    const isMaker = this.ruleOf(act).makerChecker === true && maker;
    const ofMaker = isMaker && seat.party === this.parties.get(act.proposer);
    const isOut = this.kindOf(seat.party) !== "sovereign" && this.partyInterested(act, seat.party);
    return ofMaker || isOut ? "recused" : "vacant";
  }

  decided(act: NaiveAct): { officer: string; seats: readonly string[]; state: SeatState }[] {
    return act.decisions.map(({ officer, seats, decision, withEvidence }) => ({
      officer,
      seats,
      state: decision === "reject" ? "reject" : withEvidence ? "approveWithEvidence" : "approve",
    }));
  }

  /** The seats that a rule could count at all, alternates too. */
  mentioned(act: NaiveAct, rule: ApprovalRule): Set<string> {
    const parts =
      "all" in rule ? rule.all : "any" in rule ? rule.any : "of" in rule ? rule.of : undefined;
    if (parts !== undefined) {
      return new Set(parts.flatMap((part) => [...this.mentioned(act, part)]));
    }
    const proposer = this.parties.get(act.proposer)!;
    const named = Object.values(rule as object).filter((value) => typeof value === "string");
    const parties = this.charter.parties.filter(({ id, kind }) => {
      if ("independent" in rule) return kind === rule.independent && !this.partyInterested(act, id);
      if ("unilateral" in rule) return id === proposer && rule.unilateral.includes(id);
      return ("party" in rule || "ratifiedBy" in rule) && named.includes(id);
    });
    const bodies = this.charter.bodies.filter(
      ({ id }) =>
        ("majorityOf" in rule || "seatsOf" in rule || "unanimous" in rule) && named.includes(id),
    );
    return new Set([...parties, ...bodies].flatMap(({ seats }) => seats.map(({ id }) => id)));
  }

  outcome(act: NaiveAct): "met" | "open" | "impossible" {
    const rule = this.approvalOf(act);
    const mentioned = this.mentioned(act, rule);
    const said = this.decided(act);
    const states = new Map<string, SeatState>();
    for (const seat of this.allSeats()) {
      const counts = mentioned.has(seat.id);
      states.set(seat.id, counts ? this.seatState(act, seat, said, true) : "recused");
    }
    const interested = this.charter.parties.filter(({ id }) => this.partyInterested(act, id));
    const of = {
      charter: this.charter,
      proposerParty: this.parties.get(act.proposer)!,
      makerChecker: this.ruleOf(act).makerChecker === true,
      interested: new Set(interested.map(({ id }) => id)),
      noObjection: this.noObjection(act, rule),
    };
    return naiveOutcome(of, rule, states);
  }

  noObjection(act: NaiveAct, rule: ApprovalRule): "met" | "open" | "impossible" {
    if (!("noObjection" in rule)) return "open";
    const { by, window } = rule.noObjection;
    if (by.some((party) => this.partyObjected(act, party, "objection"))) return "impossible";
    if (act.consultedOn === undefined) return "open";
    return this.today > act.consultedOn + window.days ? "met" : "open";
  }

  /** The places of one list of seats, with who may speak there. */
  places(
    act: NaiveAct,
    list: readonly Seat[],
    said: readonly { officer: string; seats: readonly string[]; state: SeatState }[],
    maker: boolean,
  ): { readonly seat: string; readonly state: SeatState }[] {
    const used = new Set<string>();
    const places: { seat: string; state: SeatState }[] = [];
    for (const seat of list) {
      if (list.some((other) => other.alternate === seat.id)) continue;
      let place = { seat: seat.id, state: this.seatState(act, seat, said, maker) };
      const alternate = list.find(({ id }) => id === seat.alternate);
      if (place.state === "recused" && alternate !== undefined && !used.has(alternate.id)) {
        const state = this.seatState(act, alternate, said, maker);
        if (state !== "recused") {
          used.add(alternate.id);
          place = { seat: alternate.id, state };
        }
      }
      places.push(place);
    }
    return places;
  }

  objectionPlaces(
    act: NaiveAct,
    party: string,
    power: string,
  ): { readonly seat: string; readonly state: SeatState }[] {
    const said = act.objections
      .filter((objection) => objection.power === power)
      .map(({ officer, seats }) => ({ officer, seats, state: "approve" as const }));
    const { seats } = this.charter.parties.find(({ id }) => id === party)!;
    return this.places(act, seats, said, false);
  }

  partyObjected(act: NaiveAct, party: string, power: string): boolean {
    const places = this.objectionPlaces(act, party, power);
    const objecting = places.filter(({ state }) => state === "approve").length;
    const eligible = places.filter(({ state }) => state === "approve" || state === "silent").length;
    const { threshold } = this.charter.parties.find(({ id }) => id === party)!;
    return objecting >= 1 && objecting >= (eligible < threshold ? eligible : threshold);
  }

  bodyPlaces(act: NaiveAct, body: string): { seat: string; state: SeatState }[] {
    const said = act.answers
      .filter((answer) => answer.body === body)
      .map(({ officer, seats }) => ({ officer, seats, state: "approve" as const }));
    const { seats } = this.charter.bodies.find(({ id }) => id === body)!;
    return this.places(act, seats, said, false);
  }

  bodyConsulted(act: NaiveAct, body: string): boolean {
    const consultation = this.ruleOf(act).consult!.find((each) => each.body === body)!;
    const isOver = this.today > act.proposedOn + consultation.window.days;
    const hasAnswer = act.answers.some((answer) => answer.body === body);
    if (isOver && (consultation.silence === "deemed" || hasAnswer)) return true;
    const eligible = this.bodyPlaces(act, body).filter(
      ({ state }) => state === "approve" || state === "silent",
    );
    return eligible.length > 0 && eligible.every(({ state }) => state === "approve");
  }

  settle(act: NaiveAct): void {
    if (act.executed || act.ended !== undefined || act.approvedOn !== undefined) return;
    if (act.consultedOn === undefined) {
      const consult = this.ruleOf(act).consult!;
      if (consult.every(({ body }) => this.bodyConsulted(act, body))) act.consultedOn = this.today;
    }
    const outcome = this.outcome(act);
    if (outcome === "impossible") act.ended = "refused";
    if (outcome === "met" && act.consultedOn !== undefined) act.approvedOn = this.today;
  }

  propose(id: string, type: string, proposer: string, concerns: readonly string[]): void {
    const isConsulting = (this.charter.acts[type]!.consult ?? []).length > 0;
    this.acts.push({
      id,
      type,
      proposer,
      concerns,
      entry: 10,
      proposedOn: this.today,
      decisions: [],
      recused: [],
      objections: [],
      answers: [],
      consultedOn: isConsulting ? undefined : this.today,
      approvedOn: undefined,
      executed: false,
      ended: undefined,
    });
  }

  openDay(day: number): void {
    this.today = day;
    for (const act of this.acts) {
      if (act.executed || act.ended !== undefined) continue;
      const { expiry } = this.ruleOf(act);
      if (expiry !== undefined && day > act.proposedOn + expiry.days) act.ended = "lapsed";
      else this.settle(act);
    }
  }

  /** The code with which a decision is refused, or undefined once it is recorded. */
  decide(
    act: NaiveAct,
    officer: string,
    decision: "approve" | "reject",
    withEvidence: boolean,
    flaw: string | undefined,
  ): string | undefined {
    const earlier = act.decisions.find((each) => each.officer === officer);
    if (earlier !== undefined) {
      return earlier.decision === decision ? "already_recorded" : "already_decided";
    }
    if (act.executed || act.ended !== undefined) return "act_not_open";
    if (flaw !== undefined) return flaw;
    if (act.consultedOn === undefined) return "consultation_open";
    const bar = this.bar(act, officer, true);
    if (bar !== undefined) return bar === "maker" ? "maker_may_not_check" : "seat_recused";
    if (!this.mayDecide(act, officer)) return "no_seat_for_this_act";
    act.decisions.push({ officer, decision, seats: this.held(officer), withEvidence });
    this.settle(act);
    return undefined;
  }

  mayDecide(act: NaiveAct, officer: string): boolean {
    const mentioned = this.mentioned(act, this.approvalOf(act));
    const said = this.decided(act);
    const lists = [...this.charter.parties, ...this.charter.bodies].map(({ seats }) => seats);
    return lists
      .filter((list) => list.some(({ id }) => mentioned.has(id)))
      .flatMap((list) => this.places(act, list, said, true))
      .some(({ seat, state }) => state === "silent" && this.seats.get(seat) === officer);
  }

  recuse(act: NaiveAct, officer: string): string | undefined {
    if (act.recused.includes(officer)) return "already_recorded";
    if (act.decisions.some((each) => each.officer === officer)) return "already_decided";
    if (act.executed || act.ended !== undefined) return "act_not_open";
    if (this.held(officer).length === 0) return "no_seat_for_this_act";
    act.recused.push(officer);
    this.settle(act);
    return undefined;
  }

  answer(act: NaiveAct, officer: string, body: string, opinion: string): string | undefined {
    const earlier = act.answers.find((each) => each.officer === officer && each.body === body);
    if (earlier !== undefined) {
      return earlier.opinion === opinion ? "already_recorded" : "already_answered";
    }
    if (act.executed || act.ended !== undefined) return "act_not_open";
    const consulted = (this.ruleOf(act).consult ?? []).map((each) => each.body);
    if (!consulted.includes(body)) return "body_not_consulted";
    if (act.consultedOn !== undefined || this.bodyConsulted(act, body)) {
      return "consultation_closed";
    }
    if (this.bar(act, officer, false) !== undefined) return "seat_recused";
    const held = this.held(officer);
    const places = this.bodyPlaces(act, body);
    if (!places.some(({ seat, state }) => state === "silent" && held.includes(seat))) {
      return "no_seat_for_this_act";
    }
    act.answers.push({ officer, body, opinion, seats: held });
    this.settle(act);
    return undefined;
  }

  object(act: NaiveAct, officer: string, power: "objection" | "veto"): string | undefined {
    if (act.objections.some((each) => each.officer === officer && each.power === power)) {
      return "already_recorded";
    }
    if (act.executed || act.ended !== undefined) return "act_not_open";
    const party = this.parties.get(officer)!;
    const right = power === "veto" ? this.vetoRight(act, party) : this.objectionRight(act, party);
    if (right !== undefined) return right;
    if (this.bar(act, officer, false) !== undefined) return "seat_recused";
    const held = this.held(officer);
    const places = this.objectionPlaces(act, party, power);
    if (!places.some(({ seat, state }) => state === "silent" && held.includes(seat))) {
      return "no_seat_for_this_act";
    }
    act.objections.push({ officer, power, seats: held });
    if (power === "objection" && act.approvedOn === undefined) this.settle(act);
    else if (this.partyObjected(act, party, power)) act.ended = "vetoed";
    return undefined;
  }

  vetoRight(act: NaiveAct, party: string): string | undefined {
    const rule = this.ruleOf(act);
    if (rule.carvedOut === true) return "carved_out";
    return (rule.veto?.by ?? []).includes(party) ? undefined : "no_veto_right";
  }

  objectionRight(act: NaiveAct, party: string): string | undefined {
    const rule = this.ruleOf(act);
    const approval = this.approvalOf(act);
    const silence = "noObjection" in approval ? approval.noObjection : undefined;
    const during = silence?.by.includes(party) === true ? silence.window.days : undefined;
    const after =
      rule.objection?.by.includes(party) === true ? rule.objection.window.days : undefined;
    const isApproved = act.approvedOn !== undefined;
    if (isApproved && after !== undefined && rule.carvedOut === true) return "carved_out";
    if (during === undefined && after === undefined) return "no_objection_right";
    const from = isApproved ? act.approvedOn : act.consultedOn;
    const days = isApproved ? after : during;
    if (from === undefined || days === undefined) return "objection_window_closed";
    return this.today > from + days ? "objection_window_closed" : undefined;
  }

  status(act: NaiveAct): string {
    if (act.executed) return "executed";
    if (act.ended !== undefined) return act.ended;
    const rule = this.ruleOf(act);
    if (act.approvedOn !== undefined) {
      const windows = [rule.timelock?.days, rule.objection?.window.days];
      const known = windows.filter((days) => days !== undefined);
      const isStanding = known.some((days) => this.today <= act.approvedOn! + days);
      return isStanding ? "standing" : "effective";
    }
    const hasConsulted = rule.consult !== undefined && act.consultedOn !== undefined;
    return hasConsulted ? "consulted" : "proposed";
  }
}
