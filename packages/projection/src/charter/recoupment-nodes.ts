import type { Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import { Logic, type Truth } from "./logic.ts";
import type { WaterfallTerms } from "./waterfall-terms.ts";

type RecoupmentTerms = NonNullable<WaterfallTerms["recoupment"]>;

/** What the beneficiary has put in and not had back, minor units. */
export type RecoupmentNodes = {
  readonly principal: Num;
  readonly interest: Num;
  /** Of interest, what the last payment date left unpaid. */
  readonly overdue: Num;
  /** Of principal, what no date's target holds yet. */
  readonly notDue: Num;
  readonly instalmentsLeft: Num;
  /** 1 once anything was put in. */
  readonly opened: Num;
};

const KEPT = [
  "principal",
  "interest",
  "overdue",
  "notDue",
  "instalmentsLeft",
  "opened",
] as const satisfies readonly (keyof RecoupmentNodes)[];

/** Writes what a recoupment becomes; balances that its reading has not have no state. */
export class Recoupments {
  readonly #builder: ProgramBuilder;
  readonly #logic: Logic;
  readonly #terms: RecoupmentTerms;
  readonly #states: ReadonlySet<keyof RecoupmentNodes>;

  constructor(builder: ProgramBuilder, terms: RecoupmentTerms) {
    this.#builder = builder;
    this.#logic = new Logic(builder);
    this.#terms = terms;
    this.#states = new Set([
      ...(["principal", "interest"] as const),
      ...(terms.compounding ? (["overdue"] as const) : []),
      ...(this.#isScheduled ? (["notDue", "instalmentsLeft", "opened"] as const) : []),
    ]);
  }

  get #isScheduled(): boolean {
    return this.#terms.reading === "scheduled";
  }

  open(name: string): RecoupmentNodes {
    const nodes = KEPT.map((key) => [
      key,
      this.#states.has(key) ? this.#builder.state(`${name}:${key}`) : this.#builder.constant(0),
    ]);
    return Object.fromEntries(nodes) as RecoupmentNodes;
  }

  openings(name: string): readonly (readonly [string, number])[] {
    const { instalments } = this.#terms;
    const kept = KEPT.filter((key) => this.#states.has(key));
    return kept.map((key) => [`${name}:${key}`, key === "instalmentsLeft" ? instalments : 0]);
  }

  close(name: string, recoupment: RecoupmentNodes): void {
    for (const key of this.#states) this.#builder.setNext(`${name}:${key}`, recoupment[key]);
  }

  /**
   * With the interest of the step [RC2]: `index` is the rate a year in force over it, without one
   * the spread alone, and a rate is never below nothing.
   */
  accrued(recoupment: RecoupmentNodes, years: Num, index: Num | undefined): RecoupmentNodes {
    const builder = this.#builder;
    const spread = builder.constant(this.#terms.spread);
    const rate =
      index === undefined
        ? spread
        : builder.maximum(builder.add(index, spread), builder.constant(0));
    const base = builder.add(recoupment.principal, recoupment.overdue);
    const earned = builder.multiply(base, builder.multiply(rate, years));
    return { ...recoupment, interest: builder.add(recoupment.interest, earned) };
  }

  /** With principal put in at the end of the step, not below nothing. */
  advanced(recoupment: RecoupmentNodes, minor: Num): RecoupmentNodes {
    const builder = this.#builder;
    const principal = builder.add(recoupment.principal, minor);
    if (!this.#isScheduled) return { ...recoupment, principal };
    const isPut = builder.less(builder.constant(0), minor);
    return {
      ...{ ...recoupment, principal },
      notDue: builder.add(recoupment.notDue, minor),
      opened: builder.choose(isPut, builder.constant(1), recoupment.opened),
    };
  }

  /** With principal given back outside the tiers; what is not due goes first. */
  withdrawn(recoupment: RecoupmentNodes, minor: Num): RecoupmentNodes {
    const builder = this.#builder;
    const zero = builder.constant(0);
    const { principal, notDue } = recoupment;
    const back = builder.minimum(minor, principal);
    return {
      ...recoupment,
      principal: builder.subtract(principal, back),
      notDue: this.#isScheduled ? builder.maximum(builder.subtract(notDue, back), zero) : notDue,
    };
  }

  /** As of a payment date, where the step is one [RC4]. */
  due(recoupment: RecoupmentNodes, isPaymentDate: Truth): RecoupmentNodes {
    const builder = this.#builder;
    const logic = this.#logic;
    const { interest, notDue, instalmentsLeft: left, opened } = recoupment;
    const overdue = this.#terms.compounding
      ? logic.choose(isPaymentDate, interest, recoupment.overdue)
      : recoupment.overdue;
    if (!this.#isScheduled) return { ...recoupment, overdue };
    const one = builder.constant(1);
    const isLast = builder.lessOrEqual(left, one);
    const instalment = builder.choose(isLast, notDue, builder.divide(notDue, left));
    const falls = logic.and(isPaymentDate, builder.equal(opened, one));
    const next = builder.maximum(builder.subtract(left, one), builder.constant(0));
    return {
      ...{ ...recoupment, overdue },
      notDue: logic.choose(falls, builder.subtract(notDue, instalment), notDue),
      instalmentsLeft: logic.choose(falls, next, left),
    };
  }

  /** Interest, and principal so far as it is due [RC3]. */
  outstanding({ interest, principal, notDue }: RecoupmentNodes): Num {
    const due = this.#isScheduled ? this.#builder.subtract(principal, notDue) : principal;
    return this.#builder.add(interest, due);
  }

  /** With what payments have left outstanding of it: interest first, then principal [RC5]. */
  repaid(recoupment: RecoupmentNodes, left: Num): RecoupmentNodes {
    const builder = this.#builder;
    const zero = builder.constant(0);
    const { interest, overdue, principal, notDue } = recoupment;
    const paid = builder.subtract(this.outstanding(recoupment), left);
    const toInterest = builder.minimum(paid, interest);
    const toPrincipal = builder.subtract(paid, toInterest);
    const isFull = builder.equal(left, zero);
    return {
      ...recoupment,
      // Nothing is left by a rounding where everything is paid.
      interest: builder.choose(isFull, zero, builder.subtract(interest, toInterest)),
      principal: builder.choose(isFull, notDue, builder.subtract(principal, toPrincipal)),
      overdue: this.#terms.compounding
        ? builder.maximum(builder.subtract(overdue, toInterest), zero)
        : overdue,
    };
  }
}
