import { emptyCapital, type CapitalState } from "../capital/state.ts";
import { noStrikes, type NavStrikes } from "../dealing/nav-strike.ts";
import { noDistributions, type Distributions } from "../distributions/state.ts";
import { noWaterfallBooks, type WaterfallBooks } from "../distributions/waterfall-book.ts";
import type { GovernanceState } from "../governance/state.ts";
import type { Instant } from "../calendar/date.ts";
import { noInvestments, type Investments } from "../investments/state.ts";
import { emptyLedger, type Ledger } from "../ledger/journal.ts";
import { noPayments, type Payments } from "../ledger/payment.ts";

/** The whole of a founded fund: one immutable value, rebuilt by replay of the log. */
export type FundState = GovernanceState & {
  readonly recordedAt: Instant;
  readonly trust: TrustState;
  readonly ledger: Ledger;
  readonly payments: Payments;
  readonly capital: CapitalState;
  readonly investments: Investments;
  readonly strikes: NavStrikes;
  readonly distributions: Distributions;
  readonly waterfalls: WaterfallBooks;
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
  capital: emptyCapital,
  investments: noInvestments,
  strikes: noStrikes,
  distributions: noDistributions,
  waterfalls: noWaterfallBooks,
} as const;
