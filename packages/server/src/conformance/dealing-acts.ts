import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { findDealing } from "@jointfund/core/fund/acts/orders.ts";
import { throughGate } from "@jointfund/core/dealing/gate.ts";
import { charterRatio, findClass, perMajorUnit } from "@jointfund/core/fund/terms.ts";
import type { DealtClass } from "@jointfund/projection/assumptions/assumptions.ts";
import { QUOTE_DECIMALS } from "@jointfund/projection/charter/feeders.ts";
import { dealtIn, holderOf } from "./class-acts.ts";
import type { Replay } from "./replay.ts";

type FeederOf = { readonly vehicle: string; readonly fed: string; readonly currency: string };

/** The vehicle that a class is of, its currency, and the class whose units it holds. */
function feederOf(charter: Charter, id: string): FeederOf {
  const vehicle = findClass(charter, id)?.vehicle;
  const feeder = charter.vehicles.find((each) => each.id === vehicle);
  assert(feeder?.feeds !== undefined, `${id} is a feeder's class`);
  return { vehicle: feeder.id, fed: feeder.feeds, currency: feeder.currency };
}

/** Opens classes that are dealt in from the step on, and those that they feed. */
export function openDealing(replay: Replay, index: number): void {
  const { acts, charter } = replay;
  for (const { id, opens } of dealtIn(replay.path)) {
    if (opens !== index) continue;
    for (const unitClass of [feederOf(charter, id).fed, id]) {
      const as = `opened-${unitClass}`;
      if (acts.has(as) || findClass(charter, unitClass)?.opens !== "byAct") continue;
      acts.decide("class.open", { class: unitClass }, { as });
    }
  }
}

/** Orders for the next step's dealing day come in on the day of the step before [PJ101]. */
export function placeOrders(replay: Replay, index: number): void {
  const { acts, charter, path, whole, redemptions } = replay;
  const step = path.steps[index];
  if (step === undefined) return;
  for (const { id } of dealtIn(path)) {
    const distributor = findDealing(charter, id)?.distributors[0];
    const body = { class: id, holder: holderOf(id), receivedAt: `${acts.on}T00:00:00Z` };
    const by = distributor === undefined ? {} : { party: distributor };
    const money = whole.take(`ordered:${id}`, step.ordered.get(id) ?? 0);
    if (money > 0n) {
      const { currency } = feederOf(charter, id);
      const paid = { currency, amount: acts.text(money, currency) };
      acts.report("order.place", { ...body, kind: "subscription", ...paid }, by);
    }
    const units = microUnits(charter, id, step.askedBack.get(id) ?? 0);
    if (units === 0n) continue;
    const asked = { id: `asked-${index}`, microUnits: units, since: step.on };
    redemptions.set(id, [...(redemptions.get(id) ?? []), asked]);
    const placed = { ...body, kind: "redemption", microUnits: units.toString() };
    acts.report("order.place", placed, by);
  }
}

/** Units of a path, which are counted in minor units of the founders' price. */
function microUnits(charter: Charter, id: string, counted: number): bigint {
  const unitClass = findClass(charter, id);
  const price = Ratio.fromDecimal(unitClass?.founderPrice ?? "1");
  const feeder = charter.vehicles.find((each) => each.id === unitClass?.vehicle);
  assert(price.ok && feeder !== undefined, `${id} is a class with a price`);
  const perUnit = Ratio.mul(price.value, perMajorUnit(feeder.currency));
  return BigInt(Math.floor((counted * 1e6 * Number(perUnit.den)) / Number(perUnit.num)));
}

