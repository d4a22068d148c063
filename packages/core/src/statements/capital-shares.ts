import { assert } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { allocate } from "../money/allocation.ts";
import { codesOf } from "./account-groups.ts";
import type { PeriodBook } from "./period-book.ts";
import type { Stakes } from "./stakes.ts";
import type { Holdings } from "./unit-holdings.ts";

/** Minor units by party, in order of party; together they are what was shared. */
export type SharedAmount = ReadonlyMap<string, bigint>;

/**
 * An amount, gain or loss, shared in proportion to stakes. Odd minor units go by the charter's
 * tie-break [ST31]. Where nobody holds anything nothing is shared.
 */
export function sharedBy(charter: Charter, stakes: Holdings, total: bigint): SharedAmount {
  const shares = [...stakes];
  if (shares.length === 0) return new Map();
  const ranked = charter.rounding.tieBreak;
  const keys = [...ranked, ...shares.map(([key]) => key).filter((key) => !ranked.includes(key))];
  const allocation = allocate({
    total,
    shares: shares.map(([key, weight]) => ({ key, weight })),
    tieBreak: { kind: "order", keys },
  });
  assert(allocation.ok, "an amount is shared among holders of something");
  return new Map(allocation.value.map(({ key, part }) => [key, part]));
}

/** The opening or the end of a book's period, and the evening that it is. */
export type MomentOfBook = { readonly of: "opening" | "closing"; readonly on: LocalDate };

/**
 * Capital accounts: whose the net assets are, at the opening or the end of the book's period
 * [ST31]. Carried interest that is accrued is its holder's; the rest goes by stakes.
 */
export function capitalAccounts(
  charter: Charter,
  book: PeriodBook,
  stakes: Stakes,
  at: MomentOfBook,
): SharedAmount {
  const sum = (accounts: readonly string[], sign: 1n | -1n, subject?: string): bigint =>
    book.sum({ accounts, sign, of: at.of, ...(subject === undefined ? {} : { subject }) });
  const carry = [ACCOUNTS.carriedInterest];
  const netAssets = sum(codesOf(charter, "asset", "liability"), 1n);
  const rest = netAssets - sum(carry, -1n);
  const worth = new Map(sharedBy(charter, stakes.on(at.on), rest));
  for (const holder of book.subjects(carry)) {
    const accrued = sum(carry, -1n, holder);
    if (accrued !== 0n) worth.set(holder, (worth.get(holder) ?? 0n) + accrued);
  }
  return worth;
}
