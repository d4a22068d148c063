import { owedAccounts } from "@jointfund/core/statements/fund-cells.ts";
import { dateText, shortDate } from "../languages/figures.ts";
import { localized, textsIn, type Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import {
  amount,
  bracketed,
  columnDate,
  figure,
  inline,
  japaneseCurrency,
  label,
  share,
  short,
  times,
  unitText,
  type Section,
} from "./section.ts";
import { addsUpAsTold } from "./figures.ts";
import { apart, padEnd, row, wrap } from "./layout.ts";

const COLUMN = 15;
const GROUP = 9;

/** Section 1: what the fund owns, owes and is worth, at its last fiscal year's end and now. */
export function fundSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const { positions } = page;
  const widths = [columns - COLUMN * positions.length, ...positions.map(() => COLUMN)];
  const dates = positions.map(({ on }) => columnDate(section, on));
  const title = apart(`1 ${label(section, PAGE_TEXTS.fund)}`, unitText(section), widths[0]!);
  const line = (group: string, text: Text, id: string, sign: 1n | -1n = 1n): string => {
    const cells = positions.map((_, index) => amount(section, dated(section, id, index), sign));
    return row(`  ${padEnd(group, GROUP - 2)}${label(section, text)}`, cells, widths);
  };
  const hasOther = positions.some(({ otherAssets }) => otherAssets !== 0n);
  return [
    paint("bold", row(title, dates, widths)),
    line(short(section, PAGE_TEXTS.owns), PAGE_TEXTS.investments, "owns.investments"),
    line("", PAGE_TEXTS.cash, "owns.cash"),
    ...(hasOther ? [line("", PAGE_TEXTS.otherAssets, "owns.other")] : []),
    ...liabilityLines(section, line),
    line(short(section, PAGE_TEXTS.worth), PAGE_TEXTS.netAssets, "net-assets"),
    ...notes(section),
  ];
}

/** The last position is now; the one before it is the opening. */
const dated = ({ page }: Section, id: string, index: number): string =>
  index < page.positions.length - 1 ? `${id}.opening` : id;

type Line = (group: string, text: Text, id: string, sign?: 1n | -1n) => string;

function liabilityLines(section: Section, line: Line): readonly string[] {
  const { page, record } = section;
  const owes = short(section, PAGE_TEXTS.owes);
  const { shown, rest } = owedAccounts(page);
  if (shown.length === 0) return [line(owes, PAGE_TEXTS.nothing, "owes")];
  const nameOf = (code: string): Text =>
    localized(record.charter.accounts.find((account) => account.code === code)?.name ?? {});
  const lines = shown.map((code, index) =>
    line(index === 0 ? owes : "", nameOf(code), `owes.${code}`, -1n),
  );
  return rest.length === 0
    ? lines
    : [...lines, line("", PAGE_TEXTS.otherLiabilities, "owes.rest", -1n)];
}

/** How one worth became the other, what the investments are and how they are valued. */
function notes(section: Section): readonly string[] {
  const { columns } = section;
  return [...movement(section), ...values(section), ...struck(section)].flatMap((text) =>
    wrap(text, columns - GROUP).map((line) => " ".repeat(GROUP) + line),
  );
}

/** The movement in figures, which are rounded one by one: where they do not add up it says so. */
function movement(section: Section): readonly string[] {
  const { page, scale } = section;
  const { opening, contributions, operations, distributions, closing } = page.movement;
  const first = page.positions.length > 1 ? amount(section, "net-assets.opening") : "0.000";
  const parts = [opening, contributions, operations, -distributions];
  const isTold = addsUpAsTold(parts, closing, { currency: page.currency, scale });
  const line = [
    first,
    `+ ${inline(section, PAGE_TEXTS.putInWord)} ${amount(section, "movement.put-in")}`,
    `+ ${inline(section, PAGE_TEXTS.operations)} ${amount(section, "movement.operations")}`,
    `- ${inline(section, PAGE_TEXTS.distributions)} ${amount(section, "movement.distributions")}`,
    `= ${amount(section, "movement.closing")}`,
  ].join(" ");
  return [isTold ? line : line + bracketed(section, inline(section, PAGE_TEXTS.rounded))];
}

function values(section: Section): readonly string[] {
  const { levels, sectors } = section.page;
  if (levels.length === 0) return [];
  const kinds = levels.map(({ level }) => {
    const name = level === "cost" ? PAGE_TEXTS.atCost : filled(PAGE_TEXTS.level, level.toString());
    return `${inline(section, name)} ${share(section, `level.${level}.share`, 1)}`;
  });
  const parts = sectors.map(
    ({ sector, name }) =>
      `${inline(section, localized(name))} ${amount(section, `sector.${sector}`)}`,
  );
  return [`${kinds.join(", ")}: ${parts.join(", ")}`];
}

function struck(section: Section): readonly string[] {
  const { strike, currency } = section.page;
  if (strike === undefined) return [];
  const price = figure(section, "price", () => strike.price);
  const dates = [shortDate(strike.on), price, dateText(strike.on, "ja")] as const;
  const text = filled(PAGE_TEXTS.struck, ...dates, currency, japaneseCurrency(currency));
  return textsIn(section.choice, text);
}

/**
 * Section 4 of a fund that has borrowed nothing: what is promised to investments beside the money
 * that can be had for it.
 */
export function coverSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const { cover } = page;
  const widths = [columns - COLUMN, COLUMN];
  const line = (text: Text, cell: string): string =>
    row(`  ${label(section, text)}`, [cell], widths);
  const note = bracketed(section, inline(section, PAGE_TEXTS.noBorrowing));
  const title = `4 ${label(section, PAGE_TEXTS.cover)}${note}`;
  const ifAny = (minor: bigint, text: Text, id: string): readonly string[] =>
    minor === 0n ? [] : [line(text, amount(section, id))];
  return [
    paint("bold", apart(title, unitText(section), columns)),
    line(PAGE_TEXTS.promisedOut, amount(section, "cover.promised")),
    ...ifAny(cover.owed, PAGE_TEXTS.owed, "cover.owed"),
    line(PAGE_TEXTS.coveredBy, amount(section, "cover.cash")),
    ...ifAny(cover.calledUnpaid, PAGE_TEXTS.calledUnpaid, "cover.called-unpaid"),
    line(PAGE_TEXTS.callable, amount(section, "cover.callable")),
    ...(section.record.cells.has("cover.ratio")
      ? [line(PAGE_TEXTS.coverRatio, times(section, "cover.ratio", 2))]
      : []),
  ];
}
