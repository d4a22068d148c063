import assert from "node:assert/strict";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { bookAccruedTo } from "@jointfund/core/distributions/book-steps.ts";
import { bookOf } from "@jointfund/core/distributions/waterfall-book.ts";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { pricesOf, sharesByUnits } from "@jointfund/core/fund/dealing/class-worth.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { findClass } from "@jointfund/core/fund/terms.ts";
import {
  capitalAccountsOf,
  liquidatedAt,
} from "@jointfund/core/fund/waterfall/capital-accounts.ts";
import { unitsOf, waterfallPlan } from "@jointfund/core/fund/waterfall/waterfall-run.ts";
import { bookRules, waterfallScope } from "@jointfund/core/fund/waterfall/waterfall-scope.ts";
import { kindOfAccount } from "@jointfund/core/ledger/accounts.ts";
import { trialBalance } from "@jointfund/core/ledger/journal.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { chronicleOf } from "../chronicles.ts";
import type { ActDraft, DemonstrationFund } from "../demonstration-fund.ts";
import { reckoned } from "./waterfall-oracle.ts";

/** What holds of every fund at every moment, whatever its charter. */

/** A bank says what it says, and at random it says nothing true. */
const OWN_CHECKS = NAMED_CHECKS.filter(({ name }) => name !== "bank-statements");

/** Each declaration went through the tiers as a second reckoning has it, to the last unit. */
function checkDeclaration(before: FundState, after: FundState, draft: ActDraft): void {
  const distribution = before.distributions.get(draft.body["distribution"] as string)!;
  const scope = waterfallScope(before.charter, distribution.vehicle)!;
  // A feeder pays at one rate per unit instead.
  if (scope.vehicle.kind === "feeder") return;
  const rules = bookRules(before, scope.waterfall);
  const book = bookOf(before.waterfalls, scope.keeper.id);
  const plan = waterfallPlan(before, scope, { book, rules, ...distribution });
  assert.ok(plan.ok);
  const expected = reckoned(plan.value, distribution.minor);
  const { tiers = [] } = after.distributions.get(distribution.id)!;
  assert.deepEqual(
    tiers.map(({ tier, parts }) => [tier, bySharer(parts)]),
    expected.map(({ tier, parts }) => [tier, bySharer(entriesOf(parts))]),
  );
}

const entriesOf = (parts: ReadonlyMap<string, bigint>) =>
  [...parts].map(([party, minor]) => ({ party, minor }));

const bySharer = (parts: readonly { readonly party: string; readonly minor: bigint }[]) =>
  parts.map(({ party, minor }) => `${party} ${minor}`).toSorted((a, b) => (a < b ? -1 : 1));

function exact(price: string): Ratio {
  const ratio = Ratio.fromDecimal(price);
  assert.ok(ratio.ok);
  return ratio.value;
}

/** Money that comes in at the price of a class, or above, lowers the price of no class. */
function checkDilution(before: FundState, after: FundState, draft: ActDraft): void {
  const call = before.capital.calls.get(draft.body["call"] as string);
  if (call?.unitClass === undefined || call.price === undefined) return;
  const { vehicle } = findClass(before.charter, call.unitClass)!;
  if (!sharesByUnits(before.charter, vehicle) || unitsOf(before, vehicle).size === 0) return;
  const [was, is] = [pricesOf(before, vehicle), pricesOf(after, vehicle)];
  assert.ok(was.ok && is.ok);
  const step = Ratio.make(1n, 10n ** BigInt(before.charter.rounding.priceDecimals));
  const later = new Map(is.value.map((of) => [of.unitClass, exact(of.price)]));
  const own = was.value.find(({ unitClass }) => unitClass === call.unitClass);
  if (own === undefined || Ratio.compare(exact(call.price), exact(own.price)) < 0) return;
  for (const { unitClass, price } of was.value) {
    const least = Ratio.sub(exact(price), step);
    assert.ok(Ratio.compare(later.get(unitClass)!, least) >= 0, `${unitClass} fell from ${price}`);
  }
}

/** What holds from one accepted act to the next. */
export function checkStep(before: FundState, after: FundState, draft: ActDraft): void {
  if (draft.type === "distribution.declare") checkDeclaration(before, after, draft);
  if (draft.type === "capital.receive") checkDilution(before, after, draft);
}

/** Assets are liabilities and capital in each book and currency, and in all books together. */
function checkBooks({ ledger }: FundState): void {
  const sums = new Map<string, bigint>();
  for (const { vehicle, account, currency, minor } of trialBalance(ledger)) {
    const side = kindOfAccount(account) === "memo" ? "memo" : "books";
    for (const book of [vehicle, "all"]) {
      const key = `${book} ${currency} ${side}`;
      sums.set(key, (sums.get(key) ?? 0n) + minor);
    }
  }
  for (const [book, sum] of sums) assert.equal(sum, 0n, book);
}

/** What refuses a liquidation without fault: nobody to take it, or a formula without a value. */
const UNDEFINED: ReadonlySet<string> = new Set([
  ...["nobody_to_distribute_to", "expression_undefined", "vehicle_without_distribution"],
]);

/** If all were sold and paid out today, everybody's parts would sum to the net assets. */
function checkLiquidation(state: FundState): void {
  for (const { id } of state.charter.vehicles) {
    const { netAssets } = new VehicleFigures(state, id);
    const accounts = capitalAccountsOf(state, id);
    if (!accounts.ok) {
      assert.ok(UNDEFINED.has(accounts.error.code), accounts.error.code);
      continue;
    }
    let sum = 0n;
    for (const minor of accounts.value.values()) sum += minor;
    assert.equal(sum, netAssets, `capital accounts of ${id}`);
    checkLiquidated(state, id, netAssets);
  }
}

/** The same as a second reckoning has it. */
function checkLiquidated(state: FundState, vehicle: string, amount: bigint): void {
  const scope = waterfallScope(state.charter, vehicle)!;
  if (amount <= 0n) return;
  const rules = bookRules(state, scope.waterfall);
  const book = bookAccruedTo(bookOf(state.waterfalls, scope.keeper.id), rules, state.today);
  const plan = waterfallPlan(state, scope, { book, rules, isLiquidation: true });
  const worth = liquidatedAt(state, scope, amount);
  assert.ok(plan.ok && worth.ok);
  const expected = new Map<string, bigint>();
  for (const { parts } of reckoned(plan.value, amount)) {
    for (const [party, minor] of parts) expected.set(party, (expected.get(party) ?? 0n) + minor);
  }
  const got = [...worth.value].filter(([, minor]) => minor > 0n);
  assert.deepEqual(new Map(got), new Map([...expected].toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** What holds of a fund as it stands, and of its record replayed by who has nothing else. */
export function checkFund(fund: DemonstrationFund): void {
  checkBooks(fund.state);
  checkLiquidation(fund.state);
  for (const { name, breaches } of runChecks(OWN_CHECKS, chronicleOf(fund))) {
    assert.deepEqual(breaches, [], name);
  }
}
