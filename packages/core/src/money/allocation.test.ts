import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "../base/assert.ts";
import {
  allocate,
  type AllocationShare,
  type AllocationTerms,
  type TieBreak,
} from "./allocation.ts";

type WrittenTieBreak =
  | { readonly kind: "order"; readonly keys: readonly string[] }
  | { readonly kind: "keyAscending" }
  | { readonly kind: "rotate"; readonly keys: readonly string[]; readonly turn: string };
type Written = {
  readonly note: string;
  readonly shares: readonly (readonly [string, string])[];
  readonly tieBreak: WrittenTieBreak;
};
type Vectors = {
  readonly parts: readonly (Written & {
    readonly total: string;
    readonly parts: Readonly<Record<string, string>>;
  })[];
  readonly refusals: readonly (Written & { readonly code: string })[];
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../../vectors/allocation/allocation.json", import.meta.url), "utf8"),
) as Vectors;

function termsOf(written: Written, total: string): AllocationTerms {
  const shares = written.shares.map(([key, weight]) => ({ key, weight: BigInt(weight) }));
  const { tieBreak } = written;
  const turning = tieBreak.kind === "rotate";
  return {
    total: BigInt(total),
    shares,
    tieBreak: turning ? { ...tieBreak, turn: BigInt(tieBreak.turn) } : tieBreak,
  };
}

function partsOf(terms: AllocationTerms): ReadonlyMap<string, bigint> {
  const allocated = allocate(terms);
  assert.ok(
    allocated.ok,
    JSON.stringify(allocated, (_, v: unknown) => `${v as string}`),
  );
  return new Map(allocated.value.map(({ key, part }) => [key, part]));
}

/** Keys in the order in which they win ties, by walking rather than by ranks. */
function winners(shares: readonly AllocationShare[], tieBreak: TieBreak): readonly string[] {
  if (tieBreak.kind === "order") return tieBreak.keys;
  if (tieBreak.kind === "rotate") {
    const queue = [...tieBreak.keys];
    for (let turn = 0n; turn < tieBreak.turn; turn++) queue.push(queue.shift()!);
    return queue;
  }
  const rest = shares.map(({ key }) => key);
  const ascending: string[] = [];
  while (rest.length > 0) {
    const least = rest.reduce((a, b) => (b < a ? b : a));
    ascending.push(least);
    rest.splice(rest.indexOf(least), 1);
  }
  return ascending;
}

/**
 * Another method: hand out the units one by one, each to whoever lacks most of the exact part;
 * among equals to the first in the tie-break's order.
 */
function handOut({ total, shares, tieBreak }: AllocationTerms): ReadonlyMap<string, bigint> {
  const weights = new Map(shares.map(({ key, weight }) => [key, weight]));
  const queue = winners(shares, tieBreak).filter((key) => weights.has(key));
  const sum = shares.reduce((whole, { weight }) => whole + weight, 0n);
  const [units, sign] = total < 0n ? [-total, -1n] : [total, 1n];
  const parts = new Map(shares.map(({ key }) => [key, 0n]));
  for (let unit = 0n; unit < units; unit++) {
    let neediest: string | undefined;
    let most = 0n;
    for (const key of queue) {
      const lack = units * weights.get(key)! - parts.get(key)! * sum;
      if (neediest === undefined || lack > most) [neediest, most] = [key, lack];
    }
    parts.set(neediest!, parts.get(neediest!)! + 1n);
  }
  return new Map([...parts].map(([key, part]) => [key, part * sign]));
}

function drawTerms(
  weight: fc.Arbitrary<bigint>,
  total: fc.Arbitrary<bigint>,
): fc.Arbitrary<AllocationTerms> {
  const keys = fc.uniqueArray(fc.constantFrom("us", "japan", "lp-1", "lp-10", "lp-2", "Z", "é"), {
    minLength: 1,
  });
  return keys.chain((drawn) =>
    fc.record({
      total,
      shares: fc
        .tuple(...drawn.map((key) => weight.map((given) => ({ key, weight: given }))))
        .filter((shares) => shares.some((share) => share.weight > 0n)),
      tieBreak: fc.oneof(
        fc.constant<TieBreak>({ kind: "keyAscending" }),
        fc
          .shuffledSubarray([...drawn, "other"], { minLength: drawn.length + 1 })
          .chain((listed) =>
            fc.constantFrom<TieBreak>(
              { kind: "order", keys: listed },
              { kind: "rotate", keys: listed, turn: 0n },
              { kind: "rotate", keys: listed, turn: 5n },
            ),
          ),
      ),
    }),
  );
}

