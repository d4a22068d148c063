import { assert } from "../base/assert.ts";
import { allocate, type TieBreak } from "../money/allocation.ts";

/** What an amount paid out is, by where it came from; minor units, none negative. */
export type Characters = {
  readonly income: bigint;
  /** Gains that became money. */
  readonly gain: bigint;
  /** The rest: holders get back what they paid in. */
  readonly capital: bigint;
};

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * An amount by character [WF13]: income as far as income is undistributed, then realised gains,
 * then return of capital. What is less than nothing counts as nothing.
 */
export function charactersOf(
  minor: bigint,
  undistributed: { readonly income: bigint; readonly gain: bigint },
): Characters {
  const upTo = (most: bigint, available: bigint): bigint =>
    available > 0n ? least(most, available) : 0n;
  const income = upTo(minor, undistributed.income);
  const gain = upTo(minor - income, undistributed.gain);
  return { income, gain, capital: minor - income - gain };
}

export type CharacterShare = Characters & { readonly party: string; readonly minor: bigint };

/**
 * Everyone's part of each character, in proportion to their part of the whole, by largest
 * remainder: first of income, then of gains by what is left of each part; the rest of a part is
 * capital [WF13]. Rows and columns sum, always.
 */
export function sharesByCharacter(
  totals: readonly { readonly party: string; readonly minor: bigint }[],
  { income, gain }: Characters,
  tieBreak: TieBreak,
): readonly CharacterShare[] {
  const incomes = dividedBy(totals, income, tieBreak);
  const left = totals.map(({ party, minor }, index) => ({ party, minor: minor - incomes[index]! }));
  const gains = dividedBy(left, gain, tieBreak);
  return totals.map(({ party, minor }, index) => {
    const parts = { income: incomes[index]!, gain: gains[index]! };
    return { party, minor, ...parts, capital: minor - parts.income - parts.gain };
  });
}

/** At most everyone's own total of it, since the part is at most the sum of the totals. */
function dividedBy(
  totals: readonly { readonly party: string; readonly minor: bigint }[],
  part: bigint,
  tieBreak: TieBreak,
): readonly bigint[] {
  if (part === 0n) return totals.map(() => 0n);
  const shares = totals.map(({ party, minor }) => ({ key: party, weight: minor }));
  const divided = allocate({ total: part, shares, tieBreak });
  assert(divided.ok, "whoever gets a part of the whole has a place in the order");
  return divided.value.map(({ part: of }) => of);
}
