import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";

/** A claim on part of a total; weights are relative to each other and never negative [M10]. */
export type AllocationShare = { readonly key: string; readonly weight: bigint };

/**
 * Which of two equal remainders comes first [M12]: by an order that the charter lists, by key in
 * ascending order of UTF-16 code units, or by a listed order that starts one place later each turn.
 */
export type TieBreak =
  | { readonly kind: "order"; readonly keys: readonly string[] }
  | { readonly kind: "keyAscending" }
  | { readonly kind: "rotate"; readonly keys: readonly string[]; readonly turn: bigint };

export type AllocationTerms = {
  /** In the smallest unit that is not divided: minor units of money, units of a class. */
  readonly total: bigint;
  readonly shares: readonly AllocationShare[];
  readonly tieBreak: TieBreak;
};

export type AllocatedPart = { readonly key: string; readonly part: bigint };

export type AllocationError =
  | { readonly code: "allocation_without_weight" }
  | { readonly code: "allocation_weight_negative"; readonly key: string; readonly weight: bigint }
  | { readonly code: "allocation_key_repeated"; readonly key: string }
  | { readonly code: "allocation_tie_break_incomplete"; readonly key: string }
  | { readonly code: "allocation_tie_break_key_repeated"; readonly key: string };

/**
 * Divides a total among shares in proportion to their weights, by largest remainder: each share
 * first gets its exact part cut to a whole unit, then the units that are left go one each to the
 * largest remainders [M10] [M11]. The parts sum to the total, always. A negative total gives the
 * negated parts of its magnitude [M13]. Parts come in the order of the shares, and do not depend
 * on it [M14].
 */
export function allocate(
  terms: AllocationTerms,
): Result<readonly AllocatedPart[], AllocationError> {
  const { total, shares, tieBreak } = terms;
  const error = findShareError(shares) ?? findTieBreakError(shares, tieBreak);
  if (error !== undefined) return err(error);
  let sum = 0n;
  for (const { weight } of shares) sum += weight;
  if (sum === 0n) return err({ code: "allocation_without_weight" });

  const magnitude = total < 0n ? -total : total;
  const rankOf = tieBreakRanks(shares, tieBreak);
  let left = magnitude;
  const entitled = shares.map(({ key, weight }) => {
    const product = magnitude * weight;
    const part = product / sum;
    left -= part;
    return { key, part, remainder: product % sum };
  });
  const byRemainder = entitled.toSorted((a, b) => {
    if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
    return rankOf(a.key) - rankOf(b.key);
  });
  assert(left <= BigInt(byRemainder.length), "fewer units are left than shares");
  const topped = new Set(byRemainder.slice(0, Number(left)).map(({ key }) => key));
  const parts = entitled.map(({ key, part }) => {
    const whole = topped.has(key) ? part + 1n : part;
    return { key, part: total < 0n ? -whole : whole };
  });
  return ok(parts);
}

function findShareError(shares: readonly AllocationShare[]): AllocationError | undefined {
  const seen = new Set<string>();
  for (const { key, weight } of shares) {
    if (weight < 0n) return { code: "allocation_weight_negative", key, weight };
    if (seen.has(key)) return { code: "allocation_key_repeated", key };
    seen.add(key);
  }
  return undefined;
}

/** A listed order must name every share once, whether or not a tie arises, and may name others. */
function findTieBreakError(
  shares: readonly AllocationShare[],
  tieBreak: TieBreak,
): AllocationError | undefined {
  if (tieBreak.kind === "keyAscending") return undefined;
  const listed = new Set<string>();
  for (const key of tieBreak.keys) {
    if (listed.has(key)) return { code: "allocation_tie_break_key_repeated", key };
    listed.add(key);
  }
  const missing = shares.find(({ key }) => !listed.has(key));
  if (missing === undefined) return undefined;
  return { code: "allocation_tie_break_incomplete", key: missing.key };
}

/** A key's place among equals: the lowest comes first. */
function tieBreakRanks(
  shares: readonly AllocationShare[],
  tieBreak: TieBreak,
): (key: string) => number {
  const keys = orderedKeys(shares, tieBreak);
  const ranks = new Map(keys.map((key, rank) => [key, rank]));
  return (key) => {
    const rank = ranks.get(key);
    assert(rank !== undefined, `no rank for ${key}`);
    return rank;
  };
}

function orderedKeys(shares: readonly AllocationShare[], tieBreak: TieBreak): readonly string[] {
  if (tieBreak.kind === "order") return tieBreak.keys;
  if (tieBreak.kind === "keyAscending") {
    return shares.map(({ key }) => key).toSorted((a, b) => (a < b ? -1 : 1));
  }
  assert(tieBreak.turn >= 0n, "turns are counted from zero");
  const { keys } = tieBreak;
  const first = Number(tieBreak.turn % BigInt(keys.length));
  return [...keys.slice(first), ...keys.slice(0, first)];
}
