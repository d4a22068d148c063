import { assert } from "../../base/assert.ts";
import { err, ok } from "../../base/result.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import type { Investment } from "../../investments/state.ts";
import { isContested, type Valuation } from "../../investments/valuation.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import {
  valuationChallengeSchema,
  valuationReviewSchema,
  valuationSubmitSchema,
  type ValuationReviewBody,
  type ValuationSubmitBody,
} from "../bodies/valuations.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { checkClosed, companiesOf, unrealisedOf } from "./investment-parts.ts";

const partyOf = (state: FundState, officer: string): string => {
  const party = state.officers.get(officer)?.party;
  assert(party !== undefined, `${officer} is enrolled`);
  return party;
};

/** A range holds its value; an input's range holds the input. */
function checkRange(body: ValuationSubmitBody, clause: string): Rejection | undefined {
  const { range, amount } = body;
  if (range === undefined || (range.least <= amount && amount <= range.most)) return undefined;
  return rejection("value_outside_range", clause, {
    actual: amount.toString(),
    required: [range.least.toString(), range.most.toString()],
    currency: body.currency,
  });
}

function valuationOf(
  state: FundState,
  { id: actId, body, act, effectiveDate }: ActInHand<ValuationSubmitBody | ValuationReviewBody>,
): Valuation {
  const { amount: minor, level, technique, inputs, range } = body;
  return {
    ...{ actId, on: effectiveDate, by: partyOf(state, act.proposer), minor, level, technique },
    ...(inputs === undefined ? {} : { inputs }),
    ...(range === undefined ? {} : { range }),
  };
}

/** The value is recorded, and the books follow it: what it changes is unrealised. */
function valuedEffects(
  state: FundState,
  inHand: ActInHand<ValuationSubmitBody | ValuationReviewBody>,
  investment: Investment,
): readonly FundEvent[] {
  const { id, vehicle, currency, cost } = investment;
  const valuation = valuationOf(state, inHand);
  const change = valuation.minor - cost - unrealisedOf(state, investment);
  const valued: FundEvent = { kind: "investmentValued", id, valuation };
  if (change === 0n) return [valued];
  const { unrealisedOnInvestments: debit, unrealisedChange: credit } = ACCOUNTS;
  const postings = moved({ debit, credit, subject: id, currency, minor: change });
  return [valued, posted(inHand, 1, vehicle, postings)];
}

export const valuationSubmit = defineAct({
  type: "valuation.submit",
  nature: "fact",
  schema: valuationSubmitSchema,
  check: (state, { body, clause }) => checkClosed(state, body, clause) ?? checkRange(body, clause),
  effects: (state, inHand) =>
    ok(valuedEffects(state, inHand, state.investments.get(inHand.body.investment)!)),
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** A value that stands is doubted: it is contested until a second opinion or the window's end. */
export const valuationChallenge = defineAct({
  type: "valuation.challenge",
  nature: "decision",
  schema: valuationChallengeSchema,
  check(state, { body, act, clause }) {
    const terms = state.charter.valuation?.challenge;
    const party = partyOf(state, act.proposer);
    if (terms === undefined || !terms.by.includes(party)) {
      return rejection("may_not_challenge", terms?.clause ?? clause, {
        actual: party,
        required: terms?.by ?? [],
      });
    }
    const investment = state.investments.get(body.investment);
    if (investment === undefined) {
      return rejection("investment_unknown", clause, { actual: body.investment });
    }
    const { valuation } = investment;
    if (valuation?.actId !== body.valuation) {
      return rejection("valuation_not_current", clause, {
        actual: body.valuation,
        required: valuation?.actId ?? null,
      });
    }
    if (valuation.challenge === undefined) return undefined;
    // One review answers all doubt: or a value could be kept contested without end.
    return rejection("valuation_challenged_already", clause, {
      actual: body.valuation,
      by: valuation.challenge.actId,
    });
  },
  effects(state, { id: actId, body, act }) {
    const { window } = state.charter.valuation!.challenge!;
    const until = windowEnd(state.charter, state.today, window);
    if (!until.ok) return err(until.error);
    const by = partyOf(state, act.proposer);
    const challenge = { actId, by, on: state.today, until: until.value };
    return ok([{ kind: "valuationChallenged", id: body.investment, challenge }]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
});

/** A second opinion on a contested value: the same amount confirms it, another replaces it. */
export const valuationReview = defineAct({
  type: "valuation.review",
  nature: "fact",
  schema: valuationReviewSchema,
  check(state, { body, act, clause }) {
    const refusal = checkClosed(state, body, clause) ?? checkRange(body, clause);
    if (refusal !== undefined) return refusal;
    const { valuation } = state.investments.get(body.investment)!;
    const { challenge } = valuation ?? {};
    if (valuation === undefined || challenge?.actId !== body.challenge) {
      return rejection("challenge_unknown", clause, { actual: body.challenge });
    }
    if (!isContested(valuation, state.today)) {
      return rejection("challenge_closed", clause, {
        actual: challenge.review?.actId ?? null,
        on: challenge.review?.on ?? challenge.until,
      });
    }
    const reviewer = partyOf(state, act.proposer);
    if (reviewer !== valuation.by && reviewer !== challenge.by) return undefined;
    return rejection("reviewer_not_second", clause, { actual: reviewer });
  },
  effects(state, inHand) {
    const { id: actId, body, act, effectiveDate: on } = inHand;
    const investment = state.investments.get(body.investment)!;
    const { id, valuation } = investment;
    const outcome = body.amount === valuation?.minor ? "confirmed" : "replaced";
    const review = { actId, by: partyOf(state, act.proposer), on, outcome } as const;
    const reviewed: FundEvent = { kind: "valuationReviewed", id, review };
    if (outcome === "confirmed") return ok([reviewed]);
    return ok([reviewed, ...valuedEffects(state, inHand, investment)]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
