import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { UnitClass, Vehicle } from "@jointfund/core/charter/charter.ts";
import { windowEnd } from "@jointfund/core/governance/window.ts";
import type { CalledClass, DealtClass, OpenedClass } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import type { Bool, Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { doubleOf } from "./double.ts";
import type { FundWriter } from "./fund-writer.ts";
import { placeAt } from "./inexpressible.ts";

/** Classes that the assumptions open, each held by one holder that stands for all of them. */
export const openedClasses = ({ assumptions }: FundWriter): readonly OpenedClass[] =>
  assumptions.classes ?? [];

/** Those whose holders promise and are called, and those that are dealt in. */
export const calledClasses = (w: FundWriter): readonly CalledClass[] =>
  openedClasses(w).filter((each) => each.kind === "commitments");
export const dealtClasses = (w: FundWriter): readonly DealtClass[] =>
  openedClasses(w).filter((each) => each.kind === "dealing");

/** The vehicle that a class is of. */
export function vehicleOfClass({ charter }: FundWriter, id: string): Vehicle {
  const of = charter.classes.find((each) => each.id === id)?.vehicle;
  const vehicle = charter.vehicles.find((each) => each.id === of);
  assert(vehicle !== undefined, `checked assumptions open a class of the charter: ${id}`);
  return vehicle;
}

/** The class of the main vehicle's units that is held by the holders of one that opens. */
const fundClassOf = (w: FundWriter, { id, kind }: OpenedClass): string =>
  kind === "commitments" ? id : (vehicleOfClass(w, id).feeds ?? "");

const fundClasses = (w: FundWriter): readonly string[] => [
  ...new Set(openedClasses(w).map((opened) => fundClassOf(w, opened))),
];

/** The class that those hold who have a share of the initial capital. */
export function foundersClass(w: FundWriter): UnitClass | undefined {
  const opened = fundClasses(w);
  const { charter, vehicle } = w;
  return charter.classes.find((each) => each.vehicle === vehicle.id && !opened.includes(each.id));
}

/** The class whose units a holder has: of one that opens, all its holders are one. */
export function classOf(w: FundWriter, holder: string): string {
  const opened = openedClasses(w).find(({ id }) => id === holder);
  return opened === undefined ? (foundersClass(w)?.id ?? "") : fundClassOf(w, opened);
}

/** Classes for which an own result is kept: those that a fee names (DL2). */
export function classesWithResult(w: FundWriter): readonly string[] {
  if (openedClasses(w).length === 0) return [];
  const held = [foundersClass(w)?.id, ...fundClasses(w)];
  const named = new Set((w.charter.fees ?? []).map(({ unitClass }) => unitClass));
  return held.filter((id) => id !== undefined && named.has(id)) as readonly string[];
}

const openName = (id: string): string => `open:${id}`;
const calledName = (id: string): string => `calledBy:${id}`;
/** How many steps before the one in which it is due a call is issued. */
const NOTICE = "notice";

/** 1 from the step in which the class opens. */
export const isOpened = (w: FundWriter, id: string): Num => w.b.schedule(openName(id));

/** What the holders of a class have promised, once it is open. */
export const promisedBy = (w: FundWriter, id: string, initial: Num): Num =>
  w.b.multiply(isOpened(w, id), w.b.multiply(w.parameter(`commitment:${id}`), initial));

/** The share of its promise that a class has been called for by the end of the step. */
export const calledShare = (w: FundWriter, id: string): Num => w.b.schedule(calledName(id));

/**
 * Schedules of classes. A call is issued on the last of the steps' days that gives the charter's
 * notice, at the price struck on it; one of a class no earlier than on the day of its opening.
 */
export function writeClassSchedules(
  w: FundWriter,
  opens: LocalDate,
  dates: readonly LocalDate[],
): void {
  if (openedClasses(w).length === 0) return;
  refuseWithoutPrice(w);
  const before = stepsOfNotice(w, opens, dates);
  w.schedule(NOTICE, () => before);
  for (const { id, opens: opening } of openedClasses(w)) {
    w.schedule(openName(id), () => dates.map((_, step) => (step >= opening ? 1 : 0)));
  }
  for (const { id, opens: opening, calls } of calledClasses(w)) {
    w.schedule(calledName(id), () =>
      dates.map((_, step) => {
        if (step - before[step]! < opening) return 0;
        const due = calls.filter(({ after }) => opening + after <= step);
        return due.reduce((sum, { share }) => sum + rate(share), 0);
      }),
    );
  }
}

function stepsOfNotice(
  { charter }: FundWriter,
  opens: LocalDate,
  dates: readonly LocalDate[],
): readonly number[] {
  let last = 1;
  return dates.map((due, step) => {
    for (let before = 1; before <= step + 1; before++) {
      const issued = dates[step - before] ?? opens;
      const earliest = windowEnd(charter, issued, charter.capital.callNotice);
      // Beyond the calendars notice is as long as it was before.
      if (!earliest.ok) return last;
      if (earliest.value <= due) return (last = before);
    }
    return (last = step + 2);
  });
}

/** Only where units share alike does a class have a price before anybody holds it (DL4). */
function refuseWithoutPrice(w: FundWriter): void {
  const { charter, vehicle } = w;
  const terms = charter.distributions.find((each) => each.vehicle === vehicle.id);
  const index = charter.waterfalls.findIndex(({ id }) => id === terms?.waterfall);
  const tiers = charter.waterfalls[index]?.tiers ?? [];
  if (tiers.every(({ to }) => "proportionalTo" in to && to.proportionalTo === "units")) return;
  const place = placeAt(charter, ["waterfalls", index, "tiers"]);
  for (const { id } of openedClasses(w)) {
    w.refuse({ ...place, code: "class_without_price", name: id });
  }
}

/** Units of a class, by whoever holds them. */
export function unitsOf(w: FundWriter, books: Books, id: string): Num {
  const held = [...books.units].filter(([holder]) => classOf(w, holder) === id);
  return w.b.sum(held.map(([, units]) => units));
}

const allUnits = ({ b }: FundWriter, { units }: Books): Num => b.sum([...units.values()]);

/** Each unit's part of what all classes share (DL2); of no units, the founders' price. */
function sharedPrice(w: FundWriter, books: Books, netAssets: Num): Num {
  const { b } = w;
  const units = allUnits(w, books);
  const shared = b.subtract(netAssets, b.sum([...books.ownResults.values()]));
  return b.choose(b.less(b.constant(0), units), b.divide(shared, units), b.constant(1));
}

/** A unit's part of what its class alone has earned or borne. */
function ownPart(w: FundWriter, books: Books, id: string): Num {
  const { b } = w;
  const own = books.ownResults.get(id);
  if (own === undefined) return b.constant(0);
  const units = unitsOf(w, books, id);
  return w.when(b.less(b.constant(0), units), b.divide(own, units));
}

/** What a unit of a class is worth, the founders' price being 1. */
export const priceOf = (w: FundWriter, books: Books, netAssets: Num, id: string): Num =>
  w.b.add(sharedPrice(w, books, netAssets), ownPart(w, books, id));

/** What all units of a class are worth; nothing where nobody holds any. */
export function worthOfClass(w: FundWriter, books: Books, netAssets: Num, id: string): Num {
  const { b } = w;
  const units = unitsOf(w, books, id);
  const worth = b.multiply(units, sharedPrice(w, books, netAssets));
  const own = books.ownResults.get(id);
  const whole = own === undefined ? worth : b.add(worth, own);
  return w.when(b.less(b.constant(0), units), whole);
}

/** What every holder's units are worth. */
export function worthByUnits(
  w: FundWriter,
  books: Books,
  netAssets: Num,
  cashOf: (holder: string) => Num,
): Map<string, Num> {
  return new Map(
    [...books.units].map(([holder, units]) => {
      const price = priceOf(w, books, netAssets, classOf(w, holder));
      const worth = w.b.multiply(units, price);
      // A feeder has cash besides, as long as it is not paid out.
      return [holder, books.feederCash.has(holder) ? w.b.add(worth, cashOf(holder)) : worth];
    }),
  );
}

/**
 * Cut to the decimals of a price, as the charter cuts it (DL2): a price by which the founders', or
 * that of a feeder's class, is 1.
 */
export function cut(w: FundWriter, price: Num, of?: string): Num {
  const { b, charter } = w;
  const priced = charter.classes.find(({ id }) => id === of) ?? foundersClass(w);
  const founders = Ratio.fromDecimal(priced?.founderPrice ?? "1");
  const unit = founders.ok ? doubleOf(founders.value) : 1;
  const steps = b.constant(unit * 10 ** charter.rounding.priceDecimals);
  return b.divide(b.floor(b.multiply(price, steps)), steps);
}

/** Names of the prices that were struck so many steps ago. */
const struckName = (id: string, steps: number): string => `struck:${id}:${steps}`;

function longestNotice({ inputs }: FundWriter): number {
  return Math.max(...inputs.schedules.get(NOTICE)!);
}

/** The price at which a call that is due in the step was issued. */
export function callPrice(w: FundWriter, id: string): Num {
  const { b } = w;
  let price = b.state(struckName(id, 1));
  for (let steps = 2; steps <= longestNotice(w); steps++) {
    const isIt = b.equal(b.schedule(NOTICE), b.constant(steps));
    price = b.choose(isIt, b.state(struckName(id, steps)), price);
  }
  return price;
}

/**
 * Strikes every class on the books of the strike. Founders pay the founders' price until somebody
 * else holds units, as the step ends (LG7).
 */
export function strike(w: FundWriter, books: Books, netAssets: Num, atEnd: Books): void {
  const { b } = w;
  const founders = foundersClass(w)?.id ?? "";
  const holders = openedClasses(w).map(({ id }) => id);
  const called = calledClasses(w).map(({ id }) => id);
  const shared = cut(w, sharedPrice(w, books, netAssets));
  const outside = b.sum(holders.map((id) => atEnd.units.get(id)!));
  const isOutside = b.less(b.constant(0), outside);
  for (const id of [founders, ...called]) {
    const own = books.ownResults.has(id) ? cut(w, ownPart(w, books, id)) : b.constant(0);
    const price = b.add(shared, own);
    keepPrice(w, id, id === founders ? b.choose(isOutside, price, b.constant(1)) : price);
  }
}

function keepPrice(w: FundWriter, id: string, price: Num): void {
  const { b } = w;
  for (let steps = longestNotice(w); steps >= 1; steps--) {
    const name = struckName(id, steps);
    w.inputs.openings.set(name, 1);
    b.setNext(name, steps === 1 ? price : b.state(struckName(id, steps - 1)));
  }
}

/**
 * Units for money that has come in, at the price of its call. A class's own result follows its
 * units, so that no other price moves (DL3).
 */
export function issueUnits(w: FundWriter, books: Books, holder: string, units: Num): Books {
  const { b } = w;
  const id = classOf(w, holder);
  const held = new Map(books.units).set(holder, b.add(books.units.get(holder)!, units));
  if (!books.ownResults.has(id)) return { ...books, units: held };
  const moved = b.multiply(units, cut(w, ownPart(w, books, id)));
  const own = b.add(books.ownResults.get(id)!, moved);
  return { ...books, units: held, ownResults: new Map(books.ownResults).set(id, own) };
}

/** Units that money buys at a price; none at a price that is not above zero. */
export function unitsFor(w: FundWriter, money: Num, price: Num): Num {
  return w.when(hasPrice(w, price), w.b.divide(money, price));
}

/** Nothing is called for at a price that is not above zero. */
export const hasPrice = ({ b }: FundWriter, price: Num): Bool => b.less(b.constant(0), price);
