import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Value } from "@jointfund/core/expression/value.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { choiceOf } from "../../../../tests/support/made-charters/choice.ts";
import { madeCharter } from "../../../../tests/support/made-charters/charter.ts";
import { ProgramBuilder } from "../kernel/program-builder.ts";
import { charterFormulas, compileFormula } from "./charter-formulas.ts";
import type { Figure, NodeEnvironment } from "./expression-nodes.ts";
import type { Inexpressible } from "./inexpressible.ts";

const CONDITIONS = ["entrenched", "covenantsChanged", "windingUp"];

/** Every figure of the books is a node; `without` are names that a program has none of. */
function everything(builder: ProgramBuilder, without: readonly string[] = []): NodeEnvironment {
  const figure = (name: string): Figure | undefined => {
    if (without.includes(name)) return undefined;
    const value = builder.parameter(name);
    if (name !== "concernsAffiliateOf" && !CONDITIONS.includes(name)) {
      return { kind: "number", value };
    }
    return { kind: "boolean", value: builder.equal(value, builder.constant(1)) };
  };
  const text = (value: string): Value => ({ kind: "text", value });
  return {
    variable: (name) => {
      if (name === "initialCapital" || name === "lastSelection") return undefined;
      if (name === "sector") return { kind: "constant", value: text("energy") };
      if (name === "geography") return { kind: "constant", value: text("US") };
      return figure(name);
    },
    call: (name) => figure(name),
  };
}

function refusals(charter: Charter, without: readonly string[] = []): readonly Inexpressible[] {
  return [...charterFormulas(charter).keys()].flatMap((key) => {
    const path = key.split("/").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const builder = new ProgramBuilder();
    // Terms are the charter's own: the environment has no figure of them.
    const terms = charter.terms.map(({ id }) => id);
    const environment = everything(builder, [...terms, ...without]);
    const nodes = compileFormula(builder, charter, path, environment);
    return nodes.ok ? [] : [nodes.error];
  });
}

for (const id of ["us-japan", "us-japan-2025"]) {
  test(`[PJ40] every expression of ${id} has nodes`, () => {
    const charter = exampleCharter(id);
    assert.ok(charterFormulas(charter).size > 3);
    assert.deepEqual(refusals(charter), []);
  });
}

test("[PJ40] an expression over a figure that a program lacks is refused with its clause", () => {
  const charter = exampleCharter("us-japan");
  const refused = refusals(charter, ["concernsAffiliateOf", "otherLiabilities"]);
  const index = charter.limits.findIndex(({ holds }) => holds.includes("concernsAffiliateOf"));
  const { clause } = charter.limits[index]!;
  const affiliates = refused.find(({ name }) => name === "concernsAffiliateOf");
  const path = ["limits", index, "holds"];
  assert.deepEqual(affiliates, {
    ...{ path, clause, code: "name_without_figure", name: "concernsAffiliateOf" },
  });
  assert.ok(refused.some(({ name }) => name === "otherLiabilities"));
});

test("[PJ40] every expression of made charters has nodes", () => {
  const one = (generator: fc.GeneratorValue): void => {
    assert.deepEqual(refusals(madeCharter(choiceOf(generator))), []);
  };
  fc.assert(fc.property(fc.gen(), one), { numRuns: 100 });
});
