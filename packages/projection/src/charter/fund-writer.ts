import { assert } from "@jointfund/core/base/assert.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter, Vehicle } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "../assumptions/assumptions.ts";
import type { FactorInputs } from "../factors/factor-inputs.ts";
import type { Factors } from "../factors/factors.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Bool, Num } from "../kernel/program.ts";
import { chooseBooks, type Books } from "./books.ts";
import type { Inexpressible } from "./inexpressible.ts";

/** What all rules of a step share while a charter is written down as a program. */
export class FundWriter {
  readonly b: ProgramBuilder;
  readonly charter: Charter;
  readonly vehicle: Vehicle;
  readonly assumptions: Assumptions;
  /** The last day of each step. */
  readonly dates: readonly LocalDate[];
  readonly factors: Factors;
  readonly inputs: FactorInputs;
  /** Whether the program tells every flow and balance, not only what a result needs. */
  readonly tellsAll: boolean;
  /** What the charter says and a program can't: the charter is refused with all of it. */
  readonly refusals: Inexpressible[] = [];
  readonly #flows = new Map<string, Num>();
  #opening: Books | undefined;

  constructor(given: {
    readonly builder: ProgramBuilder;
    readonly charter: Charter;
    readonly vehicle: Vehicle;
    readonly assumptions: Assumptions;
    readonly dates: readonly LocalDate[];
    readonly factors: Factors;
    readonly inputs: FactorInputs;
    readonly tellsAll: boolean;
  }) {
    this.b = given.builder;
    this.charter = given.charter;
    this.vehicle = given.vehicle;
    this.assumptions = given.assumptions;
    this.dates = given.dates;
    this.factors = given.factors;
    this.inputs = given.inputs;
    this.tellsAll = given.tellsAll;
  }

  /** A parameter of `fundParameters`: what a slider may move. */
  parameter(name: string): Num {
    assert(this.inputs.parameters.has(name), `${name} is a parameter of the fund`);
    return this.b.parameter(name);
  }

  /** A schedule with one value for each step. */
  schedule(name: string, values: () => readonly number[]): Num {
    if (!this.inputs.schedules.has(name)) {
      this.inputs.schedules.set(name, Float64Array.from(values()));
    }
    return this.b.schedule(name);
  }

  /** Adds to what the step tells under a name. */
  add(name: string, amount: Num): void {
    const before = this.#flows.get(name);
    this.#flows.set(name, before === undefined ? amount : this.b.add(before, amount));
  }

  /** All that was told of the step so far, by name. */
  get flows(): ReadonlyMap<string, Num> {
    return this.#flows;
  }

  /** All that was added under a name in the step. */
  flow(name: string): Num {
    return this.#flows.get(name) ?? this.b.constant(0);
  }

  /** The books as the step opened, for rules that look back at them. */
  openWith(books: Books): void {
    this.#opening = books;
  }

  /** What a party owed on its calls as the step opened, and the units that it would bring. */
  owedAtOpening(party: string): {
    readonly capital: Num;
    readonly interest: Num;
    readonly units?: Num;
  } {
    const holder = this.#opening?.parties.get(party);
    if (holder === undefined) return { capital: this.b.constant(0), interest: this.b.constant(0) };
    const { called, paidIn, lateInterest: interest } = holder;
    const units = this.#opening?.unitsOwed.get(party);
    const capital = this.b.subtract(called, paidIn);
    return { capital, interest, ...(units === undefined ? {} : { units }) };
  }

  refuse(refusal: Inexpressible): void {
    this.refusals.push(refusal);
  }

  /**
   * Does something to the books where a condition holds. All of it then hangs on the condition
   * alone, so that a kernel can leave it out while no path needs it.
   */
  whenever(condition: Bool, books: Books, change: (books: Books) => Books): Books {
    const before = new Map(this.#flows);
    const changed = change(books);
    for (const [name, after] of this.#flows) {
      const told = before.get(name) ?? this.b.constant(0);
      this.#flows.set(name, this.b.choose(condition, after, told));
    }
    return chooseBooks(this.b, condition, changed, books);
  }

  /** No less than nothing. */
  positive(amount: Num): Num {
    return this.b.maximum(this.b.constant(0), amount);
  }

  /** The amount where the condition holds, else nothing. */
  when(condition: Bool, amount: Num): Num {
    return this.b.choose(condition, amount, this.b.constant(0));
  }
}
