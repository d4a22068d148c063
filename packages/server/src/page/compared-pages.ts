import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import type { CellValue } from "@jointfund/core/statements/page-cell.ts";
import { cellLabel } from "../languages/cell-labels.ts";
import type { Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { decimal, inOwnCurrency, percent, shownInScale, type Scale } from "./figures.ts";
import { pageParts } from "./fund-page.ts";
import { padEnd, row, widthOf } from "./layout.ts";
import {
  inline,
  label,
  sectionOf,
  short,
  type PageRecord,
  type PageStyle,
  type Section,
} from "./section.ts";

/** A page and what it is called beside another: "as it was", "capital=300000000.00". */
export type NamedPage = {
  readonly name: Text;
  readonly page: FundPage;
  readonly record: PageRecord;
};

/** From here on two pages of the usual width stand beside each other. */
const BESIDE_MIN = 160;

/** Whether two pages stand beside each other at a width, whole; else what differs is a table. */
export const isBesideEachOther = (columns: number): boolean => columns >= BESIDE_MIN;
const GUTTER = { same: " | ", differs: " * " } as const;

/**
 * Two pages with what differs marked: beside each other where there is room, otherwise as a table
 * of the figures that differ. It ends in a line feed.
 */
export function formatPagesCompared(first: NamedPage, second: NamedPage, style: PageStyle): string {
  const lines = isBesideEachOther(style.columns) ? beside : differences;
  return `${lines(first, second, style).join("\n")}\n`;
}

function beside(first: NamedPage, second: NamedPage, style: PageStyle): readonly string[] {
  const columns = Math.floor((style.columns - GUTTER.same.length) / 2);
  const sections = [first, second].map(({ page, record }) =>
    sectionOf(page, record, { ...style, columns }),
  ) as [Section, Section];
  const [left, right] = sections.map(pageParts) as [Parts, Parts];
  const line = (a: string, b: string): string => {
    const gutter = a === b ? GUTTER.same : style.paint("yellow", GUTTER.differs);
    return `${padEnd(a, columns)}${gutter}${b}`.trimEnd();
  };
  const names = [first, second].map(({ name }) => style.paint("bold", label(style, name)));
  const lines = [`${padEnd(names[0]!, columns)}${GUTTER.same}${names[1]!}`];
  for (const [index, part] of left.entries()) {
    lines.push("");
    for (const [a = "", b = ""] of aligned(part, right[index] ?? [])) lines.push(line(a, b));
  }
  return lines;
}

type Parts = readonly (readonly string[])[];
type Pair = readonly [string | undefined, string | undefined];

/**
 * What a line is about, by which lines of two pages are set in one row: its label, without figures.
 * A line of section 5, which begins with a month, is about all that it says.
 */
function aboutOf(line: string): string {
  const text = line.replace(/\u001b\[[0-9;]*m/g, "");
  if (/^ {2}\d{4}-\d{2} /.test(text)) return text;
  const [label = ""] = text.trim().split(/ {2,}/);
  return label.replace(/\d{1,2} [A-Z][a-z]{2} \d{4}|[-+<>]*\d[\d,.]*|[兆億万]+|\s+/gu, "");
}

/** Lines of two parts, those about the same thing in one row: the longest common subsequence. */
function aligned(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const [a, b] = [left.map(aboutOf), right.map(aboutOf)];
  const longest = Array.from({ length: a.length + 1 }, () =>
    Array.from({ length: b.length + 1 }, () => 0),
  );
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i]![j] =
        a[i] === b[j]
          ? longest[i + 1]![j + 1]! + 1
          : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) pairs.push([left[i++], right[j++]]);
    else if (j === b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
      pairs.push([left[i++], undefined]);
    } else pairs.push([undefined, right[j++]]);
  }
  return pairs;
}

const COLUMN_MIN = 14;

