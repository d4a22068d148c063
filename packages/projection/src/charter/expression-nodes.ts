import { assert } from "@jointfund/core/base/assert.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { Unavailable } from "@jointfund/core/expression/evaluate.ts";
import type { TypedExpression } from "@jointfund/core/expression/typed.ts";
import type { Value } from "@jointfund/core/expression/value.ts";
import type { Bool, Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import { ExpressionCompiler } from "./expression-compiler.ts";
import type { Inexpressible, Place } from "./inexpressible.ts";

/**
 * What a name stands for in a program: a node, whose `hasValue` says where it has one, a value that
 * is the same for all paths and steps, or nothing at all, as the core's environment answers.
 * Money is in minor units, a date the core's day number.
 */
export type Figure =
  | { readonly kind: "number"; readonly value: Num; readonly hasValue?: Bool }
  | { readonly kind: "boolean"; readonly value: Bool; readonly hasValue?: Bool }
  | { readonly kind: "constant"; readonly value: Value }
  | Unavailable;

/** Where an expression's names get their figures; undefined for what a program has no figure of. */
export type NodeEnvironment = {
  readonly variable: (name: string) => Figure | undefined;
  /** Arguments are constant, in the order of the parameters. */
  readonly call: (name: string, values: readonly (Value | undefined)[]) => Figure | undefined;
};

/**
 * An expression as nodes. Where `hasValue` does not hold, the core's evaluator has no value either
 * [PJ43], and `value` means nothing.
 */
export type ExpressionNodes =
  | { readonly kind: "number"; readonly value: Num; readonly hasValue: Bool }
  | { readonly kind: "boolean"; readonly value: Bool; readonly hasValue: Bool };

/**
 * A checked expression of a number, an amount, a date or a condition as nodes on doubles [PJ40].
 * What is the same for all paths and steps is worked out exactly and rounded once [PJ41].
 */
export function compileExpression(
  builder: ProgramBuilder,
  expression: TypedExpression,
  environment: NodeEnvironment,
  place: Place,
): Result<ExpressionNodes, Inexpressible> {
  const compiler = new ExpressionCompiler(builder, expression.source, environment);
  const nodes = compiler.whole(expression.root);
  if (nodes !== undefined) return ok(nodes);
  const { refusal } = compiler;
  assert(refusal !== undefined, "what gives no nodes is refused for a reason");
  return err({ ...place, ...refusal });
}
