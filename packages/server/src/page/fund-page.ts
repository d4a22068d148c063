import stringWidth from "string-width";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import { dateText, eraDate, shortDate } from "../languages/figures.ts";
import { localized, textsIn, type Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { contestedSection } from "./contested-section.ts";
import { coverSection, fundSection } from "./fund-section.ts";
import { leverageSection } from "./leverage-section.ts";
import { apart, flow, wrap } from "./layout.ts";
import { revenueSection } from "./revenue-section.ts";
import {
  figure,
  inline,
  label,
  sectionOf,
  type PageRecord,
  type PageStyle,
  type Section,
} from "./section.ts";
import { sidesSection } from "./sides-section.ts";

/** The page that a run ends with, ready to print; it ends in a line feed. */
export function formatFundPage(page: FundPage, record: PageRecord, style: PageStyle): string {
  const section = sectionOf(page, record, style);
  return `${pageParts(section)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** The parts of the page, the heading first, each as its lines. */
export function pageParts(section: Section): readonly (readonly string[])[] {
  const { leverage } = section.page;
  return [
    heading(section),
    fundSection(section),
    sidesSection(section),
    revenueSection(section),
    leverage === undefined ? coverSection(section) : leverageSection(section, leverage),
    contestedSection(section),
    footing(section),
  ];
}

function heading(section: Section): readonly string[] {
  const { page, record, columns, paint } = section;
  const title = localized(page.title);
  const date = filled(PAGE_TEXTS.asOf, shortDate(page.asOf), eraDate(page.asOf));
  const [name, when] = [
    label(section, { en: title.en.toUpperCase(), ja: title.ja }),
    label(section, date),
  ];
  const isShort = stringWidth(name) + stringWidth(when) < columns;
  const top = isShort ? [apart(name, when, columns)] : [...wrap(name, columns), when];
  const notice = textsIn(section.choice, localized(page.notice)).flatMap((text) =>
    wrap(withoutFolds(text), columns),
  );
  const holds = record.broken.length === 0;
  const verdict = paint(
    holds ? "green" : "red",
    inline(section, holds ? PAGE_TEXTS.holds : PAGE_TEXTS.broken),
  );
  const detail = holds ? held(section) : filled(PAGE_TEXTS.checksBroken, record.broken.join(", "));
  const { actualUntil } = page;
  const actual =
    actualUntil === undefined || actualUntil >= page.asOf
      ? []
      : textsIn(
          section.choice,
          filled(PAGE_TEXTS.actualUntil, shortDate(actualUntil), dateText(actualUntil, "ja")),
        ).flatMap((text) => wrap(text, columns));
  return [
    ...top.map((line) => paint("bold", line)),
    ...[...notice, ...actual].map((line) => paint("yellow", line)),
    `${inline(section, PAGE_TEXTS.verdict)} ${verdict}`,
    ...textsIn(section.choice, detail)
      .flatMap((text) => wrap(text, columns - 2))
      .map((line) => `  ${line}`),
  ];
}

/** What holds: nothing is said of the bank but what its statements were held against. */
function held(section: Section): Text {
  const { bankTo } = section.record;
  const entries = figure(section, "record.entries", ({ value }) =>
    value.kind === "count" ? `${value.count}` : "",
  );
  const base = filled(PAGE_TEXTS.replayed, entries);
  const items = figure(section, "bank.open-items", ({ value }) =>
    value.kind === "count" ? `${value.count}` : "",
  );
  const bank =
    bankTo === undefined
      ? PAGE_TEXTS.cashAsPaid
      : filled(
          items === "0" ? PAGE_TEXTS.cashAsAtBank : PAGE_TEXTS.cashLeadsToBank,
          ...[shortDate(bankTo), dateText(bankTo, "ja"), items],
        );
  return { en: `${base.en}, ${bank.en}`, ja: `${base.ja}、${bank.ja}` };
}

/** Where a file folds a text between two Japanese characters, no space belongs. */
function withoutFolds(text: string): string {
  return text.replace(/(?<=[\u3000-\uffef])\s+(?=[\u3000-\uffef])/gu, "");
}

function footing(section: Section): readonly string[] {
  const { record, columns, paint } = section;
  const { checkpoint, next } = record;
  const name = inline(section, PAGE_TEXTS.checkpoint);
  const size =
    checkpoint === undefined
      ? ""
      : inline(section, filled(PAGE_TEXTS.ofEntries, checkpoint.size.toString()));
  const signed =
    checkpoint === undefined
      ? [inline(section, PAGE_TEXTS.unsigned)]
      : [
          `${checkpoint.origin}  ${size} ${checkpoint.root.slice(0, 8)}…`,
          inline(section, PAGE_TEXTS.signedBy),
          ...(checkpoint.cosigners.length === 0
            ? []
            : [inline(section, filled(PAGE_TEXTS.cosignedBy, checkpoint.cosigners.join(", ")))]),
        ];
  const lines = flow([name, ...signed], "  ", columns);
  const leads = flow(
    [`${inline(section, PAGE_TEXTS.next)}  ${next[0] ?? ""}`, ...next.slice(1)],
    " | ",
    columns,
  );
  return [...lines, ...leads.map((line) => paint("dim", line))];
}
