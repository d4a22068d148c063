import { Ratio } from "../../base/ratio.ts";
import { err, ok } from "../../base/result.ts";
import { MICRO_UNITS_PER_UNIT, unitsOutstanding } from "../../capital/state.ts";
import type { NavStrike } from "../../dealing/nav-strike.ts";
import { rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { navStrikeSchema } from "../bodies/dealing.ts";
import { VehicleFigures } from "../figures.ts";
import { findClass, perMajorUnit } from "../terms.ts";

/** Net assets over units, in the currency's major unit, rounded down to the charter's decimals. */
function pricePerUnit(of: {
  readonly netAssets: bigint;
  readonly microUnits: bigint;
  readonly currency: string;
  readonly decimals: number;
}): string {
  const units = Ratio.make(of.microUnits, MICRO_UNITS_PER_UNIT);
  const worth = Ratio.div(Ratio.make(of.netAssets, 1n), perMajorUnit(of.currency));
  const scale = 10n ** BigInt(of.decimals);
  const price = Ratio.floor(Ratio.mul(Ratio.div(worth, units), Ratio.make(scale, 1n)));
  const digits = (price < 0n ? -price : price).toString().padStart(of.decimals + 1, "0");
  const whole = digits.slice(0, digits.length - of.decimals);
  const fraction = of.decimals === 0 ? "" : `.${digits.slice(-of.decimals)}`;
  return `${price < 0n ? "-" : ""}${whole}${fraction}`;
}

export const navStrike = defineAct({
  type: "nav.strike",
  nature: "decision",
  schema: navStrikeSchema,
  check(state, { body, act, clause }) {
    const unitClass = findClass(state.charter, body.class);
    if (unitClass === undefined) return rejection("class_unknown", clause, { actual: body.class });
    if (unitsOutstanding(state.capital, body.class) === 0n) {
      return rejection("no_units_outstanding", clause, { actual: body.class });
    }
    if (act.effectiveDate > state.today) {
      return rejection("effective_date_in_future", clause, {
        actual: act.effectiveDate,
        required: state.today,
      });
    }
    if (state.strikes.has(`${unitClass.vehicle}/${unitClass.id}/${act.effectiveDate}`)) {
      return rejection("nav_already_struck", clause, { actual: act.effectiveDate });
    }
    return undefined;
  },
  effects(state, { id, body, act, effectiveDate, clause }) {
    const { vehicle } = findClass(state.charter, body.class)!;
    const { currency } = state.charter.vehicles.find((it) => it.id === vehicle)!;
    const { netAssets } = new VehicleFigures(state, vehicle);
    const microUnits = unitsOutstanding(state.capital, body.class);
    const decimals = state.charter.rounding.priceDecimals;
    const price = pricePerUnit({ netAssets, microUnits, currency, decimals });
    const strike: NavStrike = {
      ...{ id, vehicle, unitClass: body.class, on: effectiveDate, netAssets, microUnits, price },
    };
    const outside = isOutside(price, act.bounds?.price);
    if (outside) return err(rejection("bounds_exceeded", clause, { actual: price }));
    return ok([{ kind: "navStruck", strike }]);
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
