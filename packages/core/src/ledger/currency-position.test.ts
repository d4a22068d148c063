import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { localDate } from "../calendar/date.ts";
import { currencyCode } from "../money/currency.ts";
import {
  afterChange,
  markPosition,
  movePosition,
  noPosition,
  positionPostings,
  type CurrencyPosition,
  type PositionChange,
} from "./currency-position.ts";
import { balanceOf, emptyLedger, post, trialBalance, type Ledger } from "./journal.ts";

const CURRENCIES = { foreign: currencyCode("JPY"), functional: currencyCode("USD") };

/** A fixing at a rate in US dollars for a yen, or yen that come or go at a value in cents. */
type Step =
  | { readonly kind: "fix"; readonly rate: Ratio }
  | { readonly kind: "move"; readonly foreign: bigint; readonly value: bigint };

function changeOf(position: CurrencyPosition, step: Step): PositionChange {
  return step.kind === "fix"
    ? markPosition(position, CURRENCIES, step.rate)
    : movePosition(position, step);
}

/** The position after the steps, and what they realised and marked in all. */
function played(steps: readonly Step[]): {
  readonly position: CurrencyPosition;
  readonly realised: bigint;
  readonly unrealised: bigint;
} {
  let [position, realised, unrealised] = [noPosition, 0n, 0n];
  for (const step of steps) {
    const change = changeOf(position, step);
    position = afterChange(position, change);
    realised += change.realised;
    unrealised += change.unrealised;
  }
  return { position, realised, unrealised };
}

const yen = (foreign: bigint, value: bigint): Step => ({ kind: "move", foreign, value });
const fix = (rate: string): Step => {
  const ratio = Ratio.fromDecimal(rate);
  assert.ok(ratio.ok);
  return { kind: "fix", rate: ratio.value };
};

test("[LG15] a part that is sold relieves cost at average", () => {
  // 1,000,000 at 0.0066 and 500,000 at 0.0070 cost 6,600 + 3,500 = 10,100 dollars; 600,000 of the
  // 1,500,000 cost 4,040, and bring 4,080 at 0.0068.
  const { position, realised } = played([
    yen(1_000_000n, 660_000n),
    yen(500_000n, 350_000n),
    yen(-600_000n, -408_000n),
  ]);
  assert.equal(realised, 4_000n);
  assert.deepEqual(position, { foreign: 900_000n, cost: 606_000n, mark: 0n });
});

test("[LG16] a fixing marks what is held, and a sale takes its part of the mark back", () => {
  const bought = [yen(1_000_000n, 660_000n), fix("0.0070")];
  assert.equal(played(bought).unrealised, 40_000n);
  const sold = played([...bought, yen(-250_000n, -175_000n)]);
  // A quarter of the gain of 400 dollars is realised and no longer unrealised.
  assert.deepEqual([sold.realised, sold.unrealised], [10_000n, 30_000n]);
  assert.deepEqual(sold.position, { foreign: 750_000n, cost: 495_000n, mark: 30_000n });
});

test("[LG14] a short position gains when the currency falls", () => {
  const { position, realised, unrealised } = played([
    yen(-1_000_000n, -660_000n),
    fix("0.0060"),
    yen(400_000n, 240_000n),
  ]);
  assert.equal(realised, 24_000n);
  assert.equal(unrealised, 36_000n);
  assert.deepEqual(position, { foreign: -600_000n, cost: -396_000n, mark: 36_000n });
});

test("[LG14] a movement through zero closes one position and opens the other", () => {
  const { position, realised } = played([yen(100n, 1_000n), yen(-300n, -3_600n)]);
  assert.equal(realised, 200n);
  assert.deepEqual(position, { foreign: -200n, cost: -2_400n, mark: 0n });
});

const rate = fc
  .tuple(fc.bigInt(1n, 10n ** 6n), fc.bigInt(1n, 10n ** 6n))
  .map(([num, den]) => Ratio.make(num, den));

const magnitude = fc.oneof(fc.bigInt(1n, 1_000n), fc.bigInt(1n, 10n ** 20n));

const step: fc.Arbitrary<Step> = fc.oneof(
  rate.map((of): Step => ({ kind: "fix", rate: of })),
  fc
    .record({ foreign: magnitude, value: magnitude, isOut: fc.boolean() })
    .map(({ foreign, value, isOut }) => (isOut ? yen(-foreign, -value) : yen(foreign, value))),
);

