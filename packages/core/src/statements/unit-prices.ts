import { Ratio } from "../base/ratio.ts";
import { addDays, type LocalDate } from "../calendar/date.ts";
import { MICRO_UNITS_PER_UNIT } from "../capital/state.ts";
import type { UnitClass } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { vehicleOf } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import { currencyCode, exponentOf } from "../money/currency.ts";
import { periodBetween } from "./period.ts";
import { entriesOfPeriod } from "./period-book.ts";
import type { PricePoint } from "./time-weighted-return.ts";
import { holdingsOfVehicle, totalOf, unitDays } from "./unit-holdings.ts";

/** Minor units of a currency per micro-unit, as main units of it per unit. */
export function perUnit(minor: bigint, currency: string, microUnits: bigint): Ratio {
  const minorPerMain = 10n ** BigInt(exponentOf(currencyCode(currency)));
  return Ratio.make(minor * MICRO_UNITS_PER_UNIT, minorPerMain * microUnits);
}

/**
 * The prices of a class up to a day: what its first units were bought at, then every strike, each
 * with what a unit was declared since the one before [ST4].
 */
export function pricePoints(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  { id, vehicle, founderPrice }: UnitClass,
  to: LocalDate,
): readonly PricePoint[] {
  const [first] = unitDays(chronicle, id);
  const founder = Ratio.fromDecimal(founderPrice);
  const points: { readonly on: LocalDate; readonly price: Ratio }[] = [];
  if (first !== undefined && founder.ok) points.push({ on: first.on, price: founder.value });
  for (const [, { on, price }] of state.strikes.range(`${vehicle}/${id}/`)) {
    const struck = Ratio.fromDecimal(price);
    const isLater = points.length === 0 || points.at(-1)!.on < on;
    if (struck.ok && isLater && on <= to) points.push({ on, price: struck.value });
  }
  return points.map((point, i) => {
    const before = points[i - 1];
    const distributedPerUnit =
      before === undefined
        ? Ratio.zero
        : declaredPerUnit(state, chronicle, { vehicle, after: before.on, to: point.on });
    return { ...point, distributedPerUnit };
  });
}

/** What was declared per unit of a vehicle after one day and up to another, in main units. */
function declaredPerUnit(
  { charter }: Pick<FundState, "charter">,
  chronicle: Recorded,
  of: { readonly vehicle: string; readonly after: LocalDate; readonly to: LocalDate },
): Ratio {
  const { vehicle, after, to } = of;
  const from = addDays(after, 1);
  if (!from.ok || from.value > to) return Ratio.zero;
  const { currency } = vehicleOf(charter, vehicle);
  const accounts: readonly string[] = DISTRIBUTION_ACCOUNTS;
  let sum = Ratio.zero;
  const period = periodBetween(from.value, to);
  for (const { journal } of entriesOfPeriod(chronicle, { vehicle, period }, accounts)) {
    let minor = 0n;
    for (const posting of journal.postings) {
      if (accounts.includes(posting.account) && posting.currency === currency) {
        minor += posting.minor;
      }
    }
    if (minor === 0n) continue;
    const on = journal.effectiveDate;
    const units = totalOf(holdingsOfVehicle(charter, chronicle, { vehicle, on }));
    if (units > 0n) sum = Ratio.add(sum, perUnit(minor, currency, units));
  }
  return sum;
}
