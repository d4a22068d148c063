import { assert } from "@jointfund/core/base/assert.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { findDealing } from "@jointfund/core/fund/acts/orders.ts";
import type { DealingTerms } from "@jointfund/core/charter/dealing-terms.ts";
import type { DealtClass } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import type { Bool, Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { compileFormula } from "./charter-formulas.ts";
import { cut, dealtClasses, isOpened, issueUnits, priceOf, vehicleOfClass } from "./classes.ts";
import { incurrenceHolds, limitsHold, regimesHold } from "./conditions.ts";
import { dealingDayOf, dealingMonths, isDealingMonth } from "./dealing-dates.ts";
import { netAssets } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";
import { outputOf } from "./fund-outputs.ts";
import { placeAt } from "./inexpressible.ts";
import { minorUnits } from "./minor-units.ts";

/** Quotes are agreed at so many decimals. */
export const QUOTE_DECIMALS = 6;

const dealsName = (id: string): string => `deals:${id}`;

/** Dealing days of classes by step; what a program can't do of a feeder is refused [PJ98]. */
export function writeFeederSchedules(w: FundWriter, dates: readonly LocalDate[]): void {
  for (const dealt of dealtClasses(w)) {
    const terms = dealingOf(w, dealt.id);
    w.schedule(dealsName(dealt.id), () =>
      dates.map((date) => (isDealingMonth(terms, date) ? 1 : 0)),
    );
    refuseBeyond(w, dealt, dates);
  }
}

function dealingOf({ charter }: FundWriter, id: string): DealingTerms {
  const terms = findDealing(charter, id);
  assert(terms !== undefined, `checked assumptions open a class that is dealt in: ${id}`);
  return terms;
}

function refuseBeyond(w: FundWriter, dealt: DealtClass, dates: readonly LocalDate[]): void {
  const { charter, vehicle } = w;
  const { id } = dealt;
  const feeder = vehicleOfClass(w, id);
  const refuse = (path: readonly (string | number)[]): void =>
    w.refuse({ ...placeAt(charter, path), code: "feeder_beyond_projection", name: id });
  if (feeder.currency !== vehicle.currency && !w.factors.exchange.has(feeder.currency)) {
    refuse(["vehicles", charter.vehicles.indexOf(feeder), "currency"]);
  }
  for (const [index, fee] of (charter.fees ?? []).entries()) {
    if (fee.vehicle === feeder.id) refuse(["fees", index, "vehicle"]);
  }
  const terms = dealingOf(w, id);
  const path = ["dealing", (charter.dealing ?? []).indexOf(terms)] as const;
  if (dealingMonths(terms) < w.assumptions.stepMonths) refuse([...path, "every"]);
  // A step ends on one day: two classes that are dealt in on different days of it cannot be held.
  const isElsewhere = dates.some(
    (end, step) => (dealingDayOf(charter, dealt, { step, end }) ?? end) !== end,
  );
  if (isElsewhere) refuse([...path, "cutOff", "calendar"]);
}

/** Orders come in over the step, from the one after the opening on [PJ98]. */
export function takeOrders(w: FundWriter, books: Books): Books {
  const { b } = w;
  let next = books;
  for (const { id, opens } of dealtClasses(w)) {
    const isAfter = b.less(b.constant(opens), b.schedule("step"));
    const years = b.constant(w.assumptions.stepMonths / 12);
    const yearly = w.parameter(`subscriptions:${id}`);
    const money = w.when(isAfter, b.multiply(yearly, years));
    const units = books.feederUnits.get(id)!;
    const free = b.subtract(units, books.ordersUnits.get(id)!);
    const asked = b.multiply(b.multiply(w.parameter(`redemptions:${id}`), years), units);
    const back = w.positive(b.minimum(asked, free));
    w.add(`ordered:${id}`, money);
    w.add(`askedBack:${id}`, back);
    next = withFeeder(next, id, {
      ordersMoney: b.add(next.ordersMoney.get(id)!, money),
      ordersUnits: b.add(next.ordersUnits.get(id)!, back),
    });
  }
  return next;
}

type FeederBooks = {
  readonly feederUnits?: Num;
  readonly feederCash?: Num;
  readonly feederIncome?: Num;
  readonly ordersMoney?: Num;
  readonly ordersUnits?: Num;
};

function withFeeder(books: Books, id: string, change: FeederBooks): Books {
  const set = (name: keyof FeederBooks): ReadonlyMap<string, Num> => {
    const value = change[name];
    return value === undefined ? books[name] : new Map(books[name]).set(id, value);
  };
  return {
    ...books,
    ...{ feederUnits: set("feederUnits"), feederCash: set("feederCash") },
    ...{ feederIncome: set("feederIncome"), ordersMoney: set("ordersMoney") },
    ordersUnits: set("ordersUnits"),
  };
}

/** What the fund pays out to a feeder, and how much of it is income (WF13). */
export function receiveInFeeder(
  w: FundWriter,
  books: Books,
  id: string,
  { part, incomeShare }: { readonly part: Num; readonly incomeShare: Num },
): Books {
  const { b } = w;
  w.add(`passedOn:${id}`, part);
  const own = inFeeders(w, id, part);
  return withFeeder(books, id, {
    feederCash: b.add(books.feederCash.get(id)!, own),
    feederIncome: b.add(books.feederIncome.get(id)!, b.multiply(own, incomeShare)),
  });
}

/** On dates of distribution a feeder pays out what its own formula says, by units. */
export function distributeFeeders(w: FundWriter, books: Books): Books {
  const { b } = w;
  let next = books;
  for (const { id } of dealtClasses(w)) {
    const wanted = w.positive(feederFormula(w, next, id));
    const isDate = b.less(b.constant(0), b.schedule("distributes"));
    const hasUnits = b.less(b.constant(0), next.feederUnits.get(id)!);
    const isWithin = b.and(
      regimesHold(w, next),
      limitsHold(w, "distribution.declare", next, { amount: wanted }),
    );
    const paid = w.when(b.and(b.and(isDate, hasUnits), isWithin), wanted);
    // One rate for all units, cut as a price is; what is left is owed to nobody yet (DL16).
    const units = next.feederUnits.get(id)!;
    const perUnit = cut(w, w.when(hasUnits, b.divide(paid, units)), id);
    const got = b.multiply(perUnit, units);
    w.add(`got:${id}`, got);
    w.add(outputOf("distributed", id), inFunds(w, id, got));
    w.add(`feederDistribution:${id}`, paid);
    next = withFeeder(next, id, {
      feederCash: b.subtract(next.feederCash.get(id)!, paid),
      feederIncome: b.subtract(next.feederIncome.get(id)!, paid),
    });
  }
  return next;
}

/** The formula of the feeder's own distributions over its own books; without one, nothing. */
function feederFormula(w: FundWriter, books: Books, id: string): Num {
  const { b, charter } = w;
  const feeder = vehicleOfClass(w, id);
  const index = charter.distributions.findIndex(({ vehicle }) => vehicle === feeder.id);
  if (index === -1) return b.constant(0);
  const ordered = books.ordersMoney.get(id)!;
  const cash = b.add(books.feederCash.get(id)!, ordered);
  const figures = new Map<string, Num>([
    ...([
      ["cash", cash],
      ["payables", ordered],
      ["otherLiabilities", ordered],
    ] as const),
    ["undistributedIncome", books.feederIncome.get(id)!],
    ["debt", b.constant(0)],
  ]);
  const path = ["distributions", index, "formula"];
  const nodes = compileFormula(b, charter, path, {
    variable(name) {
      const value = figures.get(name);
      return value && { kind: "number", value };
    },
    call: () => undefined,
  });
  if (!nodes.ok) w.refuse(nodes.error);
  if (!nodes.ok || nodes.value.kind !== "number") return b.constant(0);
  return w.when(nodes.value.hasValue, nodes.value.value);
}

/** What a feeder's units are worth together: units of the fund, and cash not paid out yet. */
function worthOfFeeder(w: FundWriter, books: Books, price: Num, id: string): Num {
  const held = w.b.multiply(books.units.get(id)!, price);
  return w.b.add(inFeeders(w, id, held), books.feederCash.get(id)!);
}

/** What one unit of a feeder is worth, its founders' price being 1. */
export function feederPrice(w: FundWriter, books: Books, net: Num, id: string): Num {
  const { b } = w;
  const units = books.feederUnits.get(id)!;
  const worth = worthOfFeeder(w, books, priceOf(w, books, net, fedBy(w, id)), id);
  return b.choose(b.less(b.constant(0), units), b.divide(worth, units), b.constant(1));
}

function fedBy(w: FundWriter, id: string): string {
  const { feeds } = vehicleOfClass(w, id);
  assert(feeds !== undefined, `checked assumptions open a feeder's class: ${id}`);
  return feeds;
}

/**
 * On dealing days orders are dealt at the day's strike, redemptions as far as the gate lets them,
 * and the feeder buys or gives back units of the fund for the difference (DL12 to DL14) [PJ98].
 */
export function dealOrders(w: FundWriter, books: Books, unlocked: Bool): Books {
  let next = books;
  for (const dealt of dealtClasses(w)) next = deal(w, next, dealt, unlocked);
  return next;
}

function deal(w: FundWriter, books: Books, { id }: DealtClass, unlocked: Bool): Books {
  const { b } = w;
  const zero = b.constant(0);
  const fund = cut(w, priceOf(w, books, netAssets(w, books), fedBy(w, id)));
  const price = priceOfDay(w, books, id, fund);
  const units = books.feederUnits.get(id)!;
  const most = b.multiply(b.constant(rate(dealingOf(w, id).gate)), units);
  const [money, asked] = [books.ordersMoney.get(id)!, books.ordersUnits.get(id)!];
  const back = b.minimum(asked, most);
  const paid = b.multiply(back, price);
  const isWithin = b.and(
    mayDeal(w, books, { money: inFunds(w, id, money), paid: inFunds(w, id, paid), unlocked }),
    b.and(b.less(zero, fund), b.less(zero, price)),
  );
  const isDealt = b.and(b.and(b.less(zero, b.schedule(dealsName(id))), isOpen(w, id)), isWithin);
  const [bought, given, out] = [money, back, paid].map((each) => w.when(isDealt, each)) as [
    Num,
    Num,
    Num,
  ];
  w.add(outputOf("paidIn", id), inFunds(w, id, bought));
  w.add(outputOf("distributed", id), inFunds(w, id, out));
  w.add(`bought:${id}`, bought);
  w.add(`redeemed:${id}`, out);
  const net = inFunds(w, id, b.subtract(bought, out));
  const moved = w.when(b.less(zero, fund), b.divide(net, fund));
  const held = issueUnits(w, books, id, moved);
  const more = w.when(b.less(zero, price), b.divide(bought, price));
  return {
    ...withFeeder(held, id, {
      feederUnits: b.add(b.subtract(units, given), more),
      ordersMoney: b.subtract(money, bought),
      ordersUnits: b.subtract(asked, given),
    }),
    cash: b.add(books.cash, net),
  };
}

const isOpen = (w: FundWriter, id: string): Bool => w.b.less(w.b.constant(0), isOpened(w, id));

/** The strike of the feeder; before anybody has units, the price that the charter gives. */
function priceOfDay(w: FundWriter, books: Books, id: string, fund: Num): Num {
  const { b } = w;
  const units = books.feederUnits.get(id)!;
  const worth = worthOfFeeder(w, books, fund, id);
  const struck = cut(w, b.divide(worth, units), id);
  return b.choose(b.less(b.constant(0), units), struck, b.constant(1));
}

/**
 * A pricing keeps the limits of its act, of the laws once holders are paid, and the covenants once
 * the fund itself pays.
 */
function mayDeal(
  w: FundWriter,
  books: Books,
  of: { readonly money: Num; readonly paid: Num; readonly unlocked: Bool },
): Bool {
  const { b } = w;
  const net = b.subtract(of.money, of.paid);
  const owed = { ...books, cash: b.add(books.cash, b.minimum(net, b.constant(0))) };
  const settled = { ...books, cash: b.add(books.cash, net) };
  const pays = b.less(b.constant(0), of.paid);
  const fundPays = b.less(net, b.constant(0));
  const law = b.or(b.not(pays), regimesHold(w, settled));
  const covenants = b.and(of.unlocked, incurrenceHolds(w, settled));
  const limits = limitsHold(w, "order.price", owed, { amount: of.money });
  return b.and(limits, b.and(law, b.or(b.not(fundPays), covenants)));
}

/** Minor units of the feeder's currency for one of the fund's; nothing where they are the same. */
function quoteOf(w: FundWriter, id: string): Num | undefined {
  const { b } = w;
  const { currency } = vehicleOfClass(w, id);
  const quote = w.factors.exchange.get(currency);
  if (quote === undefined) return undefined;
  // As it is fixed: at so many decimals.
  const fixed = b.divide(b.nearest(b.multiply(quote, b.constant(FIXED_AT))), b.constant(FIXED_AT));
  return b.multiply(fixed, b.constant(minorUnits(currency) / minorUnits(w.vehicle.currency)));
}

const FIXED_AT = 10 ** QUOTE_DECIMALS;

function inFeeders(w: FundWriter, id: string, amount: Num): Num {
  const quote = quoteOf(w, id);
  return quote === undefined ? amount : w.b.multiply(amount, quote);
}

export function inFunds(w: FundWriter, id: string, amount: Num): Num {
  const quote = quoteOf(w, id);
  return quote === undefined ? amount : w.b.divide(amount, quote);
}
