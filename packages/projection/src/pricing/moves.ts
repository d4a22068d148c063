import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Assumptions, Exchange } from "../assumptions/assumptions.ts";
import { parseRateText, rateText } from "../assumptions/rate-text.ts";

/** An assumption that a table of sensitivities moves down and up [PJ112]. */
export const MOVED = [
  "leverage",
  "expectedReturn",
  "volatility",
  "borrowingCost",
  "quoteDrift",
  "quoteVolatility",
  "income",
  "haircut",
  "pace",
  "stops",
] as const;
export type Moved = (typeof MOVED)[number];

/** How far: so many points of a rate, or so many times what it was. */
export type Distance =
  | { readonly kind: "points"; readonly down: Ratio; readonly up: Ratio }
  | { readonly kind: "times"; readonly down: Ratio; readonly up: Ratio };

export type Move = {
  readonly moved: Moved;
  /** Of a quote: whose. */
  readonly currency?: string;
  readonly distance: Distance;
};

const percent = (points: number): Ratio => Ratio.make(BigInt(points), 100n);
const points = (size: number): Distance => ({
  ...{ kind: "points", down: percent(-size), up: percent(size) },
});
const times = (down: number, up: number): Distance => ({
  ...{ kind: "times", down: percent(down), up: percent(up) },
});

/** The moves that mean something under these assumptions. */
export function movesOf({ market, exchange, borrowing }: Assumptions): readonly Move[] {
  const isBorrowing = !Ratio.isZero(parseRateText(borrowing.target)!);
  const currencies = Object.keys(exchange);
  return [
    { moved: "leverage", distance: points(10) },
    { moved: "expectedReturn", distance: points(1) },
    ...("volatility" in market.model
      ? [{ moved: "volatility", distance: times(75, 125) } as const]
      : []),
    ...(isBorrowing ? [{ moved: "borrowingCost", distance: points(1) } as const] : []),
    ...currencies.flatMap((currency): Move[] => [
      { moved: "quoteDrift", currency, distance: points(1) },
      { moved: "quoteVolatility", currency, distance: times(75, 125) },
    ]),
    { moved: "income", distance: points(1) },
    ...(isBorrowing ? [{ moved: "haircut", distance: points(10) } as const] : []),
    { moved: "pace", distance: times(80, 125) },
    { moved: "stops", distance: times(50, 200) },
  ];
}

type Change = (rate: string, bounds: readonly [least: number, most: number]) => string;

/** A rate moved, and kept within what the form of assumptions allows, in per cent. */
function changeBy({ kind, ...by }: Distance, direction: "down" | "up"): Change {
  return (rate, [least, most]) => {
    const before = parseRateText(rate)!;
    const size = by[direction];
    const moved = kind === "points" ? Ratio.add(before, size) : Ratio.mul(before, size);
    if (Ratio.compare(moved, percent(least)) < 0) return rateText(percent(least));
    return Ratio.compare(moved, percent(most)) > 0 ? rateText(percent(most)) : rateText(moved);
  };
}

/** Assumptions with one of them moved. */
export function movedAssumptions(
  assumptions: Assumptions,
  { moved, currency, distance }: Move,
  direction: "down" | "up",
): Assumptions {
  const change = changeBy(distance, direction);
  const { market, borrowing, selling } = assumptions;
  switch (moved) {
    case "leverage":
      return withTarget(assumptions, change(borrowing.target, [0, 95]));
    case "expectedReturn":
      return {
        ...assumptions,
        market: { ...market, expectedReturn: change(market.expectedReturn, [-90, 900]) },
      };
    case "volatility": {
      const { model } = market;
      if (!("volatility" in model)) return assumptions;
      const volatility = change(model.volatility, [0, 200]);
      return { ...assumptions, market: { ...market, model: { ...model, volatility } } };
    }
    case "borrowingCost": {
      const lineSpread = change(borrowing.lineSpread, [0, 100]);
      const bondSpread = change(borrowing.bondSpread, [0, 100]);
      return { ...assumptions, borrowing: { ...borrowing, lineSpread, bondSpread } };
    }
    case "quoteDrift":
      return withQuote(assumptions, currency, ({ drift }) => ({
        drift: change(drift, [-90, 900]),
      }));
    case "quoteVolatility":
      return withQuote(assumptions, currency, ({ volatility }) => ({
        volatility: change(volatility, [0, 200]),
      }));
    case "haircut":
      return { ...assumptions, selling: { ...selling, haircut: change(selling.haircut, [0, 95]) } };
    case "income":
    case "stops":
      return movedLists(assumptions, moved, change);
    case "pace":
      return { ...assumptions, pace: change(assumptions.pace ?? "1", [10, 1000]) };
  }
}

function movedLists(
  assumptions: Assumptions,
  moved: "income" | "stops",
  change: Change,
): Assumptions {
  if (moved === "income") {
    const projects = assumptions.projects.map((project) => ({
      ...project,
      income: change(project.income, [0, 100]),
    }));
    return { ...assumptions, projects };
  }
  const treasuries = Object.fromEntries(
    Object.entries(assumptions.treasuries).map(([party, treasury]) => [
      party,
      { ...treasury, stops: change(treasury.stops, [0, 99]) },
    ]),
  );
  return { ...assumptions, treasuries };
}

export const withTarget = (assumptions: Assumptions, target: string): Assumptions => ({
  ...assumptions,
  borrowing: { ...assumptions.borrowing, target },
});

function withQuote(
  assumptions: Assumptions,
  currency: string | undefined,
  change: (before: Exchange) => Partial<Exchange>,
): Assumptions {
  const before = currency === undefined ? undefined : assumptions.exchange[currency];
  if (currency === undefined || before === undefined) return assumptions;
  const exchange = { ...assumptions.exchange, [currency]: { ...before, ...change(before) } };
  return { ...assumptions, exchange };
}
