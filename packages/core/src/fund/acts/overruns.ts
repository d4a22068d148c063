import { err, ok } from "../../base/result.ts";
import { rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import {
  fundableBy,
  overrunRights,
  type Instrument,
  type Overrun,
} from "../../investments/cap-table.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { CASH_SUBJECT, defineAct, posted } from "../act-definition.ts";
import {
  fundOverrunSchema,
  overrunSchema,
  sponsorFundedSchema,
  type SponsorFundedBody,
} from "../bodies/investments.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";
import {
  checkClosed,
  checkCurrency,
  checkPayee,
  companiesOf,
  fundingEffects,
} from "./investment-parts.ts";

const overrunOf = (
  state: FundState,
  body: { readonly investment: string; readonly overrun?: string | undefined },
): Overrun | undefined =>
  state.investments.get(body.investment)?.capTable.overruns.find(({ id }) => id === body.overrun);

/** Where a vehicle's book credits what others put in; a guarantee brings no money. */
const CREDITED: { readonly [I in Instrument]?: string } = {
  equity: ACCOUNTS.paidInCapital,
  loan: ACCOUNTS.projectDebt,
};

const isStake =
  ({ holder, instrument }: SponsorFundedBody) =>
  (stake: { readonly holder: string; readonly instrument: string }): boolean =>
    stake.holder === holder && stake.instrument === instrument;

/**
 * Somebody else has put money in: it moves the shares. Where the investment is in a vehicle of the
 * charter, the money has come into that one's book; otherwise into no book of this charter.
 */
export const sponsorFunded = defineAct({
  type: "investment.sponsorFunded",
  nature: "fact",
  schema: sponsorFundedSchema,
  check(state, { body, clause }) {
    const refusal = checkCurrency(state, body, clause);
    if (refusal !== undefined) return refusal;
    const { capTable, vehicle } = state.investments.get(body.investment)!;
    const others = capTable.stakes.filter(({ holder }) => holder !== vehicle);
    if (!others.some(isStake(body))) {
      return rejection("holder_not_in_investment", clause, {
        actual: body.holder,
        required: others.map(({ holder }) => holder),
      });
    }
    if (body.overrun === undefined || overrunOf(state, body) !== undefined) return undefined;
    return rejection("overrun_unknown", clause, { actual: body.overrun });
  },
  effects(state, inHand) {
    const { body, effectiveDate: on } = inHand;
    const { investment: id, holder, instrument, currency, amount: minor, overrun } = body;
    const funded: FundEvent =
      overrun === undefined
        ? { kind: "sponsorFunded", id, holder, instrument, minor }
        : { kind: "overrunFunded", id, overrun, contribution: { holder, minor, on } };
    const { into } = state.investments.get(id)!;
    const account = CREDITED[instrument];
    if (into === undefined || account === undefined) return ok([funded]);
    const postings = [
      { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor },
      { account, subject: holder, currency, minor: -minor },
    ];
    return ok([funded, posted(inHand, 1, into, postings)]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** The project costs more than was committed: each owner may fund its share in the window. */
export const investmentOverrun = defineAct({
  type: "investment.overrun",
  nature: "fact",
  schema: overrunSchema,
  check(state, { body, clause }) {
    const refusal = checkClosed(state, body, clause);
    if (refusal !== undefined) return refusal;
    if (overrunOf(state, body) !== undefined) {
      return rejection("overrun_exists", clause, { actual: body.overrun });
    }
    const { mandate } = state.charter;
    if (mandate.overrun !== undefined) return undefined;
    return rejection("overrun_not_in_charter", mandate.clause, { actual: body.overrun });
  },
  effects(state, { body }) {
    const { weight, window } = state.charter.mandate.overrun!;
    // Rights run from the day that they are known: a report of an earlier day cuts no window short.
    const reportedOn = state.today;
    const until = windowEnd(state.charter, reportedOn, window);
    if (!until.ok) return err(until.error);
    const { id, capTable } = state.investments.get(body.investment)!;
    const overrun: Overrun = {
      ...{ id: body.overrun, minor: body.amount, reportedOn, until: until.value },
      weight: charterRatio(weight),
      rights: overrunRights(capTable, body.amount, reportedOn),
      contributions: [],
    };
    return ok([{ kind: "overrunReported", id, overrun }]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** The vehicle takes its part in an overrun, or after the window what others have left. */
export const investmentFundOverrun = defineAct({
  type: "investment.fundOverrun",
  nature: "decision",
  schema: fundOverrunSchema,
  check(state, { body, clause }) {
    const refusal = checkClosed(state, body, clause);
    if (refusal !== undefined) return refusal;
    const overrun = overrunOf(state, body);
    if (overrun === undefined) {
      return rejection("overrun_unknown", clause, { actual: body.overrun });
    }
    const investment = state.investments.get(body.investment)!;
    const fundable = fundableBy(overrun, investment.vehicle, state.today);
    if (body.amount > fundable) {
      const terms = state.charter.mandate.overrun;
      return rejection("overrun_right_exceeded", terms?.clause ?? clause, {
        actual: body.amount.toString(),
        required: fundable.toString(),
        currency: body.currency,
      });
    }
    return checkPayee(investment, body.payee, clause);
  },
  effects(state, inHand, context) {
    const { body } = inHand;
    const investment = state.investments.get(body.investment)!;
    const { id, vehicle: holder } = investment;
    const contribution = { holder, minor: body.amount, on: state.today };
    return ok([
      { kind: "overrunFunded", id, overrun: body.overrun, contribution },
      ...fundingEffects(inHand, investment, body.amount, {
        ...{ context, mandatory: false, besides: [] },
      }),
    ]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
