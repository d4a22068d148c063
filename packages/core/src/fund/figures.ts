import { assert } from "../base/assert.ts";
import type { AccountKind, Charter, Vehicle } from "../charter/charter.ts";
import { commitmentOf, undrawnOf, type Investment } from "../investments/state.ts";
import { isContested, isStale, type Valuation } from "../investments/valuation.ts";
import { balanceOf } from "../ledger/journal.ts";
import { ACCOUNTS, DEBT_ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import { lifetimeBalance } from "../ledger/periods.ts";
import { debtOfHeld } from "./debt/look-through.ts";
import type { FundState } from "./state.ts";

/** The vehicle that the charter's capital clause names: the fund itself. */
export function mainVehicle(charter: Charter): Vehicle {
  return vehicleOf(charter, charter.capital.vehicle);
}

/** A vehicle of the charter in force or of its schedules; an unknown one is a bug. */
export function vehicleOf(charter: Charter, id: string): Vehicle {
  const vehicle = charter.vehicles.find((each) => each.id === id);
  assert(vehicle !== undefined, `no vehicle ${id}`);
  return vehicle;
}

/** Gains of any kind, realised or not: what is no income of the vehicle. */
const GAIN_ACCOUNTS: ReadonlySet<string> = new Set([
  ACCOUNTS.realisedOnInvestments,
  ACCOUNTS.realisedFx,
  ACCOUNTS.unrealisedChange,
  ACCOUNTS.unrealisedFx,
  ACCOUNTS.hedgeResult,
]);

/** The currency in which a vehicle keeps its book. */
export const currencyOfVehicle = (charter: Charter, id: string): string =>
  vehicleOf(charter, id).currency;

/** What figures are made from. */
export type Books = Pick<
  FundState,
  "charter" | "ledger" | "investments" | "today" | "exchangeRates"
>;

/**
 * The figures of a vehicle's book, in minor units of its currency, all as positive amounts. Each is
 * added up when it is asked for: most acts are judged by two or three of them.
 */
export class VehicleFigures {
  readonly #books: Books;
  readonly #vehicle: Vehicle;

  constructor(books: Books, vehicle: string) {
    this.#books = books;
    this.#vehicle = vehicleOf(books.charter, vehicle);
  }

  get cash(): bigint {
    return this.#of(ACCOUNTS.cash);
  }

  get investmentsAtCost(): bigint {
    return this.#of(ACCOUNTS.investmentsAtCost);
  }

  get investmentsFairValue(): bigint {
    return this.investmentsAtCost + this.#of(ACCOUNTS.unrealisedOnInvestments);
  }

  /** Fair value of what was valued by inputs that nobody can observe, or has only a cost. */
  get investmentsLevel3(): bigint {
    return this.#fairValueOf((valuation) => (valuation?.level ?? 3) === 3);
  }

  /** Fair value of what was valued too long ago. */
  get staleValuations(): bigint {
    const { charter, today } = this.#books;
    return this.#fairValueOf((value) => value !== undefined && isStale(value, charter, today));
  }

  /** Fair value of what is contested by a sovereign. */
  get contestedValuations(): bigint {
    return this.#fairValueOf(
      (value) => value !== undefined && isContested(value, this.#books.today),
    );
  }

  get totalAssets(): bigint {
    return this.#ofKind("asset");
  }

  get payables(): bigint {
    return -this.#ofKind("liability");
  }

  get netAssets(): bigint {
    return this.totalAssets - this.payables;
  }

  get unpaidCalls(): bigint {
    return this.#of(ACCOUNTS.calledUnpaid);
  }

  get paidInCapital(): bigint {
    return -this.#of(ACCOUNTS.paidInCapital) - this.unpaidCalls;
  }

  /** Dividends and interest received. */
  get income(): bigint {
    return this.#earned(ACCOUNTS.dividendIncome) + this.#earned(ACCOUNTS.interestIncome);
  }

  get unrealisedChange(): bigint {
    return this.#earned(ACCOUNTS.unrealisedChange);
  }

  /** Everything distributed: income, realised gains and returned capital. */
  get distributed(): bigint {
    return DISTRIBUTION_ACCOUNTS.reduce((sum, account) => sum + this.#of(account), 0n);
  }

  /** What can still be called: what never was, and what came back and may be called again. */
  get unfundedCommitments(): bigint {
    return this.#of(ACCOUNTS.unfundedCommitments) + this.#of(ACCOUNTS.recallableCapital);
  }

  get investmentCommitments(): bigint {
    return this.#of(ACCOUNTS.investmentCommitments);
  }

  /** Principal owed to lenders. */
  get debt(): bigint {
    return DEBT_ACCOUNTS.reduce((sum, account) => sum - this.#of(account), 0n);
  }

  get lookThroughDebt(): bigint {
    return this.debt + debtOfHeld(this.#books, this.#vehicle.id);
  }

  /** A held vehicle's worth is net of its debt: what that finances is added back. */
  get lookThroughAssets(): bigint {
    return this.totalAssets + debtOfHeld(this.#books, this.#vehicle.id);
  }

  get otherLiabilities(): bigint {
    return this.payables - this.debt;
  }

  get interestPayable(): bigint {
    return -this.#of(ACCOUNTS.interestPayable);
  }

  get guarantees(): bigint {
    return this.#of(ACCOUNTS.guarantees);
  }

  get undrawnFacilities(): bigint {
    return this.#of(ACCOUNTS.undrawnFacilities);
  }

  /** Income received and not yet distributed. */
  get distributableIncome(): bigint {
    return this.income - this.#of(ACCOUNTS.distributions);
  }

  /** Unpaid principal and interest of the recoupment whose balances this vehicle keeps. */
  get recoupmentOutstanding(): bigint {
    return this.#of(ACCOUNTS.recoupment);
  }

  /** Preferred return that has accrued and is unpaid. */
  get preferredOutstanding(): bigint {
    return this.#of(ACCOUNTS.preferredReturn);
  }

  /** Income of every kind less expenses, and less what was distributed of it. */
  get undistributedIncome(): bigint {
    let earned = 0n;
    for (const { code, kind } of this.#books.charter.accounts) {
      const isNominal = kind === "income" || kind === "expense";
      if (isNominal && !GAIN_ACCOUNTS.has(code)) earned += this.#earned(code);
    }
    return earned - this.#of(ACCOUNTS.distributions);
  }

  /** Gains that became money, less what was distributed of them. */
  get undistributedGains(): bigint {
    const realised = [ACCOUNTS.realisedOnInvestments, ACCOUNTS.realisedFx].reduce(
      (sum, account) => sum + this.#earned(account),
      0n,
    );
    return realised - this.#of(ACCOUNTS.distributionsOfGains);
  }

  /** Fair value of the investments whose last value is of a kind. */
  #fairValueOf(isOfKind: (valuation: Valuation | undefined) => boolean): bigint {
    let sum = 0n;
    for (const { id: subject, vehicle, currency, valuation } of this.#books.investments.values()) {
      if (vehicle !== this.#vehicle.id || !isOfKind(valuation)) continue;
      for (const account of [ACCOUNTS.investmentsAtCost, ACCOUNTS.unrealisedOnInvestments]) {
        sum += balanceOf(this.#books.ledger, { vehicle, account, currency, subject });
      }
    }
    return sum;
  }

  /** Earned on a nominal account in all of the fund's life, in periods open and closed (LG25). */
  #earned(account: string): bigint {
    const { id: vehicle, currency } = this.#vehicle;
    return -lifetimeBalance(this.#books.ledger, { vehicle, account, currency });
  }

  /** Balance of an account in the vehicle's currency, debit positive. */
  #of(account: string): bigint {
    const { id: vehicle, currency } = this.#vehicle;
    return balanceOf(this.#books.ledger, { vehicle, account, currency });
  }

  /** Sum over all accounts of a kind, debit positive. */
  #ofKind(kind: AccountKind): bigint {
    let sum = 0n;
    for (const account of this.#books.charter.accounts) {
      if (account.kind === kind) sum += this.#of(account.code);
    }
    return sum;
  }
}

/** Cost plus undrawn commitment: the whole that the fund has put or promised into an investment. */
export function exposureTo(investment: Investment): bigint {
  if (investment.status === "recommended") return commitmentOf(investment);
  return investment.cost + undrawnOf(investment);
}
