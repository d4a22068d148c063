import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { PartyRevenue, RevenueOfYear } from "@jointfund/core/statements/fiscal-revenue.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import type { Side } from "@jointfund/core/statements/sides.ts";
import { localized, textsIn, type Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { billions, decimal, inOwnCurrency, percent } from "./figures.ts";
import { bracketed, inline, japaneseCurrency, label, unitText, type Section } from "./section.ts";
import { apart, padEnd, row, widthOf, wrap } from "./layout.ts";

const LABEL_MIN = 34;
const COLUMN_MIN = 14;
const GAP = 2;

type Row = { readonly text: Text; readonly indent: number; readonly cell: (side: Side) => string };

function rowsOf(section: Section): readonly Row[] {
  const { page } = section;
  const language = section.choice === "en" ? "en" : "ja";
  const bn = (minor: bigint): string => billions(minor, page.currency);
  const { display, sides } = page;
  const own = (minor: bigint | undefined): string =>
    minor === undefined || display === undefined
      ? ""
      : inOwnCurrency(minor, display.currency, language);
  const some = (of: (side: Side) => bigint): boolean => sides.some((side) => of(side) !== 0n);
  const always = (text: Text, cell: Row["cell"], indent = 2): Row[] => [{ text, indent, cell }];
  const ifAny = (of: (side: Side) => bigint, text: Text, indent = 2): Row[] =>
    some(of) ? always(text, (side) => bn(of(side)), indent) : [];
  const converted = sides.some((side) => side.converted !== undefined) && display !== undefined;
  return [
    ...always(PAGE_TEXTS.promised, ({ promised }) => bn(promised)),
    ...always(PAGE_TEXTS.putIn, ({ putIn }) => bn(putIn)),
    ...ifAny(({ overdue }) => overdue, PAGE_TEXTS.overdue),
    ...always(PAGE_TEXTS.received, ({ received }) => bn(received)),
    ...always(PAGE_TEXTS.income, ({ income }) => bn(income), 4),
    ...always(PAGE_TEXTS.gain, ({ gain }) => bn(gain), 4),
    ...always(PAGE_TEXTS.returnOfCapital, (side) => bn(side.returnOfCapital), 4),
    ...ifAny(({ due }) => due, PAGE_TEXTS.due),
    ...always(OWNS[page.sharing], ({ ownsNow }) => bn(ownsNow)),
    ...(page.microUnits === 0n && page.sharing === "liquidation"
      ? []
      : always(PAGE_TEXTS.shareOfUnits, ({ shareOfUnits }) => percent(shareOfUnits))),
    ...always(PAGE_TEXTS.multiple, ({ multiple }) =>
      multiple === undefined ? "-" : `${decimal(multiple, 3)}x`,
    ),
    ...(converted
      ? [
          ...always(
            filled(PAGE_TEXTS.inCurrency, display.currency, japaneseCurrency(display.currency)),
            (side) => own(side.converted?.putIn),
          ),
          ...always(
            PAGE_TEXTS.receivedAndOwned,
            (side) => own(side.converted?.receivedAndOwned),
            4,
          ),
        ]
      : []),
  ];
}

const OWNS: Readonly<Record<FundPage["sharing"], Text>> = {
  units: PAGE_TEXTS.ownsByUnits,
  liquidation: PAGE_TEXTS.ownsByLiquidation,
};

/** Section 2: what each party put in, got and owns, as many beside each other as fit. */
export function sidesSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const rows = rowsOf(section);
  const cells = page.sides.map((side) => rows.map(({ cell }) => cell(side)));
  const allNames = page.sides.map(({ name }) => inline(section, localized(name)));
  const words = allNames.flatMap((name) => name.split(" "));
  const widest = [...cells.flat(), ...words].map((cell) => widthOf(cell) + GAP);
  const column = Math.max(COLUMN_MIN, ...widest);
  const beside = Math.max(1, Math.floor((columns - LABEL_MIN) / column));
  const lines: string[] = [];
  for (let first = 0; first < Math.max(1, page.sides.length); first += beside) {
    const sides = page.sides.slice(first, first + beside);
    const widths = [columns - column * sides.length, ...sides.map(() => column)];
    const title = `2 ${label(section, PAGE_TEXTS.sides)}`;
    const names = sides.map(({ name }) => nameLines(section, localized(name), column - GAP));
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
    for (const { text, indent, cell } of rows) {
      lines.push(row(" ".repeat(indent) + label(section, text), sides.map(cell), widths));
    }
  }
  return [...lines, ...rateNote(section)];
}

