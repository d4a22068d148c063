import assert from "node:assert/strict";
import { test } from "node:test";
import { interpretedKernel } from "./interpreted-kernel.ts";
import { type Bool, type Inputs, type Num, type Program } from "./program.ts";
import { ProgramBuilder } from "./program-builder.ts";

const inputs: Inputs = {
  ...{ steps: 1, parameters: [], schedules: new Float64Array(0) },
  ...{ tables: [], opening: [], key: [0, 0] as const },
};

/** The first output of the first path. */
function resultOf(
  write: (builder: ProgramBuilder) => Num,
  tables: readonly Float64Array[] = [],
): number {
  const builder = new ProgramBuilder();
  builder.output("result", write(builder));
  let result: number | undefined;
  interpretedKernel(builder.build()).run({ ...inputs, tables }, 0, (_step, outputs) => {
    result = outputs[0];
  });
  assert.ok(result !== undefined);
  return result;
}

test("[PJ1] of two numbers that are not ordered, the first is the lesser and the larger", () => {
  const lesser = (a: number, b: number) => resultOf((p) => p.minimum(p.constant(a), p.constant(b)));
  const larger = (a: number, b: number) => resultOf((p) => p.maximum(p.constant(a), p.constant(b)));
  assert.deepEqual([lesser(1, 2), lesser(2, 1), larger(1, 2), larger(2, 1)], [1, 1, 2, 2]);
  assert.ok(Object.is(lesser(-0, 0), -0) && Object.is(lesser(0, -0), 0));
  assert.ok(Object.is(larger(-0, 0), -0) && Object.is(larger(0, -0), 0));
  const nan = (p: ProgramBuilder): Num => p.divide(p.constant(0), p.constant(0));
  assert.ok(Number.isNaN(resultOf((p) => p.minimum(nan(p), p.constant(1)))));
  assert.equal(
    resultOf((p) => p.minimum(p.constant(1), nan(p))),
    1,
  );
});

test("[PJ1] a relation with a NaN is false, and a side that is not chosen leaves no trace", () => {
  const nan = (p: ProgramBuilder): Num => p.squareRoot(p.constant(-1));
  const relations: readonly ((p: ProgramBuilder) => Bool)[] = [
    (p) => p.less(nan(p), p.constant(1)),
    (p) => p.lessOrEqual(nan(p), nan(p)),
    (p) => p.equal(nan(p), nan(p)),
  ];
  for (const relation of relations) {
    assert.equal(
      resultOf((p) => p.indicator(relation(p))),
      0,
    );
    assert.equal(
      resultOf((p) => p.indicator(p.not(relation(p)))),
      1,
    );
    assert.equal(
      resultOf((p) => p.choose(relation(p), nan(p), p.constant(7))),
      7,
    );
  }
});

test("[PJ1] a lookup takes the integer part of the row, within the table", () => {
  const rows: readonly (readonly [row: number, value: number])[] = [
    ...([
      [-5, 10],
      [-0.5, 10],
      [0, 10],
      [0.99, 10],
      [1, 20],
      [2.9, 30],
    ] as const),
    ...([
      [3, 30],
      [1e300, 30],
      [Infinity, 30],
      [-Infinity, 10],
    ] as const),
  ];
  const table = [Float64Array.of(10, 20, 30)];
  for (const [row, value] of rows) {
    assert.equal(
      resultOf((p) => p.lookup("t", p.constant(row)), table),
      value,
      String(row),
    );
  }
  const nan = (p: ProgramBuilder): Num => p.logarithm(p.constant(-1));
  assert.equal(
    resultOf((p) => p.lookup("t", nan(p)), table),
    10,
  );
});

test("[PJ1] all states change at once, and outputs see them as the step began", () => {
  const builder = new ProgramBuilder();
  const [a, b] = [builder.state("a"), builder.state("b")];
  builder.setNext("a", b);
  builder.setNext("b", builder.add(a, builder.schedule("more")));
  builder.output("a", a);
  builder.output("b", b);
  const program: Program = builder.build();
  const seen: number[][] = [];
  const schedules = Float64Array.of(1, 10, 100);
  const run = { ...inputs, steps: 3, schedules, opening: [5, 6] };
  interpretedKernel(program).run(run, 0, (_step, outputs) => {
    seen.push([outputs[3]!, outputs[1024 + 3]!]);
  });
  assert.deepEqual(seen, [
    [5, 6],
    [6, 6],
    [6, 16],
  ]);
});

test("[PJ7] whatever makes a NaN, it leaves as the one NaN", () => {
  const makers: readonly ((p: ProgramBuilder) => Num)[] = [
    (p) => p.negate(p.divide(p.constant(0), p.constant(0))),
    (p) => p.subtract(p.constant(Infinity), p.constant(Infinity)),
    (p) => p.exponential(p.squareRoot(p.constant(-1))),
  ];
  for (const make of makers) {
    const bits = new BigUint64Array(Float64Array.of(resultOf(make)).buffer)[0];
    assert.equal(bits, 0x7ff8000000000000n);
  }
});

test("[PJ9] inputs that do not fit the program are a fault of the caller", () => {
  const builder = new ProgramBuilder();
  builder.output("p", builder.parameter("p"));
  const kernel = interpretedKernel(builder.build());
  assert.throws(() => kernel.run(inputs, 0, () => undefined), /every parameter is given/);
});
