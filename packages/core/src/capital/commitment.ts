import { assert } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";

/** The law or budget that lets a party promise money, and until when. */
export type BudgetAuthority = {
  readonly law: string;
  readonly fiscalYear: string;
  /** Minor units of the commitment's currency. */
  readonly minor: bigint;
  /** Last day on which a call may fall due under it. */
  readonly expires: LocalDate;
  /** What calls have used of it, minor units. */
  readonly used: bigint;
};

/** Capital that came back and may be called again, until a day or without end. */
export type RecallableCapital = { readonly minor: bigint; readonly until?: LocalDate };

/**
 * What a party has promised to pay in [CP1]. A party may promise more than once. Amounts are minor
 * units of the currency.
 */
export type Commitment = {
  readonly id: string;
  readonly party: string;
  readonly currency: string;
  readonly minor: bigint;
  /** Called of it so far, less what is no longer asked. */
  readonly called: bigint;
  /** Returned and callable again, less what can't be called any more because its time is over. */
  readonly restored: bigint;
  /** What of the restored amount has not been called again yet. */
  readonly recallable: readonly RecallableCapital[];
  /** Tranches of authority that cover it; none for a party that needs none. */
  readonly authorities: readonly BudgetAuthority[];
};

const sumOf = (parts: readonly { readonly minor: bigint }[]): bigint =>
  parts.reduce((sum, { minor }) => sum + minor, 0n);

/** What may still be called: commitment − calls + recallable [CP2]. */
export const unfundedOf = ({ minor, called, restored }: Commitment): bigint =>
  minor - called + restored;

/** What of it came back before: memo 9020. */
export const recallableOf = ({ recallable }: Commitment): bigint => sumOf(recallable);

/** What of it was never called: memo 9010. */
export const uncalledOf = (commitment: Commitment): bigint =>
  unfundedOf(commitment) - recallableOf(commitment);

/**
 * What the authorities that are in force on a due date still cover, minor units [CP3]; undefined
 * for a party that needs none.
 */
export function authorityLeft({ authorities }: Commitment, dueDate: LocalDate): bigint | undefined {
  if (authorities.length === 0) return undefined;
  return authorities.reduce(
    (sum, { minor, used, expires }) => (expires < dueDate ? sum : sum + minor - used),
    0n,
  );
}

/** The last day that any authority covers; undefined for a party that needs none. */
export function lastAuthorised({ authorities }: Commitment): LocalDate | undefined {
  return authorities.reduce<LocalDate | undefined>(
    (last, { expires }) => (last === undefined || expires > last ? expires : last),
    undefined,
  );
}

const endOf = ({ until }: RecallableCapital): string => until ?? "9999-12-31";

/** Takes from the parts in their order until the amount is met; none goes below nothing. */
function taken<T>(
  parts: readonly T[],
  minor: bigint,
  room: (part: T) => bigint,
  take: (part: T, minor: bigint) => T,
): { readonly parts: readonly T[]; readonly left: bigint } {
  let left = minor;
  const after = parts.map((part) => {
    const most = room(part);
    const now = left < most ? left : most;
    left -= now;
    return now === 0n ? part : take(part, now);
  });
  return { parts: after, left };
}

/** Takes use of authorities away again, from the one that lasts longest. */
function withoutUse(
  authorities: readonly BudgetAuthority[],
  minor: bigint,
): readonly BudgetAuthority[] {
  const ordered = authorities.toSorted((a, b) => (a.expires > b.expires ? -1 : 1));
  const { parts } = taken(
    ordered,
    minor,
    ({ used }) => used,
    (authority, back) => ({ ...authority, used: authority.used - back }),
  );
  return parts.toReversed();
}

/**
 * The commitment after a call on it, and what of the call is a recall. What may be called again
 * goes first, in the order in which its time ends; authority is used in the same order [CP4].
 */
export function drawnOn(
  commitment: Commitment,
  minor: bigint,
  dueDate: LocalDate,
): { readonly commitment: Commitment; readonly recalled: bigint } {
  assert(minor <= unfundedOf(commitment), `a call goes beyond commitment ${commitment.id}`);
  const lots = taken(
    commitment.recallable.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1)),
    minor,
    (lot) => lot.minor,
    (lot, now) => ({ ...lot, minor: lot.minor - now }),
  );
  const ordered = commitment.authorities.toSorted((a, b) => (a.expires < b.expires ? -1 : 1));
  const authorised = taken(
    ordered,
    minor,
    (authority) => (authority.expires < dueDate ? 0n : authority.minor - authority.used),
    (authority, now) => ({ ...authority, used: authority.used + now }),
  );
  const after = {
    ...commitment,
    called: commitment.called + minor,
    recallable: lots.parts.filter((lot) => lot.minor > 0n),
    authorities: authorised.parts,
  };
  return { commitment: after, recalled: minor - lots.left };
}

/** The commitment after a part of a call on it is no longer asked: it can be called once more. */
export function undrawn(commitment: Commitment, minor: bigint): Commitment {
  return {
    ...commitment,
    called: commitment.called - minor,
    authorities: withoutUse(commitment.authorities, minor),
  };
}

/** The commitment after money came back that may be called again until that day. */
export function restored(
  commitment: Commitment,
  minor: bigint,
  until: LocalDate | undefined,
): Commitment {
  const lot = until === undefined ? { minor } : { minor, until };
  return {
    ...commitment,
    restored: commitment.restored + minor,
    recallable: [...commitment.recallable, lot],
    authorities: withoutUse(commitment.authorities, minor),
  };
}

/** What of it can't be called again from a day on, because its time is over. */
export const expiredBy = ({ recallable }: Commitment, date: LocalDate): bigint =>
  sumOf(recallable.filter((lot) => endOf(lot) < date));

/** The commitment without what can't be called again from that day on. */
export function withoutExpired(commitment: Commitment, date: LocalDate): Commitment {
  const expired = expiredBy(commitment, date);
  return {
    ...commitment,
    restored: commitment.restored - expired,
    recallable: commitment.recallable.filter((lot) => endOf(lot) >= date),
  };
}
