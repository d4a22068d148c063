import assert from "node:assert/strict";
import { test } from "node:test";
import binaryen from "binaryen";
import fc from "fast-check";
import { compiledKernel } from "./compiled-kernel.ts";
import { compileModule } from "./compile-module.ts";
import { interpretedKernel } from "./interpreted-kernel.ts";
import {
  ARITHMETIC,
  BLOCK_PATHS,
  type Bool,
  FUNCTIONS,
  type Inputs,
  type Kernel,
  type Num,
  type Program,
  RELATIONS,
} from "./program.ts";
import { ProgramBuilder } from "./program-builder.ts";

const compiled = (program: Program): Kernel =>
  compiledKernel(program, new WebAssembly.Module(compileModule(program)));

/** Every output of every step, as bits. */
function bitsOf(kernel: Kernel, inputs: Inputs, block: number): BigUint64Array {
  const width = kernel.program.outputs.length * BLOCK_PATHS;
  const all = new Float64Array(inputs.steps * width);
  let steps = 0;
  kernel.run(inputs, block, (step, outputs) => {
    assert.equal(step, steps++);
    all.set(outputs, step * width);
  });
  assert.equal(steps, inputs.steps);
  return new BigUint64Array(all.buffer);
}

/** Numbers at which something changes. */
const EDGES = [
  ...[0, -0, 1, -1, 0.5, 1.5, -2.5, 2, 3, 1e-3, 709.7, -745.1, 1e308, 1e-308, Infinity, -Infinity],
  ...[Number.MIN_VALUE, Number.MAX_VALUE, 2 ** -1022, 2 ** 52 + 0.5, 2 ** 53, -(2 ** 51) - 0.5],
];
const anyDouble = fc.oneof(
  fc.constantFrom(...EDGES),
  fc.double({ noNaN: true }),
  fc.double({ min: -4, max: 4, noNaN: true }),
);
const given = fc.oneof(
  { weight: 9, arbitrary: anyDouble },
  { weight: 1, arbitrary: fc.constant(NaN) },
);

/** One more node, of operands that are picked among those there are. */
const instruction = fc.record({
  kind: fc.nat(),
  picks: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  value: anyDouble,
});
type Instruction = typeof instruction extends fc.Arbitrary<infer T> ? T : never;

const STATES = ["a", "b", "c"];

/** A program of all operations that the instructions spell. */
function programOf(instructions: readonly Instruction[]): Program {
  const builder = new ProgramBuilder();
  const states = STATES.map((name) => builder.state(name));
  const nums: Num[] = [
    ...states,
    ...[builder.parameter("p"), builder.parameter("q"), builder.schedule("s")],
    ...[builder.normal("z"), builder.uniform("u"), builder.normal("y")],
  ];
  const bools: Bool[] = [builder.less(builder.uniform("u"), builder.constant(0.5))];
  const among = <T>(items: readonly T[], pick: number): T =>
    items[items.length - 1 - (pick % items.length)]!;
  for (const { kind, picks, value } of instructions) {
    const [first, second, third] = picks;
    const [x, y] = [among(nums, first), among(nums, second)];
    const [b, c] = [among(bools, first), among(bools, third)];
    const writers: readonly (() => Num)[] = [
      () => builder.constant(value),
      () => builder.lookup(third % 2 === 0 ? "one" : "many", x),
      () => builder.choose(c, x, y),
      () => builder.choose(c, builder.exponential(x), y),
      () => builder.choose(builder.not(c), builder.logarithm(y), x),
      () => builder.choose(c, x, builder.constant(0)),
      () => builder.choose(c, builder.constant(0), builder.choose(c, x, y)),
      () => builder.indicator(c),
      ...ARITHMETIC.map((op) => () => builder[op](x, y)),
      ...FUNCTIONS.map((op) => () => builder[op](x)),
    ];
    const tests: readonly (() => Bool)[] = [
      () => builder.and(b, c),
      () => builder.or(b, c),
      () => builder.not(b),
      ...RELATIONS.map((op) => () => builder[op](x, y)),
    ];
    const chosen = kind % (writers.length + tests.length);
    if (chosen < writers.length) nums.push(writers[chosen]!());
    else bools.push(tests[chosen - writers.length]!());
  }
  for (const [index, name] of STATES.entries()) {
    builder.setNext(name, nums[nums.length - 1 - (index % nums.length)]!);
  }
  builder.lookup("one", states[0]!);
  builder.lookup("many", states[0]!);
  for (const [index, num] of nums.slice(-24).entries()) builder.output(`n${index}`, num);
  for (const [index, bool] of bools.slice(-4).entries()) {
    builder.output(`b${index}`, builder.indicator(bool));
  }
  return builder.build();
}

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const STEPS = 6;
const runs = fc.record({
  parameters: fc.array(given, { minLength: 2, maxLength: 2 }),
  schedule: fc.array(given, { minLength: STEPS, maxLength: STEPS }),
  many: fc.array(given, { minLength: 2, maxLength: 9 }),
  opening: fc.array(given, { minLength: STATES.length, maxLength: STATES.length }),
  key: fc.tuple(word, word),
  block: fc.constantFrom(0, 1, 71, 2 ** 22 - 1),
});

