import type { PartyRevenue, RevenueOfYear } from "@jointfund/core/statements/fiscal-revenue.ts";
import { yearId, YEARS_SHOWN } from "@jointfund/core/statements/revenue-cells.ts";
import { localized } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { inOwnCurrency } from "./figures.ts";
import { padEnd, widthOf } from "./layout.ts";
import { bracketed, figure, inline, label, type Section } from "./section.ts";

const NAME_MIN = 12;
const YEAR_GAP = 3;

/** Section 3: what each treasury was paid in its last fiscal years, and before them. */
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

function nameOf(section: Section, party: string): string {
  const found = section.record.charter.parties.find(({ id }) => id === party);
  return found === undefined ? party : inline(section, localized(found.short));
}

function revenueLines(
  section: Section,
  { party, years }: PartyRevenue,
  { columns, nameColumn }: { readonly columns: number; readonly nameColumn: number },
): readonly string[] {
  const shown = years.slice(-YEARS_SHOWN);
  const before = years.length > shown.length ? [beforeText(section, party, shown[0]!)] : [];
  const cells = [...before, ...shown.map((of) => yearText(section, party, of))];
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

/** In the party's own currency where there is a rate, otherwise in the fund's. */
function revenueAmount(section: Section, id: string): string {
  const { record, choice } = section;
  const own = `${id}.own`;
  const isOwn = record.cells.has(own);
  const language = choice === "en" || (!isOwn && choice === "both") ? "en" : "ja";
  return figure(section, isOwn ? own : id, ({ value }) =>
    value.kind === "money" ? inOwnCurrency(value.minor, value.currency, language) : "",
  );
}

/** "FY2025", "2025会計年度", or with its era "令和7年度". */
function yearName({ choice }: Section, { label: name, eraLabel }: RevenueOfYear["year"]): string {
  if (choice !== "en" && eraLabel !== undefined) return eraLabel;
  if (choice !== "ja") return name;
  return name.replace(/^FY(\d+)$/, PAGE_TEXTS.fiscalYear.ja.replace("{0}", "$1"));
}

function yearText(section: Section, party: string, of: RevenueOfYear): string {
  const { choice } = section;
  const { year, toDate, locked } = of;
  const shown = yearName(section, year);
  const isJapanese = choice === "ja" || (choice !== "en" && shown === year.eraLabel);
  const until = toDate ? PAGE_TEXTS.toDate[isJapanese ? "ja" : "en"] : "";
  const lock = locked ? bracketed(section, inline(section, PAGE_TEXTS.locked)) : "";
  return `${shown}${until} ${revenueAmount(section, `revenue.${party}.${yearId(year)}`)}${lock}`;
}

function beforeText(section: Section, party: string, { year }: RevenueOfYear): string {
  const { choice } = section;
  const shown = yearName(section, year);
  const isJapanese = choice === "ja" || (choice !== "en" && shown === year.eraLabel);
  const text = filled(PAGE_TEXTS.beforeYear, shown)[isJapanese ? "ja" : "en"];
  return `${text} ${revenueAmount(section, `revenue.${party}.before`)}`;
}
