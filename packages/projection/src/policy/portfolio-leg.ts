import { yearsLeft } from "./discount.ts";
import { windowOf } from "./fund-futures.ts";
import type { Part } from "./part.ts";
import type { Policy, PolicyTreasury } from "./policy-schema.ts";
import {
  fairValueOfSkill,
  logDrift,
  lognormalReturn,
  portfolioPath,
  requiredReturn,
} from "./portfolio.ts";
import { fairMean } from "./present-values.ts";
import type { Uncertain } from "./uncertainty.ts";
import { exchangeOf, firstYearOf, futuresOf, yearMeans, type World } from "./world.ts";

/** What a treasury would pay the fund in each year, on average, in the base currency. */
function paidByYear({ policy, futures }: World, treasury: PolicyTreasury): readonly number[] {
  const { count } = policy.years;
  const { paths } = futures;
  const party = futuresOf(futures, treasury.party);
  const first = firstYearOf(policy, treasury);
  return yearMeans(windowOf(party, party.inBase.paidIn, { first, count, paths }), paths);
}

type Returns = {
  /** Expected, in the base currency: what markets ask, with skill, less costs. */
  readonly expected: number;
  /** Of that, skill less costs. */
  readonly excess: number;
  readonly volatility: number;
};

/** What the assets return in a future, in which the premium and the costs are its own (PO20). */
function returnsOf({ host }: Policy, { figures }: Uncertain, path: number): Returns {
  const required = requiredReturn({
    riskless: host.treasury.fundingRate.value,
    beta: figures["fairValue.assets"][path]!,
    premium: figures["fairValue.premium"][path]!,
  });
  const excess = figures["alone.alpha"][path]! - figures["alone.cost"][path]!;
  const volatility = figures["alone.volatility"][path]!;
  return { expected: required + excess, excess, volatility };
}

/**
 * Borrowing and investing alone: all that is bought is the treasury's own debt, so it bears every
 * loss itself, and the rate of exchange too where its currency is another (PO16).
 */
export function portfolioPart(world: World, treasury: PolicyTreasury): Part {
  const { policy, draws, uncertain, exchange } = world;
  const { timing } = policy;
  const { count } = policy.years;
  const { paths, isCentral, figures } = uncertain;
  const paidIn = paidByYear(world, treasury);
  const payout = policy.alone.payout.value;
  const riskless = policy.host.treasury.fundingRate.value;
  const market = draws.normal("policy.market");
  const left = yearsLeft(timing);
  const isForeign = treasury.currency !== policy.currency;
  const revenue = new Float64Array(count * paths);
  const invested = new Float64Array(count * paths);
  const stake = new Float64Array(paths);
  const fair = new Float64Array(paths);
  for (let path = 0; path < paths; path++) {
    const { expected, excess, volatility } = returnsOf(policy, uncertain, path);
    const of = { drift: logDrift(expected, volatility), volatility };
    // What the fund would borrow beside what is paid in is borrowed and bought too.
    const scale = figures["projects.assetsPerCapital"][path]!;
    const terms = { invested: paidIn.map((paid) => paid * scale), payout };
    const returned = (step: number, part: number): number => {
      if (part === 0) return 0;
      if (isCentral) return (1 + expected) ** part - 1;
      return lognormalReturn(of, market(path, step), part);
    };
    const held = portfolioPath(terms, (year) => returned(year, 1), returned(count, left));
    for (let year = 0; year < count; year++) {
      const at = year * paths + path;
      const rate = isForeign ? exchange.onDay[at]! : 1;
      revenue[at] = held.paid[year]! * rate;
      invested[at] = terms.invested[year]! * rate;
    }
    stake[path] = held.left * (isForeign ? exchange.atEnd[path]! : 1);
    fair[path] = fairValueOfSkill(terms, { riskless, excess, timing });
  }
  return {
    ...{ id: "portfolio", revenue, invested, stake },
    fair: { by: "closedForm", ...fairMean(fair, { exchange: exchangeOf(policy, treasury) }) },
  };
}