function inputsOf(
  program: Program,
  run: typeof runs extends fc.Arbitrary<infer T> ? T : never,
): Inputs {
  const tables = program.tables.map((name) => Float64Array.from(name === "one" ? [7] : run.many));
  const { parameters, opening, key } = run;
  return {
    steps: STEPS,
    parameters,
    schedules: Float64Array.from(run.schedule),
    tables,
    opening,
    key,
  };
}

test("[PJ9] [PJ10] random programs give the same bits in both kernels", () => {
  fc.assert(
    fc.property(
      fc.array(instruction, { maxLength: 160, size: "max" }),
      runs,
      (instructions, run) => {
        const program = programOf(instructions);
        const inputs = inputsOf(program, run);
        const kernel = compiled(program);
        const expected = bitsOf(interpretedKernel(program), inputs, run.block);
        assert.deepEqual(bitsOf(kernel, inputs, run.block), expected);
      },
    ),
    { numRuns: 60, seed: 6, endOnFailure: true },
  );
});

/** A lognormal value with a jump, of every kind of input. */
function jumpyProgram(): Program {
  const builder = new ProgramBuilder();
  const value = builder.state("value");
  const growth = builder.multiply(builder.parameter("volatility"), builder.normal("market"));
  const jump = builder.less(builder.uniform("jump"), builder.schedule("hazard"));
  const grown = builder.multiply(value, builder.exponential(growth));
  const row = builder.multiply(builder.uniform("which"), builder.constant(3));
  const next = builder.choose(jump, builder.multiply(grown, builder.lookup("left", row)), grown);
  builder.setNext("value", next);
  builder.output("value", next);
  return builder.build();
}

const jumpyInputs: Inputs = {
  steps: 10,
  parameters: [0.1],
  schedules: Float64Array.from({ length: 10 }, (_, step) => step / 50),
  tables: [Float64Array.of(0.5, 0.7, 0.9)],
  opening: [100],
  key: [3, 5],
};

test("[PJ11] a block gives the same bits whatever was computed before it", () => {
  const program = jumpyProgram();
  const kernel = compiled(program);
  const blocks = [4, 0, 4, 2, 0];
  const once = blocks.map((block) => bitsOf(compiled(program), jumpyInputs, block));
  const inTurn = blocks.map((block) => bitsOf(kernel, jumpyInputs, block));
  assert.deepEqual(inTurn, once);
  assert.notDeepEqual(inTurn[0], inTurn[1]);
});

test("[PJ3] draws of one name are the same numbers in another program", () => {
  const builder = new ProgramBuilder();
  builder.output("other", builder.uniform("other"));
  builder.output("market", builder.normal("market"));
  const alone = new ProgramBuilder();
  alone.output("market", alone.normal("market"));
  const inputs: Inputs = {
    ...{ steps: 9, parameters: [], schedules: new Float64Array(0) },
    ...{ tables: [], opening: [], key: [8, 9] as const },
  };
  const both = bitsOf(compiled(builder.build()), inputs, 7);
  const one = bitsOf(compiled(alone.build()), inputs, 7);
  for (let step = 0; step < inputs.steps; step++) {
    const start = (step * 2 + 1) * BLOCK_PATHS;
    assert.deepEqual(
      both.slice(start, start + BLOCK_PATHS),
      one.slice(step * BLOCK_PATHS, (step + 1) * BLOCK_PATHS),
    );
  }
});

test("[PJ8] a compiled program uses nothing but fixed-width SIMD", () => {
  const module = binaryen.readBinary(compileModule(jumpyProgram()));
  module.setFeatures(binaryen.Features.SIMD128 | binaryen.Features.NontrappingFPToInt);
  assert.equal(module.validate(), 1);
});
