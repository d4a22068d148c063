import { err, ok, type Result } from "../../base/result.ts";
import type { CarryTerms } from "../../charter/distribution-terms.ts";
import type { Vehicle } from "../../charter/charter.ts";
import { carryDue, clawback } from "../../distributions/carry.ts";
import { bookOf, type WaterfallBook } from "../../distributions/waterfall-book.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { CASH_SUBJECT, defineAct, posted } from "../act-definition.ts";
import { carryClawbackSchema, carryPaySchema, carryReturnSchema } from "../bodies/waterfalls.ts";
import { carryRebatesOf } from "../dealing/rebates.ts";
import { VehicleFigures } from "../figures.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";
import { waterfallPlan } from "../waterfall/waterfall-run.ts";
import { bookRules, waterfallScope, type WaterfallScope } from "../waterfall/waterfall-scope.ts";

type Carried = {
  readonly vehicle: Vehicle;
  readonly scope: WaterfallScope;
  readonly terms: CarryTerms;
  readonly book: WaterfallBook;
};

/** A vehicle whose waterfall pays carry, with the book that holds what the holder has come to. */
function carriedIn(
  state: FundState,
  { vehicle: id, currency }: { readonly vehicle: string; readonly currency?: string },
  clause: string,
): Result<Carried, Rejection> {
  const vehicle = state.charter.vehicles.find((each) => each.id === id);
  if (vehicle === undefined) return err(rejection("vehicle_unknown", clause, { actual: id }));
  const scope = waterfallScope(state.charter, id);
  const terms = state.charter.carry;
  const isCarried = scope && bookRules(state, scope.waterfall).carry !== undefined;
  if (terms === undefined || scope === undefined || isCarried !== true) {
    return err(rejection("carry_not_agreed", clause, { actual: id }));
  }
  const required = vehicle.currency;
  if (currency !== undefined && currency !== required) {
    return err(rejection("wrong_currency", clause, { actual: currency, required }));
  }
  return ok({ vehicle, scope, terms, book: bookOf(state.waterfalls, scope.keeper.id) });
}

/**
 * Carry that was allocated and is not held back is paid to its holder [CY6], less what it forgoes
 * in favour of parties with side letters, which is paid to them [CY7].
 */
