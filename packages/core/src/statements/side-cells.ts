import { openOf } from "../capital/call.ts";
import { openCalls } from "../capital/called.ts";
import { mainVehicle } from "../fund/figures.ts";
import { postedIn } from "../fund/posted-days.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { Payment } from "../ledger/payment.ts";
import { PAID_IN_ACCOUNTS } from "./account-groups.ts";
import type { FundPage } from "./fund-page.ts";
import type { ActPart, CellList, FigurePart } from "./page-cell.ts";
import type { PageRecords } from "./page-books.ts";
import { ofAccounts, type PagePostings } from "./page-postings.ts";
import { releasedIn } from "./party-notices.ts";
import type { SideColumn } from "./side-columns.ts";
import { ownFlows, principalFlows, type SideFlows } from "./side-returns.ts";
import { distributionReceipts, redemptionsOf, type Side } from "./sides.ts";
import { movementsOfHolder } from "./unit-holdings.ts";

/** What the cells of sides are made from. */
export type SideCellInput = PageRecords & {
  readonly page: FundPage;
  /** Of the page's books, whatever their date: a call stands in them by the day it is due. */
  readonly postings: PagePostings;
  /** Of every vehicle whose distributions the page tells. */
  readonly paying: PagePostings;
  readonly flows: SideFlows;
};

/**
 * The postings by which payments left, each with the part of it that a figure counts. What was set
 * off against the payee's own debts left in the entry that would have paid it (CP23).
 */
export function releaseParts(
  { state, chronicle }: PageRecords,
  paid: readonly { readonly payment: string; readonly minor: bigint }[],
): readonly FigurePart[] {
  const releasedAt = releasedIn.of(chronicle.releases);
  const wanted = new Map<number, { readonly payment: Payment; readonly minor: bigint }[]>();
  for (const { payment: id, minor } of paid) {
    const payment = state.payments.get(id);
    if (payment === undefined || minor === 0n) continue;
    const entry = releasedAt.get(id) ?? payment.entry;
    wanted.set(entry, [...(wanted.get(entry) ?? []), { payment, minor }]);
  }
  const entries = [...wanted.keys()].toSorted((a, b) => a - b);
  const all = entries.flatMap((entry) => postedIn(chronicle, entry));
  return all.flatMap((posted): FigurePart[] => {
    const { vehicle, postings } = posted.journal;
    const left = wanted.get(posted.entry)?.filter(({ payment }) => {
      const { liability, subject } = payment;
      return (
        payment.vehicle === vehicle &&
        postings.some(
          (of) => of.account === liability && of.subject === subject && of.minor >= payment.minor,
        )
      );
    });
    return (left ?? []).map(({ minor }) => ({ posted, minor }));
  });
}

/** Calls that a party has not paid by today, each with what is open. */
function overdueCalls({ state }: PageRecords, party: string): readonly ActPart[] {
  return [...openCalls(state.capital.calls)].flatMap(({ id, items }) =>
    items.flatMap((item): ActPart[] => {
      const minor = item.party === party && item.dueDate < state.today ? openOf(item) : 0n;
      return minor === 0n ? [] : [{ actId: id, minor }];
    }),
  );
}

/** The figures of one side that are made of postings, units and acts. */
function addSide(list: CellList, input: SideCellInput, side: Side, all: readonly Side[]): void {
  const { page, postings, paying, state } = input;
  const { party } = side;
  const id = (figure: string): string => `sides.${party}.${figure}`;
  const posted = (
    figure: string,
    minor: bigint,
    by: PagePostings,
    accounts: readonly string[],
  ): void =>
    list.money(id(figure), minor, by.source({ selects: ofAccounts(accounts, party), sign: -1n }));
  const released = (figure: string, minor: bigint, parts: () => readonly FigurePart[]): void =>
    list.money(id(figure), minor, { kind: "postings", parts });
  const promised = ofAccounts([ACCOUNTS.unfundedCommitments], party);
  list.money(
    id("promised"),
    side.promised,
    postings.source({ selects: promised, sign: 1n, acts: "commitment." }),
  );
  posted("put-in", side.putIn, postings, PAID_IN_ACCOUNTS);
  list.money(id("overdue"), side.overdue, {
    kind: "acts",
    parts: () => overdueCalls(input, party),
  });
  for (const [figure, minor, of] of [
    ["received.income", side.income, "income"],
    ["received.gain", side.gain, "gain"],
    ["received.capital", side.returnOfCapital, "returnOfCapital"],
  ] as const) {
    released(figure, minor, () =>
      releaseParts(
        input,
        distributionReceipts(state, party).map(({ payment, [of]: part }) => ({
          ...{ payment, minor: part },
        })),
      ),
    );
  }
  list.sum(
    id("received"),
    side.received,
    ["income", "gain", "capital"].map((of) => id(`received.${of}`)),
  );
  posted("due", side.due, paying, [ACCOUNTS.distributionsPayable]);
  released("redeemed", side.redeemed, () =>
    releaseParts(
      input,
      redemptionsOf(state, party).map(({ id: payment, minor }) => ({ payment, minor })),
    ),
  );
  posted("redemption-due", side.redemptionDue, postings, [ACCOUNTS.redemptionsPayable]);
  list.add(
    id("units"),
    { kind: "units", microUnits: side.microUnits },
    { kind: "units", movements: unitsMovedOf(input, party) },
  );
  list.money(id("owns"), side.ownsNow, {
    kind: "allocation",
    by: page.sharing,
    whole: "net-assets",
    among: all.map(({ party: each }) => `sides.${each}.owns`),
    units: [id("units"), ...all.map(({ party: each }) => `sides.${each}.units`)],
  });
}

