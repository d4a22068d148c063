import { Ratio } from "../../base/ratio.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { NavStrike } from "../../dealing/nav-strike.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct, posted } from "../act-definition.ts";
import { navStrikeSchema, type NavStrikeBody } from "../bodies/dealing.ts";
import { pricesOf, struckClasses } from "../dealing/class-worth.ts";
import type { FundEvent } from "../effects.ts";
import { evolve } from "../evolve.ts";
import { findFeeder, holdingMarked } from "../dealing/feeders.ts";
import { accruals, type EntryOf } from "../dealing/fees.ts";
import { VehicleFigures } from "../figures.ts";
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
  const feeder = findFeeder(state, vehicle);
  const marked = feeder === undefined ? ok([]) : holdingMarked(state, feeder, { on, clause });
  if (!marked.ok) return marked.error;
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
    const marks = marksToStrike(state, inHand);
    if (!marks.ok) return marks;
    const marked = evolve(state, marks.value, state.recordedAt);
    const fees = feesToStrike(marked, inHand, marks.value.length + 1);
    const priced = pricesOf(evolve(marked, fees, state.recordedAt), vehicle);
    if (!priced.ok) return priced;
    const events: FundEvent[] = [...marks.value, ...fees];
    const doubts = doubtsOf(state, vehicle);
    for (const { price, ...parts } of priced.value) {
      if (isOutside(price, act.bounds?.price)) {
        return err(rejection("bounds_exceeded", clause, { actual: price }));
      }
      const strike: NavStrike = { id, vehicle, on: effectiveDate, price, ...parts, ...doubts };
      events.push({ kind: "navStruck", strike });
    }
    return ok(events);
  },
});

/** Units that the vehicle holds of another are carried at that one's strike of the day [DL7]. */
function marksToStrike(
  state: FundState,
  inHand: ActInHand<NavStrikeBody>,
): Result<readonly FundEvent[], Rejection> {
  const { body, effectiveDate: on, clause } = inHand;
  const feeder = findFeeder(state, body.vehicle);
  if (feeder === undefined) return ok([]);
  const postings = holdingMarked(state, feeder, { on, clause });
  if (!postings.ok) return postings;
  return ok(postings.value.length === 0 ? [] : [posted(inHand, 1, body.vehicle, postings.value)]);
}

/** What of the vehicle's values is out of date or contested: a price says so, and stands [IN34]. */
function doubtsOf(state: FundState, vehicle: string): Pick<NavStrike, "stale" | "contested"> {
  const { staleValuations: stale, contestedValuations: contested } = new VehicleFigures(
    state,
    vehicle,
  );
  return { ...(stale !== 0n && { stale }), ...(contested !== 0n && { contested }) };
}

/** Fees of the vehicle up to the date of the strike, so that no price leaves them out [DL20]. */
function feesToStrike(
  state: FundState,
  inHand: ActInHand<NavStrikeBody>,
  first: number,
): readonly FundEvent[] {
  const { body, effectiveDate: to } = inHand;
  const fees = (state.charter.fees ?? []).filter(({ vehicle }) => vehicle === body.vehicle);
  const entry: EntryOf = (n, vehicle, postings) => posted(inHand, n, vehicle, postings);
  const steps = fees.map((terms) => ({ terms, to }));
  return accruals(state, steps, { first, entry });
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
