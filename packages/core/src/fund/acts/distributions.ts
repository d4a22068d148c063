import { err, ok, type Result } from "../../base/result.ts";
import { bookAfterRun, bookOnPaymentDate } from "../../distributions/book-steps.ts";
import type { Distribution } from "../../distributions/state.ts";
import { bookOf } from "../../distributions/waterfall-book.ts";
import { sharesOfTier } from "../../distributions/waterfall-tiers.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct, posted } from "../act-definition.ts";
import {
  distributionDeclareSchema,
  distributionDetermineSchema,
  type DistributionDeclareBody,
  type DistributionDetermineBody,
} from "../bodies/distributions.ts";
import {
  declarationPostings,
  distributionPayments,
  sharesOfRun,
} from "../waterfall/declaration.ts";
import type { FundEvent } from "../effects.ts";
import { runPerUnit } from "../dealing/feeder-distribution.ts";
import { moneyOf } from "../waterfall/formula.ts";
import type { FundState } from "../state.ts";
import { bookChanges } from "../waterfall/waterfall-changes.ts";
import { sharedOut, waterfallPlan } from "../waterfall/waterfall-run.ts";
import { bookRules, waterfallScope, type WaterfallScope } from "../waterfall/waterfall-scope.ts";

function scopeOf(
  { charter }: FundState,
  vehicle: string,
  clause: string,
): Result<WaterfallScope, Rejection> {
  const scope = waterfallScope(charter, vehicle);
  if (scope !== undefined) return ok(scope);
  return err(rejection("vehicle_without_distribution", clause, { actual: vehicle }));
}

export function checkDetermination(
  state: FundState,
  { vehicle, investment }: DistributionDetermineBody,
  clause: string,
): Rejection | undefined {
  if (!state.charter.vehicles.some(({ id }) => id === vehicle)) {
    return rejection("vehicle_unknown", clause, { actual: vehicle });
  }
  const scope = scopeOf(state, vehicle, clause);
  if (!scope.ok) return scope.error;
  if (investment !== undefined && state.investments.get(investment)?.vehicle !== vehicle) {
    return rejection("investment_unknown", clause, { actual: investment });
  }
  // Until it is declared the same income would be determined again.
  for (const { declaredOn, id, vehicle: paying } of state.distributions.values()) {
    if (declaredOn === undefined && vehicle === paying) {
      return rejection("distribution_open", clause, { actual: id });
    }
  }
  return checkTaker(state, scope.value, clause);
}

/** Without units or paid-in capital nobody may take what a last tier would share out by them. */
function checkTaker(
  state: FundState,
  scope: WaterfallScope,
  clause: string,
): Rejection | undefined {
  const rules = bookRules(state, scope.waterfall);
  const book = bookOf(state.waterfalls, scope.keeper.id);
  const plan = waterfallPlan(state, scope, { book, rules });
  if (!plan.ok) return plan.error;
  const last = plan.value.tiers.at(-1)!;
  if (sharesOfTier(last, plan.value.balances).length > 0) return undefined;
  return rejection("nobody_to_distribute_to", clause, { actual: last.id });
}

/**
 * The amount by the vehicle's formula, and a payment date for its waterfall's balances: interest
 * and preferred return accrue to it, and the instalment of a scheduled recoupment falls due
 * [WF14].
 */
export const distributionDetermine = defineAct({
  type: "distribution.determine",
  nature: "decision",
  schema: distributionDetermineSchema,
  check: (state, { body, clause }) => checkDetermination(state, body, clause),
  effects(state, inHand) {
    const { body, effectiveDate, clause } = inHand;
    const scope = scopeOf(state, body.vehicle, clause);
    if (!scope.ok) return scope;
    const { vehicle, terms } = scope.value;
    const amount = moneyOf(state, { formula: terms.formula, vehicle: vehicle.id }, effectiveDate);
    if (!amount.ok) {
      return err(rejection("expression_undefined", terms.clause, { reason: amount.error }));
    }
    return determined(state, inHand, amount.value);
  },
});

