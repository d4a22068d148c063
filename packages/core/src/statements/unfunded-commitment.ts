import type { Recorded } from "../fund/chronicle.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { actTypeOf, type PeriodBook } from "./period-book.ts";

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

type Cause = "promised" | "called" | "recallable" | "released" | "other";

/** Acts that call on commitments, or let a party off what it was called for. */
const CALLING: ReadonlySet<string> = new Set([
  "capital.call",
  "capital.fundShortfall",
  "capital.trueUp",
  "capital.excuse",
  "capital.optOut",
]);

/** What was never called, and what came back and may be called again. */
const ACCOUNTS_OF_UNFUNDED: ReadonlySet<string> = new Set([
  ACCOUNTS.unfundedCommitments,
  ACCOUNTS.recallableCapital,
]);

/** What a posting to the account of unfunded commitments means, by the act that made it. */
function causeOf(actType: string | undefined, minor: bigint): Cause {
  if (actType === "commitment.release") return "released";
  if (actType?.startsWith("commitment.") === true) return "promised";
  if (actType !== undefined && CALLING.has(actType)) return "called";
  return minor > 0n && actType?.startsWith("capital.") === true ? "recallable" : "other";
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
  const { from, to } = book.period;
  const sums = { promised: 0n, called: 0n, recallable: 0n, released: 0n, other: 0n };
  let [commitment, opening, closing] = [0n, 0n, 0n];
  for (const { journal } of chronicle.postings) {
    if (journal.vehicle !== book.vehicle || journal.effectiveDate > to) continue;
    const actType = actTypeOf(chronicle, journal);
    for (const { account, subject, minor } of journal.postings) {
      if (!ACCOUNTS_OF_UNFUNDED.has(account)) continue;
      if (party !== undefined && subject !== party) continue;
      const cause = causeOf(actType, minor);
      if (cause === "promised" || cause === "released") commitment += minor;
      closing += minor;
      if (journal.effectiveDate < from) opening += minor;
      else sums[cause] += minor;
    }
  }
  return { commitment, opening, ...sums, closing };
}
