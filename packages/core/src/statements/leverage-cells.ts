import { Ratio } from "../base/ratio.ts";
import { namesUsed } from "../expression/names.ts";
import { parse } from "../expression/parser.ts";
import { findCovenant, testable } from "../fund/debt/covenants.ts";
import { debtsOfHeld } from "../fund/debt/look-through.ts";
import { DEBT_ACCOUNTS } from "../ledger/accounts.ts";
import { addBookFigure } from "./book-cells.ts";
import type { FundCellInput } from "./fund-cells.ts";
import { lineOf, type CovenantLine, type FundLeverage } from "./fund-leverage.ts";
import { CellList, type PageCell } from "./page-cell.ts";
import type { PageRecords } from "./page-books.ts";
import { ofAccounts } from "./page-postings.ts";

function addCovenant(list: CellList, input: PageRecords, line: CovenantLine): void {
  const { covenant: id, ratio, limit, falls } = line;
  const covenant = findCovenant(input.state, id);
  const formula = covenant && parse(covenant.ratio);
  if (covenant === undefined || formula?.ok !== true) return;
  const cell = `leverage.${id}`;
  const figures = new Map<string, string>();
  for (const { name, kind } of namesUsed(formula.value)) {
    if (kind !== "variable") continue;
    const of = { vehicle: covenant.vehicle, figure: name };
    const found = addBookFigure(list, input, of);
    if (found !== undefined) figures.set(name, found);
  }
  if (ratio !== undefined) {
    list.ratio(cell, "share", ratio, { kind: "covenant", covenant: id, figures });
  }
  list.ratio(`${cell}.limit`, "share", limit, { kind: "term", clause: covenant.clause });
  for (const { step, fallBps } of falls) {
    const fall = Ratio.make(BigInt(fallBps), 10_000n);
    list.ratio(`${cell}.${step}`, "share", fall, { kind: "fall", covenant: id, step, of: cell });
  }
}

/**
 * A number of a covenant by its id, as a page has it that tells of borrowing: where nothing is
 * borrowed, and for vehicles of no page, it can say where it comes from all the same [ST60].
 */
export function covenantCell(input: PageRecords, id: string): PageCell | undefined {
  const { state } = input;
  const list = new CellList("");
  for (const covenant of testable(state)) {
    const own = `leverage.${covenant.id}`;
    if (id === own || id.startsWith(`${own}.`)) addCovenant(list, input, lineOf(state, covenant));
  }
  return list.cells.get(id);
}

/** Section 4 of a fund that borrows: covenants, and what is borrowed. */
export function addLeverageCells(
  list: CellList,
  input: FundCellInput,
  { covenants, debt, debtOfHeld }: FundLeverage,
): void {
  const { state, page, postings } = input;
  for (const covenant of covenants) addCovenant(list, input, covenant);
  const selects = ofAccounts(DEBT_ACCOUNTS);
  list.money("leverage.debt", debt, postings.source({ selects, sign: -1n }));
  list.money("leverage.project-debt", debtOfHeld, {
    kind: "heldDebt",
    parts: () => (debtOfHeld === 0n ? [] : debtsOfHeld(state, state.charter.capital.vehicle)),
  });
  const netAssets = page.positions.at(-1)?.netAssets ?? 0n;
  if (netAssets <= 0n) return;
  const ratio = Ratio.make(debt + debtOfHeld, netAssets);
  list.ratio("leverage.debt-to-worth", "multiple", ratio, {
    kind: "quotient",
    over: ["leverage.debt", "leverage.project-debt"],
    under: ["net-assets"],
  });
}
