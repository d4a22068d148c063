import { daysBetween, localDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import type { Path, PathBooks, PathStep } from "@jointfund/server/conformance/path-steps.ts";

const DATES = ["2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31", "2027-03-31"];
const OPENS = "2025-09-30";
const INITIAL = 30_000_000_000_000;
const LEAST = INITIAL / 600;
const SITE = { commitment: "8%", share: 0.08 };

const rate = (text: string) => text;

const assumptions: Assumptions = {
  format: "jointfund/assumptions/v1",
  title: { en: "One site", ja: "一拠点" },
  sources: {},
  opens: localDate(OPENS),
  stepMonths: 3,
  leastCash: rate("1/600"),
  market: { expectedReturn: "0%", model: { kind: "lognormal", volatility: "0%" } },
  exchange: {
    JPY: { rate: "150", drift: "0%", volatility: "0%", reversion: "0", correlation: "0" },
  },
  shortRate: { opening: "4%", mean: "4%", speed: "0", volatility: "0%", correlation: "0" },
  projects: [
    {
      id: "site",
      name: { en: "Site", ja: "拠点" },
      sector: "power",
      geography: "US",
      commitment: SITE.commitment,
      selected: 0,
      drawn: {
        kind: "milestones",
        parts: [
          { after: 0, share: "1/2" },
          { after: 2, share: "1/2" },
        ],
      },
      beta: "0",
      excessReturn: "0%",
      ownVolatility: "0%",
      construction: 1,
      income: "6%",
      smoothing: "0%",
      projectDebt: "0",
      concerns: [],
    },
  ],
  borrowing: {
    target: "30%",
    bonds: "50%",
    lineSpread: "2%",
    bondSpread: "1.5%",
    commitmentFee: "0.4%",
    lineLimit: "10%",
  },
  selling: { haircut: "10%", curedTo: "45%" },
  treasuries: { US: { fundingRate: "4%", stops: "0%" }, JP: { fundingRate: "2%", stops: "0%" } },
  expenses: "0.01%",
  distributions: { everyMonths: 3, first: 3 },
  stresses: [],
};

type Books = {
  cash: number;
  line: number;
  bonds: number;
  value: number;
  cost: number;
  called: number;
  earned: number;
  paidOut: number;
};

/**
 * A site of 24 billion that is worth what it cost, paid in two halves: worked out here step by step
 * from the mechanics alone, so that what the replay is proven by is not the program.
 */
export function smallPath(): Path {
  const books: Books = {
    ...{ cash: 0, line: 0, bonds: 0, value: 0, cost: 0 },
    ...{ called: 0, earned: 0, paidOut: 0 },
  };
  const steps = DATES.map((on, index) => nextStep(books, index, on));
  return {
    opens: localDate(OPENS),
    openingShortRate: 0.04,
    openingExchange: new Map([["JPY", 150]]),
    assumptions,
    steps,
  };
}

type Flows = {
  readonly income: number;
  readonly expenses: number;
  readonly valued: number;
  readonly costs: number;
  readonly draws: number;
  readonly drawn: number;
  readonly borrowed: number;
  readonly distribution: number;
};

function nextStep(books: Books, index: number, on: string): PathStep {
  const days = daysBetween(localDate(DATES[index - 1] ?? OPENS), localDate(on));
  const income = index > 1 ? books.value * 0.06 * 0.25 : 0;
  const undrawn = INITIAL * 0.1 - books.line;
  const interest = ((books.line * 0.06 + books.bonds * 0.055 + undrawn * 0.004) * days) / 360;
  const expenses = INITIAL * 0.0001 * 0.25;
  books.cash += income;
  books.value = books.value * 1.015 - income;
  const valued = books.value;
  const costs = Math.max(0, interest + expenses + LEAST - books.cash);
  books.cash += costs - interest - expenses;
  books.earned += income - interest - expenses;
  const funded = fundSite(books, index);
  books.called += costs + funded.draws;
  const distribution = index >= 3 ? Math.max(0, formula(books)) : 0;
  books.cash -= distribution;
  books.paidOut += distribution;
  const flows = { income, expenses, valued, costs, distribution, ...funded };
  return {
    ...told(index, localDate(on), flows),
    after: standing(books, index >= 3 ? reserve(books) : 0),
  };
}

/** Half of the site is paid at once and half two steps later: cash, then loans, then calls. */
function fundSite(books: Books, index: number): Pick<Flows, "drawn" | "borrowed" | "draws"> {
  const drawn = index === 0 || index === 2 ? INITIAL * SITE.share * 0.5 : 0;
  const free = Math.min(drawn, Math.max(0, books.cash - LEAST));
  const needed = drawn - free;
  const debt = books.line + books.bonds;
  const room = Math.max(0, 0.3 * (books.cash + books.value + needed) - debt);
  const wanted = Math.min(needed, room);
  // Coverage of 200% must hold with what is borrowed and before anything is bought or called.
  const isCovered = books.cash + books.value + wanted >= 2 * (debt + wanted);
  const borrowed = isCovered ? wanted : 0;
  const draws = needed - borrowed;
  books.cash += borrowed + draws - drawn;
  books.line += borrowed / 2;
  books.bonds += borrowed / 2;
  books.value += drawn;
  books.cost += drawn;
  return { drawn, borrowed, draws };
}

const reserve = ({ cost }: Books): number => 0.02 * cost;

const formula = (books: Books): number =>
  Math.min(0.8 * (books.earned - books.paidOut), books.cash - LEAST - reserve(books));

const equal = (amount: number) =>
  new Map([
    ["US", amount / 2],
    ["JP", amount / 2],
  ]);
const site = (amount: number) => new Map([["site", amount]]);

const NO_SALES = { shares: site(0), proceeds: site(0), repaid: 0 };

function told(index: number, on: LocalDate, flows: Flows): Omit<PathStep, "after"> {
  const { income, valued, costs, draws, drawn, borrowed, expenses, distribution } = flows;
  return {
    ...{ on, expenses, expensesPaid: expenses, distribution, diverted: 0 },
    ...{ shortRate: 0.04, exchange: new Map([["JPY", 150]]), bondRate: 0.055 },
    income: site(income),
    valued: site(valued),
    called: { charges: costs, cure: 0, projects: draws },
    pays: new Map([
      ["US", 1],
      ["JP", 1],
    ]),
    ...{ classPaid: new Map(), ordered: new Map(), askedBack: new Map() },
    ...{ bought: new Map(), redeemed: new Map(), feederPaid: new Map() },
    ...{ passedOn: new Map() },
    fees: new Map(),
    ...{ swept: 0, cured: 0 },
    sales: { sold: NO_SALES, liquidated: NO_SALES, ended: NO_SALES },
    selected: site(index === 0 ? 1 : 0),
    refused: site(0),
    ...{ lineDrawn: borrowed / 2, bondsIssued: borrowed / 2 },
    drawn: site(drawn),
  };
}

function standing(books: Books, held: number): PathBooks {
  const owed = books.line + books.bonds;
  const totalAssets = books.cash + books.value;
  const figures: readonly (readonly [string, number])[] = [
    ["netAssets", totalAssets - owed],
    ["totalAssets", totalAssets],
    ["investments", books.value],
    ["cash", books.cash],
    ["debt", owed],
    ["line", books.line],
    ["bonds", books.bonds],
    ["unfunded", INITIAL - books.called],
    ["undrawnLine", INITIAL * 0.1 - books.line],
    ["chargesPayable", 0],
    ["undistributedIncome", books.earned - books.paidOut],
    ["pricePerUnit", (totalAssets - owed) / books.called],
  ];
  return {
    figures: new Map(figures),
    reported: site(books.value),
    cost: site(books.cost),
    paidIn: equal(books.called),
    distributed: equal(books.paidOut),
    // Nothing is sold, and no more than income is paid out.
    ...{ income: equal(books.paidOut), gains: equal(0) },
    feederUnits: new Map(),
    reserves: new Map([["operating", held]]),
    rungs: new Map([
      ["asset-coverage", 0],
      ["loan-to-value", 0],
      ["look-through", 0],
    ]),
  };
}
