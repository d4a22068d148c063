import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import {
  wordsIn,
  type Report,
  type Sheet,
  type SheetCell,
  type SheetChart,
  type SheetTable,
} from "@jointfund/formats/sheet/sheet.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import { ANALYSIS_TEXTS } from "../../languages/analysis-texts.ts";
import { localized, type Language } from "../../languages/language.ts";
import { filled } from "../../languages/page-texts.ts";
import {
  PROJECTION_LIMITS,
  PROJECTION_REPORT_TEXTS,
} from "../../languages/projection-report-texts.ts";
import { MODEL_TEXTS, PROJECTION_TEXTS } from "../../languages/projection-texts.ts";
import { REPORT_LABELS } from "../../languages/report-labels.ts";
import {
  bearableTables,
  frontierNotes,
  frontierTables,
  sensitivityTables,
} from "../analysis-tables.ts";
import type { Bearable } from "../bearable.ts";
import type { Frontier } from "../frontier.ts";
import { monthText } from "../projected-figures.ts";
import { headTexts, type ProjectedOf } from "../projection-head.ts";
import { projectionNotes } from "../projection-notes.ts";
import {
  chanceTable,
  partyTable,
  terminalNotes,
  terminalTable,
  unitPriceTable,
} from "../projection-page.ts";
import { partyName } from "../projection-style.ts";
import type { Sensitivity } from "../sensitivity.ts";
import { projectionCharts } from "./charts.ts";
import { frontierChart } from "./frontier-chart.ts";

/** What is told beside the projection, if it was asked for. */
export type Analyses = {
  readonly sensitivity?: Sensitivity;
  readonly frontier?: Frontier;
  readonly bearable?: Bearable;
};

export type ReportedProjection = {
  readonly projection: Projection;
  readonly of: ProjectedOf;
  readonly analyses: Analyses;
};

/** A projection as a report in one language [PJ115]. */
export function projectionReport(
  { projection, of, analyses }: ReportedProjection,
  language: Language,
): Report {
  const { charter } = of;
  const words = (text: string) => wordsIn([language], { [language]: text });
  const { contents, line, page, exact, rounded } = REPORT_LABELS;
  const title = `${PROJECTION_TEXTS.title[language]}: ${localized(charter.title)[language]}`;
  return {
    languages: [language],
    title: words(title),
    notice: words(PROJECTION_TEXTS.noForecast[language]),
    source: words(headTexts(projection, of, language)[0] ?? ""),
    recordedTo: projection.opens,
    labels: {
      ...{ contents: words(contents[language]), line: words(line[language]) },
      ...{ page: words(page[language]), exact: words(exact[language]) },
      rounded: words(rounded[language]),
    },
    sheets: [
      ...projectedSheets(projection, of, language),
      ...analysedSheets(charter, { analyses, language }),
      limitsSheet(projection, of, language),
    ].map((section) => sheetOf(section, projection, language)),
  };
}

type TextTable = {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [label: string, cells: readonly string[]])[];
};
type Section = {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly charts: readonly SheetChart[];
  readonly tables: readonly TextTable[];
};

function projectedSheets(
  projection: Projection,
  of: ProjectedOf,
  language: Language,
): readonly Section[] {
  const { charter } = of;
  const charts = projectionCharts(projection, charter, language);
  const drawn = (name: string): readonly SheetChart[] =>
    charts
      .filter((chart) => chart.name === name)
      .map(({ svg }) => ({ language, svg, said: descriptionOf(svg) }));
  return [
    {
      ...{ id: "fund", title: PROJECTION_REPORT_TEXTS.fund[language] },
      notes: headTexts(projection, of, language),
      charts: [...drawn("net-assets"), ...drawn("chances")],
      tables: [
        ...(projection.classes.length > 0 ? [unitPriceTable(projection, charter, language)] : []),
        chanceTable(projection, charter, language),
      ],
    },
    ...projection.parties.map((party) => ({
      ...{ id: `party-${party.id}`, title: partyName(charter, party.id)[language] },
      notes: terminalNotes(party, language),
      charts: drawn(`distributions-${party.id}`),
      tables: [partyTable(party, charter, language), terminalTable(party, language)],
    })),
  ];
}

/** What a chart says of itself in words. */
const descriptionOf = (svg: string): string => /<desc>([^<]*)<\/desc>/.exec(svg)?.[1] ?? "";

