import { partOf, rateFor } from "./made-part.ts";
import type { Leg, PartId } from "./part.ts";
import type { PolicyTreasury, Regime } from "./policy-schema.ts";
import { exportersLoss, tariffRevenue, type TariffTerms } from "./tariff.ts";
import type { World } from "./world.ts";

/** The rate that a regime sets in a fiscal year of the host. */
export function rateOfRegime({ rate, changes = [] }: Regime, year: number): number {
  return changes.filter((step) => step.year <= year).at(-1)?.rate ?? rate;
}

type TariffYear = {
  readonly conventional: number;
  readonly dynamic: number;
  /** Of the exporters. */
  readonly loss: number;
};

/** A tariff on some imports in one year, by future. */
function tariffYear(
  world: World,
  regime: Regime,
  of: { readonly base: string; readonly year: number },
): (path: number) => TariffYear {
  const { policy, uncertain, trade } = world;
  const { figures, retaliation, inForce, paths } = uncertain;
  const { tariff, years } = policy;
  const { basis, response } = tariff;
  const offset = trade.offsets[of.year]!;
  const at = {
    rate: rateOfRegime(regime, years.first + of.year),
    imports: trade.imports.get(of.base)![of.year]!,
    phase: tariff.phaseIn?.[of.year] ?? 1,
  };
  return (path) => {
    const terms: TariffTerms = {
      ...{ basis, response, offset },
      elasticity: figures["tariff.elasticity"][path]!,
      passThrough: figures["tariff.passThrough"][path]!,
      noncompliance: figures["tariff.noncompliance"][path]!,
      dynamic: figures["tariff.dynamic"][path]!,
      retaliation: retaliation[path]!,
    };
    const { conventional, dynamic, imports } = tariffRevenue(terms, at);
    const force = regime.mayEnd ? inForce[of.year * paths + path]! : 1;
    const margin = figures["partner.exporters.margin"][path]!;
    return {
      conventional: conventional * force,
      dynamic: dynamic * force,
      loss: exportersLoss(terms, { ...at, margin }, imports) * force,
    };
  };
}

/** Revenue of a lasting tariff of this rate over all years, every figure at its value. */
export function baseTotal(central: World, base: string, rate: number): number {
  const regime: Regime = { id: "curve", name: { en: "", ja: "" }, rate, mayEnd: false };
  const { count } = central.policy.years;
  const years = Array.from({ length: count }, (_each, year) =>
    tariffYear(central, regime, { base, year })(0),
  );
  return years.reduce((sum, { dynamic }) => sum + dynamic, 0);
}

/** A tariff under each regime, of which a side gets or loses what `value` says. */
export function tariffLegs(
  world: World,
  treasury: PolicyTreasury,
  of: {
    readonly base: string;
    readonly id: PartId;
    readonly value: (year: TariffYear, path: number) => number;
  },
): readonly Leg[] {
  const rate = rateFor(world.policy, "tariff");
  const { base, id } = of;
  return world.policy.regimes.map((regime) => ({
    ...{ policy: "tariff", regime: regime.id, base },
    parts: [
      partOf(world, treasury, {
        ...{ id, rate },
        value(year) {
          const ofPath = tariffYear(world, regime, { base, year });
          return (path) => of.value(ofPath(path), path);
        },
      }),
    ],
  }));
}
