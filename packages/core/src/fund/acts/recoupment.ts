import { Ratio } from "../../base/ratio.ts";
import { ok } from "../../base/result.ts";
import { bookOf } from "../../distributions/waterfall-book.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import {
  recoupmentInterpretSchema,
  recoupmentRenegotiateSchema,
  type RecoupmentRenegotiateBody,
} from "../bodies/waterfalls.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";
import { waterfallScope } from "../waterfall/waterfall-scope.ts";

/**
 * How the recoupment clause is read from now on, in all of the fund: binding on both sides [RC6].
 */
export const recoupmentInterpret = defineAct({
  type: "recoupment.interpret",
  nature: "decision",
  schema: recoupmentInterpretSchema,
  check({ charter, waterfalls }, { body, clause }) {
    const { recoupment } = charter;
    if (recoupment === undefined) return rejection("recoupment_not_agreed", clause);
    const inForce = waterfalls.interpretation?.reading ?? recoupment.reading;
    if (inForce !== body.reading) return undefined;
    return rejection("reading_in_force", recoupment.clause, { actual: body.reading });
  },
  effects(_state, { body }) {
    const instalments = body.reading === "scheduled" ? body.instalments : 0;
    return ok([{ kind: "recoupmentInterpreted", reading: body.reading, instalments }]);
  },
});

function checkShares(
  state: FundState,
  { vehicle, shares }: RecoupmentRenegotiateBody,
  clause: string,
): Rejection | undefined {
  const tiers = waterfallScope(state.charter, vehicle)?.waterfall.tiers ?? [];
  for (const [id, agreed] of Object.entries(shares)) {
    const to = tiers.find((tier) => tier.id === id)?.to;
    if (to === undefined || !("shares" in to))
      return rejection("tier_unknown", clause, { actual: id });
    const [actual, required] = [Object.keys(agreed), Object.keys(to.shares)];
    if (required.length !== actual.length || !required.every((party) => actual.includes(party))) {
      return rejection("tier_parties_differ", clause, { tier: id, actual, required });
    }
    const parts = Object.values(agreed).map(charterRatio);
    const sum = parts.reduce(Ratio.add, Ratio.zero);
    if (Ratio.equals(sum, Ratio.one) && !parts.some(Ratio.isZero)) continue;
    return rejection("tier_shares_not_one", clause, { tier: id, actual: `${sum.num}/${sum.den}` });
  }
  return undefined;
}

/** Other shares of a waterfall's tiers, once the long stop of its recoupment has come [RC7]. */
export const recoupmentRenegotiate = defineAct({
  type: "recoupment.renegotiate",
  nature: "decision",
  schema: recoupmentRenegotiateSchema,
  check(state, { body, clause }) {
    const { charter } = state;
    if (!charter.vehicles.some(({ id }) => id === body.vehicle)) {
      return rejection("vehicle_unknown", clause, { actual: body.vehicle });
    }
    const keeper = waterfallScope(charter, body.vehicle)?.keeper.id ?? "";
    if (bookOf(state.waterfalls, keeper).longStopOn === undefined) {
      const stop = charter.recoupment?.longStop?.clause ?? clause;
      return rejection("long_stop_not_reached", stop, { actual: body.vehicle });
    }
    return checkShares(state, body, clause);
  },
  effects(state, { body }) {
    const vehicle = waterfallScope(state.charter, body.vehicle)?.keeper.id ?? body.vehicle;
    return ok(
      Object.entries(body.shares).map(([tier, shares]) => ({
        kind: "tierSharesAgreed" as const,
        ...{ vehicle, tier, shares },
      })),
    );
  },
});
