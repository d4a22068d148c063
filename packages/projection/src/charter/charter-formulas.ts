import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterExpressions } from "@jointfund/core/charter/charter-expressions.ts";
import { check } from "@jointfund/core/expression/check.ts";
import { parse } from "@jointfund/core/expression/parser.ts";
import type { TypedExpression } from "@jointfund/core/expression/typed.ts";
import { valueOfTerm } from "@jointfund/core/fund/environment.ts";
import { fundEnvironmentTypes } from "@jointfund/core/fund/environment-types.ts";
import { minorOf } from "@jointfund/core/fund/terms.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import {
  compileExpression,
  type ExpressionNodes,
  type Figure,
  type NodeEnvironment,
} from "./expression-nodes.ts";
import { placeAt, type Inexpressible } from "./inexpressible.ts";

/** A path of a charter as one text: where its expression stands. */
export const pathKey = (path: readonly (string | number)[]): string => path.join("/");

const known = new WeakMap<Charter, ReadonlyMap<string, TypedExpression>>();

/** Every expression of an adopted charter, checked, by its path. */
export function charterFormulas(charter: Charter): ReadonlyMap<string, TypedExpression> {
  let formulas = known.get(charter);
  if (formulas === undefined) known.set(charter, (formulas = checkedFormulas(charter)));
  return formulas;
}

function checkedFormulas(charter: Charter): ReadonlyMap<string, TypedExpression> {
  return new Map(
    charterExpressions(charter).map(({ path, source, expected, vehicle }) => {
      const parsed = parse(source);
      assert(parsed.ok, `an adopted charter's expression parses: ${source}`);
      const typed = check(parsed.value, fundEnvironmentTypes(charter, vehicle), expected);
      assert(typed.ok, `an adopted charter's expression has its type: ${source}`);
      return [pathKey(path), typed.value];
    }),
  );
}

/**
 * The charter's expression at a path, such as `["limits", 0, "holds"]`, as nodes. The charter's
 * terms and its initial capital are constants unless the environment has figures of them.
 */
export function compileFormula(
  builder: ProgramBuilder,
  charter: Charter,
  path: readonly (string | number)[],
  environment: NodeEnvironment,
): Result<ExpressionNodes, Inexpressible> {
  const formula = charterFormulas(charter).get(pathKey(path));
  assert(formula !== undefined, `the charter has an expression at ${pathKey(path)}`);
  const named: NodeEnvironment = {
    variable: (name) => environment.variable(name) ?? ofCharter(charter, name),
    call: environment.call,
  };
  return compileExpression(builder, formula, named, placeAt(charter, path));
}

function ofCharter({ capital, terms }: Charter, name: string): Figure | undefined {
  if (name === "initialCapital") {
    const { currency, initial } = capital;
    const amount = Ratio.make(minorOf(currency, initial));
    return { kind: "constant", value: { kind: "money", currency, amount } };
  }
  const term = terms.find(({ id }) => id === name);
  return term && { kind: "constant", value: valueOfTerm(term) };
}
