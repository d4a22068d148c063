import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { rate } from "@jointfund/projection/assumptions/rate-text.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { calledIn, dealtIn, openedIn } from "./class-acts.ts";
import {
  classPriceOutput,
  exchangeOutput,
  outputOf,
  rungOutput,
} from "@jointfund/projection/charter/fund-outputs.ts";

type By = ReadonlyMap<string, number>;

/** For what capital is called in a step, and why projects are sold, in the order of the step. */
export const CALLED_FOR = ["charges", "cure", "projects"] as const;
export type CalledFor = (typeof CALLED_FOR)[number];
export const SOLD_FOR = ["sold", "liquidated", "ended"] as const;
export type SoldFor = (typeof SOLD_FOR)[number];

export type Sales = {
  /** Share of each project that is sold, and what it brings. */
  readonly shares: By;
  readonly proceeds: By;
  /** What of it goes to lenders. */
  readonly repaid: number;
};

/** What one path does in one step; amounts in minor units, not rounded. */
export type PathStep = {
  readonly on: LocalDate;
  /** What is fixed on the step's day. */
  readonly shortRate: number;
  readonly exchange: By;
  /** A year's rate on bonds that are issued on the day. */
  readonly bondRate: number;
  readonly income: By;
  /** What covenants turn to the lenders, and what is repaid to cure one. */
  readonly swept: number;
  readonly cured: number;
  /** What the valuer reports, by project. */
  readonly valued: By;
  readonly called: Readonly<Record<CalledFor, number>>;
  /** 1 for each party that pays what it is called for. */
  readonly pays: By;
  /** What the holders of classes that open pay in. */
  readonly classPaid: By;
  /**
   * By class that is dealt in, in its own currency: money and units of the step's orders, what is
   * dealt of both, and what the feeder pays out; in the fund's, what the fund pays the feeder.
   */
  readonly ordered: By;
  readonly askedBack: By;
  readonly bought: By;
  readonly redeemed: By;
  readonly feederPaid: By;
  readonly passedOn: By;
  /** By fee: what is owed when fees are paid in the step, and what of it is. */
  readonly fees: ReadonlyMap<string, { readonly owed: number; readonly paid: number }>;
  /** What is spent in the step, and what is paid of all that was spent and not paid. */
  readonly expenses: number;
  readonly expensesPaid: number;
  readonly sales: Readonly<Record<SoldFor, Sales>>;
  readonly selected: By;
  /** Why a project that was due was not selected: 1 limits, 2 locked, 3 incurrence tests. */
  readonly refused: By;
  readonly lineDrawn: number;
  readonly bondsIssued: number;
  readonly drawn: By;
  readonly distribution: number;
  /** What of the distribution goes to calls that parties owe. */
  readonly diverted: number;
  readonly after: PathBooks;
};

/** Where the path stands at the end of a step. */
export type PathBooks = {
  /** By the names of a projection's outputs. */
  readonly figures: By;
  readonly reported: By;
  readonly cost: By;
  /** Since the opening. */
  readonly paidIn: By;
  readonly distributed: By;
  /** Of that, income and realised gains; not of classes that are dealt in. */
  readonly income: By;
  readonly gains: By;
  /** Of classes that are dealt in, counted in minor units of their founders' price. */
  readonly feederUnits: By;
  readonly reserves: By;
  /** 0 is clear, then the covenant's steps. */
  readonly rungs: By;
};

/** A path of a projection, with what its program needs to be replayed. */
export type Path = {
  readonly opens: LocalDate;
  readonly openingShortRate: number;
  readonly openingExchange: By;
  readonly assumptions: Assumptions;
  readonly steps: readonly PathStep[];
};

const FIGURES = [
  ...["netAssets", "totalAssets", "investments", "cash", "debt", "unfunded", "pricePerUnit"],
  ...["line", "bonds", "undrawnLine", "chargesPayable", "undistributedIncome"],
] as const;

/** What one path gives at each step, by the names of its program's outputs. */
export type PathValues = {
  readonly steps: number;
  /** Undefined for what the program does not tell. */
  readonly value: (name: string, step: number) => number | undefined;
};

type Made = {
  readonly charter: Charter;
  readonly assumptions: Assumptions;
  readonly model: FundModel;
};

/** A path of a fund's program that tells all [PJ93]. */
export function pathOf(made: Made, values: PathValues): Path {
  const { assumptions, model } = made;
  const reader = new StepReader(made, values);
  const steps = Array.from({ length: values.steps }, (_, step) => reader.read(step));
  return {
    opens: model.opens,
    openingShortRate: rate(assumptions.shortRate.opening),
    openingExchange: new Map(
      Object.entries(assumptions.exchange).map(([currency, { rate: quote }]) => [
        currency,
        rate(quote),
      ]),
    ),
    assumptions,
    steps,
  };
}

class StepReader {
  readonly #made: Made;
  readonly #values: PathValues;
  readonly #projects: readonly string[];
  readonly #totals = new Map<string, number>();
  readonly #feesOwed = new Map<string, number>();

  constructor(made: Made, values: PathValues) {
    this.#made = made;
    this.#values = values;
    this.#projects = made.assumptions.projects.map(({ id }) => id);
  }

