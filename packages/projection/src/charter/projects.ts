import { assert } from "@jointfund/core/base/assert.ts";
import type { Project, Returned } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { exponential } from "../numeric/exponential.ts";
import { logarithm } from "../numeric/logarithm.ts";
import type { Bool, Num } from "../kernel/program.ts";
import { addToProject, GONE, WAITING, withAge, withProjects, type Books } from "./books.ts";
import { incurrenceHolds, limitsHold } from "./conditions.ts";
import { repay } from "./borrowing.ts";
import { initialCapital } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";

/** What is committed to a project, in minor units. */
export const commitmentTo = (w: FundWriter, { commitment }: Project): Num =>
  w.b.constant(rate(commitment) * initialCapital(w));

/** Everything selected is a step older. */
export function growOlder(w: FundWriter, books: Books): Books {
  const { b } = w;
  let next = books;
  for (const [id, { age }] of books.projects) {
    const isUnderWay = b.lessOrEqual(b.constant(0), age);
    next = withAge(next, id, b.choose(isUnderWay, b.add(age, b.constant(1)), age));
  }
  return next;
}

export type Earned = { readonly books: Books; readonly income: ReadonlyMap<string, Num> };

/** Income of projects whose construction is over, on their value as the step opened [PJ82]. */
export function receiveIncome(w: FundWriter, books: Books): Earned {
  const { b } = w;
  const income = new Map<string, Num>();
  for (const project of w.assumptions.projects) {
    const { actual, age } = books.projects.get(project.id)!;
    const yearly = w.parameter(`income:${project.id}`);
    const part = b.multiply(b.multiply(yearly, w.factors.years), w.factors.incomeFactor);
    const isBuilt = b.less(b.constant(project.construction), age);
    income.set(project.id, w.when(isBuilt, b.multiply(actual, part)));
  }
  const sum = b.sum([...income.values()]);
  for (const [id, amount] of income) w.add(`income:${id}`, amount);
  w.add("income", sum);
  const next = { ...books, cash: b.add(books.cash, sum), income: b.add(books.income, sum) };
  return { books: next, income };
}

/** The share of income that covenants turn to the lenders (LV18). */
export function sweep(w: FundWriter, books: Books, { income }: Earned, share: Num): Books {
  const { b } = w;
  const wanted = b.multiply(share, b.sum([...income.values()]));
  return repay(w, books, wanted, "swept");
}

/** True values move with the world less what they paid, reported ones follow [PJ83]. */
export function revalue(w: FundWriter, books: Books, { income }: Earned): Books {
  const { b } = w;
  const byId = new Map(w.assumptions.projects.map((project) => [project.id, project]));
  return withProjects(b, books, (id, { actual, reported }) => {
    const project = byId.get(id)!;
    const grown = b.multiply(actual, b.exponential(logGrowth(w, project)));
    const value = w.positive(b.subtract(grown, income.get(id)!));
    const weight = rate(project.smoothing);
    const told =
      weight === 0
        ? value
        : b.add(
            b.multiply(b.constant(weight), reported),
            b.multiply(b.constant(1 - weight), value),
          );
    w.add(`valued:${id}`, told);
    return { actual: value, reported: told };
  });
}

/**
 * Log growth of a project's value over the step: that of a portfolio which holds beta of the market
 * and owes the rest at the short rate, and what is the project's own. Its mean is the short rate,
 * plus beta times what the market earns above it, plus the excess return.
 */
function logGrowth(w: FundWriter, project: Project): Num {
  const { b, factors } = w;
  const beta = w.parameter(`beta:${project.id}`);
  const own = w.parameter(`ownVolatility:${project.id}`);
  const one = b.constant(1);
  const half = b.constant(0.5);
  const short = b.multiply(b.logarithm(b.add(one, factors.shortRate)), factors.years);
  const excess = b.logarithm(b.add(one, w.parameter(`excessReturn:${project.id}`)));
  const ownVariance = b.multiply(b.multiply(own, own), factors.years);
  // What is the same for every path comes first: a kernel computes it once.
  const same = b.sum([
    b.subtract(b.multiply(excess, factors.years), b.multiply(half, ownVariance)),
    factors.sectorShock(project.sector),
  ]);
  const lent = b.multiply(half, b.multiply(beta, b.subtract(one, beta)));
  const deviation = b.multiply(own, b.squareRoot(factors.years));
  return b.sum([
    b.add(same, short),
    b.multiply(beta, b.subtract(factors.market, short)),
    b.multiply(lent, factors.marketVariance),
    b.multiply(deviation, b.normal(`project ${project.id}`)),
  ]);
}

/** Sells a share of every project, at its true value less a haircut. */
export function sell(
  w: FundWriter,
  books: Books,
  shareOf: (id: string) => Num,
  { haircut, why }: { readonly haircut: Num; readonly why: "sold" | "liquidated" | "ended" },
): Books {
  const { b } = w;
  const kept = b.subtract(b.constant(1), haircut);
  const prices: Num[] = [];
  const costs: Num[] = [];
  const next = withProjects(b, books, (id, { actual, reported, cost }) => {
    const share = shareOf(id);
    const left = b.subtract(b.constant(1), share);
    const price = b.multiply(b.multiply(share, actual), kept);
    prices.push(price);
    costs.push(b.multiply(share, cost));
    w.add(`${why}:${id}`, share);
    w.add(`${why}Proceeds:${id}`, price);
    return {
      actual: b.multiply(actual, left),
      reported: b.multiply(reported, left),
      cost: b.multiply(cost, left),
    };
  });
  const proceeds = b.sum(prices);
  w.add("proceeds", proceeds);
  return {
    ...next,
    cash: b.add(next.cash, proceeds),
    gains: b.add(next.gains, b.subtract(proceeds, b.sum(costs))),
  };
}

