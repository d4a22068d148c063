import { assert } from "@jointfund/core/base/assert.ts";
import type { ActRule, ApprovalRule, Charter } from "@jointfund/core/charter/charter.ts";
import { sovereignsOf } from "@jointfund/core/fund/terms.ts";
import { indexOf } from "@jointfund/core/governance/charter-index.ts";

/** The officer whom a demonstration puts on a seat (default-officers.ts). */
const officerOn = (seat: string): string => seat.toLowerCase();

/**
 * Who proposes and approves acts when everybody agrees: the first who may, by the charter's rules.
 */
export class Signers {
  readonly #charter: Charter;

  constructor(charter: Charter) {
    this.#charter = charter;
  }

  /** The officer who proposes or reports an act; of one party if it is named. */
  proposer(type: string, party?: string): string {
    const officer = this.#proposerOf(type, party);
    assert(officer !== undefined, `somebody may propose ${type}`);
    return officer;
  }

  /** Whether an act of the charter needs nothing but signatures, whichever tier decides. */
  canSign(type: string): boolean {
    const { approve, makerChecker } = this.rule(type);
    const proposer = this.#proposerOf(type);
    if (proposer === undefined) return false;
    const by = { party: this.#partyOf(proposer), isChecked: makerChecker === true };
    return approve.every(({ rule }) => this.#seatsFor(rule, by) !== undefined);
  }

  #proposerOf(type: string, party?: string): string | undefined {
    const rule = this.rule(type);
    const { partySeats, parties: known } = indexOf(this.#charter);
    // An adviser may be concerned by what it finds, and may not propose it then.
    const others = this.#proposing(rule).filter((id) => known.get(id)?.kind !== "adviser");
    const parties = party === undefined ? others : [party];
    const seat = parties.flatMap((id) => partySeats.get(id)?.seats ?? [])[0];
    return seat && officerOn(seat.id);
  }

  /** Parties that may propose an act; what anybody may do, the sovereigns do. */
  #proposing({ propose }: ActRule): readonly string[] {
    return propose.includes("any") ? sovereignsOf(this.#charter) : propose;
  }

  /** The officers whose approval is enough in a tier, where this one proposes. */
  approvers(type: string, tier: number, proposer: string): readonly string[] {
    const rule = this.rule(type);
    const seats = this.#seatsFor(rule.approve[tier]!.rule, {
      party: this.#partyOf(proposer),
      isChecked: rule.makerChecker === true,
    });
    assert(seats !== undefined, `${type} can be approved`);
    return [...new Set(seats)].map(officerOn);
  }

  /** Whether an act of the charter has to stand proposed for days before it may be executed. */
  waits(type: string): boolean {
    const rule = this.#charter.acts[type];
    if (rule === undefined) return false;
    return Boolean(rule.consult?.length) || Boolean(rule.objection ?? rule.timelock);
  }

  rule(type: string): ActRule {
    const rule = this.#charter.acts[type];
    assert(rule !== undefined, `the charter has the act ${type}`);
    return rule;
  }

  /** One officer of each sovereign. */
  sovereigns(): readonly string[] {
    const { sovereigns } = indexOf(this.#charter);
    return sovereigns.flatMap((party) => this.#ofParty(party) ?? []).map(officerOn);
  }

  /** The party that an officer speaks for; of one that was admitted later the charter has none. */
  #partyOf(officer: string): string {
    const seats = [...indexOf(this.#charter).seats.values()];
    return seats.find(({ id }) => officerOn(id) === officer)?.party ?? "";
  }

  /** Seats that meet a rule; undefined if the proposer's side alone can't. */
  #seatsFor(
    rule: ApprovalRule,
    by: { readonly party: string; readonly isChecked: boolean },
  ): readonly string[] | undefined {
    if ("all" in rule) return joined(rule.all.map((each) => this.#seatsFor(each, by)));
    if ("of" in rule) {
      const met = rule.of
        .map((each) => this.#seatsFor(each, by))
        .filter((each) => each !== undefined);
      return met.length < rule.atLeast ? undefined : met.slice(0, rule.atLeast).flat();
    }
    if ("any" in rule) {
      return rule.any.map((each) => this.#seatsFor(each, by)).find((each) => each !== undefined);
    }
    if ("party" in rule) {
      return by.isChecked && rule.party === by.party ? undefined : this.#ofParty(rule.party);
    }
    if ("ratifiedBy" in rule) return this.#ofParty(rule.ratifiedBy);
    if ("unilateral" in rule) {
      return rule.unilateral.includes(by.party) ? this.#ofParty(by.party) : undefined;
    }
    return this.#seatsOfBody(rule);
  }

  #ofParty(party: string): readonly string[] | undefined {
    const { parties, partySeats } = indexOf(this.#charter);
    const threshold = parties.get(party)?.threshold;
    const seats = partySeats.get(party)?.seats.map(({ id }) => id);
    return seats?.slice(0, threshold);
  }

  #seatsOfBody(rule: ApprovalRule): readonly string[] | undefined {
    if ("seat" in rule) return [rule.seat];
    if ("soleDecider" in rule) return [rule.soleDecider];
    if ("independent" in rule) {
      const party = this.#charter.parties.find(({ kind }) => kind === rule.independent);
      return party && this.#ofParty(party.id)?.slice(0, 1);
    }
    // That nobody objects takes days; whoever agrees says so.
    if ("noObjection" in rule) return undefined;
    const body =
      "majorityOf" in rule ? rule.majorityOf : "seatsOf" in rule ? rule.seatsOf : undefined;
    const id = body ?? ("unanimous" in rule ? rule.unanimous : "");
    return indexOf(this.#charter)
      .bodySeats.get(id)
      ?.seats.map((seat) => seat.id);
  }
}

function joined(parts: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const seats: string[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    seats.push(...part);
  }
  return seats;
}
