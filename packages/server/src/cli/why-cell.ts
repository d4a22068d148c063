import { Ratio } from "@jointfund/core/base/ratio.ts";
import { MICRO_UNITS_PER_UNIT } from "@jointfund/core/capital/state.ts";
import { explainEvaluation } from "@jointfund/core/expression/explain.ts";
import { formatTrace } from "@jointfund/core/expression/format-trace.ts";
import { LANGUAGES as EXPRESSION_LANGUAGES } from "@jointfund/core/expression/languages.ts";
import { findCovenant } from "@jointfund/core/fund/debt/covenants.ts";
import { fundEnvironment, noAct } from "@jointfund/core/fund/environment.ts";
import { compiled } from "@jointfund/core/fund/expressions.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import type {
  CellSource,
  CellValue,
  PageCell,
  PageCells,
} from "@jointfund/core/statements/page-cell.ts";
import { cellLabel } from "../languages/cell-labels.ts";
import { dateText, shortId } from "../languages/figures.ts";
import { LABELS } from "../languages/labels.ts";
import { localized, type Language, type Text } from "../languages/language.ts";
import { EPISODE_WORDS } from "../languages/page-texts.ts";
import { clauseText } from "../languages/rejections.ts";
import { WHY_TEXTS } from "../languages/why-texts.ts";
import { STATEMENT_WORDS, STEP_WORDS, wordFor } from "../languages/words.ts";
import { contestedText } from "../page/contested-section.ts";
import { decimal } from "../page/figures.ts";
import { padEnd, padStart } from "../page/layout.ts";
import { filled } from "./invocation.ts";
import {
  actAt,
  AMOUNT_COLUMN,
  plainAmount,
  tellAct,
  tellParts,
  type Telling,
} from "./why-postings.ts";

/** Lines of a list that are told; of more a count. */
const LINES_MAX = 24;
const DECIMALS = 6;

/** What cells are explained with: the page that they are of. */
export type CellTelling = Telling & { readonly page: FundPage; readonly cells: PageCells };

/** Millionths of units as units: whole ones without decimals. */
export function unitsText(microUnits: bigint): string {
  return trimmed(decimal(Ratio.make(microUnits, MICRO_UNITS_PER_UNIT), DECIMALS));
}

const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** A number in full: amounts to the minor unit, ratios to six decimals. */
export function valueText(value: CellValue): string {
  switch (value.kind) {
    case "money":
      return `${value.currency} ${plainAmount(value.minor, value.currency)}`;
    case "units":
      return unitsText(value.microUnits);
    case "price":
      return `${value.currency} ${Ratio.toDecimalText(value.price) ?? decimal(value.price, 8)}`;
    case "share":
    case "rate":
      return `${trimmed(decimal(Ratio.mul(value.ratio, Ratio.make(100n)), DECIMALS))}%`;
    case "multiple":
      return `${trimmed(decimal(value.ratio, DECIMALS))}x`;
    case "change":
    case "exchangeRate":
      return trimmed(decimal(value.ratio, DECIMALS));
    case "count":
      return `${value.count}`;
    case "entries":
      return value.entries.map((entry) => `#${entry}`).join(" ");
  }
}

/** A cell by name and number, then where it comes from. */
export function tellCell(telling: CellTelling, cell: PageCell): void {
  const { invocation, record } = telling;
  const { id, value, source } = cell;
  const label = invocation.say(cellLabel(record.state.charter, id));
  const title = `${invocation.paint("bold", label)}  ${valueText(value)}`;
  if (source.kind !== "postings") {
    invocation.line(title);
    return tellSource(telling, cell);
  }
  const parts = source.parts();
  invocation.line(`${title}  (${invocation.say(filled(LABELS.sumOf, parts.length))})`);
  tellParts(telling, parts, currencyOf(telling, value));
}

const currencyOf = ({ page }: CellTelling, value: CellValue): string =>
  value.kind === "money" ? value.currency : page.currency;

function say(telling: CellTelling, text: Text): void {
  for (const line of telling.invocation.each((language) => text[language])) {
    telling.invocation.line(line);
  }
}

/** At most so many lines, and how many more there are. */
function tellLines(telling: CellTelling, lines: readonly string[]): void {
  const { invocation, all } = telling;
  const shown = all ? lines : lines.slice(0, LINES_MAX);
  for (const line of shown) invocation.line(line);
  const more = lines.length - shown.length;
  if (more > 0) invocation.line(invocation.say(filled(WHY_TEXTS.moreLines, more)));
}

/** Cells that another is made of, by number, id and name. */
function tellCells(telling: CellTelling, ids: readonly string[]): void {
  const { cells, invocation, record } = telling;
  const lines = ids.flatMap((id) => {
    const cell = cells.get(id);
    if (cell === undefined) return [];
    const label = invocation.say(cellLabel(record.state.charter, id));
    return [`  ${padStart(valueText(cell.value), AMOUNT_COLUMN)}  ${padEnd(id, 28)}  ${label}`];
  });
  tellLines(telling, lines);
}

