import type { Bool, Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { foundersClass, isOpened, openedClasses, priceOf, worthByUnits } from "./classes.ts";
import { feederPrice, inFunds } from "./feeders.ts";
import { followedParties } from "./followed-parties.ts";
import {
  actualValue,
  debtOf,
  investmentCommitments,
  netAssets,
  paidIn,
  reportedValue,
  totalAssets,
  undistributedIncome,
  undrawnLine,
  unfunded,
} from "./figures.ts";
import {
  classPriceOutput,
  exchangeOutput,
  outputOf,
  PARTY_OUTPUTS,
  rungOutput,
} from "./fund-outputs.ts";
import type { FundWriter } from "./fund-writer.ts";
import type { Sharing } from "./sharing.ts";

type Rungs = readonly { readonly covenant: string; readonly rung: Num }[];
type Marks = {
  readonly locked: Bool;
  readonly defaulted: Bool;
  readonly worth: Sharing["worth"];
};

/** Makes what the step has come to the program's outputs (fund-outputs.ts). */
export function tell(w: FundWriter, books: Books, rungs: Rungs, marks: Marks): void {
  const { b } = w;
  for (const [name, value] of [...standing(w, books), ...happened(w), ...marked(w, marks)]) {
    b.output(name, value);
  }
  const net = netAssets(w, books);
  const cashOf = (id: string): Num => inFunds(w, id, books.feederCash.get(id)!);
  const hasClasses = openedClasses(w).length > 0;
  tellParties(w, hasClasses ? worthByUnits(w, books, net, cashOf) : marks.worth(net));
  tellClasses(w, books, net);
  for (const [currency, quote] of w.factors.exchange) b.output(exchangeOutput(currency), quote);
  for (const { covenant, rung } of rungs) b.output(rungOutput(covenant), rung);
  if (w.tellsAll) tellAll(w, books);
}

type Told = readonly (readonly [string, Num])[];

function standing(w: FundWriter, books: Books): Told {
  const { b } = w;
  const net = netAssets(w, books);
  const hidden = b.subtract(actualValue(w, books), reportedValue(w, books));
  return [
    ["netAssets", net],
    ["trueNetAssets", b.add(net, hidden)],
    ["totalAssets", totalAssets(w, books)],
    ["investments", reportedValue(w, books)],
    ["cash", books.cash],
    ["debt", debtOf(w, books)],
    ["unfunded", unfunded(w, books)],
    ["undrawn", investmentCommitments(w, books)],
    ["pricePerUnit", foundersPrice(w, books, net)],
  ];
}

/** Of the founders' units; where everybody pays one price, capital paid in stands for units. */
function foundersPrice(w: FundWriter, books: Books, net: Num): Num {
  const { b } = w;
  if (openedClasses(w).length > 0) return priceOf(w, books, net, foundersClass(w)?.id ?? "");
  const units = paidIn(w, books);
  return b.choose(b.less(b.constant(0), units), b.divide(net, units), b.constant(1));
}

/** A class has a price from the step on in which it opens. */
function tellClasses(w: FundWriter, books: Books, net: Num): void {
  const { b } = w;
  for (const { id, kind } of openedClasses(w)) {
    const isOpen = isOpened(w, id);
    // Nothing by nothing is no number: before it opens there is no price.
    const worth = kind === "dealing" ? feederPrice(w, books, net, id) : priceOf(w, books, net, id);
    const price = b.multiply(worth, b.divide(isOpen, isOpen));
    b.output(classPriceOutput(id), price);
  }
}

const HAPPENED = [
  ...["invested", "income", "interest", "expenses", "proceeds", "forcedSales", "shortfall"],
  ...["incomeShare", "gainsShare", "capitalShare"],
] as const;

const happened = (w: FundWriter): Told => HAPPENED.map((name) => [name, w.flow(name)]);

function marked(w: FundWriter, { locked, defaulted }: Marks): Told {
  const { b } = w;
  return [
    ["locked", b.indicator(locked)],
    ["forcedSale", b.indicator(b.less(b.constant(0), w.flow("forcedSales")))],
    ["defaulted", b.indicator(defaulted)],
  ];
}

function tellParties(w: FundWriter, worth: ReadonlyMap<string, Num>): void {
  for (const party of followedParties(w)) {
    for (const name of PARTY_OUTPUTS) {
      const own = worth.get(party) ?? w.b.constant(0);
      w.b.output(outputOf(name, party), name === "worth" ? own : w.flow(outputOf(name, party)));
    }
  }
}

/** Every flow and balance, for a path that is looked at or replayed [PJ93]. */
function tellAll(w: FundWriter, books: Books): void {
  const { b } = w;
  const known = new Set<string>([
    ...HAPPENED,
    ...followedParties(w).flatMap((party) => PARTY_OUTPUTS.map((name) => outputOf(name, party))),
  ]);
  for (const [name, amount] of w.flows) if (!known.has(name)) b.output(name, amount);
  b.output("line", books.line);
  b.output("bonds", books.bonds);
  b.output("interestPayable", books.interestPayable);
  b.output("feesPayable", books.feesPayable);
  b.output("chargesPayable", b.add(books.interestPayable, books.feesPayable));
  b.output("undrawnLine", undrawnLine(w, books));
  b.output("undistributedIncome", undistributedIncome(w, books));
  b.output("shortRate", w.factors.shortRate);
  b.output("nextShortRate", w.factors.nextShortRate);
  for (const [id, held] of books.reserves) b.output(`reserve:${id}`, held);
  for (const [id, units] of books.units) b.output(`units:${id}`, units);
  for (const [id, units] of books.feederUnits) b.output(`feederUnits:${id}`, units);
  for (const [id, cash] of books.feederCash) b.output(`feederCash:${id}`, cash);
  for (const [id, { called, paidIn: paid, lateInterest }] of books.parties) {
    b.output(`calledTotal:${id}`, called);
    b.output(`paidInTotal:${id}`, paid);
    b.output(`lateInterest:${id}`, lateInterest);
  }
  for (const [id, { cost, reported, actual, undrawn, age }] of books.projects) {
    b.output(`cost:${id}`, cost);
    b.output(`reported:${id}`, reported);
    b.output(`actual:${id}`, actual);
    b.output(`undrawn:${id}`, undrawn);
    b.output(`age:${id}`, age);
  }
}
