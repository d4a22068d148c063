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
 * Capital that is returned together, by party: all of a vehicle's (European), or one investment's
 * (American).
 */
export type CapitalPool = PersistentMap<CapitalAccount>;

/** By id: the vehicle or the investment. */
export type CapitalPools = PersistentMap<CapitalPool>;

const EMPTY: CapitalPool = PersistentMap.empty;

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

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
  const account = accruedTo(pool.get(by.party) ?? openAccount(by.on), rules, by.on);
  return pools.set(id, pool.set(by.party, contributed(account, by.minor)));
}

/** The pools once a party has had capital back outside the tiers, at most what it has not had. */
export function returnedFrom(
  pools: CapitalPools,
  id: string,
  to: { readonly party: string; readonly minor: bigint },
): CapitalPools {
  const unreturned = pools.get(id)?.get(to.party)?.unreturned ?? 0n;
  const capital = least(to.minor, unreturned);
  return repaidFrom(pools, [id], { party: to.party, capital, preferred: 0n });
}

/** The pools with every account's return accrued to a date. */
export function poolsAccruedTo(
  pools: CapitalPools,
  rules: HurdleRules,
  date: LocalDate,
): CapitalPools {
  let next = pools;
  for (const [id, pool] of pools) {
    let accrued = pool;
    for (const [party, account] of pool) {
      accrued = accrued.set(party, accruedTo(account, rules, date));
    }
    next = next.set(id, accrued);
  }
  return next;
}

/**
 * The pools whose capital comes back before profit when money comes from one of them: itself,
 * then in order of id those of investments that are disposed of, whose unreturned capital is a
 * loss [CY3].
 */
export function poolsReturnedFrom(
  pools: CapitalPools,
  id: string,
  disposedOf: ReadonlySet<string>,
): readonly string[] {
  return [id, ...[...pools.keys()].filter((other) => other !== id && disposedOf.has(other))];
}

/** What a party may claim of those pools together. */
export function claimOn(pools: CapitalPools, ids: readonly string[], party: string): PooledClaim {
  let [unreturned, preferred] = [0n, 0n];
  for (const id of ids) {
    const account = pools.get(id)?.get(party);
    unreturned += account?.unreturned ?? 0n;
    preferred += account?.preferred ?? 0n;
  }
  return { unreturned, preferred };
}

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
    const account = pool?.get(paid.party);
    if (pool === undefined || account === undefined) continue;
    const part = {
      capital: least(capital, account.unreturned),
      preferred: least(preferred, account.preferred),
    };
    capital -= part.capital;
    preferred -= part.preferred;
    next = next.set(id, pool.set(paid.party, repaidTo(account, part)));
  }
  return next;
}
