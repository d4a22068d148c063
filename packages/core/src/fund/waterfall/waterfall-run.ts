import { assert } from "../../base/assert.ts";
import { PersistentMap } from "../../base/persistent-map.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { holdersOf } from "../../capital/state.ts";
import type { Tier } from "../../charter/distribution-terms.ts";
import { partiesOf, type BookRules } from "../../distributions/book-steps.ts";
import { claimOn, poolsReturnedFrom } from "../../distributions/capital-pools.ts";
import { outstandingOf } from "../../distributions/recoupment.ts";
import type { WaterfallBook } from "../../distributions/waterfall-book.ts";
import {
  runWaterfall,
  type WaterfallInput,
  type WaterfallRun,
} from "../../distributions/waterfall.ts";
import type {
  Claim,
  Sharing,
  TierEnd,
  WaterfallBalances,
  WaterfallTier,
} from "../../distributions/waterfall-tiers.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import type { InvestmentStatus } from "../../investments/state.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { TieBreak } from "../../money/allocation.ts";
import { moneyOf } from "./formula.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";
import type { WaterfallScope } from "./waterfall-scope.ts";

/** The waterfall of a vehicle as it stands: everything but the amount. */
export type WaterfallPlan = Omit<WaterfallInput, "amount"> & {
  /** Pools that capital comes back from, in this order. */
  readonly pools: readonly string[];
};

/**
 * What a plan is made for: the balances, and the investment whose money it is, where one is
 * named.
 */
export type PlanTerms = {
  readonly book: WaterfallBook;
  readonly rules: BookRules;
  readonly investment?: string;
  /** Whether all investments count as disposed of. */
  readonly isLiquidation?: boolean;
};

/**
 * The tiers and claims of a vehicle. A tier's amount is a formula of the charter, rounded down and
 * never below nothing; one that has no value is a rejection.
 */
export function waterfallPlan(
  state: FundState,
  scope: WaterfallScope,
  of: PlanTerms,
): Result<WaterfallPlan, Rejection> {
  const { book, rules } = of;
  const tiers: WaterfallTier[] = [];
  for (const tier of scope.waterfall.tiers) {
    const until = tierEnd(state, scope, tier);
    if (!until.ok) return until;
    tiers.push({ id: tier.id, to: sharingOf(tier, book), until: until.value });
  }
  const pools = poolsOf(state, scope, of);
  const claims = claimsOf(state, scope, { book, rules, pools });
  const { carry, recoupment: terms } = rules;
  const balances: WaterfallBalances = {
    claims,
    ...(carry && { carry: { ...carry, ...book.carry } }),
    ...(terms && {
      recoupment: {
        beneficiary: terms.beneficiary,
        outstanding: book.recoupment === undefined ? 0n : outstandingOf(book.recoupment),
      },
    }),
  };
  const parties = [...claims.map(({ party }) => party), ...namedIn(tiers)];
  return ok({ tiers, balances, pools, tieBreak: tieBreakOf(state, parties) });
}

function sharingOf({ id, to }: Tier, { agreedShares }: WaterfallBook): Sharing {
  if ("proportionalTo" in to) return to;
  const shares = Object.entries(agreedShares.get(id) ?? to.shares);
  return { shares: shares.map(([party, text]) => ({ party, share: charterRatio(text) })) };
}

function tierEnd(
  state: FundState,
  { vehicle, waterfall }: WaterfallScope,
  { until }: Tier,
): Result<TierEnd, Rejection> {
  if (until === undefined) return ok({ kind: "rest" });
  if (until.kind !== "amount") return ok(until);
  const amount = moneyOf(state, { formula: until.formula, vehicle: vehicle.id });
  if (!amount.ok) {
    return err(rejection("expression_undefined", waterfall.clause, { reason: amount.error }));
  }
  return ok({ kind: "amount", minor: amount.value > 0n ? amount.value : 0n });
}

const namedIn = (tiers: readonly WaterfallTier[]): readonly string[] =>
  tiers.flatMap(({ to }) => ("shares" in to ? to.shares.map(({ party }) => party) : []));

