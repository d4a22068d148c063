import { Ratio } from "../../base/ratio.ts";
import type { LocalDate } from "../../calendar/date.ts";
import type { Charter } from "../../charter/charter.ts";
import { ownedShare } from "../../investments/ownership.ts";
import type { Investments } from "../../investments/state.ts";
import { DEBT_ACCOUNTS } from "../../ledger/accounts.ts";
import { lastRateThrough, type ExchangeRates } from "../../ledger/exchange-rates.ts";
import { balanceOf, type Ledger } from "../../ledger/journal.ts";
import { perMajorUnit } from "../terms.ts";

type Books = {
  readonly charter: Charter;
  readonly ledger: Ledger;
  readonly investments: Investments;
  readonly today: LocalDate;
  readonly exchangeRates: ExchangeRates;
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

/**
 * An amount in another currency at the last agreed rate, exact, in minor units of that; nothing
 * where no rate was ever agreed.
 */
export function worthAtLast(
  { charter, exchangeRates }: Pick<Books, "charter" | "exchangeRates">,
  { currency: from, minor }: { readonly currency: string; readonly minor: bigint },
  to: string,
): Ratio | undefined {
  const rate = lastRateThrough(exchangeRates, { from, to, via: charter.currencies.base });
  if (rate === undefined) return undefined;
  const inMajor = Ratio.div(Ratio.make(minor), perMajorUnit(from));
  return Ratio.mul(Ratio.mul(inMajor, rate), perMajorUnit(to));
}

/** Debt of a vehicle that is held, and what of it counts for the holder. */
export type HeldDebt = {
  readonly vehicle: string;
  /** In which it owes, and how much, minor units. */
  readonly currency: string;
  readonly owed: bigint;
  /** Of its equity, that is held today. */
  readonly share: Ratio;
  /** Of the holder's currency for one unit; absent where none was ever agreed. */
  readonly rate?: Ratio;
  /** The debt by the share at that rate, rounded up to a minor unit of the holder's currency. */
  readonly minor?: bigint;
};

/**
 * What each vehicle owes that a vehicle holds, directly or through others, by the share of its
 * equity that is held today; in another currency at the last agreed rate [LV22].
 */
export function debtsOfHeld(books: Books, vehicle: string): readonly HeldDebt[] {
  const { charter, ledger, investments, today } = books;
  const to = charter.vehicles.find(({ id }) => id === vehicle)?.currency ?? "";
  const group = { vehicles: charter.vehicles, investments };
  return charter.vehicles.flatMap(({ id, currency }): HeldDebt[] => {
    if (id === vehicle) return [];
    let owed = 0n;
    for (const account of DEBT_ACCOUNTS) {
      owed -= balanceOf(ledger, { vehicle: id, account, currency });
    }
    if (owed === 0n) return [];
    const share = ownedShare(group, vehicle, id, today);
    if (Ratio.isZero(share)) return [];
    const held = { vehicle: id, currency, owed, share };
    const rate = lastRateThrough(books.exchangeRates, {
      ...{ from: currency, to, via: charter.currencies.base },
    });
    const worth = worthAtLast(books, { currency, minor: owed }, to);
    if (rate === undefined || worth === undefined) return [held];
    return [{ ...held, rate, minor: Ratio.ceil(Ratio.mul(worth, share)) }];
  });
}

/**
 * Debt of the vehicles that a vehicle holds, each rounded up to a minor unit [LV22]. One whose
 * currency no rate was ever agreed for is left out, and the statement names it.
 */
export function debtOfHeld(books: Books, vehicle: string): bigint {
  return debtsOfHeld(books, vehicle).reduce((sum, { minor = 0n }) => sum + minor, 0n);
}
