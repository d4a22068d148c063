import type { Charter } from "../charter/charter.ts";
import { DEBT_ACCOUNTS } from "../ledger/accounts.ts";
import { balanceOf, type Ledger } from "../ledger/journal.ts";

type Books = { readonly charter: Charter; readonly ledger: Ledger };

/** Vehicles that own a vehicle, directly or through others; in the charter's order. */
export function ownersOf({ vehicles }: Charter, vehicle: string): readonly string[] {
  const found = new Set<string>();
  const add = (id: string): void => {
    for (const { vehicle: owner } of vehicles.find((one) => one.id === id)?.owners ?? []) {
      if (found.has(owner)) continue;
      found.add(owner);
      add(owner);
    }
  };
  add(vehicle);
  return vehicles.map(({ id }) => id).filter((id) => found.has(id));
}

/**
 * Debt of the vehicles that a vehicle holds, directly or through others, in full [LV22]. One that
 * keeps its book in another currency is left out, since no rate of exchange is agreed for it.
 */
export function debtOfHeld({ charter, ledger }: Books, vehicle: string): bigint {
  const currency = charter.vehicles.find(({ id }) => id === vehicle)?.currency;
  let sum = 0n;
  for (const held of charter.vehicles) {
    if (held.currency !== currency || !ownersOf(charter, held.id).includes(vehicle)) continue;
    for (const account of DEBT_ACCOUNTS) {
      sum -= balanceOf(ledger, { vehicle: held.id, account, currency: held.currency });
    }
  }
  return sum;
}
