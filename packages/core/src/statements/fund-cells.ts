import { Ratio } from "../base/ratio.ts";
import type { Charter } from "../charter/charter.ts";
import { ACCOUNTS, DEBT_ACCOUNTS } from "../ledger/accounts.ts";
import { codesOf, FAIR_VALUE_ACCOUNTS, PAID_IN_ACCOUNTS } from "./account-groups.ts";
import {
  CLAWED_BACK,
  coverRatio,
  PAID_OUT,
  promisedSubjects,
  type FundPage,
  type Position,
} from "./fund-page.ts";
import type { CellList, CellSource } from "./page-cell.ts";
import type { PageRecords } from "./page-books.ts";
import { CALLABLE_ACCOUNTS } from "./unfunded-commitment.ts";
import { either, ofAccounts, type PagePostings, type PartSelection } from "./page-postings.ts";

/** What the cells of the whole fund are made from. */
export type FundCellInput = PageRecords & {
  readonly page: FundPage;
  readonly postings: PagePostings;
};

const OPENING = ".opening";

/** Liabilities that the page has one by one; where there are more, the smaller are one line. */
const OWED_SHOWN = 4;

/** Accounts of what is owed at either date: the largest, and those that are told as one. */
export function owedAccounts({ positions }: Pick<FundPage, "positions">): {
  readonly shown: readonly string[];
  readonly rest: readonly string[];
} {
  const most = new Map<string, bigint>();
  for (const { liabilities } of positions) {
    for (const { account, minor } of liabilities) {
      const size = minor < 0n ? -minor : minor;
      if (size > (most.get(account) ?? 0n)) most.set(account, size);
    }
  }
  const bySize = [...most].toSorted(([, a], [, b]) => (a > b ? -1 : a < b ? 1 : 0));
  const count = bySize.length > OWED_SHOWN ? OWED_SHOWN - 1 : bySize.length;
  const [shown, rest] = [bySize.slice(0, count), bySize.slice(count)];
  return { shown: shown.map(([code]) => code), rest: rest.map(([code]) => code) };
}

const from = (postings: PagePostings, selection: PartSelection): CellSource =>
  postings.source(selection);

/** What is owned, owed and left at one of the two dates. */
function addPosition(
  list: CellList,
  { state: { charter }, page, postings }: FundCellInput,
  position: Position,
  of: "opening" | "closing",
): void {
  const suffix = of === "opening" ? OPENING : "";
  const debit = (accounts: readonly string[]): CellSource =>
    from(postings, { selects: ofAccounts(accounts), sign: 1n, of });
  const { investments, cash, otherAssets, liabilities } = position;
  list.money(`owns.investments${suffix}`, investments, debit(FAIR_VALUE_ACCOUNTS));
  list.money(`owns.cash${suffix}`, cash, debit([ACCOUNTS.cash]));
  const other = codesOf(charter, "asset").filter((code) => !NAMED_ASSETS.includes(code));
  list.money(`owns.other${suffix}`, otherAssets, debit(other));
  for (const { account, minor } of liabilities) {
    const source = from(postings, { selects: ofAccounts([account]), sign: -1n, of });
    list.money(`owes.${account}${suffix}`, minor, source);
  }
  const rest = liabilities.filter(({ account }) => owedAccounts(page).rest.includes(account));
  if (rest.length > 0) {
    const minor = rest.reduce((sum, each) => sum + each.minor, 0n);
    const ids = rest.map(({ account }) => `owes.${account}${suffix}`);
    list.sum(`owes.rest${suffix}`, minor, ids);
  }
  list.sum(
    `owes${suffix}`,
    liabilities.reduce((sum, { minor }) => sum + minor, 0n),
    liabilities.map(({ account }) => `owes.${account}${suffix}`),
  );
  list.sum(
    `net-assets${suffix}`,
    position.netAssets,
    ["investments", "cash", "other"].map((each) => `owns.${each}${suffix}`),
    [`owes${suffix}`],
  );
}

const NAMED_ASSETS: readonly string[] = [...FAIR_VALUE_ACCOUNTS, ACCOUNTS.cash];

const CAPITAL: readonly string[] = [...PAID_IN_ACCOUNTS, ACCOUNTS.redeemedCapital];

