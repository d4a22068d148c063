import type { Charter } from "@jointfund/core/charter/charter.ts";
import { PATH_EVENTS } from "@jointfund/projection/pricing/path-results.ts";
import type { Price, PriceFor } from "@jointfund/projection/pricing/price.ts";
import { localized, type Language } from "../languages/language.ts";
import { filled } from "../languages/page-texts.ts";
import { EVENT_TEXTS, PRICE_TEXTS } from "../languages/price-texts.ts";
import { row, wrap } from "../page/layout.ts";
import type { PartReport } from "../charter/comparison-report.ts";
import type { PriceComparison, PricedReading, PriceInput } from "./price-comparison.ts";
import { amountScale, numberText, percentText } from "./projected-figures.ts";
import { partyName, type ProjectionStyle } from "./projection-style.ts";

/** What readings of a charter are worth to each side, as a page of text in one language. */
export function pricePage(
  comparison: PriceComparison,
  input: PriceInput,
  style: ProjectionStyle,
): string {
  const { first, others, request } = input;
  const { language, columns, paint } = style;
  const { charter } = first;
  const [only] = others;
  const title =
    request.second === undefined
      ? filled(PRICE_TEXTS.ofDraft, sideName(charter, first.name, language))
      : filled(PRICE_TEXTS.ofTwo, first.name, only?.name ?? "");
  const run = [comparison.paths, comparison.years].map((count) => numberText(count, 0));
  const head = [
    ...wrap(title[language], columns).map((line) => paint("bold", line)),
    ...wrap(filled(PRICE_TEXTS.run, ...run, comparison.seed)[language], columns),
    ...assumedLines(input, style),
  ];
  const sections = [
    head,
    firstLines(comparison, charter, style),
    ...comparison.readings.map((reading) => readingLines(reading, charter, style)),
    wrap(PRICE_TEXTS.note[language], columns),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** What is assumed: once, or of both charters where each has its own. */
function assumedLines(
  { first, others }: PriceInput,
  { language, columns }: ProjectionStyle,
): readonly string[] {
  const titles = [first, ...others.flatMap(({ compiled }) => compiled ?? [])].map(
    ({ assumptions }) => localized(assumptions.title)[language],
  );
  const said = [...new Set(titles)].join(" · ");
  return wrap(filled(PRICE_TEXTS.assumed, said)[language], columns);
}

/** A side by its name, a file as it is. */
function sideName(charter: Charter, name: string, language: Language): string {
  return partyName(charter, name)[language];
}

const COLUMN = 12;

const line = (label: string, cells: readonly string[], columns: number): string =>
  row(label, cells, [columns - COLUMN * cells.length, ...cells.map(() => COLUMN)]);

function firstLines(
  { first }: PriceComparison,
  charter: Charter,
  style: ProjectionStyle,
): readonly string[] {
  const { language, columns, paint } = style;
  const heads = ["expected", "error", "median", "bad", "loss"] as const;
  const name = sideName(charter, first.name, language);
  const title = filled(PRICE_TEXTS.first, name)[language];
  return [
    paint("bold", line(title, headsOf(heads, language), columns)),
    ...first.price.parties.map(({ party, currency, prospect }) => {
      const { mean, standardError, median, bad, lossProbability } = prospect;
      const scale = amountScale(largest(mean, median, bad), currency, language);
      return line(
        partyLabel(charter, party, scale.unit, language),
        [...[mean, standardError, median, bad].map(scale.show), percentText(lossProbability)],
        columns,
      );
    }),
    ...chanceLines(first.price, style, false),
  ];
}

const largest = (...values: readonly number[]): number => Math.max(...values.map(Math.abs));

const headsOf = (
  heads: readonly ("expected" | "error" | "median" | "bad" | "loss" | "better")[],
  language: Language,
): readonly string[] => heads.map((head) => PRICE_TEXTS[head][language]);

const partyLabel = (charter: Charter, party: string, unit: string, language: Language): string =>
  `  ${filled(PRICE_TEXTS.party, partyName(charter, party)[language], unit)[language]}`;

function readingLines(
  reading: PricedReading,
  charter: Charter,
  style: ProjectionStyle,
): readonly string[] {
  const { language, columns, paint } = style;
  const { bracket, parts, standing, price } = reading;
  const name = bracket === undefined ? reading.name : sideName(charter, bracket.side, language);
  const said = bracket === undefined ? name : filled(PRICE_TEXTS.reading, name)[language];
  const place = bracket === undefined || parts.length > 0 ? "" : ` ${bracket.path}`;
  const heading = wrap(`${said}${place}`, columns).map((each) => paint("bold", each));
  const differing = bracket === undefined ? [] : parts.flatMap((part) => partLines(part, style));
  const top = [...heading, ...differing];
  if (price === null) {
    const why = standing === "priced" ? "ended" : standing;
    return [...top, ...wrap(PRICE_TEXTS[why][language], columns - 2).map((each) => `  ${each}`)];
  }
  const heads = ["expected", "error", "median", "bad", "better"] as const;
  return [
    ...top,
    line(`  ${PRICE_TEXTS.otherwise[language]}`, headsOf(heads, language), columns),
    ...price.parties.map((each) => differenceLine(each, charter, style)),
    ...chanceLines(price, style, true),
  ];
}

function differenceLine(
  { party, currency, difference }: PriceFor,
  charter: Charter,
  { language, columns }: ProjectionStyle,
): string {
  const { mean, standardError, median, bad, better } = difference;
  const scale = amountScale(largest(mean, median, bad), currency, language);
  const cells = [
    ...[signed(scale.show(mean)), scale.show(standardError)],
    ...[signed(scale.show(median)), signed(scale.show(bad)), percentText(better)],
  ];
  return line(partyLabel(charter, party, scale.unit, language), cells, columns);
}

/** A difference with its sign; none before a zero. */
const signed = (text: string): string =>
  /^[0-9]/.test(text) && /[1-9]/.test(text) ? `+${text}` : text;

function chanceLines(
  { chances }: Price,
  { language, columns }: ProjectionStyle,
  withDifference: boolean,
): readonly string[] {
  const said = PATH_EVENTS.map((event) => {
    const { probability, difference } = chances[event];
    const change = withDifference ? ` (${signed(percentText(difference, 2))})` : "";
    return `${EVENT_TEXTS[event][language]} ${percentText(probability, 2)}${change}`;
  });
  const text = filled(PRICE_TEXTS.chance, said.join(" · "))[language];
  return wrap(text, columns - 2).map((each) => `  ${each}`);
}

/** The clause, and what it says in the first reading and in this one. */
function partLines(
  { title, clause, terms }: PartReport,
  { language, columns }: ProjectionStyle,
): readonly string[] {
  const number = clause.second ?? clause.first ?? "";
  const head = `${number === "" ? "" : `[${number}] `}${title[language]}`;
  const texts = terms.map(({ label, first, second }) => {
    const [was, is] = [first, second].map((each) => each?.[language] ?? "–");
    return `${label[language]}${language === "ja" ? "：" : ": "}${was} → ${is}`;
  });
  return [head, ...texts].flatMap((text, index) =>
    wrap(text.replaceAll("\n", "; "), columns - 4).map(
      (each) => (index === 0 ? "  " : "    ") + each,
    ),
  );
}
