import { Ratio, roundRatio } from "../../base/ratio.ts";
import { ok, type Result } from "../../base/result.ts";
import { moneyFor, unitsFor } from "../../dealing/class-prices.ts";
import type { FeederDeal } from "../../dealing/orders.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import type { Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { moved, posted } from "../act-definition.ts";
import type { FundEvent } from "../effects.ts";
import { fedPrice, holdingOf, holdingRelieved, type Feeder } from "./feeders.ts";
import { currentRate, foreignMovement, valueInBook } from "../foreign-currency.ts";
import type { FundState } from "../state.ts";
import { perMajorUnit } from "../terms.ts";

/** What a feeder deals for, and the numbers of its first journal entry and payment. */
type DealInHand = {
  readonly inHand: ActInHand<unknown>;
  readonly context: Context;
  /** Brought by the holders, minor units of the feeder's currency; taken by them when negative. */
  readonly net: bigint;
  readonly entry: number;
  readonly payment: number;
};

/**
 * An amount of the feeder's money in the currency of the units, exactly, at the last agreed rate.
 */
function inFedCurrency(
  state: FundState,
  { feeder, held }: Feeder,
  minor: bigint,
  clause: string,
): Result<Ratio, Rejection> {
  const [from, to] = [feeder.currency, held.currency];
  if (from === to) return ok(Ratio.make(minor));
  const rate = currentRate(state, from, to, clause);
  if (!rate.ok) return rate;
  const major = Ratio.div(Ratio.make(minor), perMajorUnit(from));
  return ok(Ratio.mul(Ratio.mul(major, rate.value), perMajorUnit(to)));
}

/**
 * The feeder's side: the value on one account of its book against a claim or debt in the fed one.
 */
function feederSide(
  state: FundState,
  { feeder, held }: Feeder,
  claim: { readonly account: string; readonly minor: bigint; readonly value: bigint },
): readonly Posting[] {
  const { account, minor, value } = claim;
  const { currency } = held;
  const line: Posting = { account, subject: held.id, currency, minor };
  if (currency === feeder.currency) return [line];
  return [line, ...foreignMovement(state, feeder.id, { currency, minor, value })];
}

/**
 * What a feeder does with its holders' net money at the strike of that day: it buys units for it,
 * rounded down, or gives back as many as bring what is missing, rounded up, and no more than it has
 * [DL14]. Units change on that day; the money is a debt from then on, and leaves by release.
 */
export function feederDeal(
  state: FundState,
  of: Feeder,
  deal: DealInHand,
): Result<readonly FundEvent[], Rejection> {
  if (deal.net === 0n) return ok([]);
  const { clause, effectiveDate: on } = deal.inHand;
  const price = fedPrice(state, of, { on, clause });
  if (!price.ok) return price;
  const wanted = inFedCurrency(state, of, deal.net, clause);
  if (!wanted.ok) return wanted;
  return deal.net > 0n
    ? purchase(state, of, { ...deal, price: price.value, minor: Ratio.floor(wanted.value) })
    : giveBack(state, of, { ...deal, price: price.value, wanted: Ratio.neg(wanted.value) });
}

function dealOf(
  { feeder, fed, held }: Feeder,
  { inHand: { id, effectiveDate: on } }: DealInHand,
  of: Pick<FeederDeal, "price" | "minor" | "microUnits">,
): FundEvent {
  const deal = { id, feeder: feeder.id, vehicle: held.id, unitClass: fed.id, on, ...of };
  return { kind: "feederDealt", deal };
}

function purchase(
  state: FundState,
  of: Feeder,
  deal: DealInHand & { readonly price: string; readonly minor: bigint },
): Result<readonly FundEvent[], Rejection> {
  const { feeder, fed, held } = of;
  const { inHand, context, minor, price, entry } = deal;
  const { id: vehicle, currency } = held;
  const microUnits = Ratio.floor(unitsFor(minor, price, perMajorUnit(currency)));
  if (microUnits === 0n) return ok([]);
  const value = valueInBook(state, feeder.id, { currency, minor }, inHand.clause);
  if (!value.ok) return value;
  const cost = { subject: vehicle, currency: feeder.currency, minor: value.value };
  const debt = { account: ACCOUNTS.payableOnInvestments, minor: -minor, value: -value.value };
  const payment: Payment = {
    id: `${inHand.id}/${deal.payment}`,
    ...{ vehicle: feeder.id, payee: vehicle, purpose: "investment", currency, minor },
    ...{ liability: ACCOUNTS.payableOnInvestments, subject: vehicle, mandatory: true },
    into: { vehicle, account: ACCOUNTS.subscriptionsReceivable, subject: feeder.id },
    entry: context.index,
    instructedAt: context.recordedAt,
  };
  const accounts = { debit: ACCOUNTS.subscriptionsReceivable, credit: ACCOUNTS.paidInCapital };
  return ok([
    dealOf(of, deal, { price, minor, microUnits }),
    { kind: "unitsIssued", unitClass: fed.id, holder: feeder.id, microUnits },
    posted(inHand, entry, feeder.id, [
      { account: ACCOUNTS.investmentsAtCost, ...cost },
      ...feederSide(state, of, debt),
    ]),
    posted(inHand, entry + 1, vehicle, moved({ ...accounts, subject: feeder.id, currency, minor })),
    { kind: "paymentInstructed", payment },
  ]);
}

function giveBack(
  state: FundState,
  of: Feeder,
  deal: DealInHand & { readonly price: string; readonly wanted: Ratio },
): Result<readonly FundEvent[], Rejection> {
  const { feeder, fed, held } = of;
  const { inHand, context, price, entry } = deal;
  const { id: vehicle, currency } = held;
  const holding = holdingOf(state, of);
  const perMajor = perMajorUnit(currency);
  const needed = Ratio.ceil(unitsFor(roundRatio(deal.wanted, "ceiling"), price, perMajor));
  const microUnits = needed < holding.microUnits ? needed : holding.microUnits;
  const minor = Ratio.floor(moneyFor(microUnits, price, perMajor));
  if (minor === 0n) return ok([]);
  const value = valueInBook(state, feeder.id, { currency, minor }, inHand.clause);
  if (!value.ok) return value;
  const claim = { account: ACCOUNTS.receivableForSales, minor, value: value.value };
  const payment: Payment = {
    id: `${inHand.id}/${deal.payment}`,
    ...{ vehicle, payee: feeder.id, purpose: "redemption", currency, minor },
    ...{ liability: ACCOUNTS.redemptionsPayable, subject: feeder.id, mandatory: true },
    into: { vehicle: feeder.id, account: ACCOUNTS.receivableForSales, subject: vehicle },
    entry: context.index,
    instructedAt: context.recordedAt,
  };
  const accounts = { debit: ACCOUNTS.redeemedCapital, credit: ACCOUNTS.redemptionsPayable };
  const relieved = holdingRelieved(of, holding, { microUnits, value: value.value });
  return ok([
    dealOf(of, deal, { price, minor: -minor, microUnits: -microUnits }),
    { kind: "unitsCancelled", unitClass: fed.id, holder: feeder.id, microUnits },
    posted(
      inHand,
      entry,
      feeder.id,
      [...feederSide(state, of, claim), ...relieved].filter((line) => line.minor !== 0n),
    ),
    posted(inHand, entry + 1, vehicle, moved({ ...accounts, subject: feeder.id, currency, minor })),
    { kind: "paymentInstructed", payment },
  ]);
}
