import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { addDays, daysBetween, localDate, type LocalDate } from "../calendar/date.ts";
import {
  moneyWeightedReturn,
  withoutLine,
  type DatedFlow,
  type MoneyWeightedReturn,
} from "./money-weighted-return.ts";

type Vectors = {
  readonly cases: readonly {
    readonly name: string;
    readonly annualised: boolean;
    readonly published?: string;
    readonly roots: readonly string[];
    readonly flows: readonly (readonly [string, string])[];
  }[];
};
const { cases } = JSON.parse(
  readFileSync(new URL("../../../../vectors/returns/money-weighted.json", import.meta.url), "utf8"),
) as Vectors;

function flow(on: string, minor: bigint | number): DatedFlow {
  return { on: localDate(on), minor: BigInt(minor) };
}

function decimal(text: string): Ratio {
  const read = Ratio.fromDecimal(text);
  assert.ok(read.ok);
  return read.value;
}

const toNumber = ({ num, den }: Ratio): number => Number(num) / Number(den);

function defined(result: MoneyWeightedReturn): MoneyWeightedReturn & { readonly defined: true } {
  assert.ok(result.defined, result.defined ? "" : result.because);
  return result;
}

for (const { name, annualised, published, roots, flows } of cases) {
  test(`[ST2] money-weighted return: ${name}`, () => {
    const result = moneyWeightedReturn(flows.map(([on, minor]) => flow(on, BigInt(minor))));
    if (roots.length === 0) {
      assert.deepEqual(result, { defined: false, because: "noRoot" });
      return;
    }
    const found = defined(result);
    assert.equal(found.annualised, annualised);
    assert.equal(found.roots.length, roots.length);
    for (const [i, root] of found.roots.entries()) {
      const expected = decimal(roots[i]!);
      const unit = Math.max(1, Math.abs(toNumber(expected))) * 1.01e-8;
      assert.ok(Math.abs(toNumber(Ratio.sub(root, expected))) <= unit, `${roots[i]}`);
    }
    if (published !== undefined) {
      assert.ok(Math.abs(toNumber(found.rate) - Number(published)) < 1e-7, "as published");
    }
  });
}

const pump = [
  flow("2021-01-01", -1600),
  flow("2022-01-01", 10_000),
  flow("2023-01-01", -10_000),
] as const;

test("[ST3] of several roots the one nearest to the time-weighted return is reported", () => {
  const at = (text: string) => defined(moneyWeightedReturn(pump, decimal(text)));
  assert.deepEqual(at("3.5").rate, decimal("4"));
  assert.deepEqual(at("0.4").rate, decimal("0.25"));
  assert.deepEqual(at("2.125").rate, decimal("0.25"), "the lower of two as near");
  assert.equal(at("0.4").choice, "nearestTimeWeighted");
});

test("[ST3] without it the root nearest to zero is reported, and all are told", () => {
  const result = defined(moneyWeightedReturn(pump));
  assert.deepEqual(result.rate, decimal("0.25"));
  assert.deepEqual(result.roots, [decimal("0.25"), decimal("4")]);
  assert.equal(result.choice, "smallest");
  assert.equal(defined(moneyWeightedReturn(pump.slice(0, 2))).choice, "only");
});

test("[ST3] a root at which the curve only touches zero is one", () => {
  // -(x - 1.1)^2 in x = 1 + r.
  const flows = [
    flow("2021-01-01", -10_000),
    flow("2022-01-01", 22_000),
    flow("2023-01-01", -12_100),
  ];
  assert.deepEqual(defined(moneyWeightedReturn(flows)).roots, [decimal("0.1")]);
});

test("[ST3] where there is no return, the reason is given", () => {
  const because = (flows: readonly DatedFlow[]) => {
    const result = moneyWeightedReturn(flows);
    return result.defined ? "defined" : result.because;
  };
  assert.equal(because([]), "noFlows");
  assert.equal(because([flow("2021-01-01", 5), flow("2021-01-01", -5)]), "noFlows");
  assert.equal(because([flow("2021-01-01", 5)]), "oneDay");
  assert.equal(because([flow("2021-01-01", -5), flow("2022-01-01", -5)]), "oneSign");
});

