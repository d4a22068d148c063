import { assert } from "../base/assert.ts";
import type { AccountKind, Charter, ChartAccount } from "../charter/charter.ts";
import type { PeriodBook, PostingSelection } from "./period-book.ts";
import type { Caption, Cell, LineSource, StatementLine } from "./statement.ts";

/** The part of a book that lines are made of: one vehicle's, or a consolidated one. */
export type BookOfPeriod = Pick<PeriodBook, "currency" | "period" | "sum">;

/** What each column measures: the same accounts, at several times. */
export type ColumnMeasure = PostingSelection["of"];

/** Accounts that a line shows; measured as its column is, unless it says otherwise. */
export type AccountSum = {
  readonly accounts: readonly string[];
  readonly sign: 1n | -1n;
  readonly subject?: string;
  readonly of?: ColumnMeasure;
};

/** A line that is made of postings. */
export type PostedSpec = AccountSum & {
  readonly id: string;
  readonly caption: Caption;
  /** Other accounts that count in as well. */
  readonly and?: readonly AccountSum[];
  /** Shown even where nothing is. */
  readonly always?: boolean;
};

/** A line that adds up lines above it. */
export type SummedSpec = {
  readonly id: string;
  readonly caption: Caption;
  readonly rank: "subtotal" | "total";
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
};

export type LineSpec = PostedSpec | SummedSpec;

/**
 * The lines of a table over a book, one money cell for each measure. A line of nothing is left out
 * unless it is always shown; sums are of the lines above them.
 */
export function linesOf(
  book: BookOfPeriod,
  specs: readonly LineSpec[],
  measures: readonly ColumnMeasure[],
): readonly StatementLine[] {
  const sums = new Map<string, readonly bigint[]>();
  const lines: StatementLine[] = [];
  for (const spec of specs) {
    const { minors, line } =
      "plus" in spec ? summed(spec, sums, measures.length) : posted(book, spec, measures);
    sums.set(spec.id, minors);
    const isShown = "plus" in spec || spec.always === true || minors.some((minor) => minor !== 0n);
    if (!isShown) continue;
    lines.push({ ...line, cells: minors.map((minor) => money(book.currency, minor)) });
  }
  return lines;
}

export const money = (currency: string, minor: bigint): Cell => ({
  ...{ kind: "money", currency, minor },
});

type Made = { readonly minors: readonly bigint[]; readonly line: Omit<StatementLine, "cells"> };

function posted(book: BookOfPeriod, spec: PostedSpec, measures: readonly ColumnMeasure[]): Made {
  const selectionsFor = (measure: ColumnMeasure): readonly PostingSelection[] =>
    [spec, ...(spec.and ?? [])].map(({ accounts, sign, subject, of }) => ({
      ...{ accounts, sign, of: of ?? measure },
      ...(subject === undefined ? {} : { subject }),
    }));
  const [first] = measures;
  assert(first !== undefined, "a table has a column");
  const minors = measures.map((measure) =>
    selectionsFor(measure).reduce((sum, selection) => sum + book.sum(selection), 0n),
  );
  const source: LineSource = {
    ...{ kind: "postings", selections: selectionsFor(first) },
    ...(measures.length > 1 ? { columns: measures.map(selectionsFor) } : {}),
  };
  return { minors, line: { id: spec.id, caption: spec.caption, rank: "line", source } };
}

function summed(
  { id, caption, rank, plus, minus = [] }: SummedSpec,
  sums: ReadonlyMap<string, readonly bigint[]>,
  columns: number,
): Made {
  const minors = Array.from({ length: columns }, (_, column) => {
    let total = 0n;
    for (const [ids, sign] of [
      [plus, 1n],
      [minus, -1n],
    ] as const) {
      for (const of of ids) {
        const minor = sums.get(of)?.[column];
        assert(minor !== undefined, `${id} adds up ${of}, which no line above it is`);
        total += sign * minor;
      }
    }
    return total;
  });
  return { minors, line: { id, caption, rank, source: { kind: "lines", plus, minus } } };
}

/** A line for every account of some kinds that no other line shows, in the charter's order. */
export function accountSpecs(
  charter: Charter,
  of: {
    readonly kinds: readonly AccountKind[];
    readonly except?: readonly string[];
    readonly sign: 1n | -1n;
  },
): readonly PostedSpec[] {
  const isShown = ({ code, kind }: ChartAccount): boolean =>
    of.kinds.includes(kind) && of.except?.includes(code) !== true;
  return charter.accounts.filter(isShown).map(({ code, name }) => ({
    ...{ id: `account.${code}`, caption: { name }, accounts: [code], sign: of.sign },
  }));
}

export const idsOf = (specs: readonly LineSpec[]): readonly string[] => specs.map(({ id }) => id);
