import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { rate } from "@jointfund/projection/assumptions/rate-text.ts";
import { fundParameters } from "@jointfund/projection/charter/fund-parameters.ts";
import type { Text } from "../languages/language.ts";

/** What a reader may move, and the charter with its assumptions as moved. */
export type Projected = { readonly charter: Charter; readonly assumptions: Assumptions };

/**
 * One figure that a page moves (PJ95). Values are plain numbers: 0.25 is 25 %, 1.5 is 1.5 times.
 */
export type Slider = {
  readonly id: string;
  readonly name: Text;
  readonly unit: "percent" | "factor";
  readonly least: number;
  readonly most: number;
  /** What is assumed lies on a step from the least: a slider shows no value between two steps. */
  readonly step: number;
  /** Undefined where the assumptions have no such figure. */
  readonly read: (projected: Projected) => number | undefined;
  readonly move: (projected: Projected, value: number) => Projected;
};

/** A number as the text of a rate, exact to a millionth. */
export function rateOf(value: number): string {
  const text = (value * 100).toFixed(4).replace(/\.?0+$/, "");
  return text === "-0" || text === "" ? "0%" : `${text}%`;
}

const assumed = (
  change: (assumptions: Assumptions, text: string) => Partial<Assumptions>,
): Slider["move"] => {
  return ({ charter, assumptions }, value) => ({
    charter,
    assumptions: { ...assumptions, ...change(assumptions, rateOf(value)) },
  });
};

const LEVERAGE: Slider = {
  id: "leverage",
  name: { en: "Debt wanted, of all assets", ja: "目標借入比率（総資産比）" },
  ...{ unit: "percent", least: 0, most: 0.6, step: 0.01 },
  read: ({ assumptions }) => rate(assumptions.borrowing.target),
  move: assumed(({ borrowing }, target) => ({ borrowing: { ...borrowing, target } })),
};

const EXPECTED_RETURN: Slider = {
  id: "expectedReturn",
  name: { en: "Expected return of the market", ja: "市場の期待収益率" },
  ...{ unit: "percent", least: 0, most: 0.15, step: 0.0025 },
  read: ({ assumptions }) => rate(assumptions.market.expectedReturn),
  move: assumed(({ market }, expectedReturn) => ({ market: { ...market, expectedReturn } })),
};

const VOLATILITY: Slider = {
  id: "volatility",
  name: { en: "Volatility of the market", ja: "市場の変動率" },
  ...{ unit: "percent", least: 0.01, most: 0.4, step: 0.005 },
  read({ assumptions: { market } }) {
    return "volatility" in market.model ? rate(market.model.volatility) : undefined;
  },
  move: assumed(({ market }, volatility) => ({
    market:
      "volatility" in market.model ? { ...market, model: { ...market.model, volatility } } : market,
  })),
};

/** The first quote of the assumptions: these funds have one. */
const quoted = ({ exchange }: Assumptions): string | undefined => Object.keys(exchange)[0];

const ofExchange = (field: "drift" | "volatility"): Pick<Slider, "read" | "move"> => ({
  read({ assumptions }) {
    const currency = quoted(assumptions);
    return currency === undefined ? undefined : rate(assumptions.exchange[currency]![field]);
  },
  move: assumed((assumptions, text) => {
    const currency = quoted(assumptions);
    if (currency === undefined) return {};
    const quote = { ...assumptions.exchange[currency]!, [field]: text };
    return { exchange: { ...assumptions.exchange, [currency]: quote } };
  }),
});

const EXCHANGE_DRIFT: Slider = {
  id: "exchangeDrift",
  name: { en: "Yearly change of the exchange rate", ja: "為替相場の年間変化率" },
  ...{ unit: "percent", least: -0.08, most: 0.08, step: 0.001 },
  ...ofExchange("drift"),
};

const EXCHANGE_VOLATILITY: Slider = {
  id: "exchangeVolatility",
  name: { en: "Volatility of the exchange rate", ja: "為替相場の変動率" },
  ...{ unit: "percent", least: 0, most: 0.3, step: 0.005 },
  ...ofExchange("volatility"),
};

/** Bonds keep their distance from the line. */
const SPREAD: Slider = {
  id: "borrowingSpread",
  name: { en: "Cost of borrowing above the short rate", ja: "借入金利の上乗せ幅（対短期金利）" },
  ...{ unit: "percent", least: 0, most: 0.06, step: 0.0025 },
  read: ({ assumptions }) => rate(assumptions.borrowing.lineSpread),
  move({ charter, assumptions }, value) {
    const { borrowing } = assumptions;
    const distance = rate(borrowing.bondSpread) - rate(borrowing.lineSpread);
    const bondSpread = rateOf(Math.max(0, value + distance));
    const moved = { ...borrowing, lineSpread: rateOf(value), bondSpread };
    return { charter, assumptions: { ...assumptions, borrowing: moved } };
  },
};

const PACE: Slider = {
  id: "pace",
  name: { en: "Pace of investing, times what is planned", ja: "投資の進度（計画比）" },
  ...{ unit: "factor", least: 0.25, most: 3, step: 0.05 },
  read: ({ assumptions }) => rate(assumptions.pace ?? "1"),
  move: assumed((_, pace) => ({ pace })),
};

const GENERAL = [
  ...[LEVERAGE, EXPECTED_RETURN, VOLATILITY, EXCHANGE_DRIFT, EXCHANGE_VOLATILITY, SPREAD, PACE],
];

/** The split between two founders: what the first of them pays in of the capital. */
function shareSlider({ charter, assumptions }: Projected): readonly Slider[] {
  const [first, second, ...more] = Object.keys(charter.capital.shares);
  const party = charter.parties.find(({ id }) => id === first);
  if (first === undefined || second === undefined || more.length > 0 || party === undefined) {
    return [];
  }
  const { en = first, ja = en } = party.short;
  return [
    {
      id: "share",
      name: { en: `Share of the capital: ${en}`, ja: `${ja}の出資割合` },
      ...{ unit: "percent", least: 0.05, most: 0.95, step: 0.01 },
      read: (projected) => fundParameters(projected.charter, assumptions).get(`share:${first}`),
      move({ charter: before, assumptions: as }, value) {
        // Both are exact and sum to 1.
        const millionths = Math.round(value * 1e6);
        const shares = {
          [first]: `${millionths}/1000000`,
          [second]: `${1e6 - millionths}/1000000`,
        };
        const capital = { ...before.capital, shares };
        return { charter: { ...before, capital }, assumptions: as };
      },
    },
  ];
}

function fundingSliders({ charter, assumptions }: Projected): readonly Slider[] {
  return charter.parties.flatMap(({ id, short }): readonly Slider[] => {
    if (assumptions.treasuries[id] === undefined) return [];
    const { en = id, ja = en } = short;
    return [
      {
        id: `fundingRate:${id}`,
        name: { en: `Own cost of funds: ${en}`, ja: `${ja}の資金調達金利` },
        ...{ unit: "percent", least: 0, most: 0.1, step: 0.0001 },
        read: ({ assumptions: { treasuries } }) => rate(treasuries[id]!.fundingRate),
        move: assumed(({ treasuries }, fundingRate) => ({
          treasuries: { ...treasuries, [id]: { ...treasuries[id]!, fundingRate } },
        })),
      },
    ];
  });
}

/** What can be moved of a charter and its assumptions, in the order of a page. */
export function slidersOf(projected: Projected): readonly Slider[] {
  const all = [...GENERAL, ...shareSlider(projected), ...fundingSliders(projected)];
  return all.filter(({ read }) => read(projected) !== undefined);
}