test("[ST2] the order of flows, and their splitting, change nothing", () => {
  const split = [flow("2021-01-01", -600), pump[2], flow("2021-01-01", -1000), pump[1]];
  assert.deepEqual(moneyWeightedReturn(split), moneyWeightedReturn(pump));
});

const flowsArbitrary = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 400 }),
      // A flow of nothing is none: the time would end before it.
      minor: fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }).filter((minor) => minor !== 0n),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .map((steps) => {
    let on: LocalDate = localDate("2020-01-01");
    return steps.map(({ gap, minor }): DatedFlow => {
      const next = addDays(on, gap);
      assert.ok(next.ok);
      on = next.value;
      return { on, minor };
    });
  });

/** Present value by the engine's own fractional powers, and the sum of its parts' magnitudes. */
function presentValue(flows: readonly DatedFlow[], rate: number, days: number) {
  const first = flows[0]!.on;
  let [value, magnitude] = [0, 0];
  for (const { on, minor } of flows) {
    const part = Number(minor) / (1 + rate) ** (daysBetween(first, on) / days);
    value += part;
    magnitude += Math.abs(part);
  }
  return { value, magnitude };
}

test("[ST2] at each root the flows are worth nothing together", () => {
  fc.assert(
    fc.property(flowsArbitrary, (flows) => {
      const result = moneyWeightedReturn(flows);
      if (!result.defined) return;
      const span = daysBetween(flows[0]!.on, flows.at(-1)!.on);
      const days = result.annualised ? 365 : span;
      for (const root of result.roots) {
        const rate = toNumber(root);
        // Near -100 % a rate of eight decimals says little of the growth that it stands for.
        if (rate < -0.99) continue;
        const { value, magnitude } = presentValue(flows, rate, days);
        assert.ok(Math.abs(value) <= 1e-4 * magnitude, `${rate}: ${value} of ${magnitude}`);
      }
    }),
  );
});

test("[ST3] money that falls to a seventh in a day has that return", () => {
  const result = defined(moneyWeightedReturn([flow("2021-01-01", -7), flow("2021-01-02", 1)]));
  assert.equal(Ratio.toDecimalText(result.rate), "-0.85714286");
  const rise = defined(moneyWeightedReturn([flow("2021-01-01", -1), flow("2021-01-02", 900_000)]));
  assert.equal(Ratio.toDecimalText(rise.rate), "899999");
});

test("[ST3] no change of sign of the present value is missed", () => {
  const rates = Array.from({ length: 400 }, (_, i) => -0.95 + i * 0.02);
  fc.assert(
    fc.property(flowsArbitrary, (flows) => {
      const span = daysBetween(flows[0]!.on, flows.at(-1)!.on);
      const result = moneyWeightedReturn(flows);
      const roots = result.defined ? result.roots.map(toNumber) : [];
      let before: { readonly rate: number; readonly value: number } | undefined;
      for (const rate of rates) {
        const { value, magnitude } = presentValue(flows, rate, span < 365 ? span : 365);
        if (Math.abs(value) < 1e-9 * magnitude) continue;
        if (before !== undefined && before.value * value < 0) {
          const { rate: from } = before;
          const between = roots.filter((root) => root >= from - 1e-7 && root <= rate + 1e-7);
          assert.ok(between.length > 0, `a root between ${from} and ${rate}`);
        }
        before = { rate, value };
      }
    }),
  );
});

test("[ST6] without its line a fund is measured from the day of the draw", () => {
  const called = [flow("2021-07-01", -1000), flow("2023-01-01", 1300)];
  const line = [
    { on: localDate("2021-01-01"), kind: "drawn", minor: 1000n },
    { on: localDate("2021-07-01"), kind: "repaid", minor: 1000n },
  ] as const;
  const direct = moneyWeightedReturn([flow("2021-01-01", -1000), flow("2023-01-01", 1300)]);
  assert.deepEqual(moneyWeightedReturn(withoutLine(called, line)), direct);
  const [with_, without] = [defined(moneyWeightedReturn(called)), defined(direct)];
  assert.ok(Ratio.compare(with_.rate, without.rate) > 0, "a line makes the return look higher");
});
