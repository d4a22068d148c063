import { type ReactNode, useState } from "react";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { words } from "./words.ts";

/** What a column is sorted by. */
export type SortKey = string | number | bigint;

export type Column<Row> = {
  readonly id: string;
  readonly title: Text | LocalizedText;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, in figures of one width. */
  readonly isNumber?: true;
  /** Names the row: one column of a table should. */
  readonly isHead?: true;
  readonly sortBy?: (row: Row) => SortKey;
};

type Order = { readonly column: string; readonly isDown: boolean };

function compare(a: SortKey, b: SortKey): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

function ordered<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | undefined,
): readonly Row[] {
  const sortBy = columns.find(({ id }) => id === order?.column)?.sortBy;
  if (order === undefined || sortBy === undefined) return rows;
  const sign = order.isDown ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(sortBy(a), sortBy(b)));
}

/**
 * A table. On a narrow screen each row becomes a card of its own, unless `keepsShape` says that the
 * columns have to be compared: it then scrolls within its frame.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  foot,
  keepsShape,
}: {
  readonly caption: Text | LocalizedText;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** A last row beneath the double rule: sums. */
  readonly foot?: readonly ReactNode[];
  readonly keepsShape?: true;
}): ReactNode {
  const t = useText();
  const [order, setOrder] = useState<Order>();
  if (rows.length === 0) return <p className="nothing">{t(words.nothing)}</p>;
  const isCards = keepsShape !== true;
  return (
    <div
      className={isCards ? "table-frame" : "table-frame table-keeps"}
      tabIndex={0}
      role="group"
      aria-label={t(caption)}
    >
      <table className={isCards ? "cards" : undefined}>
        <caption className="only-read">{t(caption)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} order={order} onOrder={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered(rows, columns, order).map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <BodyCell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && (
          <tfoot>
            <tr>
              {columns.map(({ id, isNumber, title }, index) => (
                <td
                  key={id}
                  className={isNumber === true ? "number" : undefined}
                  data-title={t(title)}
                >
                  {foot[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function HeadCell<Row>({
  column: { id, title, isNumber, sortBy },
  order,
  onOrder,
}: {
  readonly column: Column<Row>;
  readonly order: Order | undefined;
  readonly onOrder: (order: Order) => void;
}): ReactNode {
  const t = useText();
  const isSorted = order?.column === id;
  const direction = order?.isDown === true ? "descending" : "ascending";
  return (
    <th
      scope="col"
      className={isNumber === true ? "number" : undefined}
      aria-sort={isSorted ? direction : undefined}
    >
      {sortBy === undefined ? (
        t(title)
      ) : (
        <button
          type="button"
          className="sort"
          title={t(words.sortBy, t(title))}
          onClick={() => onOrder({ column: id, isDown: isSorted && !order.isDown })}
        >
          {t(title)}
        </button>
      )}
    </th>
  );
}

function BodyCell<Row>({
  column: { title, cell, isNumber, isHead },
  row,
}: {
  readonly column: Column<Row>;
  readonly row: Row;
}): ReactNode {
  const t = useText();
  const className = isNumber === true ? "number" : undefined;
  if (isHead === true) {
    return (
      <th scope="row" className={className} data-title={t(title)}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td className={className} data-title={t(title)}>
      {cell(row)}
    </td>
  );
}
