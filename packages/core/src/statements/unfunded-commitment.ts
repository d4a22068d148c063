import type { Recorded } from "../fund/chronicle.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { Posting } from "../ledger/journal.ts";
import { postedUpTo, type PeriodBook } from "./period-book.ts";

/** How what a party may still be called for moved over a period; minor units, as it is added up. */
export type UnfundedMovement = {
  /** All that was ever promised and not released, at the end. */
  readonly commitment: bigint;
  readonly opening: bigint;
  /** Promised in the period. */
  readonly promised: bigint;
  readonly called: bigint;
  /** Capital that came back and may be called again. */
  readonly recallable: bigint;
  readonly released: bigint;
  readonly other: bigint;
  readonly closing: bigint;
};

/** What may still be called. */
export const CALLABLE_ACCOUNTS: readonly string[] = [
  ACCOUNTS.unfundedCommitments,
  ACCOUNTS.recallableCapital,
];

type Cause = "promised" | "called" | "recallable" | "released" | "other";

/**
 * What a posting means, by its account and the act that made it. Capital that was called and
 * excused, or a call that lapsed, can be called again: it takes back what was called. What was
 * returned is kept apart until it is called again or its time runs out.
 */
function causeOf({ account, minor }: Posting, actType: string | undefined): Cause {
  if (account === ACCOUNTS.recallableCapital) {
    if (minor > 0n) return "recallable";
    return actType?.startsWith("capital.") === true ? "called" : "released";
  }
  if (actType === "commitment.release") return "released";
  if (actType?.startsWith("commitment.") === true) return "promised";
  return actType?.startsWith("capital.") === true ? "called" : "other";
}

/**
 * The roll-forward of unfunded commitments of a party, or of all, from the postings of the accounts
 * that keep them [ST34].
 */
export function unfundedMovement(
  chronicle: Recorded,
  book: PeriodBook,
  party: string | undefined,
): UnfundedMovement {
  const { from } = book.period;
  const sums = { promised: 0n, called: 0n, recallable: 0n, released: 0n, other: 0n };
  let [commitment, opening, closing] = [0n, 0n, 0n];
  for (const { on, actType, lines } of postedUpTo(chronicle, book.vehicle, book.period)) {
    for (const line of lines) {
      const { account, subject, minor } = line;
      if (!CALLABLE_ACCOUNTS.includes(account)) continue;
      if (party !== undefined && subject !== party) continue;
      const cause = causeOf(line, actType);
      const isPromise = cause === "promised" || cause === "released";
      if (isPromise && account === ACCOUNTS.unfundedCommitments) commitment += minor;
      closing += minor;
      if (on < from) opening += minor;
      else sums[cause] += minor;
    }
  }
  return { commitment, opening, ...sums, closing };
}
