import { Ratio } from "../base/ratio.ts";
import { namesUsed } from "../expression/names.ts";
import { parse } from "../expression/parser.ts";
import { findCovenant } from "../fund/debt/covenants.ts";
import { debtsOfHeld } from "../fund/debt/look-through.ts";
import { currencyOfVehicle, VehicleFigures } from "../fund/figures.ts";
import { ACCOUNTS, DEBT_ACCOUNTS } from "../ledger/accounts.ts";
import type { Charter } from "../charter/charter.ts";
import { codesOf, FAIR_VALUE_ACCOUNTS } from "./account-groups.ts";
import type { FundCellInput } from "./fund-cells.ts";
import type { CovenantLine, FundLeverage } from "./fund-leverage.ts";
import type { CellList } from "./page-cell.ts";
import { ALL_DAYS, ofAccounts, PagePostings } from "./page-postings.ts";

/** Accounts of a vehicle's figure that formulas of the charter name; debits add, or credits. */
function accountsOf(charter: Charter, figure: string): readonly [readonly string[], 1n | -1n] {
  const liabilities = codesOf(charter, "liability");
  switch (figure) {
    case "cash":
      return [[ACCOUNTS.cash], 1n];
    case "investmentsAtCost":
      return [[ACCOUNTS.investmentsAtCost], 1n];
    case "investmentsFairValue":
      return [FAIR_VALUE_ACCOUNTS, 1n];
    case "totalAssets":
      return [codesOf(charter, "asset"), 1n];
    case "netAssets":
      return [codesOf(charter, "asset", "liability"), 1n];
    case "payables":
      return [liabilities, -1n];
    case "otherLiabilities":
      return [liabilities.filter((code) => !DEBT_ACCOUNTS.includes(code)), -1n];
    case "debt":
      return [DEBT_ACCOUNTS, -1n];
    case "interestPayable":
      return [[ACCOUNTS.interestPayable], -1n];
    case "guarantees":
      return [[ACCOUNTS.guarantees], 1n];
    case "undrawnFacilities":
      return [[ACCOUNTS.undrawnFacilities], 1n];
    case "unpaidCalls":
      return [[ACCOUNTS.calledUnpaid], 1n];
    case "investmentCommitments":
      return [[ACCOUNTS.investmentCommitments], 1n];
    case "unfundedCommitments":
      return [[ACCOUNTS.unfundedCommitments, ACCOUNTS.recallableCapital], 1n];
    default:
      return [[], 1n];
  }
}

/** A figure that holds the debt of vehicles that are held, and the one without it. */
const LOOK_THROUGH: ReadonlyMap<string, "debt" | "totalAssets"> = new Map([
  ["lookThroughDebt", "debt"],
  ["lookThroughAssets", "totalAssets"],
]);

/**
 * Adds the figure of a vehicle's own book that a formula names, and tells its cell; nothing for a
 * name that is no sum of postings.
 */
function addBookFigure(
  list: CellList,
  input: FundCellInput,
  { vehicle, figure }: { readonly vehicle: string; readonly figure: string },
): string | undefined {
  const { state, chronicle } = input;
  const { charter } = state;
  const id = `book.${vehicle}.${figure}`;
  if (list.has(id)) return id;
  const currency = currencyOfVehicle(charter, vehicle);
  const figures = new VehicleFigures(state, vehicle);
  const without = LOOK_THROUGH.get(figure);
  if (without !== undefined) {
    const base = addBookFigure(list, input, { vehicle, figure: without });
    const held = `book.${vehicle}.held-debt`;
    const parts = debtsOfHeld(state, vehicle);
    const minor = parts.reduce((sum, part) => sum + (part.minor ?? 0n), 0n);
    list.money(held, minor, { kind: "heldDebt", parts: () => parts }, currency);
    const sum = without === "debt" ? figures.lookThroughDebt : figures.lookThroughAssets;
    list.sum(id, sum, [base!, held], [], currency);
    return id;
  }
  const [accounts, sign] = accountsOf(charter, figure);
  if (accounts.length === 0) return undefined;
  const postings = new PagePostings(chronicle, {
    ...{ currency, period: ALL_DAYS },
    kept: ({ vehicle: book }, { minor: posted }) => (book === vehicle ? posted : 0n),
  });
  const minor = figures[figure as "cash"];
  list.money(id, minor, postings.source({ selects: ofAccounts(accounts), sign }), currency);
  return id;
}

function addCovenant(list: CellList, input: FundCellInput, line: CovenantLine): void {
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
