import { ok, type Result } from "../../base/result.ts";
import { toUnixSeconds, instant, type Instant } from "../../calendar/date.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { balanceOf, type Posting } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { CASH_SUBJECT, defineAct, posted } from "../act-definition.ts";
import { paymentReleaseSchema } from "../bodies/payments.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { FundEvent } from "../effects.ts";
import { cashReceived } from "../foreign-currency.ts";
import type { FundState } from "../state.ts";
import { checkOrder } from "../winding-up.ts";

const SECONDS_PER_HOUR = 3600;

/** How long ago the payment was instructed, in whole hours. */
const hoursSince = (from: string, now: Instant): number =>
  Math.floor((toUnixSeconds(now) - toUnixSeconds(instant(from))) / SECONDS_PER_HOUR);

/** Money leaves only when what instructed it is final (docs/spec/record.md, R31). */
function checkFinality(
  { charter, trust }: FundState,
  payment: Payment,
  context: Context,
): Rejection | undefined {
  if (trust.finalSize > payment.entry) return undefined;
  const { clause, mandatoryAfterHours } = charter.finality;
  const hours = hoursSince(payment.instructedAt, context.recordedAt);
  const mayGoEarly =
    payment.mandatory && hours >= mandatoryAfterHours && trust.witnessedSize > payment.entry;
  if (mayGoEarly) return undefined;
  return rejection("payment_not_final", clause, {
    payment: payment.id,
    actual: trust.finalSize,
    required: payment.entry + 1,
  });
}

/** Claims are kept in the currency that settles them; anything else in that of its book (LG13). */
const CLAIMS: ReadonlySet<string> = new Set([
  ACCOUNTS.subscriptionsReceivable,
  ACCOUNTS.receivableForSales,
]);

/** What a vehicle that is paid books, its account credited in its own currency; none for others. */
function receivedInto(
  state: FundState,
  { into, currency, minor }: Payment,
  clause: string,
): Result<readonly Posting[], Rejection> {
  if (into === undefined) return ok([]);
  const { account, subject } = into;
  if (CLAIMS.has(account)) {
    return ok([
      { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor },
      { account, subject, currency, minor: -minor },
    ]);
  }
  return cashReceived(state, into.vehicle, { currency, minor }, into, clause);
}

/**
 * What the arrival of money does in the book of the vehicle that is paid. Capital that an
 * investment gives back lowers its cost there; what is more than the cost is realised.
 */
function arrival(
  { investments }: FundState,
  inHand: ActInHand<unknown>,
  into: NonNullable<Payment["into"]>,
  postings: readonly Posting[],
): readonly FundEvent[] {
  const { account, subject, vehicle } = into;
  const held = account === ACCOUNTS.investmentsAtCost ? investments.get(subject) : undefined;
  if (held === undefined) return [posted(inHand, 2, vehicle, postings)];
  const worth = -(postings.find((posting) => posting.account === account)?.minor ?? 0n);
  const cost = held.cost < worth ? held.cost : worth;
  const parted = postings.flatMap((posting): readonly Posting[] =>
    posting.account === account
      ? [
          { ...posting, minor: -cost },
          { ...posting, account: ACCOUNTS.realisedOnInvestments, minor: cost - worth },
        ]
      : [posting],
  );
  const entry = posted(
    inHand,
    2,
    vehicle,
    parted.filter(({ minor }) => minor !== 0n),
  );
  if (cost === 0n) return [entry];
  return [{ kind: "investmentCostReduced", id: held.id, minor: cost }, entry];
}

export const paymentRelease = defineAct({
  type: "payment.release",
  nature: "decision",
  schema: paymentReleaseSchema,
  check(state, { body, clause }, context) {
    const payment = state.payments.get(body.payment);
    if (payment === undefined) {
      return rejection("payment_unknown", clause, { actual: body.payment });
    }
    if (payment.releasedOn !== undefined) {
      return rejection("payment_already_released", clause, {
        actual: body.payment,
        on: payment.releasedOn,
      });
    }
    const { payee, currency, minor, vehicle } = payment;
    if (payee !== body.payee || currency !== body.currency || minor !== body.amount) {
      return rejection("payment_differs", clause, {
        actual: `${body.payee} ${body.currency} ${body.amount}`,
        required: `${payee} ${currency} ${minor}`,
      });
    }
    const cash = balanceOf(state.ledger, { vehicle, account: ACCOUNTS.cash, currency });
    if (cash < minor) {
      return rejection("cash_insufficient", clause, {
        actual: cash.toString(),
        required: minor.toString(),
        currency,
      });
    }
    const received = receivedInto(state, payment, clause);
    if (!received.ok) return received.error;
    return checkOrder(state, payment) ?? checkFinality(state, payment, context);
  },
  effects(state, inHand) {
    const payment = state.payments.get(inHand.body.payment)!;
    const { vehicle, liability, subject, currency, minor, id, into } = payment;
    const cash = { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency };
    const events: FundEvent[] = [
      posted(inHand, 1, vehicle, [
        { account: liability, subject, currency, minor },
        { ...cash, minor: -minor },
      ]),
      { kind: "paymentReleased", id, on: inHand.effectiveDate },
    ];
    const received = receivedInto(state, payment, inHand.clause);
    if (!received.ok) return received;
    if (into !== undefined) events.push(...arrival(state, inHand, into, received.value));
    return ok(events);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