function addMovement(list: CellList, { state, page, postings }: FundCellInput): void {
  const of = "movement";
  const { contributions, operations, distributions, closing } = page.movement;
  const movement = (accounts: readonly string[], sign: 1n | -1n): CellSource =>
    from(postings, { selects: ofAccounts(accounts), sign, of });
  list.money("movement.put-in", contributions, movement(CAPITAL, -1n));
  const results = codesOf(state.charter, "income", "expense");
  list.money("movement.operations", operations, movement(results, -1n));
  const wasClawedBack = ofAccounts(CLAWED_BACK.accounts, CLAWED_BACK.subject);
  const wasPaidOut = ofAccounts(PAID_OUT);
  const source = from(postings, {
    selects: either(wasPaidOut, wasClawedBack),
    ...{ sign: 1n, of },
  });
  list.money("movement.distributions", distributions, source);
  const opening = page.positions.length > 1 ? [`net-assets${OPENING}`] : [];
  list.sum(
    "movement.closing",
    closing,
    [...opening, "movement.put-in", "movement.operations"],
    ["movement.distributions"],
  );
}

/** Fair value by level and by sector; the level's part of all of it. */
function addValues(list: CellList, { state, page, postings }: FundCellInput): void {
  const investments = [...state.investments.values()];
  const valueOf = (subjects: readonly string[]): CellSource =>
    from(postings, { selects: ofAccounts(FAIR_VALUE, subjects), sign: 1n });
  const all = page.positions.at(-1)?.investments ?? 0n;
  for (const { level, minor } of page.levels) {
    const of = investments.filter(({ valuation }) => (valuation?.level ?? "cost") === level);
    list.money(`level.${level}`, minor, valueOf(of.map(({ id }) => id)));
    if (all === 0n) continue;
    const source = {
      kind: "quotient",
      over: [`level.${level}`],
      under: ["owns.investments"],
    } as const;
    list.ratio(`level.${level}.share`, "share", Ratio.make(minor, all), source);
  }
  for (const { sector, minor } of page.sectors) {
    const of = investments.filter((investment) => investment.sector === sector);
    list.money(`sector.${sector}`, minor, valueOf(of.map(({ id }) => id)));
  }
}

const FAIR_VALUE: readonly string[] = FAIR_VALUE_ACCOUNTS;

/** Section 1: the whole fund. */
export function addFundCells(list: CellList, input: FundCellInput): void {
  const { page } = input;
  const [first, last] = page.positions;
  if (first !== undefined && last !== undefined) addPosition(list, input, first, "opening");
  const now = last ?? first;
  if (now !== undefined) addPosition(list, input, now, "closing");
  addMovement(list, input);
  addValues(list, input);
  const { strike, currency } = page;
  const price = strike === undefined ? undefined : Ratio.fromDecimal(strike.price);
  if (strike === undefined || price?.ok !== true) return;
  const id = `${strike.vehicle}/${strike.unitClass}/${strike.on}`;
  const source = { kind: "strike", actId: strike.id.split("/")[0]!, strike: id } as const;
  list.add("price", { kind: "price", currency, price: price.value }, source);
}

const COVERING = ["cash", "called-unpaid", "callable", "undrawn"] as const;

/** Section 4: what is promised and owed beside what can be had to pay it. */
export function addCoverCells(list: CellList, { state, page, postings }: FundCellInput): void {
  const { charter } = state;
  const { cover } = page;
  const of = (accounts: readonly string[], sign: 1n | -1n, vehicle?: string): CellSource =>
    from(postings, {
      ...{ selects: ofAccounts(accounts), sign },
      ...(vehicle === undefined ? {} : { vehicle }),
    });
  const subjects = promisedSubjects(state);
  list.money(
    "cover.promised",
    cover.promised,
    from(postings, { selects: ofAccounts([ACCOUNTS.investmentCommitments], subjects), sign: 1n }),
  );
  list.money("cover.owed", cover.owed, of(owedBesideDebt(charter), -1n));
  list.sum("cover.to-pay", cover.promised + cover.owed, ["cover.promised", "cover.owed"]);
  list.money("cover.cash", cover.cash, of([ACCOUNTS.cash], 1n));
  list.money("cover.called-unpaid", cover.calledUnpaid, of([ACCOUNTS.calledUnpaid], 1n));
  list.money("cover.callable", cover.callable, of(CALLABLE_ACCOUNTS, 1n, charter.capital.vehicle));
  list.money("cover.undrawn", cover.undrawn, of([ACCOUNTS.undrawnFacilities], 1n));
  const held = cover.cash + cover.calledUnpaid + cover.callable + cover.undrawn;
  const covering = COVERING.map((each) => `cover.${each}`);
  list.sum("cover.held", held, covering);
  const ratio = coverRatio(cover);
  if (ratio === undefined) return;
  const source = { kind: "quotient", over: ["cover.held"], under: ["cover.to-pay"] } as const;
  list.ratio("cover.ratio", "multiple", ratio, source);
}

const owedBesideDebt = (charter: Charter): readonly string[] =>
  codesOf(charter, "liability").filter((code) => !DEBT_ACCOUNTS.includes(code));