/** Takes projects that a condition of each names off the books: nothing more is drawn for them. */
export function leave(w: FundWriter, books: Books, isOver: (id: string) => Bool): Books {
  const { b } = w;
  return withProjects(b, books, (id, { age, undrawn }) => {
    const over = isOver(id);
    return {
      age: b.choose(over, b.constant(GONE), age),
      undrawn: b.choose(over, b.constant(0), undrawn),
    };
  });
}

/** Selects what is due to be, one after the other, as far as the charter's limits allow [PJ88]. */
export function selectProjects(w: FundWriter, books: Books, unlocked: Bool): Books {
  const { b } = w;
  const pace = w.parameter("pace");
  const elapsed = b.multiply(b.schedule("step"), pace);
  let next = books;
  for (const project of w.assumptions.projects) {
    const isDue = b.and(
      b.equal(next.projects.get(project.id)!.age, b.constant(WAITING)),
      b.lessOrEqual(b.constant(project.selected), elapsed),
    );
    next = w.whenever(isDue, next, (at) => select(w, at, project, unlocked));
  }
  return next;
}

function select(w: FundWriter, books: Books, project: Project, unlocked: Bool): Books {
  const { b } = w;
  const { id } = project;
  const amount = commitmentTo(w, project);
  const after = addToProject(b, books, id, { undrawn: amount });
  const isWithin = limitsHold(w, "investment.select", after, { amount, project });
  const allowed = b.and(b.and(unlocked, incurrenceHolds(w, books)), isWithin);
  const [limit, lock, incurrence] = [b.constant(1), b.constant(2), b.constant(3)];
  const why = b.choose(isWithin, b.choose(unlocked, incurrence, lock), limit);
  w.add(`selected:${id}`, b.indicator(allowed));
  w.add(`refused:${id}`, b.choose(allowed, b.constant(0), why));
  const chosen = addToProject(b, books, id, { undrawn: w.when(allowed, amount) });
  const { age } = books.projects.get(id)!;
  return withAge(chosen, id, b.choose(allowed, b.constant(0), age));
}

/** What a project is due: all that its age has brought, less what was drawn [PJ89]. */
export function dueTo(w: FundWriter, books: Books, project: Project): Num {
  const { b } = w;
  const { age, undrawn } = books.projects.get(project.id)!;
  const amount = commitmentTo(w, project);
  const name = `drawn:${project.id}`;
  w.inputs.tables.set(name, drawnByAge(project, 12 / w.assumptions.stepMonths));
  const share = b.lookup(name, b.floor(b.multiply(age, w.parameter("pace"))));
  const before = b.subtract(amount, undrawn);
  const due = w.positive(b.subtract(b.multiply(share, amount), before));
  return w.when(b.lessOrEqual(b.constant(0), age), due);
}

/** What is left of a commitment when a pace ends: 1 per mille. */
const LAST_PART = 0.001;
/** So many steps are enough for all that is drawn by a pace in years. */
const YEARS_OF_PACE = 60;

/** Share of a commitment that is drawn by its age in steps; the last one holds from there on. */
export function drawnByAge({ drawn, id, returned }: Project, stepsPerYear: number): Float64Array {
  if (drawn.kind === "milestones") {
    const last = drawn.parts.at(-1)?.after ?? 0;
    const shares = new Float64Array(last + 1);
    for (const { after, share } of drawn.parts) {
      for (let age = after; age <= last; age++) shares[age] = shares[age]! + rate(share);
    }
    return shares;
  }
  const { yearly } = drawn;
  assert(yearly.length > 0, `project ${id} has a pace`);
  const shares = new Float64Array(YEARS_OF_PACE * stepsPerYear);
  let left = 1;
  for (let age = 0; age < shares.length; age++) {
    const yearRate = rate(yearly[Math.min(Math.floor(age / stepsPerYear), yearly.length - 1)]!);
    left *= leftAfterStep(yearRate, stepsPerYear);
    // The tail of a pace has no end but that of the project; else what is left is drawn at once.
    if (left < LAST_PART && returned === undefined) left = 0;
    shares[age] = 1 - left;
  }
  return shares;
}

/** (1 - rate)^(1/steps a year), by the package's own functions: the same bits everywhere. */
const leftAfterStep = (yearRate: number, stepsPerYear: number): number =>
  yearRate >= 1 ? 0 : exponential(logarithm(1 - yearRate) / stepsPerYear);

/**
 * Share of a project's value that it pays back in a step, by its age; all of it from the first step
 * of its last year on [PJ87].
 */
export function returnedByAge(terms: Returned, stepsPerYear: number): Float64Array {
  const [bow, least] = [rate(terms.bow), rate(terms.yield)];
  return Float64Array.from({ length: terms.years * stepsPerYear }, (_, age) => {
    const year = Math.floor(age / stepsPerYear) + 1;
    if (year === terms.years) return 1;
    const share = Math.max(least, exponential(bow * logarithm(year / terms.years)));
    return 1 - leftAfterStep(share, stepsPerYear);
  });
}