/** The charter's order for odd units; whoever it does not name follows in order of id [WF12]. */
export function tieBreakOf({ charter }: FundState, parties: readonly string[]): TieBreak {
  const listed = charter.rounding.tieBreak;
  const others = new Set(parties.filter((party) => !listed.includes(party)));
  return { kind: "order", keys: [...listed, ...[...others].sort((a, b) => (a < b ? -1 : 1))] };
}

/** European: the one pool of the vehicle that keeps the book. American: the investment's [CY3]. */
function poolsOf(
  { investments }: FundState,
  { keeper, waterfall }: WaterfallScope,
  { book: { pools }, investment, isLiquidation = false }: PlanTerms,
): readonly string[] {
  if (waterfall.scope !== "investment") return [keeper.id];
  const disposedOf = new Set(
    [...investments.values()]
      .filter(({ status }) => isLiquidation || isDisposedOf(status))
      .map(({ id }) => id),
  );
  if (investment === undefined) return [...pools.keys()].filter((id) => disposedOf.has(id));
  return poolsReturnedFrom(pools, investment, disposedOf);
}

const isDisposedOf = (status: InvestmentStatus): boolean =>
  status === "disposed" || status === "writtenOff";

/** Everyone who may take part in proportion: holders, who paid in, who promised, who is owed. */
function claimsOf(
  state: FundState,
  { vehicle }: WaterfallScope,
  of: Pick<PlanTerms, "book" | "rules"> & { readonly pools: readonly string[] },
): readonly Claim[] {
  const units = unitsOf(state, vehicle.id);
  const paidIn = paidInto(state, vehicle.id);
  const commitments = new Map<string, bigint>();
  if (vehicle.id === state.charter.capital.vehicle) {
    for (const { party, minor } of state.capital.commitments.values()) {
      commitments.set(party, (commitments.get(party) ?? 0n) + minor);
    }
  }
  const parties = new Set([
    ...[units, paidIn, commitments].flatMap((by) => [...by.keys()]),
    ...partiesOf(of.book.pools),
    ...(of.rules.recoupment === undefined ? [] : [of.rules.recoupment.beneficiary]),
  ]);
  return [...parties]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((party) => ({
      party,
      units: units.get(party) ?? 0n,
      paidIn: paidIn.get(party) ?? 0n,
      commitments: commitments.get(party) ?? 0n,
      ...claimOn(of.book.pools, of.pools, party),
    }));
}

/** Micro-units by holder of all classes of a vehicle, which rank equally. */
export function unitsOf(state: FundState, vehicle: string): ReadonlyMap<string, bigint> {
  let units: PersistentMap<bigint> = PersistentMap.empty;
  for (const unitClass of state.charter.classes) {
    if (unitClass.vehicle !== vehicle) continue;
    for (const { holder, microUnits } of holdersOf(state.capital, unitClass.id)) {
      units = units.set(holder, (units.get(holder) ?? 0n) + microUnits);
    }
  }
  return new Map(units);
}

/** Capital paid into a vehicle by party, minor units of its currency. */
export function paidInto({ charter, ledger }: FundState, vehicle: string) {
  const currency = charter.vehicles.find(({ id }) => id === vehicle)?.currency;
  assert(currency !== undefined, `no vehicle ${vehicle}`);
  let paid: PersistentMap<bigint> = PersistentMap.empty;
  for (const account of [ACCOUNTS.paidInCapital, ACCOUNTS.calledUnpaid]) {
    const prefix = `${vehicle}/${account}/${currency}/`;
    for (const [key, minor] of ledger.range(prefix)) {
      const party = key.slice(prefix.length);
      paid = paid.set(party, (paid.get(party) ?? 0n) - minor);
    }
  }
  return new Map([...paid].filter(([, minor]) => minor > 0n));
}

/** An amount through the tiers of a plan. */
export function sharedOut(
  plan: WaterfallPlan,
  amount: bigint,
  clause: string,
): Result<WaterfallRun, Rejection> {
  const run = runWaterfall({ ...plan, amount });
  if (run.ok) return run;
  assert(run.error.code === "waterfall_not_exhausted", "every party has a place in the order");
  return err(rejection("nobody_to_distribute_to", clause, { actual: plan.tiers.at(-1)!.id }));
}
