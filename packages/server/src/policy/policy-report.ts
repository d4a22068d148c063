import { Ratio } from "@jointfund/core/base/ratio.ts";
import { addDays, parseLocalDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import {
  wordsIn,
  type Report,
  type Sheet,
  type SheetCell,
  type SheetTable,
  type Words,
} from "@jointfund/formats/sheet/sheet.ts";
import type { ComparedSide, PolicyComparison } from "@jointfund/projection/policy/comparison.ts";
import { languagesOf, type LanguageChoice, type Text } from "../languages/language.ts";
import { POLICY_LABELS } from "../languages/policy-words.ts";
import { REPORT_LABELS } from "../languages/report-labels.ts";
import { policyNotes } from "./policy-notes.ts";
import {
  assumptionsTable,
  chanceTable,
  fairStakesTable,
  mainTariff,
  partsTable,
  presentValueTable,
  revenueTable,
  shownYears,
  type PolicyCell,
  type PolicyTable,
} from "./policy-tables.ts";
import {
  captionWithUnit,
  cellText,
  comparedOver,
  sideTitle,
  tableDecimals,
} from "./policy-text.ts";

/** Years beside each other on a page. */
const YEARS_MOST = 6;

/** The comparison as files tell it: a sheet for each side, and one of notes and assumptions. */
export function policyReport(comparison: PolicyComparison, choice: LanguageChoice): Report {
  const languages = languagesOf(choice);
  const words = (text: Text): Words => wordsIn(languages, text);
  const { contents, line, page, exact, rounded } = REPORT_LABELS;
  const asOf = parseLocalDate(comparison.asOf);
  assert(asOf.ok, "the form has a date");
  const maker = new SheetMaker(comparison, words, asOf.value);
  return {
    languages,
    title: words(comparison.title),
    notice: words(POLICY_LABELS.notice),
    source: words(comparedOver(comparison)),
    recordedTo: asOf.value,
    labels: {
      ...{ contents: words(contents), line: words(line), page: words(page) },
      ...{ exact: words(exact), rounded: words(rounded) },
    },
    sheets: [...comparison.sides.map((side) => maker.side(side)), maker.reading()],
  };
}

class SheetMaker {
  readonly #comparison: PolicyComparison;
  readonly #words: (text: Text) => Words;
  readonly #asOf: LocalDate;

  constructor(comparison: PolicyComparison, words: (text: Text) => Words, asOf: LocalDate) {
    this.#comparison = comparison;
    this.#words = words;
    this.#asOf = asOf;
  }

  side(side: ComparedSide): Sheet {
    const years = shownYears(side.policies[0]?.years.length ?? 0, YEARS_MOST);
    const comparison = this.#comparison;
    const tables = [
      presentValueTable(comparison, side),
      revenueTable(comparison, side, years),
      partsTable(comparison, side, years),
      chanceTable(comparison, side, { years, ...mainTariff(comparison) }),
    ];
    return {
      ...this.#sheet(side.id, side.name, side.currency),
      subtitles: [this.#words(sideTitle(side))],
      tables: tables.filter(({ rows }) => rows.length > 0).map((table) => this.#table(table)),
    };
  }

  /** What the figures mean, and what they rest on. */
  reading(): Sheet {
    const comparison = this.#comparison;
    const stakes = fairStakesTable(comparison);
    return {
      ...this.#sheet("reading", POLICY_LABELS.notes, comparison.currency),
      subtitles: policyNotes(comparison).map(this.#words),
      tables: [
        ...(stakes === undefined ? [] : [this.#table(stakes)]),
        this.#table(assumptionsTable(comparison)),
      ],
    };
  }

  #sheet(id: string, title: Text, currency: string): Omit<Sheet, "subtitles" | "tables"> {
    const from = addDays(this.#asOf, 1);
    return {
      ...{ id, title: this.#words(title), scope: id, currency },
      ...{ from: from.ok ? from.value : this.#asOf, to: this.#asOf },
    };
  }

  #table(table: PolicyTable): SheetTable {
    return {
      id: table.id,
      caption: this.#words({
        en: captionWithUnit(table, "en"),
        ja: captionWithUnit(table, "ja"),
      }),
      columns: table.columns.map(({ id, heading }) => ({ id, heading: this.#words(heading) })),
      rows: table.rows.map(({ id, label, cells }) => ({
        ...{ id, label: this.#words(label), rank: "line" },
        cells: cells.map((cell) => this.#cell(cell, table)),
      })),
    };
  }

  #cell(cell: PolicyCell, table: PolicyTable): SheetCell {
    const say = (language: "en" | "ja"): string =>
      cellText(cell, language, tableDecimals(table, language));
    const said = this.#words({ en: say("en"), ja: say("ja") });
    switch (cell.kind) {
      case "amount": {
        const scale = 10n ** BigInt(exponentOf(currencyCode(cell.currency)));
        const minor = BigInt(Math.round(cell.value)) * scale;
        return { said, kind: "money", currency: cell.currency, minor };
      }
      case "percent": {
        const value = Ratio.make(BigInt(Math.round(cell.value * 1e6)), 1_000_000n);
        return { said, kind: "percent", value, decimals: cell.decimals };
      }
      case "text":
        return { said, kind: "text" };
    }
  }
}