/** The determination of an amount, minor units, for a vehicle's waterfall [WF14]. */
export function determined(
  state: FundState,
  inHand: ActInHand<DistributionDetermineBody>,
  minor: bigint,
): Result<readonly FundEvent[], Rejection> {
  const { id, body, effectiveDate, clause } = inHand;
  const scope = scopeOf(state, body.vehicle, clause);
  if (!scope.ok) return scope;
  const { vehicle, waterfall, keeper } = scope.value;
  if (minor <= 0n) {
    return err(rejection("nothing_to_distribute", clause, { actual: minor.toString() }));
  }
  const rules = bookRules(state, waterfall);
  const before = bookOf(state.waterfalls, keeper.id);
  const book = bookOnPaymentDate(before, rules, effectiveDate);
  const { investment } = body;
  const distribution: Distribution = {
    ...{ id, vehicle: vehicle.id, currency: vehicle.currency, minor },
    ...(investment !== undefined && { investment }),
    determinedOn: effectiveDate,
  };
  const plan = waterfallPlan(state, scope.value, { book, rules, ...distribution });
  if (!plan.ok) return plan;
  const run = sharedOut(plan.value, minor, clause);
  if (!run.ok) return run;
  const { events, postings } = bookChanges(state, scope.value, book);
  const memo: readonly FundEvent[] =
    postings.length === 0 ? [] : [posted(inHand, 1, keeper.id, postings)];
  return ok([{ kind: "distributionDetermined", distribution }, ...events, ...memo]);
}

function checkDeclaration(
  state: FundState,
  body: DistributionDeclareBody,
  clause: string,
): Rejection | undefined {
  const distribution = state.distributions.get(body.distribution);
  if (distribution === undefined) {
    return rejection("distribution_unknown", clause, { actual: body.distribution });
  }
  if (distribution.declaredOn !== undefined) {
    return rejection("distribution_already_declared", clause, {
      actual: body.distribution,
      on: distribution.declaredOn,
    });
  }
  if (distribution.minor !== body.amount || distribution.currency !== body.currency) {
    return rejection("amount_not_as_determined", clause, {
      actual: `${body.currency} ${body.amount}`,
      required: `${distribution.currency} ${distribution.minor}`,
    });
  }
  return undefined;
}

/**
 * The determined amount through the tiers, by the units and balances of this moment: owed to each
 * party by character, its balances reduced, its payment instructed [WF15].
 */
export const distributionDeclare = defineAct({
  type: "distribution.declare",
  nature: "decision",
  schema: distributionDeclareSchema,
  check: (state, { body, clause }) => checkDeclaration(state, body, clause),
  effects(state, inHand, context) {
    const { clause, effectiveDate: on } = inHand;
    const distribution = state.distributions.get(inHand.body.distribution)!;
    const scope = scopeOf(state, distribution.vehicle, clause);
    if (!scope.ok) return scope;
    const { vehicle, waterfall, keeper } = scope.value;
    const rules = bookRules(state, waterfall);
    const book = bookOf(state.waterfalls, keeper.id);
    const plan = waterfallPlan(state, scope.value, { book, rules, ...distribution });
    if (!plan.ok) return plan;
    const shared = sharedOut(plan.value, distribution.minor, clause);
    if (!shared.ok) return shared;
    const run = runPerUnit(state, vehicle, shared.value);
    const { tiers } = run;
    const shares = sharesOfRun(state, { vehicle, run });
    const after = bookAfterRun(book, rules, { run, pools: plan.value.pools });
    const { events, postings } = bookChanges(state, scope.value, after);
    const memo: readonly FundEvent[] =
      postings.length === 0 ? [] : [posted(inHand, 2, keeper.id, postings)];
    return ok([
      { kind: "distributionDeclared", id: distribution.id, on, tiers, shares },
      posted(inHand, 1, vehicle.id, declarationPostings(distribution, shares)),
      ...events,
      ...memo,
      ...distributionPayments(state, inHand, { distribution, shares, context }),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
