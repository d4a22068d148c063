import { FIRST_DATE } from "../../calendar/date.ts";
import { Ratio } from "../../base/ratio.ts";
import { assert } from "../../base/assert.ts";
import type { Charter, Vehicle } from "../../charter/charter.ts";
import type {
  DistributionTerms,
  IndexedRate,
  Waterfall,
} from "../../charter/distribution-terms.ts";
import type { BookRules } from "../../distributions/book-steps.ts";
import { ratesOf } from "../../facilities/accrual.ts";
import type { DatedValues } from "../../facilities/dated-values.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";
import { charterRatio, findDistributionTerms } from "../terms.ts";

/** How a vehicle pays out, and which vehicle's waterfall book it counts on. */
export type WaterfallScope = {
  readonly vehicle: Vehicle;
  readonly terms: DistributionTerms;
  readonly waterfall: Waterfall;
  /** The vehicle itself, or the umbrella over it whose projects are pooled. */
  readonly keeper: Vehicle;
};

/** The nearest umbrella above a vehicle, itself among them; the vehicle where there is none. */
function umbrellaOf(charter: Charter, vehicle: Vehicle): Vehicle {
  let above: readonly Vehicle[] = [vehicle];
  const seen = new Set<string>();
  while (above.length > 0) {
    const umbrella = above.find(({ kind }) => kind === "umbrella");
    if (umbrella !== undefined) return umbrella;
    const owners: string[] = [];
    for (const { id, owners: held = [] } of above) {
      seen.add(id);
      owners.push(...held.map(({ vehicle: owner }) => owner));
    }
    above = owners.filter((id) => !seen.has(id)).map((id) => vehicleOf(charter, id));
  }
  return vehicle;
}

/** Undefined for a vehicle that the charter has no distribution terms for. */
export function waterfallScope(charter: Charter, id: string): WaterfallScope | undefined {
  const vehicle = charter.vehicles.find((each) => each.id === id);
  if (vehicle === undefined) return undefined;
  const terms = findDistributionTerms(charter, vehicle);
  if (terms === undefined) return undefined;
  const waterfall = charter.waterfalls.find((each) => each.id === terms.waterfall);
  assert(waterfall !== undefined, `an adopted charter has the waterfall ${terms.waterfall}`);
  const keeper = waterfall.scope === "umbrella" ? umbrellaOf(charter, vehicle) : vehicle;
  return { vehicle, terms, waterfall, keeper };
}

const returnsCapital = ({ tiers }: Waterfall): boolean =>
  tiers.some(
    ({ to, until }) =>
      until?.kind === "returned" ||
      until?.kind === "preferred" ||
      ("proportionalTo" in to && to.proportionalTo === "owed"),
  );

/** Whether the holder's share of profit goes through the waterfall, with or without a catch-up. */
const paysCarry = ({ tiers }: Waterfall, holder: string): boolean =>
  tiers.some(
    ({ to, until }) =>
      until?.kind === "caughtUp" || ("shares" in to && Object.hasOwn(to.shares, holder)),
  );

const recoups = ({ tiers }: Waterfall): boolean =>
  tiers.some(({ until }) => until?.kind === "recouped");

/**
 * The rules by which the balances of a waterfall move. A balance that no tier waits for is not
 * kept. Capital without carry terms bears no preferred return.
 */
export function bookRules(
  state: Pick<FundState, "charter" | "waterfalls" | "rateFixings">,
  waterfall: Waterfall,
): BookRules {
  const { carry, recoupment, rounding } = state.charter;
  const { interpretation } = state.waterfalls;
  const isCarried = carry !== undefined && paysCarry(waterfall, carry.holder);
  return {
    ...(returnsCapital(waterfall) && {
      hurdle: {
        rate: carry === undefined ? Ratio.zero : charterRatio(carry.hurdle),
        compounding: carry?.compounding ?? "simple",
        dayCount: { name: carry?.dayCount ?? "ACT/365F" },
        rounding: rounding.money,
      },
    }),
    ...(isCarried && {
      carry: {
        holder: carry.holder,
        share: charterRatio(carry.share),
        escrow: charterRatio(carry.clawback?.escrow ?? "0"),
      },
    }),
    ...(recoupment !== undefined &&
      recoups(waterfall) && {
        recoupment: {
          beneficiary: recoupment.beneficiary,
          dayCount: { name: recoupment.rate.dayCount },
          compounding: recoupment.compounding,
          rounding: rounding.money,
          reading: interpretation?.reading ?? recoupment.reading,
          instalments: interpretation?.instalments ?? recoupment.instalments ?? 0,
          rates: recoupmentRates(state, recoupment.rate),
        },
      }),
  };
}

/** Rates a year by day: fixings and spread; before the first fixing the spread alone [RC2]. */
function recoupmentRates(
  { rateFixings }: Pick<FundState, "rateFixings">,
  { index, spread }: IndexedRate,
): DatedValues<Ratio> {
  const alone = { from: FIRST_DATE, value: charterRatio(spread) };
  if (index === undefined) return [alone];
  return [alone, ...ratesOf({ kind: "floating", index, spread }, rateFixings, FIRST_DATE)];
}
