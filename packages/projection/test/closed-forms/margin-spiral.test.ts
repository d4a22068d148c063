import assert from "node:assert/strict";
import { test } from "node:test";
import { ProgramBuilder } from "../../src/kernel/program-builder.ts";
import { inputsOf, sample } from "../run-program.ts";

/**
 * A fund that keeps its leverage sells, after each fall, L - 1 times the fall; each unit sold makes
 * prices fall by the impact. Rounds of that are steps of a program. Gives the whole fall by round.
 */
function falls(shock: number, leverage: number, impact: number, rounds: number): readonly number[] {
  const b = new ProgramBuilder();
  const fall = b.state("fall");
  const sold = b.multiply(b.subtract(b.parameter("leverage"), b.constant(1)), fall);
  const next = b.multiply(b.parameter("impact"), sold);
  b.setNext("fall", next);
  const whole = b.add(b.state("whole"), fall);
  b.setNext("whole", whole);
  b.output("whole", whole);
  const program = b.build();
  const given = {
    parameters: new Map([
      ["leverage", leverage],
      ["impact", impact],
    ]),
    openings: new Map([
      ["fall", shock],
      ["whole", 0],
    ]),
  };
  const keep = Array.from({ length: rounds }, (_, round) => round);
  const sampled = sample(program, inputsOf(program, given, { steps: rounds }), { blocks: 1, keep });
  return keep.map((round) => sampled("whole", round)[0]!);
}

test("a margin spiral ends at x / (1 - λ(L - 1)) where that is below 1, and nowhere else", () => {
  for (const [shock, leverage, impact] of [
    [0.05, 3, 0.2],
    [0.1, 2, 0.5],
    [0.02, 4, 0.3],
  ] as const) {
    const feedback = impact * (leverage - 1);
    const end = falls(shock, leverage, impact, 400).at(-1)!;
    assert.ok(Math.abs(end - shock / (1 - feedback)) < 1e-10, `${end}`);
  }
  for (const [leverage, impact] of [
    [3, 0.5],
    [5, 0.3],
  ] as const) {
    const rounds = falls(0.01, leverage, impact, 60);
    const steps = rounds.slice(1).map((whole, index) => whole - rounds[index]!);
    assert.ok(steps.every((step) => step >= 0.01 - 1e-12));
  }
});
