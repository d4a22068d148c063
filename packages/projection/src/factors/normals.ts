import { assert } from "@jointfund/core/base/assert.ts";
import type { Assumptions } from "../assumptions/assumptions.ts";
import { correlatedNames, correlationRoot } from "../assumptions/correlation.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";
import type { FactorInputs } from "./factor-inputs.ts";

/** The normal of each factor that moves with the market, by its name. */
export type Normals = ReadonlyMap<string, Num>;

const weight = (name: string, of: string): string => `correlation.${name}.${of}`;

/**
 * A standard normal for each correlated factor: a sum of the market's and of independent ones, by
 * the rows of the root of the correlation matrix [PJ26].
 */
export function correlatedNormals(
  builder: ProgramBuilder,
  assumptions: Assumptions,
  market: Num,
): Normals {
  const names = correlatedNames(assumptions);
  const independent: (readonly [string, Num])[] = [["market", market]];
  const normals = new Map<string, Num>();
  for (const name of names) {
    independent.push([name, builder.normal(name)]);
    const terms = independent.map(([of, normal]) =>
      builder.multiply(builder.parameter(weight(name, of)), normal),
    );
    normals.set(name, builder.sum(terms));
  }
  return normals;
}

export function correlationInputs(assumptions: Assumptions, { parameters }: FactorInputs): void {
  const root = correlationRoot(assumptions);
  assert(root !== undefined, "assumptions were read with correlations that are possible");
  const names = ["market", ...correlatedNames(assumptions)];
  for (const [row, weights] of root.entries()) {
    for (const [column, value] of weights.entries()) {
      if (row > 0) parameters.set(weight(names[row]!, names[column]!), value);
    }
  }
}
