import { cashWords } from "./words/cash.ts";
import { PageLink } from "../../elements/page-link.tsx";
import { whyAt } from "../../elements/why-at.ts";
import { LineFigure } from "../../elements/line-figure.tsx";
import type { ReactNode } from "react";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Figure } from "../../elements/figure.tsx";
import { dayInRowText } from "../../format/date.ts";
import { exactMoney, finer, inUnit, tableUnit, type TableUnit } from "../../format/money.ts";
import { multipleText, percentText } from "../../format/ratio.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { Language, Text } from "../../language/text.ts";
import type { CashForecast, Table } from "./cash-page.tsx";
import { ForecastFigure } from "./forecast-why.tsx";
import { effectWords } from "./words/effects.ts";

type Line = Table["lines"][number];
type Cell = Line["cells"][number];

function cellText(cell: Cell | undefined, unit: TableUnit, language: Language): string {
  switch (cell?.kind) {
    case "money":
      return cell.minor === "0" ? "0" : inUnit(cell.minor, unit);
    case "multiple":
      return multipleText(cell.ratio, language);
    case "share":
      return percentText(cell.ratio);
    default:
      return "";
  }
}

const exactText = (cell: Cell | undefined, language: Language): string | undefined =>
  cell?.kind === "money" ? exactMoney(cell.minor, cell.currency, language) : undefined;

/** The date that a heading ends with, if it does. */
const dayOf = (label: Text | undefined): string | undefined =>
  /\d{4}-\d{2}-\d{2}/.exec(label?.en ?? "")?.[0];

/** Headings that end with dates say these as short as beside each other they can be. */
function headingText(label: Text, before: Text | undefined, language: Language): Text {
  const day = dayOf(label);
  if (day === undefined) return label;
  const said = dayInRowText(day, dayOf(before), language);
  return { en: said, ja: said };
}

/** Where lines of the liquidity test that are no balances are told one by one. */
const PLACES: { readonly [line: string]: string } = {
  promisedToProjects: "/owns",
  callsDue: "/desk/calendar",
  cover: whyAt("cover.ratio"),
};

/** A statement's table in one unit, so that its columns can be compared. */
export function ForecastTable({
  table,
  because,
  balances = {},
}: {
  readonly table: Table;
  /** What the cells of a forecast are made of, which they open. */
  readonly because?: { readonly forecast: CashForecast; readonly vehicle: string };
  /** The cells of lines that are balances of a book, by the ids of the lines. */
  readonly balances?: { readonly [line: string]: string };
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const money = table.lines
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => (cell.kind === "money" ? [cell] : []));
  const currency = money[0]?.currency ?? "";
  const amounts = money.map(({ minor }) => minor);
  const unit = finer(tableUnit(amounts, currency, language), currency);
  const columns: readonly Column<Line>[] = [
    {
      id: "line",
      title: { en: unit.word, ja: unit.word },
      isHead: true,
      cell: ({ label, rank }) => (rank === "line" ? t(label) : <strong>{t(label)}</strong>),
    },
    ...table.columns.map((column, index) => ({
      id: column.id,
      title:
        table.columns.length === 1
          ? effectWords.amount
          : headingText(column.label, table.columns[index - 1]?.label, language),
      isNumber: true as const,
      cell: (line: Line) => {
        const { id, label, cells, rank } = line;
        const text = cellText(cells[index], unit, language);
        const exact = exactText(cells[index], language);
        const shown = rank === "line" ? text : <strong>{text}</strong>;
        const plain = <span title={exact}>{shown}</span>;
        const value = cells[index];
        const balance = balances[id];
        if (balance !== undefined && value?.kind === "money") {
          return <Figure cell={{ id: balance, label, value }} inUnit={text} />;
        }
        if (because === undefined) {
          if (text === "") return plain;
          return <LiquidityFigure {...{ line, table, text }} at={index} />;
        }
        const of = { line: id, label, week: index, table, ...because };
        return (
          <ForecastFigure of={of} text={text} exact={exact}>
            {shown}
          </ForecastFigure>
        );
      },
    })),
  ];
  return (
    <DataTable
      caption={table.label}
      columns={columns}
      rows={table.lines}
      keyOf={({ id }) => id}
      {...(table.columns.length > 1 ? { keepsShape: true as const } : {})}
    />
  );
}

/** A line of the liquidity test that is no balance: what it adds up, or where that is told. */
function LiquidityFigure({
  line,
  table,
  text,
  at,
}: {
  readonly line: Line;
  readonly table: Table;
  readonly text: string;
  readonly at: number;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const place = PLACES[line.id];
  return (
    <LineFigure
      {...{ line, lines: table.lines, at, text, book: undefined }}
      how={line.id === "cover" ? cashWords.howCover : cashWords.howLiquidity}
      textOf={({ cells }) => exactText(cells[at], language) ?? ""}
    >
      {place !== undefined && (
        <p>
          <PageLink to={place}>{t(line.label)}</PageLink>
        </p>
      )}
    </LineFigure>
  );
}
