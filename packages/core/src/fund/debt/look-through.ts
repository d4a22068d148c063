import { Ratio } from "../../base/ratio.ts";
import type { LocalDate } from "../../calendar/date.ts";
import type { Charter } from "../../charter/charter.ts";
import { ownedShare } from "../../investments/ownership.ts";
import type { Investments } from "../../investments/state.ts";
import { DEBT_ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf, type Ledger } from "../../ledger/journal.ts";

type Books = {
  readonly charter: Charter;
  readonly ledger: Ledger;
  readonly investments: Investments;
  readonly today: LocalDate;
};

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

/** Debt of a vehicle that is held, and what counts of it; minor units. */
export type HeldDebt = {
  readonly vehicle: string;
  readonly debt: bigint;
  /** Of its equity, that is held today. */
  readonly share: Ratio;
  /** The debt by that share, rounded up. */
  readonly minor: bigint;
};

/**
 * Debt of the vehicles that a vehicle holds, directly or through others, each by the share of its
 * equity that is held today, rounded up to a minor unit [LV22]. One that keeps its book in another
 * currency is left out, since no rate of exchange is agreed for it.
 */
export function heldDebts(books: Books, vehicle: string): readonly HeldDebt[] {
  const { charter, ledger, investments, today } = books;
  const currency = charter.vehicles.find(({ id }) => id === vehicle)?.currency;
  const group = { vehicles: charter.vehicles, investments };
  return charter.vehicles.flatMap((held): HeldDebt[] => {
    if (held.currency !== currency || held.id === vehicle) return [];
    let debt = 0n;
    for (const account of DEBT_ACCOUNTS) {
      debt -= balanceOf(ledger, { vehicle: held.id, account, currency: held.currency });
    }
    if (debt === 0n) return [];
    const share = ownedShare(group, vehicle, held.id, today);
    const minor = Ratio.ceil(Ratio.mul(Ratio.make(debt), share));
    return [{ vehicle: held.id, debt, share, minor }];
  });
}

/** All of it together. */
export function debtOfHeld(books: Books, vehicle: string): bigint {
  return heldDebts(books, vehicle).reduce((sum, { minor }) => sum + minor, 0n);
}