function unitsMovedOf({ state, chronicle }: PageRecords, party: string) {
  const main = mainVehicle(state.charter).id;
  const classes = state.charter.classes.filter(({ vehicle }) => vehicle === main);
  const { entries } = chronicle;
  return () =>
    classes
      .flatMap(({ id: unitClass }) => movementsOfHolder(chronicle, { unitClass, holder: party }))
      .filter(({ entry }) => entry < entries)
      .toSorted((a, b) => a.entry - b.entry);
}

const MONEY_FIGURES = [
  ["promised", (side: Side) => side.promised],
  ["put-in", (side: Side) => side.putIn],
  ["overdue", (side: Side) => side.overdue],
  ["received", (side: Side) => side.received],
  ["received.income", (side: Side) => side.income],
  ["received.gain", (side: Side) => side.gain],
  ["received.capital", (side: Side) => side.returnOfCapital],
  ["due", (side: Side) => side.due],
  ["redeemed", (side: Side) => side.redeemed],
  ["redemption-due", (side: Side) => side.redemptionDue],
  ["owns", (side: Side) => side.ownsNow],
] as const;

/** A column of several sides adds theirs up. */
function addTogether(list: CellList, column: SideColumn): void {
  const { party, members, microUnits } = column;
  const plus = (figure: string): readonly string[] =>
    members.map((member) => `sides.${member}.${figure}`);
  for (const [figure, of] of MONEY_FIGURES) {
    list.sum(`sides.${party}.${figure}`, of(column), plus(figure));
  }
  const source = { kind: "sum", plus: plus("units"), minus: [] } as const;
  list.add(`sides.${party}.units`, { kind: "units", microUnits }, source);
}

const VALUE_FIGURES = ["received", "due", "redeemed", "redemption-due", "owns"] as const;

function addRatios(list: CellList, input: SideCellInput, column: SideColumn): void {
  const { party, shareOfUnits, multiple } = column;
  const { sides } = input.page;
  const id = (figure: string): string => `sides.${party}.${figure}`;
  if (sides.some(({ microUnits }) => microUnits !== 0n)) {
    const under = sides.map((side) => `sides.${side.party}.units`);
    list.ratio(id("share"), "share", shareOfUnits, {
      kind: "quotient",
      over: [id("units")],
      under,
    });
  }
  if (multiple !== undefined) {
    const over = VALUE_FIGURES.map(id);
    list.ratio(id("multiple"), "multiple", multiple, {
      kind: "quotient",
      over,
      under: [id("put-in")],
    });
  }
  addReturns(list, input, column);
}

/** The return, the figures in the party's own currency, and what its money cost. */
function addReturns(list: CellList, input: SideCellInput, column: SideColumn): void {
  const { party, putIn } = column;
  const { flows, page, state } = input;
  const { today } = state;
  const { irr, own, funding } = page.returns.get(party) ?? {};
  const id = (figure: string): string => `sides.${party}.${figure}`;
  if (irr !== undefined && putIn !== 0n) {
    const { rate: ratio, annualised } = irr;
    const source = { kind: "return", flows: () => flows.all(column) } as const;
    list.add(id("irr"), { kind: "rate", ratio, annualised }, source);
  }
  if (own !== undefined) {
    const { currency, rates } = own;
    const of = () => ownFlows(flows, column, { rates, today });
    const converted = (figure: "putIn" | "value" | "earned") =>
      ({ kind: "converted", flows: () => of()[figure] }) as const;
    list.money(id("own.put-in"), own.putIn, converted("putIn"), currency);
    list.money(id("own.value"), own.value, converted("value"), currency);
    list.money(id("own.earned"), own.earned, converted("earned"), currency);
    if (own.multiple !== undefined) {
      const [over, under] = [[id("own.value")], [id("own.put-in")]];
      list.ratio(id("own.multiple"), "multiple", own.multiple, { kind: "quotient", over, under });
    }
    if (own.exchange !== undefined) {
      const [of1, less] = [id("own.multiple"), id("multiple")];
      list.ratio(id("own.exchange"), "change", own.exchange, { kind: "difference", of: of1, less });
    }
  }
  if (funding !== undefined) {
    const { currency, rate, cost, net } = funding;
    const terms = { from: page.currency, to: currency, rates: own?.rates };
    const source = {
      kind: "fundingCost",
      ...{ rate, to: today },
      flows: () => principalFlows(flows, party, terms),
    } as const;
    list.money(id("funding-cost"), cost, source, currency);
    const earned = own === undefined ? ["received.income", "received.gain"] : ["own.earned"];
    list.sum(id("net-of-funding"), net, earned.map(id), [id("funding-cost")], currency);
  }
}

/** Section 2: every side, then every column that adds several up. */
export function addSideCells(list: CellList, input: SideCellInput): void {
  const { columns, sides } = input.page;
  for (const side of sides) addSide(list, input, side, sides);
  for (const column of columns) {
    if (!sides.some(({ party }) => party === column.party)) addTogether(list, column);
    addRatios(list, input, column);
  }
}