/** Nearest whole number, a half to the even one, by steps of long division on text-free bigints. */
function nearest(num: bigint, den: bigint): bigint {
  let floor = num / den;
  if (floor * den > num) floor -= 1n;
  const above = 2n * (num - floor * den);
  if (above === den) return floor % 2n === 0n ? floor : floor + 1n;
  return above > den ? floor + 1n : floor;
}

test("[LG17] realised and unrealised are value now less what was put in, in any order", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), rate, (steps, last) => {
      const { realised, unrealised } = played([...steps, { kind: "fix", rate: last }]);
      // The oracle keeps no position: it adds up what came and went, and values the rest once.
      let [held, putIn] = [0n, 0n];
      for (const each of steps) {
        if (each.kind !== "move") continue;
        held += each.foreign;
        putIn += each.value;
      }
      const value = nearest(held * last.num * 100n, last.den);
      assert.equal(realised + unrealised, value - putIn);
    }),
  );
});

test("[LG17] nothing held leaves no cost and no mark", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), magnitude, (steps, value) => {
      const { position } = played(steps);
      if (position.foreign === 0n) return;
      const out = position.foreign > 0n ? -value : value;
      const closed = played([...steps, yen(-position.foreign, out)]);
      assert.deepEqual(closed.position, noPosition);
      assert.equal(closed.unrealised, 0n);
    }),
  );
});

test("[LG15] cost relieved is within a unit of the exact average", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(magnitude, magnitude), { minLength: 1, maxLength: 10 }),
      fc.bigInt(1n, 10n ** 20n),
      magnitude,
      (bought, wanted, value) => {
        const steps = bought.map(([foreign, cost]) => yen(foreign, cost));
        const { position } = played(steps);
        const sold = wanted > position.foreign ? position.foreign : wanted;
        const { cost } = movePosition(position, { foreign: -sold, value: -value });
        const exact = position.cost * sold;
        const twice = 2n * (-cost * position.foreign - exact);
        assert.ok((twice < 0n ? -twice : twice) <= position.foreign);
      },
    ),
  );
});

/** The book of a vehicle that receives and pays yen, against an income account in dollars. */
function booked(steps: readonly Step[]): Ledger {
  let [ledger, position] = [emptyLedger, noPosition];
  for (const [n, each] of steps.entries()) {
    const change = changeOf(position, each);
    position = afterChange(position, change);
    const own =
      each.kind === "move"
        ? [
            { account: "1010", subject: "bank", currency: "JPY", minor: each.foreign },
            { account: "4010", subject: "", currency: "USD", minor: -each.value },
          ]
        : [];
    const postings = [...positionPostings(CURRENCIES, change), ...own].filter(
      ({ minor }) => minor !== 0n,
    );
    if (postings.length === 0) continue;
    const effectiveDate = localDate("2026-04-01");
    ledger = post(ledger, { id: `act/${n}`, vehicle: "fund", effectiveDate, postings });
  }
  return ledger;
}

test("[LG13] entries balance per currency, and yen sum to nothing with the position", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), rate, (steps, last) => {
      const ledger = booked([...steps, { kind: "fix", rate: last }]);
      const yenLines = trialBalance(ledger).filter(({ currency }) => currency === "JPY");
      assert.equal(
        yenLines.reduce((sum, { minor }) => sum + minor, 0n),
        0n,
      );
      const of = (account: string, currency: string): bigint =>
        balanceOf(ledger, { vehicle: "fund", account, currency });
      // What the book carries for its yen is what its bank account is worth.
      const worth = nearest(of("1010", "JPY") * last.num * 100n, last.den);
      assert.equal(of("1090", "USD") + of("1095", "USD"), worth);
    }),
  );
});

type Vector = {
  readonly name: string;
  readonly rule: string;
  readonly steps: readonly (readonly (string | readonly string[])[])[];
};

const VECTORS = JSON.parse(
  readFileSync(
    new URL("../../../../vectors/currency-position/positions.json", import.meta.url),
    "utf8",
  ),
) as { readonly cases: readonly Vector[] };

const stepOf = ([kind, first, second]: Vector["steps"][number]): Step =>
  kind === "fix" ? fix(String(first)) : yen(BigInt(String(first)), BigInt(String(second)));

for (const { name, rule, steps } of VECTORS.cases) {
  test(`[${rule}] vector: ${name}`, () => {
    for (const [n, each] of steps.entries()) {
      const { position, realised, unrealised } = played(steps.slice(0, n + 1).map(stepOf));
      const { foreign, cost, mark } = position;
      const after = [foreign, cost, mark, realised, unrealised].map(String);
      assert.deepEqual(after, each.at(-1), `step ${n + 1}`);
    }
  });
}
