import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import {
  accruedTo,
  contributed,
  openAccount,
  repaidTo,
  type CapitalAccount,
  type HurdleRules,
} from "./preferred-return.ts";

/**
 * Capital that is returned together: all of a vehicle's (European), or one investment's (American).
 */
export type CapitalPool = {
  /** Whether the investment is disposed of, so that what is unreturned of it is a loss. */
  readonly isRealised: boolean;
  /** By party. */
  readonly accounts: PersistentMap<CapitalAccount>;
};

/** By id: the vehicle or the investment. */
export type CapitalPools = PersistentMap<CapitalPool>;

const EMPTY: CapitalPool = { isRealised: false, accounts: PersistentMap.empty };

/** What a party has in several pools together. */
export type PooledClaim = { readonly unreturned: bigint; readonly preferred: bigint };

/** The pools once a party has paid into one of them; its return there is accrued to that date. */
export function paidInto(
  pools: CapitalPools,
  id: string,
  by: { readonly party: string; readonly minor: bigint; readonly on: LocalDate },
  rules: HurdleRules,
): CapitalPools {
  const pool = pools.get(id) ?? EMPTY;
  const account = accruedTo(pool.accounts.get(by.party) ?? openAccount(by.on), rules, by.on);
  const accounts = pool.accounts.set(by.party, contributed(account, by.minor));
  return pools.set(id, { ...pool, accounts });
}

/** The pools with every account's return accrued to a date. */
export function poolsAccruedTo(
  pools: CapitalPools,
  rules: HurdleRules,
  date: LocalDate,
): CapitalPools {
  let next = pools;
  for (const [id, pool] of pools) {
    let { accounts } = pool;
    for (const [party, account] of pool.accounts) {
      accounts = accounts.set(party, accruedTo(account, rules, date));
    }
    next = next.set(id, { ...pool, accounts });
  }
  return next;
}

/** The pools once an investment is disposed of. */
export function realised(pools: CapitalPools, id: string): CapitalPools {
  return pools.set(id, { ...(pools.get(id) ?? EMPTY), isRealised: true });
}

/**
 * The pools whose capital comes back before profit when money comes from one of them: itself, then
 * in order of id those that were realised at a loss [CY3].
 */
export function poolsReturnedFrom(pools: CapitalPools, id: string): readonly string[] {
  const losses = [...pools].filter(([other, pool]) => other !== id && pool.isRealised);
  return [id, ...losses.map(([other]) => other)];
}

/** What a party may claim of those pools together. */
export function claimOn(pools: CapitalPools, ids: readonly string[], party: string): PooledClaim {
  let [unreturned, preferred] = [0n, 0n];
  for (const id of ids) {
    const account = pools.get(id)?.accounts.get(party);
    unreturned += account?.unreturned ?? 0n;
    preferred += account?.preferred ?? 0n;
  }
  return { unreturned, preferred };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The pools once a party has had that much back, taken from the pools in the order given. */
export function repaidFrom(
  pools: CapitalPools,
  ids: readonly string[],
  paid: { readonly party: string; readonly capital: bigint; readonly preferred: bigint },
): CapitalPools {
  let next = pools;
  let { capital, preferred } = paid;
  for (const id of ids) {
    const pool = next.get(id);
    const account = pool?.accounts.get(paid.party);
    if (pool === undefined || account === undefined) continue;
    const part = {
      capital: least(capital, account.unreturned),
      preferred: least(preferred, account.preferred),
    };
    capital -= part.capital;
    preferred -= part.preferred;
    const accounts = pool.accounts.set(paid.party, repaidTo(account, part));
    next = next.set(id, { ...pool, accounts });
  }
  return next;
}
