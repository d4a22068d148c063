import { Ratio } from "../../base/ratio.ts";
import { err, ok } from "../../base/result.ts";
import type { NavStrike } from "../../dealing/nav-strike.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { navStrikeSchema } from "../bodies/dealing.ts";
import { pricesOf, struckClasses } from "../class-worth.ts";
import type { FundEvent } from "../effects.ts";
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
  effects(state, { id, body: { vehicle }, act, effectiveDate, clause }) {
    const priced = pricesOf(state, vehicle);
    if (!priced.ok) return priced;
    const events: FundEvent[] = [];
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
