import type { JsonPath } from "../base/json.ts";
import { namesUsed } from "../expression/names.ts";
import { parse } from "../expression/parser.ts";
import { ANY_MONEY, BOOLEAN, moneyType, RATIO, type ExpectedType } from "../expression/types.ts";
import type { Charter } from "./charter.ts";

/** An expression of a charter: where it stands, its text, what it must come to, and of what. */
export type CharterExpression = {
  readonly path: JsonPath;
  readonly source: string;
  readonly expected: ExpectedType;
  /** The vehicle whose figures its names mean; the main vehicle for rules of the whole fund. */
  readonly vehicle: string;
};

/** Every expression of a charter: formulas, limits, covenants, tiers and conditions [CH60]. */
export function charterExpressions(charter: Charter): readonly CharterExpression[] {
  const main = charter.capital.vehicle;
  const moneyOf = (vehicle: string): ExpectedType => {
    const currency = charter.vehicles.find(({ id }) => id === vehicle)?.currency;
    return currency === undefined ? ANY_MONEY : moneyType(currency);
  };
  const { limits, acts } = charter;
  return [
    ...distributionExpressions(charter, moneyOf),
    ...limits.map(({ holds }, index) => ({
      path: ["limits", index, "holds"],
      source: holds,
      expected: BOOLEAN,
      vehicle: main,
    })),
    ...leverageExpressions(charter, moneyOf),
    ...Object.entries(acts).flatMap(([type, { approve }]) =>
      approve.flatMap(({ when }, index) => {
        const path = ["acts", type, "approve", index, "when"];
        if (when === undefined) return [];
        return [{ path, source: when, expected: BOOLEAN, vehicle: main }];
      }),
    ),
  ];
}

type MoneyOf = (vehicle: string) => ExpectedType;

/** Formulas of what is paid out, reserves, and tiers that end with an amount. */
function distributionExpressions(charter: Charter, moneyOf: MoneyOf): CharterExpression[] {
  const { capital, distributions, reserves = [], waterfalls } = charter;
  const known = new Set(charter.vehicles.map(({ id }) => id));
  // Vehicles that are made for projects later keep their books like the main one.
  const vehicleOf = (named: string): string => (known.has(named) ? named : capital.vehicle);
  return [
    ...distributions.map(({ vehicle, formula }, index) => ({
      path: ["distributions", index, "formula"],
      source: formula,
      expected: moneyOf(vehicleOf(vehicle)),
      vehicle: vehicleOf(vehicle),
    })),
    ...waterfalls.flatMap(({ id, tiers }, index) => {
      const user = distributions.find(({ waterfall }) => waterfall === id)?.vehicle ?? "";
      const vehicle = vehicleOf(user);
      return tiers.flatMap(({ until }, tier) => {
        if (until?.kind !== "amount") return [];
        const path = ["waterfalls", index, "tiers", tier, "until", "formula"];
        return [{ path, source: until.formula, expected: moneyOf(vehicle), vehicle }];
      });
    }),
    ...reserves.map(({ vehicle, target }, index) => ({
      path: ["reserves", index, "target"],
      source: target,
      expected: moneyOf(vehicleOf(vehicle)),
      vehicle: vehicleOf(vehicle),
    })),
  ];
}

/** Covenants, and how far each kind of borrowing may go. */
function leverageExpressions(charter: Charter, moneyOf: MoneyOf): CharterExpression[] {
  const { capital, leverage } = charter;
  if (leverage === undefined) return [];
  const { vehicle: main } = capital;
  const most = leverage.facilities.flatMap((terms, index) => {
    const path = ["leverage", "facilities", index, "most"];
    if (terms.most === undefined) return [];
    return [{ path, source: terms.most, expected: moneyOf(main), vehicle: main }];
  });
  const hedged = leverage.hedging;
  const hedging = {
    path: ["leverage", "hedging", "most"],
    source: hedged?.most ?? "",
    expected: moneyOf(main),
    vehicle: main,
  };
  return [
    ...most,
    ...leverage.covenants.map(({ ratio, vehicle }, index) => ({
      path: ["leverage", "covenants", index, "ratio"],
      source: ratio,
      expected: RATIO,
      vehicle: charter.vehicles.some(({ id }) => id === vehicle) ? vehicle : main,
    })),
    ...(hedged === undefined ? [] : [hedging]),
  ];
}

/** Names that an expression uses; none if it cannot be read. */
export function namesIn(source: string): ReadonlySet<string> {
  const parsed = parse(source);
  return new Set(parsed.ok ? namesUsed(parsed.value).map(({ name }) => name) : []);
}
