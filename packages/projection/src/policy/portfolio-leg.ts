import type { Part } from "./part.ts";
import type { Policy, PolicyTreasury } from "./policy-schema.ts";
import {
  fairValueOfSkill,
  logDrift,
  lognormalReturn,
  portfolioPath,
  requiredReturn,
  type PortfolioTerms,
} from "./portfolio.ts";
import { windowOf } from "./fund-futures.ts";
import { firstYearOf, futuresOf, yearMeans, type World } from "./world.ts";

/** What a treasury buys alone: what it would pay the fund, and what the fund would borrow to it. */
function portfolioTerms({ policy, futures }: World, treasury: PolicyTreasury): PortfolioTerms {
  const { count } = policy.years;
  const { paths } = futures;
  const party = futuresOf(futures, treasury.party);
  const first = firstYearOf(policy, treasury);
  const window = windowOf(party, party.inBase.paidIn, { first, count, paths });
  const { value: assets } = policy.projects.assetsPerCapital;
  return {
    invested: yearMeans(window, paths).map((paid) => paid * assets),
    payout: policy.alone.payout.value,
  };
}

/** Expected return of the assets in the base currency: what markets ask, with skill, less costs. */
export function expectedReturn({ host, fairValue, alone }: Policy): number {
  const required = requiredReturn({
    riskless: host.treasury.fundingRate.value,
    beta: fairValue.assets.value,
    premium: fairValue.premium.value,
  });
  return required + alone.alpha.value - alone.cost.value;
}

/**
 * Borrowing and investing alone: all that is bought is the treasury's own debt, so it bears every
 * loss itself, and the rate of exchange too where its currency is another (PO16).
 */
export function portfolioPart(world: World, treasury: PolicyTreasury): Part {
  const { policy, draws, uncertain } = world;
  const { count } = policy.years;
  const { paths, isCentral } = uncertain;
  const terms = portfolioTerms(world, treasury);
  const volatility = policy.alone.volatility.value;
  const drift = logDrift(expectedReturn(policy), volatility);
  const market = draws.normal("policy.market");
  const exchange = exchangePaths(world, treasury);
  const revenue = new Float64Array(count * paths);
  const invested = new Float64Array(count * paths);
  const stake = new Float64Array(paths);
  for (let path = 0; path < paths; path++) {
    const { paid, worth } = portfolioPath(terms, (year) =>
      isCentral ? expectedReturn(policy) : lognormalReturn(drift, volatility, market(path, year)),
    );
    for (let year = 0; year < count; year++) {
      const rate = exchange(path, year);
      revenue[year * paths + path] = paid[year]! * rate;
      invested[year * paths + path] = terms.invested[year]! * rate;
    }
    stake[path] = worth[count - 1]! * exchange(path, count - 1);
  }
  const value = fairValueOfSkill(terms, {
    riskless: policy.host.treasury.fundingRate.value,
    excess: policy.alone.alpha.value - policy.alone.cost.value,
  });
  const spot = treasury.currency === policy.currency ? 1 : policy.exchange.rate.value;
  return {
    ...{ id: "portfolio", revenue, invested, stake },
    fair: { by: "closedForm", value: value * spot, standardError: 0 },
  };
}

/** The rate of exchange at the end of each year of a path; always 1 in the base currency. */
function exchangePaths(
  { policy, draws, uncertain }: World,
  treasury: PolicyTreasury,
): (path: number, year: number) => number {
  if (treasury.currency === policy.currency) return () => 1;
  const { rate, drift, volatility } = policy.exchange;
  const { count } = policy.years;
  const { paths, isCentral } = uncertain;
  const normal = draws.normal("policy.exchange");
  const quotes = new Float64Array(count * paths);
  for (let path = 0; path < paths; path++) {
    let quote = rate.value;
    for (let year = 0; year < count; year++) {
      quote *= isCentral
        ? 1 + drift.value
        : 1 +
          lognormalReturn(
            logDrift(drift.value, volatility.value),
            volatility.value,
            normal(path, year),
          );
      quotes[year * paths + path] = quote;
    }
  }
  return (path, year) => quotes[year * paths + path]!;
}
