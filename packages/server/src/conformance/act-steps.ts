import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Json } from "@jointfund/core/base/json.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { perMajorUnit } from "@jointfund/core/fund/terms.ts";
import type { Step } from "../scenario/scenario.ts";
import type { Signers } from "./signers.ts";

type Body = { readonly [field: string]: Json };

type ActOptions = {
  /** Name by which later steps refer to the act. */
  readonly as?: string;
  /** Condition of the step, as scenarios write it. */
  readonly when?: string;
  readonly effectiveDate?: LocalDate;
  /** Minor units: which tier of approval decides may depend on it. */
  readonly amount?: bigint;
  /** Approved and executed the same day; `false` leaves that to later steps. */
  readonly approved?: boolean;
  readonly executed?: boolean;
  /** The code with which the rules must refuse the act. */
  readonly expect?: string;
  readonly evidence?: readonly string[];
  /** The party whose officer proposes. */
  readonly party?: string;
  /** An officer that the charter knows nothing of: of a party that was admitted later. */
  readonly by?: string;
  /** Approved by each sovereign, whatever else would do. */
  readonly everySovereign?: boolean;
};

/** Acts that the engine rounds an amount of its own for: interest, parts of a sale, a formula. */
const ROUNDED: ReadonlySet<string> = new Set([
  "facility.repay",
  "distribution.declare",
  "investment.dispose",
  "reserve.set",
  "fee.pay",
]);

/** Writes the steps of a scenario: every act proposed, approved and executed by who may. */
export class ActSteps {
  readonly steps: Step[] = [];
  readonly currency: string;
  readonly #signers: Signers;
  #on: LocalDate;
  #roundings = 0;
  readonly #names = new Set<string>();

  constructor(charter: Charter, signers: Signers, on: LocalDate) {
    this.#signers = signers;
    this.#on = on;
    this.currency = charter.capital.currency;
  }

  get on(): LocalDate {
    return this.#on;
  }

  /** How often the engine has rounded. */
  get roundings(): number {
    return this.#roundings;
  }

  /** What comes next happens on this day. */
  moveTo(on: LocalDate): void {
    this.#on = on;
  }

  /** Minor units as scenarios write them. */
  text(minor: bigint, currency: string = this.currency): string {
    const { num, den } = perMajorUnit(currency);
    return Ratio.toDecimalText(Ratio.make(minor * den, num))!;
  }

  /** Whether an act of that name was written. */
  has(name: string): boolean {
    return this.#names.has(name);
  }

  found(reason: string): void {
    this.#add({ found: reason });
  }

  /** Opens a day on which nobody acts; what accrues to it is rounded so often. */
  openDay(on: LocalDate, roundings: number): void {
    this.#on = on;
    this.#roundings += roundings;
    this.#add({ seal: "Nobody acts" });
  }

  report(type: string, body: Body, { as, evidence, party }: ActOptions = {}): void {
    const by = this.#signers.proposer(type, party);
    const cited = evidence === undefined ? {} : { evidence };
    this.#add({ report: type, by, ...this.#said(), body, ...named(as, undefined), ...cited });
  }

  /** A decision that is approved at once, by the tier that its amount falls in. */
  decide(type: string, body: Body, options: ActOptions = {}): void {
    const { when, effectiveDate, approved = true, executed = approved, party } = options;
    const by = options.by ?? this.#signers.proposer(type, party);
    if (ROUNDED.has(type)) this.#roundings++;
    const as = options.as ?? `act-${this.steps.length + 1}`;
    this.#add({
      ...{ propose: type, by, ...this.#said(), body, ...named(as, when) },
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
    });
    if (approved) this.approve(as, type, options);
    if (executed) this.execute(as, type, options);
  }

  /** Whether an act has to be proposed on an earlier day than it is executed on [PJ101]. */
  waits(type: string): boolean {
    return this.#signers.waits(type);
  }

  /** Approval of what stands proposed, by the tier that its amount falls in. */
  approve(name: string, type: string, options: ActOptions = {}): void {
    const { amount, party, when } = options;
    if (options.everySovereign === true) {
      this.#add({ approve: `$${name}`, by: this.#signers.sovereigns() });
      return;
    }
    const proposer = options.by ?? this.#signers.proposer(type, party);
    for (const { tier, conditions } of this.#tiersOf(type, amount)) {
      const by = this.#signers.approvers(type, tier, proposer);
      const all = when === undefined ? conditions : [...conditions, `(${when})`];
      const condition = all.length === 0 ? undefined : all.join(" and ");
      this.#add({ approve: `$${name}`, by, ...named(undefined, condition) });
    }
  }

  execute(name: string, type: string, options: ActOptions = {}): void {
    const { expect, party, when } = options;
    const by = options.by ?? this.#signers.proposer(type, party);
    const refused = expect === undefined ? {} : { expect };
    this.#add({ execute: `$${name}`, by, ...named(undefined, when), ...refused });
  }

  /** Releases what an act has instructed, if it has. */
  pay(name: string): void {
    this.#roundings++;
    const by = this.#signers.proposer("payment.release");
    const approve = this.#signers.approvers("payment.release", 0, by);
    const when = `orElse(paymentOf("$${name}/1"), 0) > 0`;
    this.#add({ pay: `$${name}`, by, ...this.#said(), approve, execute: by, when });
  }

  /** Releases one payment of an act before its others, once the mirrors hold the record of why. */
  payFirst(name: string, payment: number, payee: string): void {
    this.#add({ finalise: "Both treasuries hold the record" });
    const id = `$${name}/${payment}`;
    const amount = `= paymentOf("${id}") * 1 ${this.currency}`;
    this.decide("payment.release", { payment: id, payee, currency: this.currency, amount });
  }

  /** The tiers that may decide, with the condition under which each does. */
  #tiersOf(
    type: string,
    amount: bigint | undefined,
  ): readonly { readonly tier: number; readonly conditions: readonly string[] }[] {
    const { approve } = this.#signers.rule(type);
    const sum = amount === undefined ? undefined : `${this.text(amount)} ${this.currency}`;
    const before: string[] = [];
    return approve.map(({ when }, tier) => {
      const own = when?.replaceAll(/\bamount\b/g, sum ?? "amount");
      const conditions = [...before, ...(own === undefined ? [] : [`(${own})`])];
      if (own !== undefined) before.push(`not (${own})`);
      return { tier, conditions };
    });
  }

  /** Acts with the same content would be one act, so that each has a reason of its own. */
  #said(): { readonly reason: string } {
    return { reason: `Replay of a projected path, step ${this.steps.length + 1}` };
  }

  #add(step: Omit<Step, "on" | "path">): void {
    if (step.as !== undefined) this.#names.add(step.as);
    this.steps.push({ ...step, on: this.#on, path: ["steps", this.steps.length] });
  }
}

const named = (as: string | undefined, when: string | undefined): Pick<Step, "as" | "when"> => ({
  ...(as === undefined ? {} : { as }),
  ...(when === undefined ? {} : { when }),
});
