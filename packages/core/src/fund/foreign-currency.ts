import { err, ok, type Result } from "../base/result.ts";
import type { Ratio } from "../base/ratio.ts";
import { windowEnd } from "../governance/window.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import {
  movePosition,
  positionOf,
  positionPostings,
  VALUE_ROUNDING,
} from "../ledger/currency-position.ts";
import { lastRate } from "../ledger/exchange-rates.ts";
import type { Posting } from "../ledger/journal.ts";
import { currencyCode } from "../money/currency.ts";
import { Money } from "../money/money.ts";
import { CASH_SUBJECT } from "./act-definition.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { vehicleOf } from "./figures.ts";
import type { FundState } from "./state.ts";

/** An amount of a currency; minor units. */
type Amount = { readonly currency: string; readonly minor: bigint };

/**
 * The last agreed rate of `to` for one unit of `from`, for a decision: one that was never agreed,
 * or that is older than the charter lets, decides nothing.
 */
export function currentRate(
  { charter, exchangeRates, today }: FundState,
  from: string,
  to: string,
  clause: string,
): Result<Ratio, Rejection> {
  const fixed = lastRate(exchangeRates, from, to);
  if (fixed === undefined) {
    return err(rejection("rate_not_fixed", clause, { actual: `${from}/${to}` }));
  }
  const { fixing } = charter;
  if (fixing === undefined) return ok(fixed.rate);
  const goodUntil = windowEnd(charter, fixed.on, fixing.staleAfter);
  if (!goodUntil.ok) return goodUntil;
  if (goodUntil.value >= today) return ok(fixed.rate);
  return err(rejection("rate_stale", fixing.clause, { actual: fixed.on, required: today }));
}

/** The amount in a vehicle's functional currency at the last agreed rate, or why there is none. */
export function valueInBook(
  state: FundState,
  vehicle: string,
  { currency, minor }: Amount,
  clause: string,
): Result<bigint, Rejection> {
  const { currency: functional } = vehicleOf(state.charter, vehicle);
  if (currency === functional) return ok(minor);
  const fixed = lastRate(state.exchangeRates, currency, functional);
  if (fixed === undefined) {
    return err(rejection("rate_not_fixed", clause, { actual: `${currency}/${functional}` }));
  }
  const money = Money.of(currencyCode(currency), minor);
  const to = currencyCode(functional);
  return ok(Money.convert(money, { to, rate: fixed.rate, mode: VALUE_ROUNDING }).minor);
}

/**
 * What foreign money that comes (positive) or goes does to a vehicle's position, at its value in
 * functional currency (LG13). The foreign account and the one that the value belongs to are the
 * caller's.
 */
export function foreignMovement(
  { charter, ledger }: FundState,
  vehicle: string,
  { currency, minor, value }: Amount & { readonly value: bigint },
): readonly Posting[] {
  const currencies = { foreign: currency, functional: vehicleOf(charter, vehicle).currency };
  const position = positionOf(ledger, vehicle, currencies);
  return positionPostings(currencies, movePosition(position, { foreign: minor, value }));
}

/**
 * Postings between an account that is kept in the currency of the money, as cash and debts are, and
 * one that is kept in the book's own, as income and expenses are: two where that is one currency,
 * else the first with its position, and the second with the value at the last fixing (LG13).
 */
export function acrossCurrencies(
  state: FundState,
  vehicle: string,
  own: Posting,
  other: { readonly account: string; readonly subject: string },
  clause: string,
): Result<readonly Posting[], Rejection> {
  const { currency } = own;
  const { currency: functional } = vehicleOf(state.charter, vehicle);
  const value = valueInBook(state, vehicle, own, clause);
  if (!value.ok) return value;
  const moved = { currency, minor: own.minor, value: value.value };
  const postings: readonly Posting[] = [
    own,
    ...(currency === functional ? [] : foreignMovement(state, vehicle, moved)),
    {
      account: other.account,
      subject: other.subject,
      currency: functional,
      minor: -value.value,
    },
  ];
  return ok(postings.filter(({ minor }) => minor !== 0n));
}

/** Postings of cash that came in for an account of the book. */
export function cashReceived(
  state: FundState,
  vehicle: string,
  received: Amount,
  credit: { readonly account: string; readonly subject: string },
  clause: string,
): Result<readonly Posting[], Rejection> {
  const cash = { account: ACCOUNTS.cash, subject: CASH_SUBJECT, ...received };
  return acrossCurrencies(state, vehicle, cash, credit, clause);
}
