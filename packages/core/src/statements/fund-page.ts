import { Ratio } from "../base/ratio.ts";
import { FIRST_DATE, type LocalDate } from "../calendar/date.ts";
import { unitsOutstanding } from "../capital/state.ts";
import type { Charter, LocalizedText } from "../charter/charter.ts";
import { lastStrike, type NavStrike } from "../dealing/nav-strike.ts";
import type { Contested } from "../fund/chronicle.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS, DEBT_ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import { codesOf, FAIR_VALUE_ACCOUNTS } from "./account-groups.ts";
import { tallyOf } from "./act-tally.ts";
import type { ConsolidatedBook } from "./consolidated-book.ts";
import { contestedEpisodes, type ContestedEpisode } from "./contested-episodes.ts";
import { leverageOf, type FundLeverage } from "./fund-leverage.ts";
import { revenueOf, type PartyRevenue } from "./fiscal-revenue.ts";
import { pageBook, pageVehicles, type PageRecords } from "./page-books.ts";
import { dayBefore } from "./period.ts";
import { PageDays } from "./page-postings.ts";
import { sideColumns, type SideColumn } from "./side-columns.ts";
import { returnsOfColumn, SideFlows, type FundingRates, type SideReturns } from "./side-returns.ts";
import { CALLABLE_ACCOUNTS } from "./unfunded-commitment.ts";
import { sharingOf, sidesOf, type Display, type Sharing, type Side } from "./sides.ts";

/** What the page is made of: the state, the replay that led to it, and what is assumed beside. */
export type PageInput = PageRecords & {
  /** A rate for the figures of the party that counts in that currency, where none is fixed. */
  readonly display?: Display;
  /** What each government says its money costs it a year. */
  readonly fundingCost?: FundingRates;
  /** The last day that is told as it was; what is after it is a stated path. */
  readonly actualUntil?: LocalDate;
};

/** Where the vehicles of the page stand at a date, in minor units of their currency. */
export type Position = {
  readonly on: LocalDate;
  /** At fair value: cost where nothing was valued. */
  readonly investments: bigint;
  readonly cash: bigint;
  readonly otherAssets: bigint;
  /** What it owes, by account of the charter, as positive amounts; none that is nothing. */
  readonly liabilities: readonly Liability[];
  readonly netAssets: bigint;
};

export type Liability = {
  readonly account: string;
  readonly name: LocalizedText;
  readonly minor: bigint;
};

/** How the net assets of one date became those of the other; all in minor units. */
export type Movement = {
  readonly opening: bigint;
  readonly contributions: bigint;
  /** Income received and the change of unrealised values. */
  readonly operations: bigint;
  readonly distributions: bigint;
  readonly closing: bigint;
};

/** Fair value of all investments of one sector, and by how it was found. */
export type SectorValue = {
  readonly sector: string;
  readonly name: LocalizedText;
  readonly minor: bigint;
};

export type LevelValue = { readonly level: 1 | 2 | 3 | "cost"; readonly minor: bigint };

/** What is promised to investments beside what can be had to pay it, minor units. */
export type Cover = {
  readonly promised: bigint;
  /** Liabilities but for loans. */
  readonly owed: bigint;
  readonly borrowed: bigint;
  readonly cash: bigint;
  readonly calledUnpaid: bigint;
  readonly callable: bigint;
  /** What lenders stand ready to lend. */
  readonly undrawn: bigint;
};

/** The values of the page that a run ends with; every sum is checked, and none is rounded. */
export type FundPage = {
  readonly title: LocalizedText;
  readonly notice: LocalizedText;
  readonly charterVersion: number;
  readonly currency: string;
  readonly foundedOn: LocalDate;
  readonly asOf: LocalDate;
  /** The end of the fund's last fiscal year, if it was founded by then, and now. */
  readonly positions: readonly Position[];
  readonly movement: Movement;
  readonly levels: readonly LevelValue[];
  readonly sectors: readonly SectorValue[];
  readonly sides: readonly Side[];
  /** The sides as they stand beside each other on the page. */
  readonly columns: readonly SideColumn[];
  /** Return, own currency and funding cost of each column, by its id. */
  readonly returns: ReadonlyMap<string, SideReturns>;
  /** By what the sides own. */
  readonly sharing: Sharing;
  readonly display?: Display;
  readonly actualUntil?: LocalDate;
  readonly strike?: NavStrike;
  readonly microUnits: bigint;
  readonly revenue: readonly PartyRevenue[];
  readonly cover: Cover;
  /** Absent where nothing is borrowed, and nothing may be drawn. */
  readonly leverage?: FundLeverage;
  readonly contested: readonly ContestedLine[];
  /** The same, what belongs together as one. */
  readonly episodes: readonly ContestedEpisode[];
};

/** Something contested, with the votes of the body that decides on it, if one does. */
export type ContestedLine = Contested & {
  /** The investment that the act is about. */
  readonly about?: LocalizedText;
  readonly votes?: { readonly approving: number; readonly counted: number };
};

