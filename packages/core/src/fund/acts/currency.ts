import { assert } from "../../base/assert.ts";
import { ok } from "../../base/result.ts";
import { Ratio } from "../../base/ratio.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { markPosition, positionOf, positionPostings } from "../../ledger/currency-position.ts";
import { agreedRate, lastRate, type Fixing } from "../../ledger/exchange-rates.ts";
import { balanceOf, type Posting } from "../../ledger/journal.ts";
import { currencyCode, findCurrency } from "../../money/currency.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { CASH_SUBJECT, defineAct, posted } from "../act-definition.ts";
import {
  fxConvertSchema,
  fxFixSchema,
  type FxConvertBody,
  type FxFixBody,
} from "../bodies/currency.ts";
import type { FundEvent } from "../effects.ts";
import { vehicleOf } from "../figures.ts";
import { currentRate, foreignMovement, valueInBook } from "../foreign-currency.ts";
import type { FundState } from "../state.ts";
import { charterRatio, perMajorUnit } from "../terms.ts";

/** Two different currencies that ISO 4217 knows. */
function checkPair(one: string, other: string, clause: string): Rejection | undefined {
  const unknown = [one, other].find((code) => !findCurrency(code).ok);
  if (unknown !== undefined) return rejection("currency_unknown", clause, { actual: unknown });
  return one === other ? rejection("currencies_equal", clause, { actual: one }) : undefined;
}

function fixingOf(state: FundState, { body, effectiveDate, id }: ActInHand<FxFixBody>): Fixing {
  const { base, quote, quotes } = body;
  const { fixing: terms } = state.charter;
  assert(terms !== undefined, "an adopted charter that fixes rates says how");
  const { sources, from, tolerance } = terms;
  const rate = agreedRate(quotes, { sources, from, tolerance: charterRatio(tolerance) });
  return {
    ...{ base, quote, on: effectiveDate, quotes, actId: id },
    ...(rate === undefined ? {} : { rate }),
  };
}

/** The marks of every vehicle's position in one of the two currencies, kept in the other (LG16). */
function revaluations(
  state: FundState,
  inHand: ActInHand<FxFixBody>,
  { base, quote, rate }: Fixing,
): readonly FundEvent[] {
  const decimal = Ratio.fromDecimal(rate ?? "");
  if (!decimal.ok) return [];
  const events: FundEvent[] = [];
  for (const { id, currency: functional } of state.charter.vehicles) {
    if (functional !== base && functional !== quote) continue;
    const isQuote = functional === quote;
    const foreign = isQuote ? base : quote;
    const currencies = { foreign: currencyCode(foreign), functional: currencyCode(functional) };
    const position = positionOf(state.ledger, id, currencies);
    const price = isQuote ? decimal.value : Ratio.div(Ratio.one, decimal.value);
    const postings = positionPostings(currencies, markPosition(position, currencies, price));
    if (postings.length > 0) events.push(posted(inHand, events.length + 1, id, postings));
  }
  return events;
}

/**
 * Quotes of several sources for a day. Agreed, they revalue every open position; disputed or late,
 * they are on record and the last agreed rate stands. It is a fact: no quote is refused.
 */
export const fxFix = defineAct({
  type: "fx.fix",
  nature: "fact",
  schema: fxFixSchema,
  check: (_state, { body, clause }) => checkPair(body.base, body.quote, clause),
  effects(state, inHand) {
    const fixing = fixingOf(state, inHand);
    const { base, quote, on } = fixing;
    const last = lastRate(state.exchangeRates, base, quote);
    const isLatest = last === undefined || last.on <= on;
    const marks = isLatest ? revaluations(state, inHand, fixing) : [];
    return ok([{ kind: "exchangeRateFixed", fixing }, ...marks]);
  },
});

/** Whether what is got for what is given is further from the last fixing than the charter lets. */
function checkRate(
  state: FundState,
  { body: { from, to }, clause }: ActInHand<FxConvertBody>,
): Rejection | undefined {
  const { fixing: terms } = state.charter;
  const within = terms?.conversionWithin;
  if (terms === undefined || within === undefined) return undefined;
  const rate = currentRate(state, from.currency, to.currency, clause);
  if (!rate.ok) return rate.error;
  const got = Ratio.div(Ratio.make(to.amount), perMajorUnit(to.currency));
  const given = Ratio.div(Ratio.make(from.amount), perMajorUnit(from.currency));
  const expected = Ratio.mul(given, rate.value);
  const apart = Ratio.div(Ratio.abs(Ratio.sub(got, expected)), expected);
  if (Ratio.compare(apart, charterRatio(within)) <= 0) return undefined;
  const facts = { actual: `${apart.num}/${apart.den}`, required: within };
  return rejection("conversion_off_rate", terms.clause, facts);
}

/** Minor units of the vehicle's currency that both sides of a conversion are worth. */
function valueOf(state: FundState, { body, clause }: ActInHand<FxConvertBody>) {
  const { vehicle, from, to } = body;
  const { currency: functional } = vehicleOf(state.charter, vehicle);
  if (from.currency === functional) return ok(from.amount);
  if (to.currency === functional) return ok(to.amount);
  return valueInBook(state, vehicle, { currency: from.currency, minor: from.amount }, clause);
}

/**
 * One currency of a vehicle's cash given for another (LG29). It is a decision, because it chooses
 * an amount and a price that somebody could have chosen better: approvals sign both. Both sides
 * settle at once, payment against payment, so no money leaves the vehicle and no release follows.
 */
export const fxConvert = defineAct({
  type: "fx.convert",
  nature: "decision",
  schema: fxConvertSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const { vehicle, from, to } = body;
    if (!state.charter.vehicles.some(({ id }) => id === vehicle)) {
      return rejection("vehicle_unknown", clause, { actual: vehicle });
    }
    const pair = checkPair(from.currency, to.currency, clause) ?? checkRate(state, inHand);
    if (pair !== undefined) return pair;
    const value = valueOf(state, inHand);
    if (!value.ok) return value.error;
    const query = { vehicle, account: ACCOUNTS.cash, currency: from.currency };
    const cash = balanceOf(state.ledger, { ...query, subject: CASH_SUBJECT });
    if (cash >= from.amount) return undefined;
    return rejection("cash_insufficient", clause, {
      actual: cash.toString(),
      required: from.amount.toString(),
      currency: from.currency,
    });
  },
  effects(state, inHand) {
    const { vehicle, from, to } = inHand.body;
    const { currency: functional } = vehicleOf(state.charter, vehicle);
    const value = valueOf(state, inHand);
    if (!value.ok) return value;
    const given = { currency: from.currency, minor: -from.amount };
    const got = { currency: to.currency, minor: to.amount };
    const postings: Posting[] = [given, got].map((side) => ({
      ...{ account: ACCOUNTS.cash, subject: CASH_SUBJECT },
      ...side,
    }));
    for (const side of [given, got]) {
      if (side.currency === functional) continue;
      const worth = side === given ? -value.value : value.value;
      postings.push(...foreignMovement(state, vehicle, { ...side, value: worth }));
    }
    return ok([posted(inHand, 1, vehicle, postings)]);
  },
  concerns: (_state, { counterparty }) => [counterparty],
  amount: (_state, { from }) => ({ currency: from.currency, minor: from.amount }),
});
