import { emptyCapital, type CapitalState } from "../capital/state.ts";
import { noCharges, type Charges } from "../dealing/charges.ts";
import { noClassActs, type ClassRegister } from "../dealing/class-register.ts";
import { noOrders, type Orders } from "../dealing/orders.ts";
import { noSuspensions, type Suspensions } from "../dealing/suspensions.ts";
import { noStrikes, type NavStrikes } from "../dealing/nav-strike.ts";
import { noDistributions, type Distributions } from "../distributions/state.ts";
import { noWaterfallBooks, type WaterfallBooks } from "../distributions/waterfall-book.ts";
import { noFixings, type RateFixings } from "../facilities/accrual.ts";
import { noCovenants, type Covenants } from "../facilities/covenants.ts";
import { noFacilities, type Facilities } from "../facilities/facility.ts";
import { noGuarantees, type Guarantees } from "../facilities/guarantee.ts";
import type { GovernanceState } from "../governance/state.ts";
import type { Instant } from "../calendar/date.ts";
import { noRegisters, type Registers } from "../investments/registers.ts";
import { noInvestments, type Investments } from "../investments/state.ts";
import { noHedges, type Hedges } from "../facilities/hedges.ts";
import { noBankRecord, type BankRecord } from "../ledger/bank-record.ts";
import { noCorrections, type Corrections } from "../ledger/corrections.ts";
import { noExchangeRates, type ExchangeRates } from "../ledger/exchange-rates.ts";
import { emptyLedger, type Ledger } from "../ledger/journal.ts";
import { noPayments, type Payments } from "../ledger/payment.ts";
import { noPeriods, type Periods } from "../ledger/periods.ts";
import { noOversight, type OversightState } from "../oversight/state.ts";

/** The whole of a founded fund: one immutable value, rebuilt by replay of the log. */
export type FundState = GovernanceState & {
  readonly recordedAt: Instant;
  readonly trust: TrustState;
  readonly ledger: Ledger;
  readonly payments: Payments;
  readonly periods: Periods;
  readonly corrections: Corrections;
  readonly exchangeRates: ExchangeRates;
  readonly hedges: Hedges;
  readonly bank: BankRecord;
  readonly capital: CapitalState;
  readonly investments: Investments;
  readonly registers: Registers;
  readonly strikes: NavStrikes;
  readonly classes: ClassRegister;
  readonly charges: Charges;
  readonly orders: Orders;
  readonly suspensions: Suspensions;
  readonly distributions: Distributions;
  readonly waterfalls: WaterfallBooks;
  readonly facilities: Facilities;
  readonly rateFixings: RateFixings;
  readonly guarantees: Guarantees;
  readonly covenants: Covenants;
  readonly oversight: OversightState;
};

/** Keys that the founding names for the log itself, and how far the log is final. */
export type TrustState = {
  /** Verifier key of the operator's log key (docs/spec/log.md). */
  readonly logKey: string;
  readonly mirrors: readonly { readonly party: string; readonly vkey: string }[];
  readonly witnesses: readonly { readonly name: string; readonly vkey: string }[];
  /** Log size that all mirrors have cosigned. */
  readonly finalSize: number;
  /** Log size that one mirror and one witness have cosigned. */
  readonly witnessedSize: number;
};

/** What a fund holds on its first day, besides its governance. */
export const emptyBooks = {
  ledger: emptyLedger,
  payments: noPayments,
  periods: noPeriods,
  corrections: noCorrections,
  exchangeRates: noExchangeRates,
  hedges: noHedges,
  bank: noBankRecord,
  capital: emptyCapital,
  investments: noInvestments,
  registers: noRegisters,
  strikes: noStrikes,
  classes: noClassActs,
  charges: noCharges,
  orders: noOrders,
  suspensions: noSuspensions,
  distributions: noDistributions,
  waterfalls: noWaterfallBooks,
  facilities: noFacilities,
  rateFixings: noFixings,
  guarantees: noGuarantees,
  covenants: noCovenants,
  oversight: noOversight,
} as const;
