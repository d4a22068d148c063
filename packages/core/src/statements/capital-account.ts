import type { Charter } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { vehicleOf } from "../fund/figures.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { money } from "./account-lines.ts";
import { capitalMovements, noMovements, type CapitalMovements } from "./capital-movements.ts";
import {
  capitalAccounts,
  sharedBy,
  type MomentOfBook,
  type SharedAmount,
} from "./capital-shares.ts";
import { ILPA_ROWS, type IlpaFigures } from "./ilpa-rows.ts";
import { PeriodBook } from "./period-book.ts";
import { dayBefore, type StatementPeriod } from "./period.ts";
import { Stakes } from "./stakes.ts";
import type { StatementLine, StatementTable } from "./statement.ts";
import { unfundedMovement, type UnfundedMovement } from "./unfunded-commitment.ts";

export type CapitalAccountColumn = {
  readonly id: "period" | "quarterToDate" | "yearToDate" | "sinceInception";
  readonly period: StatementPeriod;
};

export type CapitalAccountInput = {
  readonly charter: Charter;
  readonly chronicle: Recorded;
  readonly vehicle: string;
  readonly columns: readonly CapitalAccountColumn[];
};

/** What the capital accounts of a vehicle are made of over one period. */
type PeriodAccounts = {
  readonly book: PeriodBook;
  readonly opening: SharedAmount;
  readonly closing: SharedAmount;
  /** Carried interest accrued, shared among those who bear it. */
  readonly accrued: { readonly opening: SharedAmount; readonly closing: SharedAmount };
  readonly movements: ReadonlyMap<string, CapitalMovements>;
  readonly unfunded: (party: string | undefined) => UnfundedMovement;
};

function accountsOf(input: CapitalAccountInput, period: StatementPeriod): PeriodAccounts {
  const { charter, chronicle, vehicle } = input;
  const { currency } = vehicleOf(charter, vehicle);
  const book = new PeriodBook(chronicle, { vehicle, currency, period });
  const opening = { of: "opening", on: dayBefore(period) ?? period.from } as const;
  const closing = { of: "closing", on: period.to } as const;
  const stakes = new Stakes(charter, chronicle, vehicle);
  const worth = (at: MomentOfBook) => capitalAccounts({ charter, chronicle, book, stakes }, at);
  const accrued = (at: MomentOfBook) =>
    sharedBy(
      charter,
      stakes.on(at.on),
      book.sum({ accounts: [ACCOUNTS.carriedInterest], of: at.of, sign: -1n }),
    );
  return {
    ...{ book, opening: worth(opening), closing: worth(closing) },
    accrued: { opening: accrued(opening), closing: accrued(closing) },
    movements: capitalMovements(charter, chronicle, book, stakes),
    unfunded: (party) => unfundedMovement(chronicle, book, party),
  };
}

/** Everyone who has a capital account or a commitment in the vehicle, in order of party. */
function partiesOf(columns: readonly PeriodAccounts[]): readonly string[] {
  const parties = new Set<string>();
  for (const { book, opening, closing, movements } of columns) {
    const committed = book.subjects([ACCOUNTS.unfundedCommitments]);
    for (const each of [opening.keys(), closing.keys(), movements.keys(), committed]) {
      for (const party of each) parties.add(party);
    }
  }
  return [...parties].toSorted((a, b) => (a < b ? -1 : 1));
}

/** The capital accounts of a vehicle: of all parties together, and of each. */
export type CapitalAccountTables = {
  readonly whole: StatementTable;
  readonly parties: readonly { readonly party: string; readonly table: StatementTable }[];
};

/**
 * Capital accounts in the 28 rows of ILPA's reporting template [ST30]. Net asset value is what the
 * accounts say at both ends; every row but the change in unrealised gain comes from the books, and
 * that row is what is left: for all parties together it is the books' own, since the accounts sum
 * to net assets.
 */
export function capitalAccountTables(input: CapitalAccountInput): CapitalAccountTables {
  const columns = input.columns.map(({ period }) => accountsOf(input, period));
  return {
    whole: tableOf(input, columns),
    parties: partiesOf(columns).map((party) => ({ party, table: tableOf(input, columns, party) })),
  };
}

const idOf = (row: string): string => `ilpa.${row}`;

function tableOf(
  { charter, vehicle, columns }: CapitalAccountInput,
  accounts: readonly PeriodAccounts[],
  party?: string,
): StatementTable {
  const { currency } = vehicleOf(charter, vehicle);
  const figures = accounts.map((of) => figuresOf(of, party));
  const lines = ILPA_ROWS.map(({ row, rank, caption, amount, adds }): StatementLine => ({
    ...{ id: idOf(row), caption: { key: caption }, rank },
    cells: figures.map((of) => money(currency, amount(of))),
    source:
      adds === undefined ? { kind: "record" } : { kind: "lines", plus: adds.map(idOf), minus: [] },
  }));
  const name = charter.parties.find(({ id }) => id === party)?.short;
  return {
    id: party === undefined ? "capital-account" : `capital-account.${party}`,
    caption: { key: "capitalAccount", ...(name === undefined ? {} : { name }) },
    columns: columns.map(({ id }) => ({ id, caption: { key: id } })),
    lines,
  };
}

function figuresOf(accounts: PeriodAccounts, party: string | undefined): IlpaFigures {
  const { opening, closing, movements } = accounts;
  const of = (amounts: SharedAmount): bigint =>
    party === undefined
      ? [...amounts.values()].reduce((sum, minor) => sum + minor, 0n)
      : (amounts.get(party) ?? 0n);
  const moved = party === undefined ? added(movements) : (movements.get(party) ?? noMovements);
  return {
    opening: of(opening),
    closing: of(closing),
    moved,
    incentive: { opening: of(accounts.accrued.opening), closing: of(accounts.accrued.closing) },
    unfunded: accounts.unfunded(party),
  };
}

function added(movements: ReadonlyMap<string, CapitalMovements>): CapitalMovements {
  const sums: { -readonly [row in keyof CapitalMovements]: bigint } = { ...noMovements };
  for (const of of movements.values()) {
    for (const row of Object.keys(sums) as (keyof CapitalMovements)[]) sums[row] += of[row];
  }
  return sums;
}