function analysedSheets(
  charter: Charter,
  { analyses, language }: { readonly analyses: Analyses; readonly language: Language },
): readonly Section[] {
  const { sensitivity, frontier, bearable } = analyses;
  const sections: Section[] = [];
  const plain = (tables: ReturnType<typeof sensitivityTables>): readonly TextTable[] =>
    tables.map(({ title, heads, rows }) => ({
      ...{ title, heads },
      rows: rows.map(({ label, cells }) => [label, cells] as const),
    }));
  if (sensitivity !== undefined) {
    sections.push({
      ...{ id: "sensitivity", title: ANALYSIS_TEXTS.sensitivity[language], charts: [] },
      notes: [ANALYSIS_TEXTS.sensitivityNote[language], ANALYSIS_TEXTS.ownFunds[language]],
      tables: plain(sensitivityTables(sensitivity, charter, language)),
    });
  }
  if (frontier !== undefined) {
    const svg = frontierChart(frontier, charter, language);
    sections.push({
      ...{ id: "frontier", title: ANALYSIS_TEXTS.frontier[language] },
      charts: [{ language, svg, said: descriptionOf(svg) }],
      notes: frontierNotes(frontier, charter, language),
      tables: plain(frontierTables(frontier, charter, language)),
    });
  }
  if (bearable !== undefined) {
    const dates = [bearable.date, bearable.until].map((date) => monthText(date, language));
    sections.push({
      ...{ id: "bearable", title: ANALYSIS_TEXTS.bearable[language], charts: [] },
      notes: [
        filled(ANALYSIS_TEXTS.bearableAt, ...dates)[language],
        ANALYSIS_TEXTS.expected[language],
      ],
      tables: plain(bearableTables(bearable, charter, language)),
    });
  }
  return sections;
}

/** The honest page: what is assumed, and what such figures can't say. */
function limitsSheet(projection: Projection, of: ProjectedOf, language: Language): Section {
  const { charter, assumptions } = of;
  const { market, borrowing, exchange, selling, treasuries } = assumptions;
  const texts = PROJECTION_REPORT_TEXTS;
  const volatility = "volatility" in market.model ? market.model.volatility : "–";
  const rows: readonly (readonly [string, string])[] = [
    [texts.model[language], MODEL_TEXTS[market.model.kind][language]],
    [texts.expectedReturn[language], market.expectedReturn],
    [texts.volatility[language], volatility],
    [texts.target[language], borrowing.target],
    [texts.spreads[language], `${borrowing.lineSpread}, ${borrowing.bondSpread}`],
    [texts.haircut[language], selling.haircut],
    ...Object.entries(exchange).map(([currency, quote]) => {
      const said = `${quote.rate}, ${quote.drift}, ${quote.volatility}`;
      return [filled(texts.quote, currency)[language], said] as const;
    }),
    ...Object.entries(treasuries).map(([party, { fundingRate, stops }]) => {
      const name = partyName(charter, party)[language];
      return [filled(texts.stops, name)[language], `${fundingRate}, ${stops}`] as const;
    }),
  ];
  return {
    ...{ id: "limits", title: texts.limits[language], charts: [] },
    notes: [
      ...PROJECTION_LIMITS.map((text) => text[language]),
      ...projectionNotes(projection, charter, assumptions, language),
    ],
    tables: [
      {
        ...{ title: texts.assumed[language], heads: [texts.value[language]] },
        rows: rows.map(([label, value]) => [label, [value]] as const),
      },
    ],
  };
}

function sheetOf(
  { id, title, notes, charts, tables }: Section,
  { currency, opens, ends }: Projection,
  language: Language,
): Sheet {
  const words = (text: string) => wordsIn([language], { [language]: text });
  return {
    ...{ id, title: words(title), subtitles: notes.map(words), scope: id, currency },
    ...{ from: opens, to: ends, charts },
    tables: tables.map((table, place): SheetTable => ({
      ...{ id: `${id}-${place}`, caption: words(table.title) },
      columns: table.heads.map((head, at) => ({ id: `c${at}`, heading: words(head) })),
      rows: table.rows.map(([label, cells], at) => ({
        ...{ id: `r${at}`, label: words(label), rank: "line" },
        cells: cells.map((text) => cellOf(text, language)),
      })),
    })),
  };
}

const FIGURE = /^(?:\* )?\+?(?<digits>-?[0-9,]+(?:\.(?<decimals>[0-9]+))?)(?<unit>[%x倍]?)$/;

/** A figure as it is shown; any other text as text. */
function cellOf(text: string, language: Language): SheetCell {
  const said = wordsIn([language], { [language]: text });
  const { digits, decimals = "", unit } = FIGURE.exec(text)?.groups ?? {};
  if (digits === undefined) return { kind: "text", said };
  const size = 10n ** BigInt(decimals.length);
  const value = Ratio.make(BigInt(digits.replaceAll(/[,.]/g, "")), size);
  return unit === "%"
    ? {
        ...{ kind: "percent", said, decimals: decimals.length },
        value: Ratio.div(value, Ratio.make(100n)),
      }
    : { kind: "number", measure: "multiple", said, value, decimals: decimals.length };
}
