import type { Charter } from "@jointfund/core/charter/charter.ts";
import type {
  Chance,
  Distribution,
  Fan,
  ProjectedOutcome,
  Projection,
  Series,
} from "@jointfund/projection/outcomes/projection.ts";
import { localized, type Language, type Text } from "../languages/language.ts";
import { filled } from "../languages/page-texts.ts";
import {
  CHANCE_TEXTS,
  FUND_FAN_TEXTS,
  PROJECTION_TEXTS,
  STATISTIC_TEXTS,
} from "../languages/projection-texts.ts";
import { row } from "../page/layout.ts";
import { drawnFan } from "./drawn-fan.ts";
import {
  amountAlone,
  amountScale,
  type AmountScale,
  fiscalYearText,
  largestOf,
  monthText,
  numberText,
  percentText,
} from "./projected-figures.ts";
import { noteLines } from "./projection-notes.ts";
import { headLines, type ProjectedOf } from "./projection-head.ts";
import { partyName, type ProjectionStyle } from "./projection-style.ts";

/** A projection as a page of text in one language. */
export function projectionPage(
  projection: Projection,
  of: ProjectedOf,
  style: ProjectionStyle,
): string {
  const { charter } = of;
  const sections = [
    headLines(projection, of, style),
    netAssetLines(projection, style),
    ...(projection.classes.length > 0
      ? [tableLines(unitPriceTable(projection, charter, style.language), style)]
      : []),
    chanceLines(projection, charter, style),
    ...projection.parties.map((party) => partyLines(party, charter, style)),
    noteLines(projection, of, style),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const COLUMNS_SHOWN = 6;
const COLUMN = 11;

/** Six places of a series, evenly, the last one among them. */
function shownOf(count: number): readonly number[] {
  if (count <= COLUMNS_SHOWN) return Array.from({ length: count }, (_, index) => index);
  return Array.from(
    { length: COLUMNS_SHOWN },
    (_, index) => Math.round(((index + 1) * count) / COLUMNS_SHOWN) - 1,
  );
}

/** Of the days that are told, those that end a year of the projection. */
function shownDates({ dates, opens }: Projection): readonly number[] {
  const month = opens.slice(5, 7);
  const yearEnds = dates.flatMap((date, index) =>
    date.slice(5, 7) === month || index === dates.length - 1 ? [index] : [],
  );
  return shownOf(yearEnds.length).map((index) => yearEnds[index]!);
}

/** A table of a page in one language. */
export type Table = {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [label: string, cells: readonly string[]])[];
};

function tableLines({ title, heads, rows }: Table, { columns, paint }: ProjectionStyle): string[] {
  const widths = [columns - COLUMN * heads.length, ...heads.map(() => COLUMN)];
  return [
    paint("bold", row(title, heads, widths)),
    ...rows.map(([label, cells]) => row(`  ${label}`, cells, widths)),
  ];
}

const titled = (text: Text, unit: string, language: Language): string =>
  filled(PROJECTION_TEXTS.in, text[language], unit)[language];

function netAssetLines(projection: Projection, style: ProjectionStyle): readonly string[] {
  const { language } = style;
  const { dates, fund, currency } = projection;
  const shown = shownDates(projection);
  const fan = fund.netAssets;
  const names = ["p95", "p75", "p50", "p25", "p5", "mean", "standardError"] as const;
  const scale = amountScale(largestOf([pick(fan.p95, shown)]), currency, language);
  const title = titled(FUND_FAN_TEXTS.netAssets, scale.unit, language);
  const heads = shown.map((index) => monthText(dates[index]!, language));
  const rows = names.map(
    (name) => [STATISTIC_TEXTS[name][language], pick(fan[name], shown).map(scale.show)] as const,
  );
  const medians = (["trueNetAssets", "debt"] as const).map(
    (name) =>
      [
        filled(PROJECTION_TEXTS.medianOf, FUND_FAN_TEXTS[name][language])[language],
        pick(fund[name].p50, shown).map(scale.show),
      ] as const,
  );
  const leverage = [
    filled(PROJECTION_TEXTS.medianOf, FUND_FAN_TEXTS.leverage[language])[language],
    pick(fund.leverage.p50, shown).map((share) => percentText(share)),
  ] as const;
  return [
    ...tableLines({ title, heads, rows: [...rows, ...medians, leverage] }, style),
    "",
    ...drawnFan(fan, dates, { scale, language, columns: style.columns }),
    `  ${PROJECTION_TEXTS.fanKey[language]}`,
  ];
}

const pick = (series: Series, indexes: readonly number[]): Series =>
  indexes.map((index) => series[index] ?? null);

const chanceLines = (
  projection: Projection,
  charter: Charter,
  style: ProjectionStyle,
): readonly string[] => tableLines(chanceTable(projection, charter, style.language), style);

/** What a unit of each class is worth, where classes open to others than the founders. */
export function unitPriceTable(
  projection: Projection,
  charter: Charter,
  language: Language,
): Table {
  const shown = shownDates(projection);
  const cells = ({ p50 }: Fan): readonly string[] =>
    pick(p50, shown).map((price) => (price === null ? "–" : numberText(price, 4)));
  const { vehicle } = charter.capital;
  const founders = charter.classes.find((each) => each.vehicle === vehicle)?.id ?? "";
  const classes = [
    { id: founders, pricePerUnit: projection.fund.pricePerUnit },
    ...projection.classes,
  ];
  return {
    title: PROJECTION_TEXTS.unitPrices[language],
    heads: shown.map((index) => monthText(projection.dates[index]!, language)),
    rows: classes.map(({ id, pricePerUnit }) => [
      partyName(charter, id)[language],
      cells(pricePerUnit),
    ]),
  };
}

/** How likely the fund's troubles are by some days. */
export function chanceTable(projection: Projection, charter: Charter, language: Language): Table {
  const shown = shownDates(projection);
  const cells = ({ probability }: Chance): readonly string[] =>
    pick(probability, shown).map((share) => percentText(share, 2));
  const names = Object.keys(CHANCE_TEXTS) as (keyof typeof CHANCE_TEXTS)[];
  const covenants = Object.entries(projection.covenants).map(([id, chance]) => {
    const found = charter.leverage?.covenants.find((covenant) => covenant.id === id);
    const name = localized(found?.name ?? { en: id })[language];
    const text = filled(PROJECTION_TEXTS.covenantBreached, name)[language];
    return [text, cells(chance)] as const;
  });
  return {
    title: PROJECTION_TEXTS.chances[language],
    heads: shown.map((index) => monthText(projection.dates[index]!, language)),
    rows: [
      ...names.map(
        (name) => [CHANCE_TEXTS[name][language], cells(projection.chances[name])] as const,
      ),
      ...covenants,
    ],
  };
}

const partyLines = (
  party: ProjectedOutcome,
  charter: Charter,
  style: ProjectionStyle,
): readonly string[] => [
  ...tableLines(partyTable(party, charter, style.language), style),
  "",
  ...tableLines(terminalTable(party, style.language), style),
  ...terminalNotes(party, style.language).map((note) => `  ${note}`),
];

/** What a party pays in and gets in its own fiscal years. */
export function partyTable(party: ProjectedOutcome, charter: Charter, language: Language): Table {
  const whole = party.years.flatMap(({ isWhole }, index) => (isWhole ? [index] : []));
  const shown = shownOf(whole.length).map((index) => whole[index]!);
  const years = shown.map((index) => party.years[index]!);
  const largest = largestOf([
    pick(party.fans.worth.p50, shown),
    years.map(({ paidIn }) => paidIn.p50),
  ]);
  const scale = amountScale(largest, party.currency, language);
  const { fans, chances } = party;
  const name = partyName(charter, party.id)[language];
  const rows: readonly (readonly [Text, readonly string[]])[] = [
    [PROJECTION_TEXTS.paidInMedian, years.map(({ paidIn }) => scale.show(paidIn.p50))],
    [PROJECTION_TEXTS.distributedHigh, years.map((year) => scale.show(year.distributed.p95))],
    [PROJECTION_TEXTS.distributedMedian, years.map((year) => scale.show(year.distributed.p50))],
    [PROJECTION_TEXTS.distributedLow, years.map((year) => scale.show(year.distributed.p5))],
    [PROJECTION_TEXTS.distributedMean, years.map((year) => scale.show(year.distributed.mean))],
    ...revenueRows(years, scale),
    [PROJECTION_TEXTS.worthMedian, pick(fans.worth.p50, shown).map(scale.show)],
    [
      PROJECTION_TEXTS.lossOfCapital,
      pick(chances.lossOfCapital.probability, shown).map((share) => percentText(share)),
    ],
  ];
  const said = party.kind === "class" ? PROJECTION_TEXTS.holders : PROJECTION_TEXTS.party;
  const title = filled(said, name, scale.unit)[language];
  return {
    title,
    heads: years.map(({ year }) => fiscalYearText(year, language)),
    rows: rows.map(([text, cells]) => [text[language], cells] as const),
  };
}

/** By where it came from; what money costs the holders of a class is not assumed. */
function revenueRows(
  years: ProjectedOutcome["years"],
  scale: AmountScale,
): readonly (readonly [Text, readonly string[]])[] {
  const told = years.flatMap(({ revenue }) => revenue ?? []);
  if (told.length === 0) return [];
  const medians = (name: "income" | "gains" | "capital" | "net"): readonly string[] =>
    told.map((revenue) => scale.show(revenue[name].p50));
  return [
    [PROJECTION_TEXTS.incomeMedian, medians("income")],
    [PROJECTION_TEXTS.gainsMedian, medians("gains")],
    [PROJECTION_TEXTS.capitalMedian, medians("capital")],
    [PROJECTION_TEXTS.netMedian, medians("net")],
    [
      PROJECTION_TEXTS.netBelowZero,
      told.map(({ netBelowZero }) => percentText(netBelowZero.probability)),
    ],
  ];
}

/** How it ended for a party. */
export function terminalTable(party: ProjectedOutcome, language: Language): Table {
  const { irr, tvpi, dpi, gain } = party.terminal;
  const names = ["p5", "p25", "p50", "p75", "p95", "mean"] as const;
  const scale = amountScale(largestOf([[gain.p95, gain.p5]]), party.currency, language);
  const cells = (of: Distribution, show: (value: number | null) => string): readonly string[] =>
    names.map((name) => show(of[name]));
  const multiple = (value: number | null): string =>
    value === null ? "–" : `${numberText(value, 2)}${language === "ja" ? "倍" : "x"}`;
  return {
    title: PROJECTION_TEXTS.atTheEnd[language],
    heads: names.map((name) => SHORT_STATISTICS[name][language]),
    rows: [
      [PROJECTION_TEXTS.irr[language], cells(irr, (rate) => percentText(rate))],
      [PROJECTION_TEXTS.tvpi[language], cells(tvpi, multiple)],
      [PROJECTION_TEXTS.dpi[language], cells(dpi, multiple)],
      [titled(PROJECTION_TEXTS.gain, scale.unit, language), cells(gain, scale.show)],
    ],
  };
}

/** What stands below that table. */
export function terminalNotes(party: ProjectedOutcome, language: Language): readonly string[] {
  const { irrCounts, expectedShortfall } = party.terminal;
  const shortfall = amountAlone(expectedShortfall, party.currency, language);
  const { ambiguous, noRoot, totalLoss } = irrCounts;
  const untold = filled(
    PROJECTION_TEXTS.rateCounts,
    ...[ambiguous + noRoot, ambiguous, noRoot, totalLoss].map((count) => numberText(count, 0)),
  );
  const hasUntold = ambiguous + noRoot + totalLoss > 0;
  return [
    filled(PROJECTION_TEXTS.shortfall, shortfall)[language],
    ...(hasUntold ? [untold[language]] : []),
  ];
}

const SHORT_STATISTICS = {
  p5: { en: "5 %", ja: "5％点" },
  p25: { en: "25 %", ja: "25％点" },
  p50: STATISTIC_TEXTS.p50,
  p75: { en: "75 %", ja: "75％点" },
  p95: { en: "95 %", ja: "95％点" },
  mean: STATISTIC_TEXTS.mean,
} as const;
