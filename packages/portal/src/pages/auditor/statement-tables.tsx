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
  const { title, tables, period } = useApi(PATH, { path: { name }, query });
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
      <TableShown table={table} />
    </Panel>
  ));
}

const NUMBERS: ReadonlySet<Cell["kind"]> = new Set<Cell["kind"]>([
  ...(["money", "units", "price", "share", "multiple", "rate", "count"] as const),
]);

function TableShown({ table }: { readonly table: Table }): ReactNode {
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
        cell: ({ cells, rank }) => {
          const shown = <CellShown cell={cells[index]} language={language} />;
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

function CellShown({
  cell,
  language,
}: {
  readonly cell: Cell | undefined;
  readonly language: Language;
}): ReactNode {
  const t = useText();
  switch (cell?.kind) {
    case "money":
      return <span title={cell.currency}>{exactDigits(cell.minor, cell.currency)}</span>;
    case "units":
      return unitsText(cell.microUnits);
    case "price":
      return decimalText(cell.price, 8);
    case "share":
    case "rate":
      return percentText(cell.ratio);
    case "multiple":
      return multipleText(cell.ratio, language);
    case "date":
      return <Day date={cell.on} />;
    case "count":
      return String(cell.count);
    case "text":
      return <Said text={cell.text} />;
    case "caption":
      return t(cell.text);
    default:
      return "–";
  }
}
