import { ok } from "../../base/result.ts";
import { endOfMonth } from "../../calendar/date.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { comeToTheSame, correctingPostings, FREE_ACCOUNTS } from "../../ledger/corrections.ts";
import { accountBalances, type Posting } from "../../ledger/journal.ts";
import { closingPostings, isPeriodEnd } from "../../ledger/periods.ts";
import { defineAct, posted } from "../act-definition.ts";
import {
  correctionPostSchema,
  openingBalancesSchema,
  periodCloseSchema,
  type CorrectionPostBody,
  type OpeningBalancesBody,
} from "../bodies/books.ts";
import type { FundEvent } from "../effects.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";

const postingsOf = (lines: CorrectionPostBody["postings"]): readonly Posting[] =>
  lines.map(({ amount: minor, ...line }) => ({ ...line, minor }));

/** Income and expenses of a vehicle through a month's end go to distributable earnings (LG25). */
export const periodClose = defineAct({
  type: "period.close",
  nature: "decision",
  schema: periodCloseSchema,
  check({ charter, periods, today }, { body: { vehicle, through }, clause }) {
    if (!charter.vehicles.some(({ id }) => id === vehicle)) {
      return rejection("vehicle_unknown", clause, { actual: vehicle });
    }
    if (!isPeriodEnd(through)) {
      const facts = { actual: through, required: endOfMonth(through) };
      return rejection("period_not_month_end", clause, facts);
    }
    if (through >= today) {
      return rejection("period_not_over", clause, { actual: through, required: today });
    }
    const closed = periods.closed.get(vehicle);
    return closed !== undefined && through <= closed
      ? rejection("period_already_closed", clause, { actual: through, required: closed })
      : undefined;
  },
  effects({ periods }, inHand) {
    const { vehicle, through } = inHand.body;
    const postings = closingPostings(periods, vehicle, through);
    const events: FundEvent[] = [];
    if (postings.length > 0) {
      events.push(posted({ ...inHand, effectiveDate: through }, 1, vehicle, postings));
    }
    return ok([...events, { kind: "periodClosed", vehicle, through }]);
  },
});

/**
 * What an entry posted to accounts without a sub-ledger is turned back and put right in one entry,
 * linked to the first (LG27). All else is corrected by the acts that it came from.
 */
export const correctionPost = defineAct({
  type: "correction.post",
  nature: "decision",
  schema: correctionPostSchema,
  check({ corrections }, { body, clause }) {
    const wrong = corrections.get(body.entry);
    if (wrong === undefined) {
      return rejection("entry_not_correctable", clause, { actual: body.entry });
    }
    const other = body.postings.find(({ account }) => !FREE_ACCOUNTS.includes(account));
    if (other !== undefined) {
      const facts = { actual: other.account, required: FREE_ACCOUNTS };
      return rejection("account_has_sub_ledger", clause, facts);
    }
    const right = postingsOf(body.postings);
    if (!comeToTheSame(wrong.postings, right)) return rejection("correction_unbalanced", clause);
    return correctingPostings(wrong.postings, right).length === 0
      ? rejection("correction_changes_nothing", clause, { actual: body.entry })
      : undefined;
  },
  effects({ corrections }, inHand) {
    const { entry, postings } = inHand.body;
    const { vehicle, postings: wrong } = corrections.get(entry)!;
    const right = postingsOf(postings).filter(({ minor }) => minor !== 0n);
    return ok([
      posted(inHand, 1, vehicle, correctingPostings(wrong, right)),
      { kind: "entryCorrected", entry, by: `${inHand.id}/1`, postings: right },
    ]);
  },
});

/** Accounts that a book may begin with; the balances of all others come from their own acts. */
const OPENING_ACCOUNTS: readonly string[] = [
  ACCOUNTS.cash,
  ACCOUNTS.escrowCash,
  ACCOUNTS.currencyPosition,
  ACCOUNTS.unrealisedOnCurrencyPosition,
  ACCOUNTS.distributableEarnings,
  ACCOUNTS.reserves,
];

/** Those that may stand in a currency other than the vehicle's (LG13). */
const FOREIGN_ACCOUNTS: readonly string[] = [
  ACCOUNTS.cash,
  ACCOUNTS.escrowCash,
  ACCOUNTS.currencyPosition,
];

function checkBalances(
  state: FundState,
  { body: { vehicle, balances }, clause }: ActInHand<OpeningBalancesBody>,
): Rejection | undefined {
  const { currency: functional } = vehicleOf(state.charter, vehicle);
  const sums = new Map<string, bigint>();
  for (const { account, currency, amount } of balances) {
    if (!OPENING_ACCOUNTS.includes(account)) {
      const facts = { actual: account, required: OPENING_ACCOUNTS };
      return rejection("account_has_sub_ledger", clause, facts);
    }
    if (currency !== functional && !FOREIGN_ACCOUNTS.includes(account)) {
      return rejection("wrong_currency", clause, { actual: currency, required: functional });
    }
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  }
  const open = [...sums].find(([, sum]) => sum !== 0n);
  if (open === undefined) return undefined;
  const [currency, sum] = open;
  return rejection("opening_unbalanced", clause, { actual: sum.toString(), currency });
}

/** What a vehicle held before it came onto this record: the first entry of its book (LG28). */
export const openingBalances = defineAct({
  type: "opening.balances",
  nature: "decision",
  schema: openingBalancesSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    if (!state.charter.vehicles.some(({ id }) => id === body.vehicle)) {
      return rejection("vehicle_unknown", clause, { actual: body.vehicle });
    }
    if (accountBalances(state.ledger, body.vehicle).length > 0) {
      return rejection("vehicle_has_postings", clause, { actual: body.vehicle });
    }
    return checkBalances(state, inHand);
  },
  effects(_state, inHand) {
    const postings = postingsOf(inHand.body.balances).filter(({ minor }) => minor !== 0n);
    return ok(postings.length === 0 ? [] : [posted(inHand, 1, inHand.body.vehicle, postings)]);
  },
});