function liabilitiesOf(charter: Charter, book: ConsolidatedBook, of: "opening" | "closing") {
  const lines: Liability[] = [];
  for (const { code, kind, name } of charter.accounts) {
    if (kind !== "liability") continue;
    const minor = book.sum({ accounts: [code], of, sign: -1n });
    if (minor !== 0n) lines.push({ account: code, name, minor });
  }
  return lines;
}

function positionAt(
  charter: Charter,
  book: ConsolidatedBook,
  { of, on }: { readonly of: "opening" | "closing"; readonly on: LocalDate },
): Position {
  const sum = (accounts: readonly string[]): bigint => book.sum({ accounts, of, sign: 1n });
  const investments = sum(FAIR_VALUE_ACCOUNTS);
  const cash = sum([ACCOUNTS.cash]);
  return {
    ...{ on, investments, cash },
    otherAssets: sum(codesOf(charter, "asset")) - investments - cash,
    liabilities: liabilitiesOf(charter, book, of),
    netAssets: sum(codesOf(charter, "asset", "liability")),
  };
}

/** The end of the fund's last fiscal year, if it was founded by then, and now. */
function positionsOf(charter: Charter, book: ConsolidatedBook): readonly Position[] {
  const { from, to } = book.period;
  const now = positionAt(charter, book, { of: "closing", on: to });
  const end = dayBefore(book.period);
  if (from === FIRST_DATE || end === undefined) return [now];
  return [positionAt(charter, book, { of: "opening", on: end }), now];
}

/** Paid-in capital, what of it is unpaid, and what was redeemed of it. */
const CAPITAL_ACCOUNTS: readonly string[] = [
  ACCOUNTS.paidInCapital,
  ACCOUNTS.calledUnpaid,
  ACCOUNTS.redeemedCapital,
];

/** What was distributed, but for carried interest that is allocated to its holder and not paid. */
export const PAID_OUT: readonly string[] = [...DISTRIBUTION_ACCOUNTS, ACCOUNTS.carriedInterest];

/** Carried interest that was clawed back: earnings again [CY6]. */
export const CLAWED_BACK = {
  accounts: [ACCOUNTS.distributableEarnings],
  subject: ACCOUNTS.carriedInterest,
} as const;

/**
 * Contributions less what was returned, operations and distributions come from what was put in,
 * earned and paid out, worth from what is owned and owed: that they tie is a check, not a
 * definition.
 */
function movementOf(
  charter: Charter,
  book: ConsolidatedBook,
  positions: readonly Position[],
): Movement {
  const credits = (accounts: readonly string[]): bigint =>
    book.sum({ accounts, of: "movement", sign: -1n });
  const [opening] = positions.length > 1 ? positions : [];
  return {
    opening: opening?.netAssets ?? 0n,
    contributions: credits(CAPITAL_ACCOUNTS),
    operations: credits(codesOf(charter, "income", "expense")),
    distributions: -credits(PAID_OUT) + book.sum({ ...CLAWED_BACK, of: "movement", sign: 1n }),
    closing: positions.at(-1)?.netAssets ?? 0n,
  };
}

/** What the page's books hold an investment at; nothing where another book of them is behind it. */
function fairValueOf(book: ConsolidatedBook, subject: string): bigint {
  return book.sum({ accounts: FAIR_VALUE_ACCOUNTS, subject, of: "closing", sign: 1n });
}

function valuesBySector(state: FundState, book: ConsolidatedBook): readonly SectorValue[] {
  return state.charter.mandate.sectors.flatMap(({ id, name }) => {
    let minor = 0n;
    for (const investment of state.investments.values()) {
      if (investment.sector === id) minor += fairValueOf(book, investment.id);
    }
    return minor === 0n ? [] : [{ sector: id, name, minor }];
  });
}

function valuesByLevel(state: FundState, book: ConsolidatedBook): readonly LevelValue[] {
  const levels: readonly LevelValue["level"][] = [1, 2, 3, "cost"];
  return levels.flatMap((level) => {
    let minor = 0n;
    for (const { id, valuation } of state.investments.values()) {
      if ((valuation?.level ?? "cost") === level) minor += fairValueOf(book, id);
    }
    return minor === 0n ? [] : [{ level, minor }];
  });
}

/** Investments that money is promised to, but for one book of the page that is held by another. */
export function promisedSubjects({ charter, investments }: FundState): readonly string[] {
  const inPage = new Set(pageVehicles(charter).map(({ id }) => id));
  return [...investments.values()].flatMap(({ id, into }) =>
    into !== undefined && inPage.has(into) ? [] : [id],
  );
}

function promisedOut(state: FundState, book: ConsolidatedBook): bigint {
  const accounts = [ACCOUNTS.investmentCommitments];
  return promisedSubjects(state).reduce(
    (sum, subject) => sum + book.sum({ accounts, subject, of: "closing", sign: 1n }),
    0n,
  );
}

