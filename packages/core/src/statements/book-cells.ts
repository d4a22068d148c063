import type { Charter } from "../charter/charter.ts";
import { debtsOfHeld } from "../fund/debt/look-through.ts";
import { currencyOfVehicle, VehicleFigures } from "../fund/figures.ts";
import { ACCOUNTS, DEBT_ACCOUNTS } from "../ledger/accounts.ts";
import { bankAccounts, statementsOf, type BankAccount } from "../ledger/bank-record.ts";
import { CASH_ACCOUNTS, codesOf, FAIR_VALUE_ACCOUNTS } from "./account-groups.ts";
import { isAtBank } from "./bank-reconciliation.ts";
import { CellList, type PageCell, type PostingsSource } from "./page-cell.ts";
import type { PageRecords } from "./page-books.ts";
import { ALL_DAYS, ofAccounts, PagePostings } from "./page-postings.ts";
import { postedFigure } from "./posted-cells.ts";

/** Accounts of a vehicle's figure that formulas of the charter name; debits add, or credits. */
export function accountsOfFigure(
  charter: Charter,
  figure: string,
): readonly [accounts: readonly string[], sign: 1n | -1n] {
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
export function addBookFigure(
  list: CellList,
  input: PageRecords,
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
  const [accounts, sign] = accountsOfFigure(charter, figure);
  if (accounts.length === 0) return undefined;
  const postings = new PagePostings(chronicle, {
    ...{ currency, period: ALL_DAYS, name: `book of ${vehicle}` },
    kept: ({ vehicle: book }, { minor: posted }) => (book === vehicle ? posted : 0n),
  });
  const minor = figures[figure as "cash"];
  list.money(id, minor, postings.source({ selects: ofAccounts(accounts), sign }), currency);
  return id;
}

/** Cash of a book in one currency: what is free, and with what is set aside in escrow. */
const CASH_FIGURES = new Map<string, readonly string[]>([
  ["cash", [ACCOUNTS.cash]],
  ["cashAndEscrow", CASH_ACCOUNTS],
]);

const isEmpty = ({ newest }: PostingsSource): boolean =>
  newest?.(undefined)[Symbol.iterator]().next().done === true;

function addCash(
  list: CellList,
  input: PageRecords,
  {
    id,
    vehicle,
    figure,
  }: { readonly id: string; readonly vehicle: string; readonly figure: string },
): void {
  const { state, chronicle } = input;
  const [name = "", currency = ""] = figure.split(".");
  const accounts = CASH_FIGURES.get(name);
  if (accounts === undefined) return;
  const selects = ofAccounts(accounts);
  const { minor, source } = postedFigure(chronicle, { vehicle, currency, sign: 1n, selects });
  // A currency that was never held is no number of this book, but for its own.
  const isOwn = currency === currencyOfVehicle(state.charter, vehicle);
  if (!isOwn && minor === 0n && isEmpty(source)) return;
  list.money(id, minor, source, currency);
}

const bankCell = ({ vehicle, account, currency }: BankAccount): string =>
  `bank.${vehicle}.${account}.${currency}`;

/** What the book and the bank's last statement say of an account, through the statement's day. */
function addBank(list: CellList, { state, chronicle }: PageRecords, of: BankAccount): void {
  const last = statementsOf(state.bank, of).at(-1);
  if (last === undefined) return;
  const { closing, actId } = last;
  const { currency, vehicle } = of;
  const accounts = [ACCOUNTS.cash, ACCOUNTS.escrowCash];
  const selects = Object.assign(
    (posting: Parameters<typeof isAtBank>[0]) => isAtBank(posting, of),
    {
      accounts,
      key: bankCell(of),
    },
  );
  const asked = { vehicle, currency, sign: 1n, selects, to: closing.on } as const;
  const { minor, source } = postedFigure(chronicle, asked);
  list.money(`${bankCell(of)}.book`, minor, source, currency);
  const parts = [{ actId, minor: closing.minor }];
  list.money(
    `${bankCell(of)}.statement`,
    closing.minor,
    { kind: "acts", parts: () => parts },
    currency,
  );
}

/**
 * A number of one book or bank account by its id: it is on no page of the fund, but stands on the
 * officers' desk, and can say where it comes from all the same [ST60].
 *
 * - `book.<vehicle>.<figure>`: a figure that formulas of the charter name
 * - `book.<vehicle>.cash.<currency>`, `book.<vehicle>.cashAndEscrow.<currency>`
 * - `bank.<vehicle>.<account>.<currency>.book` and `.statement`
 */
export function bookCell(input: PageRecords, id: string): PageCell | undefined {
  const { charter, bank } = input.state;
  const list = new CellList("");
  for (const account of bankAccounts(bank)) {
    if (id.startsWith(`${bankCell(account)}.`)) addBank(list, input, account);
  }
  for (const { id: vehicle } of charter.vehicles) {
    if (!id.startsWith(`book.${vehicle}.`)) continue;
    const figure = id.slice(`book.${vehicle}.`.length);
    if (figure.includes(".")) addCash(list, input, { id, vehicle, figure });
    else addBookFigure(list, input, { vehicle, figure });
  }
  return list.cells.get(id);
}
