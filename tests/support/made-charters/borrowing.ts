import {
  FACILITY_KINDS,
  LADDER_STEPS,
  type Covenant,
  type CovenantRung,
  type FacilityTerms,
  type LeverageTerms,
} from "@jointfund/core/charter/leverage-terms.ts";
import { some } from "./choice.ts";
import type { Drafting } from "./drafting.ts";
import type { Cast } from "./parties.ts";

/** What may be borrowed, under which tests. */

function rungsOf(drafting: Drafting, must: Covenant["must"]): readonly CovenantRung[] {
  const { choice } = drafting;
  const steps = some(choice, LADDER_STEPS, 1);
  return steps.map((step, index): CovenantRung => {
    const isEnding = step === "cure" || step === "sale";
    const isLast = index === steps.length - 1;
    return {
      step,
      at: must === "atLeast" ? `${195 - 12 * index}%` : `${52 + 7 * index}%`,
      ...(step === "sweep" || (isEnding && choice.oneIn(2)) ? { share: "50%" } : {}),
      ...(isEnding && !isLast ? { period: drafting.days(90) } : {}),
    };
  });
}

function covenantOf(drafting: Drafting, id: string): Covenant {
  const { choice, currency } = drafting;
  const must = choice.pick(["atLeast", "atMost"] as const);
  const ratio =
    must === "atLeast"
      ? `if debt = 0 ${currency} then 100000% else (totalAssets - otherLiabilities) / debt`
      : choice.pick([
          `if debt <= cash then 0% else (debt - cash) / investmentsFairValue`,
          `if lookThroughDebt = 0 ${currency} then 0% else lookThroughDebt / lookThroughAssets`,
        ]);
  return {
    ...{ id, clause: drafting.clause(), name: drafting.text(id), vehicle: "main", ratio, must },
    incurrence: must === "atLeast" ? "200%" : "50%",
    ladder: rungsOf(drafting, must),
  };
}

export function leverageOf(drafting: Drafting, cast: Cast): LeverageTerms {
  const { choice, currency } = drafting;
  const facility = (kind: FacilityTerms["kind"]): FacilityTerms => ({
    ...{ kind, clause: drafting.clause() },
    ...drafting.maybe("most", () => `${5 + choice.below(90)}% of initialCapital`),
    ...(kind === "subscription" ? { advanceRate: choice.pick(["25%", "9/10"]) } : {}),
    ...drafting.maybe("longestDraw", () => drafting.days(180)),
  });
  return {
    clause: drafting.clause(),
    indices: [
      {
        ...{ id: "term-rate", clause: drafting.clause(), name: drafting.text("Term rate") },
        dayCount: drafting.dayCount(),
      },
    ],
    facilities: some(choice, FACILITY_KINDS, 1).map(facility),
    covenants: ["first", "second"].slice(0, choice.below(3)).map((id) => covenantOf(drafting, id)),
    ...drafting.maybe("guarantees", () =>
      cast.sovereigns.map((party) => ({
        ...{ clause: drafting.clause(), party, currency, cap: drafting.amount(100_000n) },
      })),
    ),
    ...drafting.maybe("hedging", () => ({
      clause: drafting.clause(),
      currencies: drafting.currencies.filter((each) => each !== currency),
      most: "10% of initialCapital",
    })),
  };
}
