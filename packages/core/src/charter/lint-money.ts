import type { JsonPath } from "../base/json.ts";
import { Ratio } from "../base/ratio.ts";
import { exponentOf, findCurrency } from "../money/currency.ts";
import { sovereignsOf } from "./approval-reach.ts";
import type { LintContext } from "./lint-context.ts";
import { parseRatioText } from "./ratio-text.ts";

/** Amounts, shares, rounding, accounts and who owns which vehicle [CH44]–[CH48]. */
export function lintMoney(context: LintContext): void {
  lintAmounts(context);
  lintShares(context);
  lintAccounts(context);
  lintOwnership(context);
}

const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;

/** An amount must be whole in the currency's minor unit (ISO 4217). */
export function lintPrecision(
  context: LintContext,
  text: string,
  currency: string,
  path: JsonPath,
): void {
  const known = findCurrency(currency);
  const required = known.ok ? exponentOf(known.value.code) : undefined;
  const actual = decimalsOf(text);
  if (required === undefined || actual <= required) return;
  context.error("amount_too_precise", path, { actual, required, currency });
}

function lintAmounts(context: LintContext): void {
  const { capital, classes, rounding, terms } = context.charter;
  lintPrecision(context, capital.initial, capital.currency, ["capital", "initial"]);
  lintPositive(context, capital.initial, ["capital", "initial"]);
  lintCapitalCurrency(context);
  for (const [index, { founderPrice }] of classes.entries()) {
    const path = ["classes", index, "founderPrice"];
    lintPositive(context, founderPrice, path);
    const [actual, required] = [decimalsOf(founderPrice), rounding.priceDecimals];
    if (actual > required) context.error("amount_too_precise", path, { actual, required });
  }
  for (const [index, { value }] of terms.entries()) {
    if (value.kind !== "money") continue;
    lintPrecision(context, value.amount, value.currency, ["terms", index, "value", "amount"]);
  }
}

/** Capital is booked, and compared with other amounts, in the book of the fund itself. */
function lintCapitalCurrency(context: LintContext): void {
  const { capital, vehicles } = context.charter;
  const required = vehicles.find(({ id }) => id === capital.vehicle)?.currency;
  const actual = capital.currency;
  if (required === undefined || actual === required) return;
  context.error("capital_currency_differs", ["capital", "currency"], { actual, required });
}

/** An amount must be more than nothing. */
export function lintPositive(context: LintContext, text: string, path: JsonPath): void {
  if (/^[0.]*$/.test(text)) context.error("amount_not_positive", path, { actual: text });
}

function lintShares(context: LintContext): void {
  const { capital, rounding } = context.charter;
  let sum = Ratio.zero;
  for (const [party, text] of Object.entries(capital.shares)) {
    const share = parseRatioText(text) ?? Ratio.zero;
    const path = ["capital", "shares", party];
    if (Ratio.isZero(share)) context.error("share_not_positive", path, { actual: text });
    sum = Ratio.add(sum, share);
    if (!rounding.tieBreak.includes(party)) {
      context.error("tie_break_incomplete", ["rounding", "tieBreak"], { party });
    }
  }
  if (!Ratio.equals(sum, Ratio.one)) {
    const actual = sum.den === 1n ? `${sum.num}` : `${sum.num}/${sum.den}`;
    context.error("shares_not_one", ["capital", "shares"], { actual, required: "1" });
  }
  for (const sovereign of sovereignsOf(context.charter)) {
    if (Object.hasOwn(capital.shares, sovereign)) continue;
    context.warn("share_missing", ["capital", "shares"], { party: sovereign });
  }
}

function lintAccounts(context: LintContext): void {
  const { accounts } = context.charter;
  for (const [code, kind] of context.knowledge.accounts) {
    const index = accounts.findIndex((account) => account.code === code);
    if (index < 0) {
      context.error("account_missing", ["accounts"], { account: code, required: kind });
    } else if (accounts[index]!.kind !== kind) {
      const facts = { account: code, actual: accounts[index]!.kind, required: kind };
      context.error("account_kind_wrong", ["accounts", index, "kind"], facts);
    }
  }
}

/** A vehicle that owns itself, at whatever distance, has no value that anyone could compute. */
function lintOwnership(context: LintContext): void {
  const { vehicles } = context.charter;
  const ownersOf = new Map(
    vehicles.map(({ id, owners = [] }) => [id, owners.map(({ vehicle }) => vehicle)]),
  );
  const reported = new Set<string>();
  for (const [index, { id }] of vehicles.entries()) {
    const cycle = ownershipCycle(id, ownersOf);
    if (cycle === undefined || cycle.some((vehicle) => reported.has(vehicle))) continue;
    for (const vehicle of cycle) reported.add(vehicle);
    context.error("ownership_cyclic", ["vehicles", index, "owners"], { vehicles: cycle });
  }
}

/** Vehicles from one up through owners back to itself, by depth-first search, or undefined. */
function ownershipCycle(
  start: string,
  ownersOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const visited = new Set<string>();
  const search = (vehicle: string, trail: readonly string[]): readonly string[] | undefined => {
    for (const owner of ownersOf.get(vehicle) ?? []) {
      if (owner === start) return trail;
      if (visited.has(owner)) continue;
      visited.add(owner);
      const cycle = search(owner, [...trail, owner]);
      if (cycle !== undefined) return cycle;
    }
    return undefined;
  };
  return search(start, [start]);
}
