import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import type { SideColumn } from "@jointfund/core/statements/side-columns.ts";
import type { SideReturns } from "@jointfund/core/statements/side-returns.ts";
import { dateText, shortDate } from "../languages/figures.ts";
import { localized, textsIn, type Text } from "../languages/language.ts";
import { COLUMN_TEXTS, filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { decimal, inOwnCurrency, percent, ratioIn } from "./figures.ts";
import {
  amount,
  figure,
  inline,
  japaneseCurrency,
  label,
  share,
  times,
  unitText,
  type Section,
} from "./section.ts";
import { apart, row, widthOf, wrap } from "./layout.ts";

const LABEL_MIN = 22;
const COLUMN_MIN = 14;
const GAP = 2;

type Row = {
  readonly text: Text;
  readonly indent: number;
  readonly cell: (column: SideColumn) => string;
};

const OWNS: Readonly<Record<FundPage["sharing"], Text>> = {
  units: PAGE_TEXTS.ownsByUnits,
  liquidation: PAGE_TEXTS.ownsByLiquidation,
};

/** What the columns are called: a government by its name, the others by what they are. */
export function columnName({ kind, name }: Pick<SideColumn, "kind" | "name">): Text {
  return kind === "sovereign" ? localized(name) : COLUMN_TEXTS[kind];
}

function rowsOf(section: Section): readonly Row[] {
  const { page } = section;
  const { columns } = page;
  const money = (text: Text, id: string, indent = 2): Row => ({
    ...{ text, indent },
    cell: ({ party }) => amount(section, `sides.${party}.${id}`),
  });
  const ifAny = (of: (column: SideColumn) => bigint, line: Row): readonly Row[] =>
    columns.some((column) => of(column) !== 0n) ? [line] : [];
  return [
    money(PAGE_TEXTS.promised, "promised"),
    money(PAGE_TEXTS.putIn, "put-in"),
    ...ifAny(({ overdue }) => overdue, money(PAGE_TEXTS.overdue, "overdue")),
    money(PAGE_TEXTS.received, "received"),
    money(PAGE_TEXTS.income, "received.income", 4),
    money(PAGE_TEXTS.gain, "received.gain", 4),
    money(PAGE_TEXTS.returnOfCapital, "received.capital", 4),
    ...ifAny(({ redeemed }) => redeemed, money(PAGE_TEXTS.redeemed, "redeemed")),
    ...ifAny(({ due }) => due, money(PAGE_TEXTS.due, "due")),
    ...ifAny(
      ({ redemptionDue }) => redemptionDue,
      money(PAGE_TEXTS.redemptionDue, "redemption-due"),
    ),
    money(OWNS[page.sharing], "owns"),
    ...ratioRows(section),
    ...ownRows(section),
  ];
}

const hasCell = (section: Section, id: string): boolean =>
  section.page.columns.some(({ party }) => section.record.cells.has(`sides.${party}.${id}`));

function ratioRows(section: Section): readonly Row[] {
  const { page } = section;
  const rows: Row[] = [];
  if (page.microUnits !== 0n || page.sharing === "units") {
    rows.push({
      ...{ text: PAGE_TEXTS.shareOfUnits, indent: 2 },
      cell: ({ party }) => share(section, `sides.${party}.share`, 3),
    });
  }
  rows.push({
    ...{ text: PAGE_TEXTS.multiple, indent: 2 },
    cell: ({ party }) => times(section, `sides.${party}.multiple`, 3),
  });
  if (hasCell(section, "irr")) {
    rows.push({
      ...{ text: PAGE_TEXTS.irr, indent: 2 },
      cell: ({ party }) => figure(section, `sides.${party}.irr`, irrText, "-"),
    });
  }
  return rows;
}

const irrText = ({ value }: { readonly value: Parameters<typeof ratioIn>[0] }): string =>
  `${percent(ratioIn(value), 1)}${value.kind === "rate" && !value.annualised ? "†" : ""}`;

/** What a side has in its own currency, at the rates of the days, and what its money cost it. */
function ownRows(section: Section): readonly Row[] {
  const { returns } = section.page;
  const language = section.choice === "en" ? "en" : "ja";
  const currencies = [...returns.values()].flatMap(({ own }) => (own === undefined ? [] : [own]));
  const own = (id: string) => (column: SideColumn) =>
    figure(section, `sides.${column.party}.own.${id}`, ({ value }) =>
      value.kind === "money" ? inOwnCurrency(value.minor, value.currency, language) : "",
    );
  const rows: Row[] = [];
  if (currencies[0] !== undefined) {
    const { currency } = currencies[0];
    const isOne = currencies.every((of) => of.currency === currency);
    const title = isOne
      ? filled(PAGE_TEXTS.inCurrency, currency, japaneseCurrency(currency))
      : PAGE_TEXTS.inOwnCurrency;
    rows.push({ text: title, indent: 2, cell: own("put-in") });
    rows.push({ text: PAGE_TEXTS.receivedAndOwned, indent: 4, cell: own("value") });
    rows.push({
      ...{ text: PAGE_TEXTS.ownMultiple, indent: 4 },
      cell: ({ party }) => ownMultiple(section, party),
    });
  }
  if (hasCell(section, "net-of-funding")) {
    rows.push({
      ...{ text: PAGE_TEXTS.netOfFunding, indent: 2 },
      cell: ({ party }) => netOfFunding(section, party),
    });
  }
  return rows;
}

/** "1.484x (-0.147)": the multiple, and what of it the exchange rate did. */
function ownMultiple(section: Section, party: string): string {
  const multiple = times(section, `sides.${party}.own.multiple`, 3, "");
  const exchange = figure(section, `sides.${party}.own.exchange`, ({ value }) => {
    const text = decimal(ratioIn(value), 3);
    return text.startsWith("-") ? text : `+${text}`;
  });
  return exchange === "" ? multiple : `${multiple} (${exchange})`;
}

function netOfFunding(section: Section, party: string): string {
  const { page } = section;
  const { funding }: SideReturns = page.returns.get(party) ?? {};
  const id = `sides.${party}.net-of-funding`;
  if (funding === undefined) return "-";
  if (funding.currency === page.currency) return amount(section, id);
  const language = section.choice === "en" ? "en" : "ja";
  return figure(section, id, () => inOwnCurrency(funding.net, funding.currency, language));
}

/** Section 2: what each side put in, got and owns, as many beside each other as fit. */
export function sidesSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const rows = rowsOf(section);
  const cells = page.columns.map((side) => rows.map(({ cell }) => cell(side)));
  const allNames = page.columns.map((side) => inline(section, columnName(side)));
  const words = allNames.flatMap((name) => name.split(" "));
  const widest = [...cells.flat(), ...words].map((cell) => widthOf(cell) + GAP);
  const column = Math.max(COLUMN_MIN, ...widest);
  const labels = rows.map(({ text, indent }) => widthOf(label(section, text)) + indent);
  // Two columns beside each other are worth more than a label that is never cut.
  const labelMin = Math.max(LABEL_MIN, Math.min(Math.max(...labels), columns - 2 * column));
  const beside = Math.max(1, Math.floor((columns - labelMin) / column));
  const lines: string[] = [];
  for (let first = 0; first < Math.max(1, page.columns.length); first += beside) {
    const sides = page.columns.slice(first, first + beside);
    const widths = [columns - column * sides.length, ...sides.map(() => column)];
    const title = `2 ${label(section, PAGE_TEXTS.sides)}`;
    const names = sides.map((side) => nameLines(section, columnName(side), column - GAP));
    const height = Math.max(1, ...names.map((parts) => parts.length));
    const unit = unitText(section);
    // Names of several lines leave the first line to the title.
    const head = height === 1 ? [] : [apart(title, unit, columns)];
    for (let line = 0; line < height; line++) {
      const parts = names.map((name) => name[line] ?? "");
      const lead = head.length === 0 ? apart(title, unit, widths[0]!) : "";
      head.push(row(lead, parts, widths));
    }
    lines.push(...head.map((each) => paint("bold", each)));
    for (const [index, { text, indent }] of rows.entries()) {
      const told = sides.map((_, of) => cells[first + of]![index]!);
      if (told.every((cell) => cell === "")) continue;
      lines.push(row(" ".repeat(indent) + label(section, text), told, widths));
    }
  }
  return [...lines, ...noteLines(section)];
}