/** Capital is called from promises to the main vehicle; all else is in any of the books. */
function coverOf(state: FundState, book: ConsolidatedBook): Cover {
  const { charter } = state;
  const sum = (accounts: readonly string[], sign: 1n | -1n): bigint =>
    book.sum({ accounts, of: "closing", sign });
  const borrowed = sum(DEBT_ACCOUNTS, -1n);
  return {
    promised: promisedOut(state, book),
    owed: sum(codesOf(charter, "liability"), -1n) - borrowed,
    borrowed,
    cash: sum([ACCOUNTS.cash], 1n),
    calledUnpaid: sum([ACCOUNTS.calledUnpaid], 1n),
    callable: book.sum(
      { accounts: CALLABLE_ACCOUNTS, of: "closing", sign: 1n },
      charter.capital.vehicle,
    ),
    undrawn: sum([ACCOUNTS.undrawnFacilities], 1n),
  };
}

/**
 * How often cash, unpaid calls, callable capital and undrawn lines hold what is promised and owed,
 * loans apart: what of them falls due is in the cash forecast.
 */
export function coverRatio(cover: Cover): Ratio | undefined {
  const claims = cover.promised + cover.owed;
  if (claims <= 0n) return undefined;
  const held = cover.cash + cover.calledUnpaid + cover.callable + cover.undrawn;
  return Ratio.make(held, claims);
}

/** The name of the investment that a contested act is about, if it is about one. */
function withSubject(state: FundState, contested: ContestedLine): ContestedLine {
  const act = "actId" in contested ? state.acts.get(contested.actId ?? "")?.act : undefined;
  const named = contested.kind === "refused" ? contested.investment : undefined;
  const id = named ?? act?.body["investment"];
  const name = typeof id === "string" ? state.investments.get(id)?.name : undefined;
  return name === undefined ? contested : { ...contested, about: name };
}

/** The votes of the largest body that decides on an act from which a seat stepped back. */
function withVotes(state: FundState, contested: Contested): ContestedLine {
  const record = contested.kind === "recused" ? state.acts.get(contested.actId) : undefined;
  if (record === undefined) return contested;
  const [largest] = tallyOf(state, record).rules.toSorted((a, b) => b.counted - a.counted);
  if (largest === undefined || largest.approving === 0) return contested;
  const { approving, counted } = largest;
  return { ...contested, votes: { approving, counted } };
}

function strikeOf(state: FundState): NavStrike | undefined {
  const { id: main } = mainVehicle(state.charter);
  const strikes = state.charter.classes.flatMap(({ id, vehicle }) => {
    const strike = lastStrike(state.strikes, { vehicle, unitClass: id });
    return strike === undefined || vehicle !== main ? [] : [strike];
  });
  return strikes[0];
}

/** Return, own currency and funding cost of every column. */
function returnsOf(
  input: PageInput,
  book: ConsolidatedBook,
  columns: readonly SideColumn[],
): ReadonlyMap<string, SideReturns> {
  const flows = new SideFlows(input, new PageDays(input.chronicle, book));
  return new Map(
    columns.map((column) => [column.party, returnsOfColumn(input, flows, column)] as const),
  );
}

/** The page as of the day that is open. Amounts are minor units of the main vehicle's currency. */
export function fundPage(input: PageInput): FundPage {
  const { state, chronicle, display, actualUntil } = input;
  const { charter, today } = state;
  const { currency } = mainVehicle(charter);
  const foundedOn = chronicle.firstDay ?? today;
  const book = pageBook(input);
  const positions = positionsOf(charter, book);
  const strike = strikeOf(state);
  const leverage = leverageOf(state, book);
  const sides = sidesOf(input, book);
  const columns = sideColumns(charter, sides);
  const contested = chronicle.contested.map((line) => withSubject(state, withVotes(state, line)));
  let microUnits = 0n;
  for (const { id, vehicle } of charter.classes) {
    if (vehicle === charter.capital.vehicle) microUnits += unitsOutstanding(state.capital, id);
  }
  return {
    ...{ title: charter.title, notice: charter.notice, charterVersion: charter.version },
    ...{ currency, foundedOn, asOf: today, positions },
    movement: movementOf(charter, book, positions),
    levels: valuesByLevel(state, book),
    sectors: valuesBySector(state, book),
    ...{ sides, columns },
    returns: returnsOf(input, book, columns),
    sharing: sharingOf(charter),
    ...(display === undefined ? {} : { display }),
    ...(actualUntil === undefined ? {} : { actualUntil }),
    ...(strike === undefined ? {} : { strike }),
    microUnits,
    revenue: revenueOf(input, foundedOn),
    cover: coverOf(state, book),
    ...(leverage === undefined ? {} : { leverage }),
    contested,
    episodes: contestedEpisodes(input, contested),
  };
}
