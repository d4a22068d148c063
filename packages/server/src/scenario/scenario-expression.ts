import { Ratio, roundRatio } from "@jointfund/core/base/ratio.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { check } from "@jointfund/core/expression/check.ts";
import { evaluate } from "@jointfund/core/expression/evaluate.ts";
import type { Finding } from "@jointfund/core/expression/finding.ts";
import { parse } from "@jointfund/core/expression/parser.ts";
import type { TypedExpression } from "@jointfund/core/expression/typed.ts";
import {
  ANY_MONEY,
  BOOLEAN,
  DATE,
  environmentTypes,
  RATIO,
  type EnvironmentTypes,
  type ExpectedType,
  type NameType,
  type Type,
} from "@jointfund/core/expression/types.ts";
import type { Value } from "@jointfund/core/expression/value.ts";
import { fundEnvironmentTypes } from "@jointfund/core/fund/environment-types.ts";
import { scenarioEnvironment, scenarioNames, type Moment } from "./scenario-names.ts";

/** Types that a value of a body may have, in the order in which they are tried. */
const ANY: readonly ExpectedType[] = [ANY_MONEY, RATIO, DATE, BOOLEAN];

const EXPECTED = { money: [ANY_MONEY], condition: [BOOLEAN], any: ANY } as const satisfies {
  readonly [kind: string]: readonly ExpectedType[];
};

export type ExpressionKind = keyof typeof EXPECTED;

/** Expressions of a scenario: its amounts, conditions and parameters (docs/spec/expressions.md). */
export class ScenarioExpressions {
  readonly #charter: Charter;
  readonly #series: readonly string[];
  readonly #parameters: Readonly<Record<string, string>>;
  readonly #types = new Map<string, EnvironmentTypes>();
  readonly #compiled = new Map<string, Result<TypedExpression, readonly Finding[]>>();

  constructor(
    charter: Charter,
    series: Iterable<string>,
    parameters: Readonly<Record<string, string>>,
  ) {
    this.#charter = charter;
    this.#series = [...series];
    this.#parameters = parameters;
  }

  /** What is wrong with an expression; nothing if it can be used. */
  findings(text: string, kind: ExpressionKind, vehicle: string): readonly Finding[] {
    const compiled = this.#compile(text, kind, vehicle);
    return compiled.ok ? [] : compiled.error;
  }

  /** What is wrong with the parameters, by their names. */
  parameterFindings(): readonly (readonly [string, Finding])[] {
    const vehicle = this.#charter.capital.vehicle;
    return Object.entries(this.#parameters).flatMap(([name, text]) =>
      this.findings(text, "any", vehicle).map((finding): [string, Finding] => [name, finding]),
    );
  }

  /** The value on a step's turn, or the code of why there is none. */
  evaluate(
    text: string,
    kind: ExpressionKind,
    moment: Moment,
    vehicle: string,
  ): Result<Value, string> {
    const compiled = this.#compile(text, kind, vehicle);
    if (!compiled.ok) return err(compiled.error[0]?.code ?? "expression_empty");
    const inner = scenarioEnvironment(moment, vehicle);
    const value = evaluate(compiled.value, {
      ...inner,
      variable: (name) => {
        const parameter = this.#parameterText(name);
        if (parameter === undefined) return inner.variable(name);
        const found = this.evaluate(parameter, "any", moment, vehicle);
        return found.ok ? found.value : { kind: "unavailable", detail: found.error };
      },
    });
    return value.ok ? value : err(value.error.detail ?? value.error.reason);
  }

  #parameterText(name: string): string | undefined {
    return Object.hasOwn(this.#parameters, name) ? this.#parameters[name] : undefined;
  }

  #compile(text: string, kind: ExpressionKind, vehicle: string) {
    const key = `${vehicle} ${kind} ${text}`;
    let compiled = this.#compiled.get(key);
    if (compiled === undefined) {
      compiled = typed(text, EXPECTED[kind], this.#typesFor(vehicle));
      this.#compiled.set(key, compiled);
    }
    return compiled;
  }

  /** A parameter may use those above it; one that is wrong has no type and is told of itself. */
  #typesFor(vehicle: string): EnvironmentTypes {
    const known = this.#types.get(vehicle);
    if (known !== undefined) return known;
    const entries: (readonly [string, NameType])[] = [
      ...fundEnvironmentTypes(this.#charter, vehicle),
      ...scenarioNames(this.#charter, vehicle, this.#series),
    ];
    for (const [name, text] of Object.entries(this.#parameters)) {
      const type = typeOf(typed(text, ANY, environmentTypes(entries)));
      const description = { en: name, ja: name };
      if (type !== undefined) entries.push([name, { kind: "variable", type, description }]);
    }
    const types = environmentTypes(entries);
    this.#types.set(vehicle, types);
    return types;
  }
}

/** An expression of the first type that it can have; the findings are those of the first tried. */
function typed(
  text: string,
  expected: readonly ExpectedType[],
  types: EnvironmentTypes,
): Result<TypedExpression, readonly Finding[]> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  let first: readonly Finding[] | undefined;
  for (const type of expected) {
    const checked = check(parsed.value, types, type);
    if (checked.ok) return checked;
    first ??= checked.error;
  }
  return err(first ?? []);
}

function typeOf(compiled: Result<TypedExpression, unknown>): Type | undefined {
  return compiled.ok ? compiled.value.root.type : undefined;
}

/**
 * A value as bodies write it: money in minor units, rounded down; a number as decimal text, rounded
 * to eight decimals, half to even, where it has more; a date, an integer, true or false.
 */
export function bodyText(value: Value): Result<string | boolean, string> {
  switch (value.kind) {
    case "money":
      return ok(roundRatio(value.amount, "floor").toString());
    case "ratio":
      return ok(decimalText(value.value));
    case "integer":
      return ok(value.value.toString());
    case "date":
      return ok(value.value);
    case "boolean":
      return ok(value.value);
    default:
      return err(value.kind);
  }
}

const DECIMALS = 8n;

function decimalText(ratio: Ratio): string {
  const scale = Ratio.make(10n ** DECIMALS, 1n);
  const rounded = roundRatio(Ratio.mul(ratio, scale), "halfEven");
  return Ratio.toDecimalText(Ratio.make(rounded, 10n ** DECIMALS))!;
}
