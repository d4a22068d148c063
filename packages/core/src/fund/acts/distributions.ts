import { assert } from "../../base/assert.ts";
import { roundRatio, type Ratio } from "../../base/ratio.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { holdersOf } from "../../capital/state.ts";
import type { Distribution } from "../../distributions/state.ts";
import { evaluate } from "../../expression/evaluate.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import type { Posting } from "../../ledger/journal.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Payment } from "../../ledger/payment.ts";
import { allocate } from "../../money/allocation.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import {
  distributionDeclareSchema,
  distributionDetermineSchema,
  type DistributionDeclareBody,
} from "../bodies/distributions.ts";
import type { FundEvent } from "../effects.ts";
import { fundEnvironment } from "../environment.ts";
import { compiled } from "../expressions.ts";
import { mainVehicle } from "../figures.ts";
import type { FundState } from "../state.ts";
import { distributionTermsOf, findClass } from "../terms.ts";

/**
 * What the charter's formula gives now, in minor units, rounded down: never more than it allows.
 */
function formulaAmount(
  state: FundState,
  effectiveDate: FundState["today"],
): Result<Ratio, Rejection> {
  const { formula, clause } = distributionTermsOf(state.charter, mainVehicle(state.charter));
  const environment = fundEnvironment(state, {
    type: "distribution.determine",
    concerns: [],
    effectiveDate,
    entrenched: false,
  });
  const value = evaluate(compiled(state.charter, formula, "money"), environment);
  if (!value.ok) {
    return err(rejection("expression_undefined", clause, { reason: value.error.reason }));
  }
  assert(value.value.kind === "money", "a distribution formula is of money");
  return ok(value.value.amount);
}

export const distributionDetermine = defineAct({
  type: "distribution.determine",
  nature: "decision",
  schema: distributionDetermineSchema,
  check(state, { body, clause }) {
    // The formula is of one vehicle's books, so that only that vehicle's classes share in it.
    const { id: paying } = mainVehicle(state.charter);
    if (findClass(state.charter, body.class)?.vehicle !== paying) {
      return rejection("class_unknown", clause, { actual: body.class });
    }
    if (holdersOf(state.capital, body.class).length === 0) {
      return rejection("no_units_outstanding", clause, { actual: body.class });
    }
    // Until it is declared the same income would be determined again, for this class or another.
    for (const { declaredOn, id, vehicle } of state.distributions.values()) {
      if (declaredOn === undefined && vehicle === paying) {
        return rejection("distribution_open", clause, { actual: id });
      }
    }
    return undefined;
  },
  effects(state, { id, body, effectiveDate, clause }) {
    const amount = formulaAmount(state, effectiveDate);
    if (!amount.ok) return amount;
    const minor = roundRatio(amount.value, "floor");
    if (minor <= 0n) {
      return err(rejection("nothing_to_distribute", clause, { actual: minor.toString() }));
    }
    const { id: vehicle, currency } = mainVehicle(state.charter);
    const distribution: Distribution = {
      ...{ id, vehicle, currency, minor },
      unitClass: body.class,
      determinedOn: effectiveDate,
    };
    return ok([{ kind: "distributionDetermined", distribution }]);
  },
});

/** Pro rata to units; the odd minor units go by the charter's tie-break, never by chance. */
function sharesOf(state: FundState, { unitClass, minor }: Distribution) {
  const holders = holdersOf(state.capital, unitClass);
  const allocation = allocate({
    total: minor,
    shares: holders.map(({ holder, microUnits }) => ({ key: holder, weight: microUnits })),
    tieBreak: { kind: "order", keys: state.charter.rounding.tieBreak },
  });
  assert(allocation.ok, "a class with a holder has units to share by");
  return allocation.value.map(({ key, part }) => ({ party: key, minor: part }));
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

export const distributionDeclare = defineAct({
  type: "distribution.declare",
  nature: "decision",
  schema: distributionDeclareSchema,
  check: (state, { body, clause }) => checkDeclaration(state, body, clause),
  effects(state, inHand, context) {
    const distribution = state.distributions.get(inHand.body.distribution)!;
    const { vehicle, currency } = distribution;
    const shares = sharesOf(state, distribution).filter(({ minor }) => minor > 0n);
    const postings: Posting[] = [];
    const payments: FundEvent[] = [];
    for (const [index, { party, minor }] of shares.entries()) {
      const liability = ACCOUNTS.distributionsPayable;
      const debit = ACCOUNTS.distributions;
      postings.push(...moved({ debit, credit: liability, subject: party, currency, minor }));
      const payment: Payment = {
        id: `${inHand.id}/${index + 1}`,
        payee: party,
        purpose: "distribution",
        ...{ vehicle, currency, minor, liability, subject: party, mandatory: true },
        entry: context.index,
        instructedAt: context.recordedAt,
      };
      payments.push({ kind: "paymentInstructed", payment });
    }
    return ok([
      { kind: "distributionDeclared", id: distribution.id, on: inHand.effectiveDate, shares },
      posted(inHand, 1, vehicle, postings),
      ...payments,
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