type SourceOf<Kind extends CellSource["kind"]> = Extract<CellSource, { readonly kind: Kind }>;

function tellSource(telling: CellTelling, cell: PageCell): void {
  const { source, value } = cell;
  switch (source.kind) {
    case "postings":
      return;
    case "acts":
      return tellActParts(telling, source, value);
    case "units":
      return tellUnits(telling, source);
    case "sum":
      if (source.plus.length > 0) say(telling, WHY_TEXTS.sum);
      else say(telling, WHY_TEXTS.nothing);
      tellCells(telling, source.plus);
      if (source.minus.length > 0) say(telling, WHY_TEXTS.less);
      return tellCells(telling, source.minus);
    case "quotient":
      say(telling, WHY_TEXTS.over);
      tellCells(telling, source.over);
      say(telling, WHY_TEXTS.under);
      return tellCells(telling, source.under);
    case "difference":
      say(telling, WHY_TEXTS.difference);
      return tellCells(telling, [source.of, source.less]);
    case "allocation":
      return tellAllocation(telling, source);
    case "heldDebt":
      say(telling, WHY_TEXTS.heldDebt);
      return tellHeldDebt(telling, source, value);
    case "term":
      return say(telling, withClause(WHY_TEXTS.term, source.clause));
    case "assumed": {
      const { en, ja } = localized(source.source);
      const { assumed } = WHY_TEXTS;
      return say(telling, {
        en: [assumed.en, en].filter((text) => text !== "").join(": "),
        ja: [assumed.ja, ja].filter((text) => text !== "").join("："),
      });
    }
    default:
      return tellOther(telling, cell);
  }
}

function tellOther(telling: CellTelling, { id, source, value }: PageCell): void {
  switch (source.kind) {
    case "converted":
      say(telling, WHY_TEXTS.converted);
      return tellConverted(telling, source);
    case "fundingCost":
      return tellFundingCost(telling, source, value);
    case "return": {
      say(telling, WHY_TEXTS.return);
      if (value.kind === "rate" && !value.annualised) say(telling, WHY_TEXTS.wholeTime);
      const { currency } = telling.page;
      const lines = source.flows().map(({ on, minor }) => `  ${flowText(on, minor, currency)}`);
      return tellLines(telling, lines);
    }
    case "covenant":
      return tellCovenant(telling, source);
    case "fall":
      say(telling, filledIn(WHY_TEXTS.fall, wordFor(STEP_WORDS, source.step)));
      return tellCells(telling, [source.of, `${source.of}.limit`]);
    case "strike": {
      say(telling, WHY_TEXTS.strike);
      const act = telling.record.chronicle.acts.get(source.actId);
      return act === undefined ? undefined : tellAct(telling, act);
    }
    case "counted":
      return tellCounted(telling, id, source);
    case "entries":
      return tellEntries(telling, id);
    default:
  }
}

const filledIn = (text: Text, part: Text): Text => ({
  en: filled(text, part.en).en,
  ja: filled(text, part.ja).ja,
});

const withClause = (text: Text, clause: string): Text => ({
  en: `${text.en}, ${clauseText(clause, "en")}`,
  ja: `${text.ja}、${clauseText(clause, "ja")}`,
});

function flowText(on: string, minor: bigint, currency: string): string {
  return `${on}${padStart(plainAmount(minor, currency), AMOUNT_COLUMN)} ${currency}`;
}

function tellActParts(telling: CellTelling, { parts }: SourceOf<"acts">, value: CellValue): void {
  const { invocation, record } = telling;
  const currency = currencyOf(telling, value);
  const all = parts();
  if (all.length === 0) say(telling, WHY_TEXTS.nothing);
  for (const { actId, minor } of all) {
    invocation.line(
      `  ${padStart(plainAmount(minor, currency), AMOUNT_COLUMN)}  ${shortId(actId)}`,
    );
    const act = record.chronicle.acts.get(actId);
    if (act !== undefined) tellAct(telling, act);
  }
}

function tellUnits(telling: CellTelling, { movements }: SourceOf<"units">): void {
  const { invocation, record } = telling;
  say(telling, WHY_TEXTS.unitsMoved);
  const all = movements();
  for (const { on, entry, microUnits } of telling.all ? all : all.slice(-LINES_MAX)) {
    invocation.line(`  ${on}${padStart(unitsText(microUnits), AMOUNT_COLUMN)}  #${entry}`);
    const act = actAt(record, entry);
    if (act !== undefined) tellAct(telling, act);
  }
  const more = telling.all ? 0 : all.length - LINES_MAX;
  if (more > 0) invocation.line(invocation.say(filled(WHY_TEXTS.moreLines, more)));
}

