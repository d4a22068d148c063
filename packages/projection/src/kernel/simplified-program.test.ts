import assert from "node:assert/strict";
import { test } from "node:test";
import type { Num } from "./program.ts";
import { ProgramBuilder } from "./program-builder.ts";
import { simplifiedProgram } from "./simplified-program.ts";

/** The nodes that are left of a program of one output. */
function nodesLeft(write: (builder: ProgramBuilder) => Num): readonly string[] {
  const builder = new ProgramBuilder();
  builder.output("result", write(builder));
  return simplifiedProgram(builder.build()).nodes.map(({ op }) => op);
}

test("[PJ10] what is known before a run is computed, and what nothing uses is left out", () => {
  assert.deepEqual(
    nodesLeft((p) => {
      p.exponential(p.parameter("unused"));
      const three = p.add(p.constant(1), p.constant(2));
      return p.multiply(p.parameter("p"), three);
    }),
    ["constant", "parameter", "multiply"],
  );
  const always = (p: ProgramBuilder) => p.less(p.constant(0), p.constant(1));
  assert.deepEqual(
    nodesLeft((p) => p.choose(always(p), p.parameter("p"), p.parameter("q"))),
    ["parameter"],
  );
});

test("[PJ10] a choice is made once by one condition, and not by a negation", () => {
  const left = nodesLeft((p) => {
    const [x, y, z] = [p.parameter("x"), p.parameter("y"), p.parameter("z")];
    const isLess = p.less(x, y);
    return p.choose(p.not(isLess), z, p.choose(isLess, x, y));
  });
  assert.deepEqual(left, ["parameter", "parameter", "parameter", "less", "choose"]);
});

test("[PJ10] nothing is taken out that would change the sign of a zero or hide a NaN", () => {
  const x = (p: ProgramBuilder): Num => p.parameter("x");
  const zero = (p: ProgramBuilder): Num => p.constant(0);
  assert.deepEqual(
    nodesLeft((p) => p.add(x(p), zero(p))),
    ["parameter", "constant", "add"],
  );
  const product = nodesLeft((p) => p.multiply(x(p), zero(p)));
  assert.deepEqual(product, ["parameter", "constant", "multiply"]);
  assert.deepEqual(
    nodesLeft((p) => p.subtract(x(p), x(p))),
    ["parameter", "subtract"],
  );
  assert.deepEqual(
    nodesLeft((p) => p.subtract(x(p), zero(p))),
    ["parameter"],
  );
  assert.deepEqual(
    nodesLeft((p) => p.multiply(x(p), p.constant(1))),
    ["parameter"],
  );
});
