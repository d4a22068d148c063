import { origin } from "../../elements/origin.ts";
import { type BookOf, LineFigure } from "../../elements/line-figure.tsx";
import type { ReactNode } from "react";
import { type Answer, type Asked, useApi } from "../../api/use-api.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { exactDigits, unitsText } from "../../format/money.ts";
import { decimalText, multipleText, percentText } from "../../format/ratio.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { Language } from "../../language/text.ts";

const PATH = "/api/v1/statements/{name}";
type Statement = Answer<typeof PATH>;
type Table = Statement["tables"][number];
type Line = Table["lines"][number];
type Cell = Line["cells"][number];

/** A statement, table by table, with every digit of its amounts. */
export function StatementTables({
  name,
  query,
}: {
  readonly name: Asked<typeof PATH>["path"]["name"];
  readonly query: NonNullable<Asked<typeof PATH>["query"]>;
}): ReactNode {
  const t = useText();
  const { title, tables, period, vehicle, reportingCurrency } = useApi(PATH, {
    path: { name },
    query,
  });
  const { vehicles } = useApi("/api/v1/fund");
  const own = vehicles.find(({ id }) => id === vehicle)?.currency;
  // What is translated, or of several books, is no sum of postings of one.
  const isOneBook = vehicle !== undefined && own !== undefined && reportingCurrency === undefined;
  const book = isOneBook ? { vehicle, currency: own, from: period.from, to: period.to } : undefined;
  return tables.map((table) => (
    <Panel
      key={table.id}
      title={tables.length === 1 ? title : { en: t(table.label), ja: t(table.label) }}
      aside={
        <>
          <Day date={period.from} /> – <Day date={period.to} />
        </>
      }
    >
      <TableShown table={table} book={book} />
    </Panel>
  ));
}

const NUMBERS: ReadonlySet<Cell["kind"]> = new Set<Cell["kind"]>([
  ...(["money", "units", "price", "share", "multiple", "rate", "count"] as const),
]);

function TableShown({
  table,
  book,
}: {
  readonly table: Table;
  readonly book: BookOf | undefined;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const columns: readonly Column<Line>[] = [
    {
      id: "line",
      title: table.label,
      isHead: true,
      cell: ({ label, rank }) =>
        rank === "line" ? t(label) : <strong className="audit-sum">{t(label)}</strong>,
    },
    ...table.columns.map(({ id, label }, index): Column<Line> => {
      const isNumber = table.lines.some(({ cells }) => NUMBERS.has(cells[index]?.kind ?? "none"));
      return {
        ...{ id, title: label },
        ...(isNumber ? { isNumber: true } : {}),
        cell: (line) => {
          const { cells, rank } = line;
          const cell = cells[index];
          const text = numberText(cell, language);
          const shown =
            text === undefined ? (
              <CellShown cell={cell} />
            ) : (
              <LineFigure
                {...{ line, lines: table.lines, at: index, text, book }}
                minor={cell?.kind === "money" ? cell.minor : undefined}
                textOf={(of) => numberText(of.cells[index], language) ?? ""}
              />
            );
          return rank === "line" ? shown : <strong className="audit-sum">{shown}</strong>;
        },
      };
    }),
  ];
  return (
    <DataTable
      caption={table.label}
      columns={columns}
      rows={table.lines}
      keyOf={({ id }) => id}
      keepsShape
    />
  );
}

/** A number with all its digits; nothing for what is none. */
function numberText(cell: Cell | undefined, language: Language): string | undefined {
  switch (cell?.kind) {
    case "money":
      return exactDigits(cell.minor, cell.currency);
    case "units":
      return unitsText(cell.microUnits);
    case "price":
      return decimalText(cell.price, 8);
    case "share":
    case "rate":
      return percentText(cell.ratio);
    case "multiple":
      return multipleText(cell.ratio, language);
    case "count":
      return String(cell.count);
    default:
      return undefined;
  }
}

function CellShown({ cell }: { readonly cell: Cell | undefined }): ReactNode {
  const t = useText();
  switch (cell?.kind) {
    case "date":
      return <Day date={cell.on} />;
    case "text":
      return (
        <span {...origin("place")}>
          <Said text={cell.text} />
        </span>
      );
    case "caption":
      return t(cell.text);
    default:
      return "–";
  }
}
