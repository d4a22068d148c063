import { assert } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import { liquidatedAt } from "../fund/waterfall/capital-accounts.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { sharesByUnits } from "../fund/dealing/class-worth.ts";
import { waterfallScope } from "../fund/waterfall/waterfall-scope.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { allocate } from "../money/allocation.ts";
import { codesOf } from "./account-groups.ts";
import type { PeriodBook } from "./period-book.ts";
import type { Stakes } from "./stakes.ts";
import { holdingsOfClass, type Holdings } from "./unit-holdings.ts";

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

/** What capital accounts are struck from. */
export type CapitalBook = {
  readonly charter: Charter;
  readonly chronicle: Pick<Recorded, "unitMovements" | "stateOn">;
  readonly book: PeriodBook;
  readonly stakes: Stakes;
};

/**
 * Capital accounts: whose the net assets are, at the opening or the end of the book's period
 * [ST31]. Carried interest that is allocated is its holder's. The rest goes by units, and what a
 * class alone earned or bore by the units of that class; where the waterfall does not share by
 * units alone, it goes through the waterfall as the record stood that evening. `netAssets` is what
 * there is to share, where that is not the book's own net assets.
 */
export function capitalAccounts(
  of: CapitalBook,
  at: MomentOfBook,
  netAssets: bigint = netAssetsOf(of, at),
): SharedAmount {
  const { book } = of;
  const sum = (accounts: readonly string[], sign: 1n | -1n, subject?: string): bigint =>
    book.sum({ accounts, sign, of: at.of, ...(subject === undefined ? {} : { subject }) });
  const carry = [ACCOUNTS.carriedInterest];
  const rest = netAssets - sum(carry, -1n);
  const worth = new Map(liquidated(of, at, rest) ?? byUnits(of, at, rest));
  for (const holder of book.subjects(carry)) {
    const allocated = sum(carry, -1n, holder);
    if (allocated !== 0n) worth.set(holder, (worth.get(holder) ?? 0n) + allocated);
  }
  return worth;
}

function netAssetsOf({ charter, book }: CapitalBook, { of }: MomentOfBook): bigint {
  return book.sum({ accounts: codesOf(charter, "asset", "liability"), of, sign: 1n });
}

/** Nothing where units share alike, or where the state of that evening is not kept. */
function liquidated(
  { charter, chronicle, book }: CapitalBook,
  { on }: MomentOfBook,
  amount: bigint,
): SharedAmount | undefined {
  if (sharesByUnits(charter, book.vehicle)) return undefined;
  const state = chronicle.stateOn(on);
  const scope = state && waterfallScope(state.charter, book.vehicle);
  if (state === undefined || scope === undefined) return undefined;
  const worth = liquidatedAt(state, scope, amount);
  return worth.ok ? worth.value : undefined;
}

function byUnits(
  { charter, chronicle, book, stakes }: CapitalBook,
  { of, on }: MomentOfBook,
  amount: bigint,
): SharedAmount {
  const worth = new Map<string, bigint>();
  const add = (parts: SharedAmount): void => {
    for (const [party, part] of parts) worth.set(party, (worth.get(party) ?? 0n) + part);
  };
  let shared = amount;
  for (const { id, vehicle } of charter.classes) {
    if (vehicle !== book.vehicle) continue;
    const accounts = [ACCOUNTS.classResults];
    const own = book.sum({ accounts, subject: id, of, sign: 1n });
    const holders = holdingsOfClass(chronicle, id, on);
    if (own === 0n || holders.size === 0) continue;
    add(sharedBy(charter, holders, own));
    shared -= own;
  }
  add(sharedBy(charter, stakes.on(on), shared));
  return new Map([...worth].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
