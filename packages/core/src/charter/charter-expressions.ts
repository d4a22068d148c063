import type { JsonPath } from "../base/json.ts";
import { namesUsed } from "../expression/names.ts";
import { parse } from "../expression/parser.ts";
import { ANY_MONEY, BOOLEAN, moneyType, type ExpectedType } from "../expression/types.ts";
import type { Charter } from "./charter.ts";

/** An expression of a charter: where it stands, its text, and what it must come to. */
export type CharterExpression = {
  readonly path: JsonPath;
  readonly source: string;
  readonly expected: ExpectedType;
};

/** Every expression of a charter: the formula, the limits and the conditions of tiers. */
export function charterExpressions(charter: Charter): readonly CharterExpression[] {
  const { distribution, limits, acts, vehicles } = charter;
  const currency = vehicles.find(({ id }) => id === distribution.vehicle)?.currency;
  return [
    {
      path: ["distribution", "formula"],
      source: distribution.formula,
      expected: currency === undefined ? ANY_MONEY : moneyType(currency),
    },
    ...limits.map(({ holds }, index) => ({
      path: ["limits", index, "holds"],
      source: holds,
      expected: BOOLEAN,
    })),
    ...Object.entries(acts).flatMap(([type, { approve }]) =>
      approve.flatMap(({ when }, index) => {
        const path = ["acts", type, "approve", index, "when"];
        return when === undefined ? [] : [{ path, source: when, expected: BOOLEAN }];
      }),
    ),
  ];
}

/** Names that an expression uses; none if it cannot be read. */
export function namesIn(source: string): ReadonlySet<string> {
  const parsed = parse(source);
  return new Set(parsed.ok ? namesUsed(parsed.value).map(({ name }) => name) : []);
}