  read(step: number): PathStep {
    const of = (name: string): number => this.#values.value(name, step) ?? 0;
    const { assumptions, model } = this.#made;
    const parties = model.parties.map(({ id }) => id);
    const ofProjects = (name: string): By =>
      new Map(this.#projects.map((id) => [id, of(`${name}:${id}`)]));
    const dealt = dealtIn({ assumptions }).map(({ id }) => id);
    const ofDealt = (name: string): By => new Map(dealt.map((id) => [id, of(`${name}:${id}`)]));
    const repaid = (why: string): number => of(`line:${why}`) + of(`bonds:${why}`);
    const called = CALLED_FOR.map((why) => [why, of(`called:${why}`)]);
    const sales = SOLD_FOR.map((why) => [
      why,
      { shares: ofProjects(why), proceeds: ofProjects(`${why}Proceeds`), repaid: repaid(why) },
    ]);
    const fees = this.#fees(of);
    const feesPaid = [...fees.values()].reduce((sum, { paid }) => sum + paid, 0);
    return {
      on: model.dates[step]!,
      shortRate: of("nextShortRate"),
      bondRate: of("nextShortRate") + rate(assumptions.borrowing.bondSpread),
      exchange: new Map(
        Object.keys(assumptions.exchange).map((each) => [each, of(exchangeOutput(each))]),
      ),
      income: ofProjects("income"),
      ...{ swept: repaid("swept"), cured: repaid("cured") },
      valued: ofProjects("valued"),
      called: Object.fromEntries(called) as PathStep["called"],
      pays: new Map(parties.map((party) => [party, of(outputOf("missed", party)) > 0 ? 0 : 1])),
      classPaid: new Map(
        calledIn({ assumptions }).map(({ id }) => [id, of(outputOf("paidIn", id))]),
      ),
      ...{ ordered: ofDealt("ordered"), askedBack: ofDealt("askedBack") },
      ...{ bought: ofDealt("bought"), redeemed: ofDealt("redeemed") },
      ...{ feederPaid: ofDealt("feederDistribution"), passedOn: ofDealt("passedOn") },
      fees,
      ...{ expenses: of("expensesBooked"), expensesPaid: of("expenses") - feesPaid },
      sales: Object.fromEntries(sales) as PathStep["sales"],
      selected: ofProjects("selected"),
      refused: ofProjects("refused"),
      lineDrawn: of("line:drawn"),
      bondsIssued: of("bonds:issued"),
      drawn: ofProjects("drawn"),
      distribution: of("distribution"),
      diverted: parties.reduce((sum, party) => sum + of(`diverted:${party}`), 0),
      after: this.#books(step, of),
    };
  }

  /** A program pays fees and expenses alike: of what it pays, fees come first here. */
  #fees(of: (name: string) => number): PathStep["fees"] {
    let left = of("expenses");
    const fees = (this.#made.charter.fees ?? []).map(({ id }) => {
      const owed = (this.#feesOwed.get(id) ?? 0) + of(`fee:${id}:accrued`);
      const paid = Math.min(owed, left);
      left -= paid;
      this.#feesOwed.set(id, owed - paid + of(`fee:${id}:struck`));
      return [id, { owed, paid }] as const;
    });
    return new Map(fees);
  }

  #books(step: number, of: (name: string) => number): PathBooks {
    const { charter, model } = this.#made;
    const by = (ids: readonly string[], name: (id: string) => string): By =>
      new Map(ids.map((id) => [id, of(name(id))]));
    const { value } = this.#values;
    const prices = openedIn(this.#made).map(({ id }) => classPriceOutput(id));
    const known = [...FIGURES, ...prices].filter((name) => value(name, step) !== undefined);
    const reserves = (charter.reserves ?? []).map(({ id }) => id);
    return {
      figures: by(known, (name) => name),
      reported: by(this.#projects, (id) => `reported:${id}`),
      cost: by(this.#projects, (id) => `cost:${id}`),
      paidIn: this.#sinceOpening("paidIn", of),
      distributed: this.#sinceOpening("distributed", of),
      income: this.#partsSinceOpening("income", of),
      gains: this.#partsSinceOpening("gains", of),
      reserves: by(
        reserves.filter((id) => value(`reserve:${id}`, step) !== undefined),
        (id) => `reserve:${id}`,
      ),
      feederUnits: by(
        dealtIn(this.#made).map(({ id }) => id),
        (id) => `feederUnits:${id}`,
      ),
      rungs: by(model.covenants, rungOutput),
    };
  }

  /** Of a class that is dealt in, in its own currency. */
  #ownAmount(name: "paidIn" | "distributed", id: string, of: (name: string) => number): number {
    const redeemed = name === "distributed" ? of(`redeemed:${id}`) : 0;
    if (!dealtIn(this.#made).some((dealt) => dealt.id === id)) {
      return of(outputOf(name, id)) + redeemed;
    }
    return redeemed + of(name === "paidIn" ? `bought:${id}` : `got:${id}`);
  }

  #sinceOpening(name: "paidIn" | "distributed", of: (name: string) => number): By {
    const parties = this.#made.model.parties.map(({ id }) => id);
    return new Map(
      parties.map((id) => [id, this.#total(outputOf(name, id), this.#ownAmount(name, id, of))]),
    );
  }

  /** A feeder keeps what it gets by where it came from; its holders' parts are not told. */
  #partsSinceOpening(name: "income" | "gains", of: (name: string) => number): By {
    const dealt = dealtIn(this.#made).map(({ id }) => id);
    const parties = this.#made.model.parties.filter(({ id }) => !dealt.includes(id));
    return new Map(
      parties.map(({ id }) => {
        const part = of(`${name}Share`) * of(outputOf("distributed", id));
        return [id, this.#total(`${name} of ${id}`, part)];
      }),
    );
  }

  /** The amount and all that was told under the key before. */
  #total(key: string, amount: number): number {
    const total = (this.#totals.get(key) ?? 0) + amount;
    this.#totals.set(key, total);
    return total;
  }
}