export const carryPay = defineAct({
  type: "carry.pay",
  nature: "decision",
  schema: carryPaySchema,
  check(state, { body, clause }) {
    const carried = carriedIn(state, body, clause);
    if (!carried.ok) return carried.error;
    const { received, paid, escrow } = carried.value.book.carry;
    const most = received - paid - escrow;
    if (body.amount <= most) return undefined;
    const facts = { actual: body.amount.toString(), required: most.toString() };
    return rejection("carry_exceeded", clause, { ...facts, currency: body.currency });
  },
  effects(state, inHand, context) {
    const { body, clause } = inHand;
    const carried = carriedIn(state, body, clause);
    if (!carried.ok) return carried;
    const { book, scope, terms, vehicle } = carried.value;
    const { amount: minor, currency } = body;
    const { carriedInterest: debit, distributionsPayable: liability } = ACCOUNTS;
    const { holder } = terms;
    const rebates = carryRebatesOf(state, { vehicle: vehicle.id, minor, terms });
    const kept = rebates.reduce((left, rebate) => left - rebate.minor, minor);
    const parts = [{ party: holder, minor: kept }, ...rebates].filter((part) => part.minor > 0n);
    const payments = parts.map(({ party, minor: part }, index): Payment => ({
      id: `${inHand.id}/${index + 1}`,
      ...{ vehicle: vehicle.id, payee: party, purpose: "carry", currency, minor: part },
      ...{ liability, subject: party, mandatory: true },
      entry: context.index,
      instructedAt: context.recordedAt,
    }));
    const carry = { ...book.carry, paid: book.carry.paid + minor };
    return ok([
      { kind: "carryChanged", vehicle: scope.keeper.id, carry },
      posted(inHand, 1, vehicle.id, [
        { account: debit, subject: holder, currency, minor },
        ...parts.map(({ party: subject, minor: part }) => ({
          ...{ account: liability, subject, currency, minor: -part },
        })),
      ]),
      ...payments.map((payment) => ({ kind: "paymentInstructed", payment }) as const),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/**
 * All that was ever paid out by the waterfall, less what came back; before the end what is left.
 */
function wholeAmount(state: FundState, { scope, book, vehicle }: Carried, final: boolean): bigint {
  const keeper = scope.keeper.id;
  let amount = -book.carry.returned;
  for (const { vehicle: paying, minor, declaredOn } of state.distributions.values()) {
    const isOfBook = waterfallScope(state.charter, paying)?.keeper.id === keeper;
    if (isOfBook && declaredOn !== undefined) amount += minor;
  }
  if (final) return amount;
  const held = book.carry.received - book.carry.paid;
  const left = new VehicleFigures(state, vehicle.id).netAssets - held;
  return left > 0n ? amount + left : amount;
}

/** What is to come back from the holder on the result so far, or at the end [CY4] [CY5]. */
function clawbackOf(state: FundState, carried: Carried, final: boolean) {
  const { scope, terms, book } = carried;
  const rules = bookRules(state, scope.waterfall);
  const plan = waterfallPlan(state, scope, { book, rules, isLiquidation: true });
  if (!plan.ok) return plan;
  const { claims } = plan.value.balances;
  const due = carryDue({
    ...{ tiers: plan.value.tiers, tieBreak: plan.value.tieBreak, claims, pools: book.pools },
    ...{ amount: wholeAmount(state, carried, final), holder: terms.holder },
    share: charterRatio(terms.share),
  });
  if (!due.ok) {
    const { clause } = scope.waterfall;
    return err(rejection("nobody_to_distribute_to", clause, { actual: scope.vehicle.id }));
  }
  const { received, escrow } = book.carry;
  const cap = charterRatio(terms.clawback?.cap ?? "0");
  return ok({ due: due.value, ...clawback({ received, due: due.value, cap, escrow }) });
}

/**
 * Carry that the result does not bear out comes back: first what is held back, then from the holder
 * [CY5]. The last test lets go of the rest that is held back.
 */
export const carryClawback = defineAct({
  type: "carry.clawback",
  nature: "decision",
  schema: carryClawbackSchema,
  check(state, { body, clause }) {
    const carried = carriedIn(state, body, clause);
    if (!carried.ok) return carried.error;
    const { terms, book } = carried.value;
    if (terms.clawback === undefined) {
      return rejection("clawback_not_agreed", terms.clause, { actual: body.vehicle });
    }
    const back = clawbackOf(state, carried.value, body.final);
    if (!back.ok) return back.error;
    if (back.value.minor > 0n || (body.final && book.carry.escrow > 0n)) return undefined;
    return rejection("nothing_to_claw_back", terms.clawback.clause, {
      actual: book.carry.received.toString(),
      required: back.value.due.toString(),
      currency: carried.value.vehicle.currency,
    });
  },
  effects(state, inHand) {
    const { body, clause } = inHand;
    const carried = carriedIn(state, body, clause);
    if (!carried.ok) return carried;
    const { book, scope, terms, vehicle } = carried.value;
    const back = clawbackOf(state, carried.value, body.final);
    if (!back.ok) return back;
    const { minor, fromEscrow, fromHolder } = back.value;
    const carry = {
      received: book.carry.received - minor,
      profit: book.carry.profit - minor,
      paid: book.carry.paid - fromHolder,
      escrow: body.final ? 0n : book.carry.escrow - fromEscrow,
      returned: book.carry.returned + minor,
    };
    const { currency } = vehicle;
    const postings: readonly Posting[] = [
      { account: ACCOUNTS.carriedInterest, subject: terms.holder, currency, minor: fromEscrow },
      { account: ACCOUNTS.clawbackDue, subject: terms.holder, currency, minor: fromHolder },
      // Earnings again, to be shared out by the tiers.
      {
        account: ACCOUNTS.distributableEarnings,
        ...{ subject: ACCOUNTS.carriedInterest, currency, minor: -minor },
      },
    ];
    const changed = postings.filter((posting) => posting.minor !== 0n);
    return ok([
      { kind: "carryChanged", vehicle: scope.keeper.id, carry },
      ...(changed.length === 0 ? [] : [posted(inHand, 1, vehicle.id, changed)]),
    ]);
  },
});

/** The custodian reports that the holder has paid back what was asked of it. */
export const carryReturn = defineAct({
  type: "carry.return",
  nature: "fact",
  schema: carryReturnSchema,
  check(state, { body, clause }) {
    const carried = carriedIn(state, body, clause);
    return carried.ok ? undefined : carried.error;
  },
  effects(state, inHand) {
    const { body, clause } = inHand;
    const carried = carriedIn(state, body, clause);
    if (!carried.ok) return carried;
    const { currency, amount: minor } = body;
    const { holder } = carried.value.terms;
    return ok([
      posted(inHand, 1, body.vehicle, [
        { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor },
        { account: ACCOUNTS.clawbackDue, subject: holder, currency, minor: -minor },
      ]),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