/** A name on one line, or each language on lines of its own where that is too wide. */
function nameLines(section: Section, name: Text, width: number): readonly string[] {
  const whole = inline(section, name);
  if (widthOf(whole) <= width) return [whole];
  return textsIn(section.choice, name).flatMap((text) => wrap(text, width));
}

function rateNote(section: Section): readonly string[] {
  const { display, currency, sides } = section.page;
  if (display === undefined || sides.every(({ converted }) => converted === undefined)) return [];
  const rate = Ratio.toDecimalText(display.rate) ?? decimal(display.rate, 4);
  const source = localized(display.source);
  const { en } = filled(PAGE_TEXTS.atRate, display.currency, rate, currency, source.en);
  const names = [display.currency, currency].map(japaneseCurrency);
  const { ja } = filled(PAGE_TEXTS.atRate, names[0]!, rate, names[1]!, source.ja);
  return textsIn(section.choice, { en, ja }).flatMap((text) =>
    wrap(text, section.columns - 4).map((line) => `    ${line}`),
  );
}

/** Section 3: what each treasury was paid in its own fiscal years. */
export function revenueSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const title = label(section, PAGE_TEXTS.revenue);
  const basis = inline(section, PAGE_TEXTS.releaseDate);
  const names = page.revenue.map(({ party }) => widthOf(nameOf(section, party)));
  const nameColumn = Math.max(NAME_MIN, ...names);
  return [
    paint("bold", `3 ${title}${bracketed(section, basis)}`),
    ...page.revenue.flatMap((of) => revenueLines(section, of, { columns, nameColumn })),
  ];
}

const NAME_MIN = 12;
const YEAR_GAP = 3;

function nameOf(section: Section, party: string): string {
  const side = section.page.sides.find((of) => of.party === party);
  return side === undefined ? party : inline(section, localized(side.name));
}

function revenueLines(
  section: Section,
  { party, currency, years }: PartyRevenue,
  { columns, nameColumn }: { readonly columns: number; readonly nameColumn: number },
): readonly string[] {
  const cells = years.map((of) => yearText(section, currency, of));
  const head = `  ${padEnd(nameOf(section, party), nameColumn)} `;
  const lines: string[] = [];
  let line = head;
  for (const cell of cells) {
    if (line.trim() !== head.trim() && widthOf(line) + widthOf(cell) > columns) {
      lines.push(line.trimEnd());
      line = " ".repeat(widthOf(head));
    }
    line += cell + " ".repeat(YEAR_GAP);
  }
  return [...lines, line.trimEnd()];
}

function yearText(section: Section, currency: string, of: RevenueOfYear): string {
  const { page, choice } = section;
  const language = choice === "en" ? "en" : "ja";
  const { label: name, eraLabel } = of.year;
  const plain =
    choice === "ja"
      ? name.replace(/^FY(\d+)$/, PAGE_TEXTS.fiscalYear.ja.replace("{0}", "$1"))
      : name;
  const shown = choice !== "en" && eraLabel !== undefined ? eraLabel : plain;
  const toDate = of.toDate ? (choice === "ja" || shown === eraLabel ? "累計" : " to date") : "";
  const amount =
    of.converted === undefined
      ? inOwnCurrency(of.minor, page.currency, choice === "ja" ? "ja" : "en")
      : inOwnCurrency(of.converted, currency, language);
  return `${shown}${toDate} ${amount}`;
}
