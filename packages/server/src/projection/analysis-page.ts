import type { Charter } from "@jointfund/core/charter/charter.ts";
import { ANALYSIS_TEXTS } from "../languages/analysis-texts.ts";
import { filled } from "../languages/page-texts.ts";
import { row, widthOf, wrap } from "../page/layout.ts";
import {
  bearableTables,
  frontierNotes,
  frontierTables,
  sensitivityTables,
  type AnalysisTable,
} from "./analysis-tables.ts";
import type { Bearable } from "./bearable.ts";
import type { Frontier } from "./frontier.ts";
import { monthText, numberText, percentText } from "./projected-figures.ts";
import { partyName, type ProjectionStyle } from "./projection-style.ts";
import type { Sensitivity } from "./sensitivity.ts";

type Run = { readonly paths: number; readonly seed: string };

function page(
  title: string,
  { paths, seed }: Run,
  parts: { readonly tables: readonly AnalysisTable[]; readonly notes: readonly string[] },
  style: ProjectionStyle,
): string {
  const { language, columns, paint } = style;
  const run = filled(ANALYSIS_TEXTS.run, numberText(paths, 0), seed)[language];
  const sections = [
    [paint("bold", title), ...wrap(run, columns)],
    ...parts.tables.map((table) => tableLines(table, style)),
    parts.notes.flatMap((note) => wrap(note, columns)),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Columns as wide as their widest text, the label takes the rest. */
function tableLines(
  { title, heads, rows }: AnalysisTable,
  { columns, paint }: ProjectionStyle,
): readonly string[] {
  const widths = heads.map((head, place) =>
    Math.max(
      ...[head, ...rows.map(({ cells }) => cells[place] ?? "")].map((text) => widthOf(text) + 2),
    ),
  );
  const label = Math.max(16, columns - widths.reduce((sum, width) => sum + width, 0));
  return [
    paint("bold", row(title, heads, [label, ...widths])),
    ...rows.map((each) => row(`  ${each.label}`, each.cells, [label, ...widths])),
  ];
}

export function sensitivityPage(
  sensitivity: Sensitivity,
  charter: Charter,
  style: ProjectionStyle,
): string {
  const { language } = style;
  const tables = sensitivityTables(sensitivity, charter, language);
  const notes = [ANALYSIS_TEXTS.sensitivityNote[language], ANALYSIS_TEXTS.ownFunds[language]];
  return page(ANALYSIS_TEXTS.sensitivity[language], sensitivity, { tables, notes }, style);
}

export function frontierPage(frontier: Frontier, charter: Charter, style: ProjectionStyle): string {
  const { language } = style;
  const tables = frontierTables(frontier, charter, language);
  const drawn = frontierDrawn(frontier, charter, style);
  const notes = [...drawn, ...frontierNotes(frontier, charter, language)];
  return page(ANALYSIS_TEXTS.frontier[language], frontier, { tables, notes }, style);
}

const PLACES = 48;

/** The median and mean rates of the first side at each target, as marks between least and most. */
function frontierDrawn(
  { points }: Frontier,
  charter: Charter,
  { language }: ProjectionStyle,
): readonly string[] {
  const party = points[0]?.parties[0];
  if (party === undefined) return [];
  const rates = points.flatMap(({ parties }) => [parties[0]!.irr.median, parties[0]!.irr.mean]);
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  const place = (rate: number): number =>
    most === least ? 0 : Math.round(((PLACES - 1) * (rate - least)) / (most - least));
  const [low, high] = [least, most].map((rate) => percentText(rate, 2));
  return [
    filled(ANALYSIS_TEXTS.drawn, partyName(charter, party.party)[language], low!, high!)[language],
    ...points.map(({ target, parties }) => {
      const marks = Array.from({ length: PLACES }, () => "·");
      marks[place(parties[0]!.irr.mean)] = "○";
      marks[place(parties[0]!.irr.median)] = "●";
      return `${percentText(target, 0).padStart(5)} ${marks.join("")}`;
    }),
  ];
}

export function bearablePage(bearable: Bearable, charter: Charter, style: ProjectionStyle): string {
  const { language } = style;
  const tables = bearableTables(bearable, charter, language);
  const [date, until] = [bearable.date, bearable.until].map((each) => monthText(each, language));
  const notes = [
    filled(ANALYSIS_TEXTS.bearableAt, date!, until!)[language],
    ANALYSIS_TEXTS.expected[language],
  ];
  return page(ANALYSIS_TEXTS.bearable[language], bearable, { tables, notes }, style);
}
