import type { JournalEntry, Posting } from "../ledger/journal.ts";
import { addCoverCells, addFundCells } from "./fund-cells.ts";
import type { FundPage, PageInput } from "./fund-page.ts";
import { episodeKind } from "./contested-episodes.ts";
import { agedBreaks, bankReconciliations } from "./bank-reconciliation.ts";
import { addLeverageCells } from "./leverage-cells.ts";
import { CellList, type PageCells } from "./page-cell.ts";
import { pageBook } from "./page-books.ts";
import { ALL_DAYS, PagePostings } from "./page-postings.ts";
import { addRevenueCells } from "./revenue-cells.ts";
import { addSideCells } from "./side-cells.ts";
import { SideFlows, type ReturnsInput } from "./side-returns.ts";
import { payingVehicles } from "./sides.ts";

/** Every number of a page by its id, with where it comes from [ST60]. */
export function pageCells(input: PageInput, page: FundPage): PageCells {
  const { state, chronicle } = input;
  const { currency } = page;
  const book = pageBook(input);
  const { period } = book;
  const list = new CellList(currency);
  const kept = (journal: JournalEntry, posting: Posting): bigint => book.kept(journal, posting);
  const { name } = book;
  const postings = new PagePostings(chronicle, { currency, period, kept, name });
  const ever = new PagePostings(chronicle, { currency, period: ALL_DAYS, kept, name });
  const payers = payingVehicles(state.charter);
  const paying = new PagePostings(chronicle, {
    ...{ currency, period: ALL_DAYS, name: `books of ${payers.join()}` },
    kept: ({ vehicle }, { minor }) => (payers.includes(vehicle) ? minor : 0n),
  });
  const flows = new SideFlows(input, ever);
  const of = { state, chronicle, page, postings };
  addRecordCells(list, input);
  addFundCells(list, of);
  addSideCells(list, { ...of, postings: ever, paying, flows });
  addRevenueCells(list, of);
  addCoverCells(list, of);
  if (page.leverage !== undefined) addLeverageCells(list, of, page.leverage);
  addContestedCells(list, page);
  addAssumptions(list, input);
  return list.cells;
}

function addCount(list: CellList, id: string, counts: ReadonlyMap<string, number>): void {
  const count = [...counts.values()].reduce((sum, n) => sum + n, 0);
  list.add(id, { kind: "count", count }, { kind: "counted", counts });
}

/** What was replayed, and what of the bank's statements nobody has explained yet. */
function addRecordCells(list: CellList, input: ReturnsInput): void {
  const { chronicle, state } = input;
  const counts = new Map<string, number>(chronicle.kinds);
  list.add(
    "record.entries",
    { kind: "count", count: chronicle.entries },
    { kind: "counted", counts },
  );
  const reconciliations = bankReconciliations({ state, chronicle });
  if (reconciliations.length === 0) return;
  const open = reconciliations.map(({ account, asOf, matching }) => {
    const breaks = agedBreaks(state.charter, [{ account, matching }], asOf);
    const name = `${account.vehicle} ${account.account} ${account.currency}`;
    return [name, breaks.ok ? breaks.value.length : 0] as const;
  });
  addCount(list, "bank.open-items", new Map(open));
}

/** The rate that figures in another currency are told at where none is fixed. */
function addAssumptions(list: CellList, { display, fundingCost = {} }: PageInput): void {
  if (display !== undefined) {
    const { currency, rate, source } = display;
    const value = { kind: "exchangeRate", ratio: rate } as const;
    list.add(`assumed.rate.${currency}`, value, { kind: "assumed", source });
  }
  for (const [party, rate] of Object.entries(fundingCost)) {
    list.ratio(`assumed.funding.${party}`, "share", rate, { kind: "assumed", source: {} });
  }
}

/** What was stopped or contested: one cell for each episode, and how many there are. */
function addContestedCells(list: CellList, { episodes }: FundPage): void {
  const counts = new Map<string, number>();
  for (const episode of episodes) {
    const kind = episodeKind(episode);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  addCount(list, "contested", counts);
  for (const { id, lines } of episodes) {
    const entries = lines.map(({ entry }) => entry);
    list.add(id, { kind: "entries", entries }, { kind: "entries" });
  }
}