/** What feeders pay out of what the fund has paid them, in their own currency. */
export function distributeFeeders(replay: Replay, index: number): void {
  const { acts, charter, path } = replay;
  for (const { id } of dealtIn(path)) {
    const { passedOn, feederPaid } = path.steps[index]!;
    const { vehicle, currency } = feederOf(charter, id);
    if ((passedOn.get(id) ?? 0) >= 1) {
      convert(replay, { id, payment: `$declared-${index}/${vehicle}`, into: "own" });
    }
    if ((feederPaid.get(id) ?? 0) < 1) continue;
    const as = `determined-${id}-${index}`;
    acts.decide("distribution.determine", { vehicle }, { as });
    const declared = `declared-${id}-${index}`;
    const body = { distribution: `$${as}`, currency };
    const amount = `= sumOf("$${as}") * 1 ${currency}`;
    acts.decide("distribution.declare", { ...body, amount }, { as: declared });
    acts.pay(declared);
  }
}

/** Feeders are struck after the fund, and the orders of the day are dealt. */
export function dealOrders(replay: Replay, index: number): void {
  for (const dealt of dealtIn(replay.path)) dealIn(replay, dealt, index);
}

function dealIn(replay: Replay, { id }: DealtClass, index: number): void {
  const { acts, charter, path } = replay;
  const [bought, redeemed] = [path.steps[index]!.bought, path.steps[index]!.redeemed].map(
    (amounts) => amounts.get(id) ?? 0,
  ) as [number, number];
  if (bought < 1 && redeemed < 1) return;
  const { vehicle } = feederOf(charter, id);
  const isHeld = path.steps.slice(0, index).some((step) => (step.bought.get(id) ?? 0) >= 1);
  if (isHeld) acts.decide("nav.strike", { vehicle });
  const as = `dealt-${id}-${index}`;
  acts.decide("order.price", { class: id }, { as });
  // The payment between feeder and fund comes after those for the orders that get money back.
  const between = (redeemed >= 1 ? ordersPaid(replay, id, index) : 0) + 1;
  const payment = `$${as}/${between}`;
  if (redeemed > bought) {
    // What the fund gives back for units is what the feeder pays its holder with.
    acts.payFirst(as, between, vehicle);
    convert(replay, { id, payment, into: "own" });
  } else convert(replay, { id, payment, into: "fund" });
  acts.pay(as);
}

/** Of how many orders units are given back in a step, of one as far as the gate lets it [DL12]. */
function ordersPaid({ charter, path, redemptions }: Replay, id: string, index: number): number {
  const terms = findDealing(charter, id);
  assert(terms !== undefined, `${id} is dealt in`);
  const held = path.steps[index - 1]?.after.feederUnits.get(id) ?? 0;
  const { num, den } = charterRatio(terms.gate);
  const most = (microUnits(charter, id, held) * num) / den;
  const asked = redemptions.get(id) ?? [];
  const through = throughGate(asked, most, terms.deferred);
  const left = asked.map((order, place) => ({
    ...order,
    microUnits: order.microUnits - through[place]!,
  }));
  redemptions.set(
    id,
    left.filter((order) => order.microUnits > 0n),
  );
  return through.filter((units) => units > 0n).length;
}

type Conversion = {
  readonly id: string;
  /** The payment that has as many units of the fund's currency, as scenarios name it. */
  readonly payment: string;
  readonly into: "own" | "fund";
};

/** A feeder in another currency converts what it gets and what it owes, at the agreed rate. */
function convert({ acts, charter, path }: Replay, { id, payment, into }: Conversion): void {
  const { vehicle, currency } = feederOf(charter, id);
  const step = path.steps.find(({ on }) => on === acts.on);
  const rate = step?.exchange.get(currency);
  if (currency === acts.currency || rate === undefined) return;
  const units = `orElse(paymentOf("${payment}"), 0)`;
  const own = { currency, amount: `= ${rate.toFixed(QUOTE_DECIMALS)} * ${units} * 1 ${currency}` };
  const fund = { currency: acts.currency, amount: `= ${units} * 1 ${acts.currency}` };
  const [from, to] = into === "own" ? [fund, own] : [own, fund];
  acts.decide("fx.convert", { vehicle, counterparty: "bank", from, to });
}
