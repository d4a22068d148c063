import type { ComparedSide, PolicyComparison } from "@jointfund/projection/policy/comparison.ts";
import { filled, filledWith } from "../cli/invocation.ts";
import type { Language, Text } from "../languages/language.ts";
import { POLICY_LABELS } from "../languages/policy-words.ts";
import { row, widthOf, wrap } from "../page/layout.ts";
import { decimalsFor, decimalText, largeAmount, percentText, unitText } from "./policy-figures.ts";
import { policyNotes } from "./policy-notes.ts";
import {
  chanceTable,
  fairStakesTable,
  mainTariff,
  partsTable,
  presentValueTable,
  revenueTable,
  shownYears,
  type PolicyCell,
  type PolicyTable,
} from "./policy-tables.ts";

/** The decimals of a table's amounts. */
export function tableDecimals({ rows }: PolicyTable, language: Language): number {
  const values = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      return cell.kind === "amount" ? [cell.value] : [];
    }),
  );
  return decimalsFor(values, language);
}

/** A cell in words, without its unit: the table's caption has that. */
export function cellText(cell: PolicyCell, language: Language, decimals: number): string {
  switch (cell.kind) {
    case "amount":
      return largeAmount(cell.value, language, decimals);
    case "percent":
      return percentText(cell.value, cell.decimals);
    case "text":
      return cell.text[language];
  }
}

/** "Present value, USD bn: …". */
export function captionWithUnit({ caption, note, currency }: PolicyTable, language: Language) {
  const unit = currency === undefined ? undefined : unitText(currency, language);
  const more = note?.[language];
  if (language === "ja") {
    const titled = unit === undefined ? caption.ja : `${caption.ja}（${unit}）`;
    return more === undefined ? titled : `${titled} ${more}`;
  }
  const titled = unit === undefined ? caption.en : `${caption.en}, ${unit}`;
  return more === undefined ? titled : `${titled}: ${more}`;
}

/** Over which years and futures, and where the fund's flows are from. */
export function comparedOver({ sides, paths, seed, fund }: PolicyComparison): Text {
  const first = sides[0]?.firstYear ?? 0;
  const last = first + (sides[0]?.policies[0]?.years.length ?? 1) - 1;
  const from =
    fund.from === "record"
      ? POLICY_LABELS.fromRecord
      : filled(POLICY_LABELS.fromProjection, decimalText(fund.paths, 0));
  const parts = [String(first), String(last), decimalText(paths, 0), seed];
  const same = parts.map((part) => ({ en: part, ja: part }));
  return filledWith(POLICY_LABELS.over, ...same, from);
}

/** The whole comparison for a terminal. */
export function comparisonText(
  comparison: PolicyComparison,
  { language, columns }: { readonly language: Language; readonly columns: number },
): string {
  const lines: string[] = [comparison.title[language]];
  lines.push(...wrap(comparedOver(comparison)[language], columns));
  for (const side of comparison.sides) {
    lines.push("", ...sideLines(comparison, side, { language, columns }));
  }
  const stakes = fairStakesTable(comparison);
  if (stakes !== undefined) lines.push("", ...tableLines(stakes, { language, columns }));
  lines.push("", POLICY_LABELS.notes[language]);
  for (const note of policyNotes(comparison)) {
    const [first = "", ...rest] = wrap(note[language], columns - 4);
    lines.push(`  - ${first}`, ...rest.map((line) => `    ${line}`));
  }
  lines.push("", ...wrap(POLICY_LABELS.notice[language], columns));
  return `${lines.join("\n")}\n`;
}

type Style = { readonly language: Language; readonly columns: number };

/** What a side is called, in which currency, and what its own money costs. */
export function sideTitle(side: ComparedSide): Text {
  const rate = percentText(side.discountRate, 2);
  const [currency, cost] = [side.currency, rate].map((text) => ({ en: text, ja: text }));
  return filledWith(POLICY_LABELS.side, side.name, currency!, cost!);
}

function sideLines(
  comparison: PolicyComparison,
  side: ComparedSide,
  style: Style,
): readonly string[] {
  const { language, columns } = style;
  const title = sideTitle(side)[language];
  const years = shownYears(side.policies[0]?.years.length ?? 0);
  const revenue = revenueTable(comparison, side, years);
  const parts = partsTable(comparison, side, years);
  const chances = chanceTable(comparison, side, { years, ...mainTariff(comparison) });
  return [
    title,
    "=".repeat(Math.min(columns, widthOf(title))),
    ...tableLines(presentValueTable(comparison, side), style),
    "",
    ...tableLines(revenue, style),
    ...(parts.rows.length === 0 ? [] : ["", ...tableLines(parts, style)]),
    ...(chances.rows.length === 0 ? [] : ["", ...tableLines(chances, style)]),
  ];
}

const GAP = 2;
const LABEL_MIN = 24;

/** A table with its figures at the right of their columns. */
function tableLines(table: PolicyTable, { language, columns }: Style): string[] {
  const caption = captionWithUnit(table, language);
  const decimals = tableDecimals(table, language);
  const cells = table.rows.map((each) =>
    each.cells.map((cell) => cellText(cell, language, decimals)),
  );
  const headings = table.columns.map(({ heading }) => heading[language]);
  const widths = headings.map(
    (heading, at) =>
      GAP + Math.max(widthOf(heading), ...cells.map((texts) => widthOf(texts[at] ?? ""))),
  );
  const figures = widths.reduce((sum, width) => sum + width, 0);
  const longest = Math.max(...table.rows.map(({ label }) => widthOf(label[language])));
  const labels = Math.min(longest, Math.max(LABEL_MIN, columns - figures));
  const lines = [...wrap(caption, columns)];
  lines.push(row("", headings, [labels, ...widths]));
  for (const [at, { label }] of table.rows.entries()) {
    const [first = "", ...rest] = wrap(label[language], labels);
    lines.push(...[first, ...rest].slice(0, -1));
    lines.push(row([first, ...rest].at(-1) ?? "", cells[at]!, [labels, ...widths]));
  }
  return lines.map((line) => line.trimEnd());
}
