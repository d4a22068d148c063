import { Ratio } from "../../base/ratio.ts";
import { err, ok } from "../../base/result.ts";
import type { NavStrike } from "../../dealing/nav-strike.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct, posted } from "../act-definition.ts";
import { navStrikeSchema, type NavStrikeBody } from "../bodies/dealing.ts";
import { pricesOf, struckClasses } from "../class-worth.ts";
import type { FundEvent } from "../effects.ts";
import { evolve } from "../evolve.ts";
import { accruals, type EntryOf } from "../fees.ts";
import type { FundState } from "../state.ts";

function checkStrike(
  state: FundState,
  { vehicle, on, clause }: Pick<NavStrike, "vehicle" | "on"> & { readonly clause: string },
): Rejection | undefined {
  if (!state.charter.vehicles.some(({ id }) => id === vehicle)) {
    return rejection("vehicle_unknown", clause, { actual: vehicle });
  }
  const classes = struckClasses(state, vehicle);
  if (classes.every(({ microUnits }) => microUnits === 0n)) {
    return rejection("no_units_outstanding", clause, { actual: vehicle });
  }
  if (on > state.today) {
    return rejection("effective_date_in_future", clause, { actual: on, required: state.today });
  }
  const isStruck = classes.some(({ unitClass }) =>
    state.strikes.has(`${vehicle}/${unitClass}/${on}`),
  );
  return isStruck ? rejection("nav_already_struck", clause, { actual: on }) : undefined;
}

/**
 * The price of every class of a vehicle at once, so that no class is dealt in at a price that
 * another does not know of [DL1].
 */
export const navStrike = defineAct({
  type: "nav.strike",
  nature: "decision",
  schema: navStrikeSchema,
  check: (state, { body: { vehicle }, act, clause }) =>
    checkStrike(state, { vehicle, on: act.effectiveDate, clause }),
  effects(state, inHand) {
    const { id, body, act, effectiveDate, clause } = inHand;
    const { vehicle } = body;
    const events: FundEvent[] = [...feesToStrike(state, inHand)];
    const priced = pricesOf(evolve(state, events, state.recordedAt), vehicle);
    if (!priced.ok) return priced;
    for (const { price, ...parts } of priced.value) {
      if (isOutside(price, act.bounds?.price)) {
        return err(rejection("bounds_exceeded", clause, { actual: price }));
      }
      const strike: NavStrike = { id, vehicle, on: effectiveDate, price, ...parts };
      events.push({ kind: "navStruck", strike });
    }
    return ok(events);
  },
});

/** Fees of the vehicle up to the date of the strike, so that no price leaves them out [DL20]. */
function feesToStrike(state: FundState, inHand: ActInHand<NavStrikeBody>): readonly FundEvent[] {
  const { body, effectiveDate: to } = inHand;
  const fees = (state.charter.fees ?? []).filter(({ vehicle }) => vehicle === body.vehicle);
  const entry: EntryOf = (n, vehicle, postings) => posted(inHand, n, vehicle, postings);
  const steps = fees.map((terms) => ({ terms, to }));
  return accruals(state, steps, { first: 1, entry });
}

function isOutside(
  price: string,
  range: { readonly least: string; readonly most: string } | undefined,
): boolean {
  if (range === undefined) return false;
  const [actual, least, most] = [price, range.least, range.most].map(Ratio.fromDecimal);
  if (!actual?.ok || !least?.ok || !most?.ok) return true;
  return (
    Ratio.compare(actual.value, least.value) < 0 || Ratio.compare(actual.value, most.value) > 0
  );
}