function tellAllocation(telling: CellTelling, source: SourceOf<"allocation">): void {
  const isByUnits = source.by === "units";
  say(telling, isByUnits ? WHY_TEXTS.byUnits : WHY_TEXTS.byLiquidation);
  tellCells(telling, [source.whole]);
  say(telling, WHY_TEXTS.allParts);
  tellCells(telling, source.among);
  if (!isByUnits) return;
  say(telling, WHY_TEXTS.units);
  tellCells(telling, source.units.slice(1));
}

function tellHeldDebt(telling: CellTelling, { parts }: SourceOf<"heldDebt">, value: CellValue) {
  const currency = currencyOf(telling, value);
  const lines = parts().map(({ vehicle, owed, share, minor = 0n, ...of }) => {
    const whole = plainAmount(owed, of.currency);
    const held = `${decimal(Ratio.mul(share, Ratio.make(100n)), 3)}%`;
    const part = padStart(plainAmount(minor, currency), AMOUNT_COLUMN);
    const isOwn = of.currency === currency;
    const rate = of.rate === undefined ? "?" : decimal(of.rate, DECIMALS);
    const at = isOwn ? "" : ` ${of.currency} × ${rate}`;
    return `  ${part}  ${vehicle}: ${whole} × ${held}${at}`;
  });
  if (lines.length === 0) say(telling, WHY_TEXTS.nothing);
  tellLines(telling, lines);
}

function tellConverted(telling: CellTelling, { flows }: SourceOf<"converted">): void {
  const { invocation, page } = telling;
  const lines = flows().map(({ on, minor, rate }) => {
    const number = Ratio.toDecimalText(rate.rate) ?? decimal(rate.rate, DECIMALS);
    const from = rate.on === undefined ? WHY_TEXTS.assumedRate : filled(WHY_TEXTS.fixedOn, rate.on);
    return `  ${flowText(on, minor, page.currency)} × ${number}  ${invocation.say(from)}`;
  });
  if (lines.length === 0) say(telling, WHY_TEXTS.nothing);
  tellLines(telling, lines);
}

function tellFundingCost(
  telling: CellTelling,
  { rate, to, flows }: SourceOf<"fundingCost">,
  value: CellValue,
): void {
  const percent = `${trimmed(decimal(Ratio.mul(rate, Ratio.make(100n)), DECIMALS))}%`;
  const said = (language: Language): string =>
    filled(WHY_TEXTS.fundingCost, percent, dateText(to, language))[language];
  say(telling, { en: said("en"), ja: said("ja") });
  const currency = currencyOf(telling, value);
  tellLines(
    telling,
    flows().map(({ on, amount }) => `  ${flowText(on, Ratio.floor(amount), currency)}`),
  );
}

/** The formula with its figures in it, then the cells of the figures. */
function tellCovenant(telling: CellTelling, { covenant: id, figures }: SourceOf<"covenant">): void {
  const { state } = telling.record;
  const covenant = findCovenant(state, id);
  if (covenant === undefined) return;
  say(telling, withClause(WHY_TEXTS.covenant, covenant.clause));
  const { vehicle, ratio } = covenant;
  const expression = compiled(state.charter, ratio, "ratio", vehicle);
  const trace = explainEvaluation(expression, fundEnvironment(state, noAct(state), vehicle));
  const said = (language: Language): string =>
    `  ${formatTrace(trace, EXPRESSION_LANGUAGES.get(language)!)}`;
  say(telling, { en: said("en"), ja: said("ja") });
  tellCells(telling, [...figures.values()]);
}

function tellCounted(telling: CellTelling, id: string, { counts }: SourceOf<"counted">): void {
  const { invocation } = telling;
  say(telling, WHY_TEXTS.counted);
  const words = id === "contested" ? EPISODE_WORDS : STATEMENT_WORDS;
  const lines = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => {
      const known = Object.hasOwn(words, name);
      const text = known ? invocation.say(wordFor(words, name)) : name;
      return `  ${padStart(`${count}`, AMOUNT_COLUMN)}  ${text}`;
    });
  tellLines(telling, lines);
  if (id === "contested")
    tellCells(
      telling,
      telling.page.episodes.map((of) => of.id),
    );
}

/** What belongs together of what was contested: each line with its entry, clause and act. */
function tellEntries(telling: CellTelling, id: string): void {
  const { invocation, page, record, cells } = telling;
  const { charter } = record.state;
  const episode = page.episodes.find((of) => of.id === id);
  for (const line of episode?.lines ?? []) {
    const text = contestedText({ record: { charter, cells, broken: [], next: [] } }, line);
    const about = (language: Language): string =>
      `${line.on}  #${line.entry}  ${text[language]}, ${clauseText(line.clause, language)}`;
    for (const each of invocation.each(about)) invocation.line(each);
    const actId = "actId" in line ? line.actId : "call" in line ? line.call : undefined;
    const act = actId === undefined ? actAt(record, line.entry) : record.chronicle.acts.get(actId);
    if (act !== undefined) tellAct(telling, act);
  }
}
