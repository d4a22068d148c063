import { bookAccruedTo } from "../../distributions/book-steps.ts";
import {
  hypotheticalLiquidation,
  type CapitalWorth,
} from "../../distributions/capital-accounts.ts";
import { bookOf } from "../../distributions/waterfall-book.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { VehicleFigures } from "../figures.ts";
import type { FundState } from "../state.ts";
import { waterfallPlan } from "./waterfall-run.ts";
import { bookRules, waterfallScope, type WaterfallScope } from "./waterfall-scope.ts";

/**
 * What each party's interest in a vehicle is worth today, in order of party: its net assets
 * through the waterfall, with every investment sold for what it is valued at, and carry that was
 * allocated and not paid to its holder [CA1]. The accounts sum to the net assets. Without
 * distribution terms, or where a tier's formula has no value, there is a rejection.
 */
export function capitalAccountsOf(
  state: FundState,
  vehicleId: string,
): Result<CapitalWorth, Rejection> {
  const scope = waterfallScope(state.charter, vehicleId);
  if (scope === undefined) {
    const { clause } = state.charter.capital;
    return err(rejection("vehicle_without_distribution", clause, { actual: vehicleId }));
  }
  const { vehicle } = scope;
  const { netAssets } = new VehicleFigures(state, vehicle.id);
  const held = carryHeld(state, vehicle.id, vehicle.currency);
  const whole = [...held.values()].reduce((sum, minor) => sum + minor, 0n);
  const worth = liquidatedAt(state, scope, netAssets - whole);
  if (!worth.ok) return worth;
  const parties = new Set([...worth.value.keys(), ...held.keys()]);
  const ordered = [...parties].sort((a, b) => (a < b ? -1 : 1));
  return ok(
    new Map(
      ordered.map((party) => [party, (worth.value.get(party) ?? 0n) + (held.get(party) ?? 0n)]),
    ),
  );
}

/**
 * An amount through a vehicle's waterfall as of the state's day, with every investment sold for
 * what it is valued at: what each party would get, in order of party [CA1].
 */
export function liquidatedAt(
  state: FundState,
  scope: WaterfallScope,
  amount: bigint,
): Result<CapitalWorth, Rejection> {
  const { vehicle, keeper, waterfall } = scope;
  const rules = bookRules(state, waterfall);
  const book = bookAccruedTo(bookOf(state.waterfalls, keeper.id), rules, state.today);
  const plan = waterfallPlan(state, scope, { book, rules, isLiquidation: true });
  if (!plan.ok) return plan;
  const worth = hypotheticalLiquidation(plan.value, amount);
  if (worth.ok) return worth;
  return err(rejection("nobody_to_distribute_to", waterfall.clause, { actual: vehicle.id }));
}

/** Carried interest that is allocated and not paid, by holder. */
function carryHeld({ ledger }: FundState, vehicle: string, currency: string) {
  const prefix = `${vehicle}/${ACCOUNTS.carriedInterest}/${currency}/`;
  return new Map(
    [...ledger.range(prefix)].map(([key, minor]) => [key.slice(prefix.length), -minor]),
  );
}