/** A table of the figures of the pages that are not the same, then what happened in one alone. */
function differences(first: NamedPage, second: NamedPage, style: PageStyle): readonly string[] {
  const sections = [first, second].map(({ page, record }) => sectionOf(page, record, style)) as [
    Section,
    Section,
  ];
  for (const section of sections) pageParts(section);
  const [a, b] = sections;
  const ids = [...new Set([...a.told, ...b.told].map(({ id }) => id))].filter(
    (id) => valueIn(a, id)?.kind !== "entries" && valueIn(b, id)?.kind !== "entries",
  );
  const differing = ids.filter((id) => !isSame(valueIn(a, id), valueIn(b, id)));
  const scale = a.scale === b.scale ? a.scale : "million";
  const as: Told = { scale, currency: a.page.currency, choice: style.choice };
  const rows = differing.map((id) => {
    const [one, other] = [valueIn(a, id), valueIn(b, id)];
    return { id, cells: [shown(one, as), shown(other, as), changed(one, other, as)] };
  });
  const widest = rows.flatMap(({ cells }) => cells).map((cell) => widthOf(cell) + 2);
  const column = Math.max(COLUMN_MIN, ...widest);
  const widths = [style.columns - 3 * column, column, column, column];
  const count = filled(PAGE_TEXTS.figuresDiffer, `${differing.length}`, `${ids.length}`);
  const unit = filled(
    scale === "billion" ? PAGE_TEXTS.billion : PAGE_TEXTS.million,
    a.page.currency,
  );
  const heads = ["1", "2", short(style, PAGE_TEXTS.difference)];
  const charter = first.record.charter;
  return [
    `${style.paint("bold", inline(style, count))}  ${unit.en}`,
    ...[first, second].map(({ name }, n) => `${n + 1}  ${label(style, name)}`),
    ...(rows.length === 0 ? [inline(style, PAGE_TEXTS.noneDiffers)] : [row("", heads, widths)]),
    ...rows.map(({ id, cells }) => row(short(style, cellLabel(charter, id)), cells, widths)),
    ...onlyLines(a, b, first.name),
    ...onlyLines(b, a, second.name),
  ];
}

const valueIn = ({ record }: Section, id: string): CellValue | undefined =>
  record.cells.get(id)?.value;

/** What section 5 of one page says and that of the other does not. */
function onlyLines(of: Section, other: Section, name: Text): readonly string[] {
  const said = (section: Section): readonly string[] =>
    section.told.flatMap(({ id, text }) =>
      valueIn(section, id)?.kind === "entries" ? [text] : [],
    );
  const theirs = new Set(said(other));
  const lines = said(of).filter((line) => !theirs.has(line));
  return lines.length === 0 ? [] : [inline(of, filledIn(PAGE_TEXTS.onlyIn, name)), ...lines];
}

const filledIn = (text: Text, part: Text): Text => ({
  en: filled(text, part.en).en,
  ja: filled(text, part.ja).ja,
});

/** The number of a value, and what unit it is in. */
function numberOf(value: CellValue): Ratio | undefined {
  switch (value.kind) {
    case "money":
      return Ratio.make(value.minor);
    case "units":
      return Ratio.make(value.microUnits);
    case "price":
      return value.price;
    case "count":
      return Ratio.make(BigInt(value.count));
    case "entries":
      return undefined;
    default:
      return value.ratio;
  }
}

function isSame(a: CellValue | undefined, b: CellValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const [one, other] = [numberOf(a), numberOf(b)];
  return one === undefined || other === undefined ? a === b : Ratio.equals(one, other);
}

/** How amounts are told: those of the page's currency in a scale, others with their own. */
type Told = {
  readonly scale: Scale;
  readonly currency: string;
  readonly choice: PageStyle["choice"];
};

function shown(value: CellValue | undefined, { scale, currency, choice }: Told): string {
  if (value === undefined) return "-";
  switch (value.kind) {
    case "money":
      return value.currency === currency
        ? shownInScale(value.minor, currency, scale)
        : inOwnCurrency(value.minor, value.currency, choice === "en" ? "en" : "ja");
    case "share":
    case "rate":
      return percent(value.ratio, 3);
    case "multiple":
      return `${decimal(value.ratio, 3)}x`;
    case "count":
      return `${value.count}`;
    case "price":
      return decimal(value.price, 8);
    case "units":
      return decimal(Ratio.make(value.microUnits, 1_000_000n), 6);
    case "entries":
      return "";
    default:
      return decimal(value.ratio, 4);
  }
}

/** The second less the first, in their unit; nothing where one of them is missing. */
function changed(a: CellValue | undefined, b: CellValue | undefined, as: Told): string {
  if (a === undefined || b === undefined || a.kind !== b.kind) return "";
  const [one, other] = [numberOf(a), numberOf(b)];
  if (one === undefined || other === undefined) return "";
  const difference = Ratio.sub(other, one);
  const text = shown(withNumber(b, difference), as);
  return difference.num > 0n && !text.startsWith("<") ? `+${text}` : text;
}

/** A value of the same kind with another number. */
function withNumber(value: CellValue, number: Ratio): CellValue {
  switch (value.kind) {
    case "money":
      return { ...value, minor: number.num };
    case "units":
      return { ...value, microUnits: number.num };
    case "price":
      return { ...value, price: number };
    case "count":
      return { ...value, count: Number(number.num) };
    case "entries":
      return value;
    default:
      return { ...value, ratio: number };
  }
}
