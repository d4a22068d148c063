import {
  DEFAULT_STEPS,
  type CapitalTerms,
  type LateTerms,
} from "@jointfund/core/charter/capital-terms.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { DeadlockTerms, OversightTerms } from "@jointfund/core/charter/oversight-terms.ts";
import { some } from "./choice.ts";
import type { Drafting } from "./drafting.ts";
import type { Cast } from "./parties.ts";

/** The sections that a charter may do without, each written or left out. */

function lateOf(drafting: Drafting): LateTerms {
  const { choice } = drafting;
  const ladder = some(choice, DEFAULT_STEPS).map((step, index) => ({
    ...{ step, after: { days: 10 * (index + 1), calendar: "calendar" } },
    ...(step === "dilute" || step === "forfeit" ? { share: choice.pick(["1/4", "10%"]) } : {}),
  }));
  return {
    ...{ clause: drafting.clause(), grace: drafting.days(5), rate: choice.pick(["8%", "1/20"]) },
    ...{ dayCount: drafting.dayCount(), ladder },
  };
}

export function capitalOf(
  drafting: Drafting,
  cast: Cast,
  classes: readonly string[],
): CapitalTerms {
  const { choice } = drafting;
  const { sovereigns } = cast;
  const { initial } = drafting;
  return {
    ...{ clause: drafting.clause(), vehicle: "main", currency: drafting.currency },
    ...{ initial: drafting.amount(initial), shares: drafting.shares(sovereigns) },
    callNotice: drafting.days(3),
    ...(cast.has("partner")
      ? {
          partners: {
            clause: drafting.clause(),
            least: drafting.amount(1n),
            most: drafting.amount(initial),
          },
        }
      : {}),
    ...drafting.maybe("yearlyCap", () => ({
      ...{ clause: drafting.clause(), amount: drafting.amount(initial), fiscalYear: "fund" },
    })),
    ...drafting.maybe("late", () => lateOf(drafting)),
    ...drafting.maybe("deferral", () => ({
      ...{ clause: drafting.clause(), by: some(choice, sovereigns, 1) },
      ...{ longest: drafting.days(60), ground: drafting.text("No budget was passed") },
    })),
    ...drafting.maybe("optOut", () => ({
      ...{ clause: drafting.clause(), by: some(choice, sovereigns, 1) },
      ...{ consequence: drafting.text("They talk"), othersMayFund: choice.oneIn(2) },
    })),
    ...drafting.maybe("recall", () => ({ clause: drafting.clause(), within: drafting.days(300) })),
    ...drafting.maybe("admission", () => ({
      ...{ clause: drafting.clause(), classes: some(choice, classes, 1) },
      ...{ trueUpRate: "6%", dayCount: drafting.dayCount() },
    })),
  };
}

export function mandateOf(drafting: Drafting, cast: Cast): Charter["mandate"] {
  const { choice } = drafting;
  const sectors = ["ports", "power", "chips"].map((id) => ({ id, name: drafting.text(id) }));
  return {
    ...{ clause: drafting.clause(), sectors, geographies: cast.sovereigns },
    ...(cast.has("engineer") ? drafting.maybe("milestonesCertified", () => true) : {}),
    ...drafting.maybe("overrun", () => ({
      ...{ clause: drafting.clause(), weight: choice.pick(["1", "3/2"]) },
      window: drafting.days(20),
    })),
    ...drafting.maybe("obligations", () => [
      {
        ...{ clause: drafting.clause(), kind: choice.pick(["land", "power", "permits"] as const) },
        ...{ owedBy: choice.pick(cast.sovereigns), text: drafting.text("Land at the coast") },
      },
    ]),
  };
}

export function oversightOf(drafting: Drafting, cast: Cast): OversightTerms {
  const { choice, currency } = drafting;
  const stages = ["talks", "ministers", "tribunal"].slice(0, 1 + choice.below(3));
  const [first, second] = cast.sovereigns;
  return {
    clause: drafting.clause(),
    ...drafting.maybe("instructionsPublicAfter", () => drafting.days(30)),
    ...drafting.maybe("disputes", () => ({
      ...{ clause: drafting.clause(), escrow: choice.oneIn(2) },
      ladder: stages.map((id) => ({ id, name: drafting.text(id), within: drafting.days(30) })),
    })),
    ...drafting.maybe("audit", () => ({
      ...{ clause: drafting.clause(), answerWithin: drafting.days(20) },
    })),
    ...drafting.maybe("sideLetters", () => ({
      ...{ clause: drafting.clause(), mostFavoured: some(choice, cast.sovereigns, 1) },
      electWithin: drafting.days(60),
    })),
    ...drafting.maybe("indemnities", () => [
      {
        ...{ clause: drafting.clause(), by: first!, to: second!, text: drafting.text("Damage") },
        ...drafting.maybe("cap", () => ({ currency, amount: drafting.amount(1_000n) })),
      },
    ]),
  };
}

export function deadlockOf(drafting: Drafting, cast: Cast): DeadlockTerms {
  const { choice } = drafting;
  const remedies = ["chairs", "ministers", "expert", "casting", "putCall", "windUp"] as const;
  const ladder = some(choice, remedies, 1).map((remedy) => ({
    ...{ remedy, within: drafting.days(20) },
    ...(remedy === "expert" || remedy === "casting" ? { party: choice.pick(cast.sovereigns) } : {}),
  }));
  return { clause: drafting.clause(), rounds: 1 + choice.below(4), ladder };
}