const smallTerms = drawTerms(fc.bigInt({ min: 0n, max: 6n }), fc.bigInt({ min: -60n, max: 60n }));
const largeTerms = drawTerms(
  fc.bigInt({ min: 0n, max: 10n ** 20n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);

test("[M10] [M11] [M12] [M13] parts agree with the vectors", () => {
  for (const written of vectors.parts) {
    const parts = partsOf(termsOf(written, written.total));
    const expected = new Map(
      Object.entries(written.parts).map(([key, part]) => [key, BigInt(part)]),
    );
    assert.deepEqual(parts, expected, written.note);
  }
});

test("[M10] [M12] shares and tie-breaks that cannot be used are refused", () => {
  for (const written of vectors.refusals) {
    const refused = allocate(termsOf(written, "10"));
    assert.ok(!refused.ok, written.note);
    assert.equal(refused.error.code, written.code, written.note);
  }
  const shares = [{ key: "a", weight: 1n }];
  const tieBreak = { kind: "rotate", keys: ["a"], turn: -1n } as const;
  assert.throws(() => allocate({ total: 1n, shares, tieBreak }), AssertionError);
});

test("[M11] [M12] [M13] parts agree with handing out units one by one", () => {
  let ties = 0;
  fc.assert(
    fc.property(smallTerms, (terms) => {
      const parts = partsOf(terms);
      assert.deepEqual(parts, handOut(terms));
      const reversed = { kind: "order", keys: winners(terms.shares, terms.tieBreak).toReversed() };
      const other = partsOf({ ...terms, tieBreak: reversed as TieBreak });
      if ([...parts].some(([key, part]) => other.get(key) !== part)) ties++;
    }),
    { numRuns: 1000 },
  );
  assert.ok(ties > 50, `only ${ties} runs had a tie that mattered`);
});

test("[M10] [M11] parts sum to the total and differ from the exact parts by less than one", () => {
  fc.assert(
    fc.property(fc.oneof(smallTerms, largeTerms), (terms) => {
      const parts = partsOf(terms);
      const weights = terms.shares.reduce((whole, { weight }) => whole + weight, 0n);
      let sum = 0n;
      for (const { key, weight } of terms.shares) {
        const part = parts.get(key)!;
        sum += part;
        const difference = part * weights - terms.total * weight;
        assert.ok(-weights < difference && difference < weights);
        if (weight === 0n) assert.equal(part, 0n);
      }
      assert.equal(sum, terms.total);
    }),
  );
});

test("[M11] a larger weight never gets less", () => {
  fc.assert(
    fc.property(fc.oneof(smallTerms, largeTerms), (terms) => {
      const parts = partsOf({ ...terms, total: terms.total < 0n ? -terms.total : terms.total });
      for (const a of terms.shares) {
        for (const b of terms.shares) {
          if (a.weight > b.weight) assert.ok(parts.get(a.key)! >= parts.get(b.key)!);
        }
      }
    }),
  );
});

test("[M13] a negative total gives the negated parts", () => {
  fc.assert(
    fc.property(fc.oneof(smallTerms, largeTerms), (terms) => {
      const negated = partsOf({ ...terms, total: -terms.total });
      for (const [key, part] of partsOf(terms)) assert.equal(negated.get(key), -part);
    }),
  );
});

test("[M14] the order of the shares changes no part, only the order of the answer", () => {
  fc.assert(
    fc.property(fc.oneof(smallTerms, largeTerms), fc.infiniteStream(fc.nat()), (terms, chance) => {
      const shares = terms.shares
        .map((share) => ({ share, place: Number(chance.next().value) }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ share }) => share);
      const allocated = allocate({ ...terms, shares });
      assert.ok(allocated.ok);
      assert.deepEqual(
        allocated.value.map(({ key }) => key),
        shares.map(({ key }) => key),
      );
      assert.deepEqual(partsOf({ ...terms, shares }), partsOf(terms));
    }),
  );
});

test("[M12] in rotation two equal parties get the odd unit in turn", () => {
  const shares = [
    { key: "us", weight: 1n },
    { key: "japan", weight: 1n },
  ];
  const sums = new Map([
    ["us", 0n],
    ["japan", 0n],
  ]);
  for (let turn = 0n; turn < 10n; turn++) {
    const tieBreak = { kind: "rotate", keys: ["us", "japan"], turn } as const;
    const parts = partsOf({ total: 101n, shares, tieBreak });
    assert.equal(parts.get(turn % 2n === 0n ? "us" : "japan"), 51n);
    for (const [key, part] of parts) sums.set(key, sums.get(key)! + part);
  }
  assert.equal(sums.get("us"), sums.get("japan"));
});
