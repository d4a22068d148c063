import { ok } from "../../base/result.ts";
import { Ratio, roundRatio } from "../../base/ratio.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { isSettled } from "../../investments/cap-table.ts";
import { reliefOf, type Relief } from "../../investments/relief.ts";
import { undrawnOf, type Investment } from "../../investments/state.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf, type Posting } from "../../ledger/journal.ts";
import { defineAct, posted } from "../act-definition.ts";
import { investmentDisposeSchema, investmentWriteOffSchema } from "../bodies/investments.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";
import {
  checkClosed,
  checkStatus,
  commitmentPostings,
  companiesOf,
  unrealisedOf,
} from "./investment-parts.ts";

function checkPart(text: string, clause: string): Rejection | undefined {
  const part = charterRatio(text);
  if (part.num > 0n && part.num <= part.den) return undefined;
  return rejection("part_out_of_range", clause, { actual: text });
}

const isWhole = ({ num, den }: Ratio): boolean => num === den;

/** Postings of what leaves the books; none of nothing. */
function relievedPostings(
  { id: subject, currency }: Investment,
  { cost, unrealised, realised }: Relief,
  proceeds: bigint,
): readonly Posting[] {
  const amounts: readonly (readonly [string, bigint])[] = [
    [ACCOUNTS.receivableForSales, proceeds],
    [ACCOUNTS.investmentsAtCost, -cost],
    [ACCOUNTS.realisedOnInvestments, -realised],
    [ACCOUNTS.unrealisedOnInvestments, -unrealised],
    [ACCOUNTS.unrealisedChange, unrealised],
  ];
  return amounts
    .filter(([, minor]) => minor !== 0n)
    .map(([account, minor]) => ({ account, subject, currency, minor }));
}

/** The books of a part that leaves; with the whole goes what was still promised. */
function reliefEvents(
  inHand: Parameters<typeof posted>[0],
  investment: Investment,
  { relief, proceeds, part }: { relief: Relief; proceeds: bigint; part: Ratio },
): FundEvent[] {
  const undrawn = isWhole(part) ? undrawnOf(investment) : 0n;
  const postings = [
    ...relievedPostings(investment, relief, proceeds),
    ...(undrawn > 0n ? commitmentPostings(investment, -undrawn) : []),
  ];
  return postings.length === 0 ? [] : [posted(inHand, 1, investment.vehicle, postings)];
}

/** Of a holding in a vehicle of the charter that one's book says who has paid the capital in. */
function capitalSold(
  state: FundState,
  inHand: Parameters<typeof posted>[0],
  { into, vehicle: seller, instrument, currency }: Investment,
  { buyer, part }: { readonly buyer: string; readonly part: Ratio },
): readonly FundEvent[] {
  if (into === undefined) return [];
  const account = instrument === "equity" ? ACCOUNTS.paidInCapital : ACCOUNTS.projectDebt;
  const paid = -balanceOf(state.ledger, { vehicle: into, account, currency, subject: seller });
  const minor = roundRatio(Ratio.mul(Ratio.make(paid), part), "halfEven");
  if (minor === 0n) return [];
  const to: Posting = { account, subject: buyer, currency, minor: -minor };
  return [posted(inHand, 2, into, [{ account, subject: seller, currency, minor }, to])];
}

/**
 * A part or the whole is sold: cost leaves at average, what had changed in value becomes realised,
 * and the price is a receivable until the custodian reports it.
 */
export const investmentDispose = defineAct({
  type: "investment.dispose",
  nature: "decision",
  schema: investmentDisposeSchema,
  check(state, { body, clause }) {
    const refusal = checkClosed(state, body, clause) ?? checkPart(body.part, clause);
    if (refusal !== undefined) return refusal;
    const { capTable, vehicle } = state.investments.get(body.investment)!;
    if (body.buyer === vehicle) return rejection("buyer_is_seller", clause, { actual: body.buyer });
    const open = capTable.overruns.find((overrun) => !isSettled(overrun, state.today));
    return open && rejection("overrun_open", clause, { actual: open.id, on: open.until });
  },
  effects(state, inHand) {
    const { body } = inHand;
    const investment = state.investments.get(body.investment)!;
    const part = charterRatio(body.part);
    const { buyer, amount: proceeds } = body;
    const carried = { cost: investment.cost, unrealised: unrealisedOf(state, investment) };
    const relief = reliefOf(carried, part, proceeds);
    const of = { buyer, part, minor: relief.cost, on: state.today };
    return ok([
      { kind: "investmentDisposed", id: investment.id, ...of },
      ...reliefEvents(inHand, investment, { relief, proceeds, part }),
      ...capitalSold(state, inHand, investment, of),
    ]);
  },
  concerns: (state, { investment, buyer }) => [...companiesOf(state, investment), buyer],
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/**
 * A part or the whole is lost: its cost is a realised loss. What may still come is realised then.
 */
export const investmentWriteOff = defineAct({
  type: "investment.writeOff",
  nature: "decision",
  schema: investmentWriteOffSchema,
  check: (state, { body, clause }) =>
    checkStatus(state, body.investment, clause, "closed") ?? checkPart(body.part, clause),
  effects(state, inHand) {
    const investment = state.investments.get(inHand.body.investment)!;
    const part = charterRatio(inHand.body.part);
    const carried = { cost: investment.cost, unrealised: unrealisedOf(state, investment) };
    const relief = reliefOf(carried, part, 0n);
    const { id } = investment;
    return ok([
      { kind: "investmentWrittenOff", id, minor: relief.cost, whole: isWhole(part) },
      ...reliefEvents(inHand, investment, { relief, proceeds: 0n, part }),
    ]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount(state, { investment: id, part }) {
    const investment = state.investments.get(id);
    if (investment === undefined) return undefined;
    const { cost, currency } = investment;
    return { currency, minor: reliefOf({ cost, unrealised: 0n }, charterRatio(part), 0n).cost };
  },
});