/** A name on one line, or each language on lines of its own where that is too wide. */
function nameLines(section: Section, name: Text, width: number): readonly string[] {
  const whole = inline(section, name);
  if (widthOf(whole) <= width) return [whole];
  return textsIn(section.choice, name).flatMap((text) => wrap(text, width));
}

function noteLines(section: Section): readonly string[] {
  const { returns } = section.page;
  const all = [...returns.values()];
  const notes = [
    ...(all.some(({ irr }) => irr?.annualised === false) ? [PAGE_TEXTS.notAnnualised] : []),
    ...(all.some(({ own }) => own !== undefined) ? [rateNote(section)] : []),
    ...(all.some(({ funding }) => funding !== undefined) ? [fundingNote(section)] : []),
  ];
  return notes.flatMap((note) =>
    textsIn(section.choice, note).flatMap((text) =>
      wrap(text, section.columns - 4).map((line) => `    ${line}`),
    ),
  );
}

/** At which rates: those of the days where the record has fixed any, before them an assumed one. */
function rateNote(section: Section): Text {
  const { display, currency, returns } = section.page;
  const owns = [...returns.values()].flatMap(({ own }) => (own === undefined ? [] : [own]));
  const since = owns.find(({ rates }) => rates.fixedSince !== undefined)?.rates.fixedSince;
  const cut = PAGE_TEXTS.cutOff;
  const fixed =
    since === undefined
      ? undefined
      : filled(PAGE_TEXTS.fixedSince, shortDate(since), dateText(since, "ja"));
  if (display === undefined) return together([fixed, cut]);
  const shown = figure(
    section,
    `assumed.rate.${display.currency}`,
    ({ value }) => Ratio.toDecimalText(ratioIn(value)) ?? decimal(ratioIn(value), 4),
  );
  const source = localized(display.source);
  const text = fixed === undefined ? PAGE_TEXTS.atRate : PAGE_TEXTS.beforeAtRate;
  const { en } = filled(text, display.currency, shown, currency, source.en);
  const names = [display.currency, currency].map(japaneseCurrency);
  const { ja } = filled(text, names[0]!, shown, names[1]!, source.ja);
  return together([fixed, { en, ja }, cut]);
}

function together(texts: readonly (Text | undefined)[]): Text {
  const all = texts.filter((text) => text !== undefined);
  return { en: all.map(({ en }) => en).join(" "), ja: all.map(({ ja }) => ja).join("") };
}

function fundingNote(section: Section): Text {
  const { columns, returns } = section.page;
  const rates = columns.flatMap((column) => {
    if (returns.get(column.party)?.funding === undefined) return [];
    const rate = figure(section, `assumed.funding.${column.party}`, ({ value }) =>
      percent(ratioIn(value), 2).replace(/0%$/, "%"),
    );
    const { en, ja } = columnName(column);
    return [{ en: `${rate} (${en})`, ja: `${ja}${rate}` }];
  });
  return {
    en: filled(PAGE_TEXTS.assumedFunding, rates.map(({ en }) => en).join(", ")).en,
    ja: filled(PAGE_TEXTS.assumedFunding, rates.map(({ ja }) => ja).join("、")).ja,
  };
}
