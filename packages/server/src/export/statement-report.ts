import { Ratio } from "@jointfund/core/base/ratio.ts";
import { toldIn } from "@jointfund/core/base/told-text.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { mainVehicle, vehicleOf } from "@jointfund/core/fund/figures.ts";
import type {
  Caption,
  Cell,
  FinancialStatement,
  StatementLine,
  StatementTable,
} from "@jointfund/core/statements/statement.ts";
import {
  harmlessText,
  wordIn,
  wordsIn,
  type Report,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type SheetTable,
  type Words,
} from "@jointfund/formats/sheet/sheet.ts";
import { captionText } from "../languages/caption-text.ts";
import { cellText, periodText } from "./statement-text.ts";
import { filled } from "../cli/invocation.ts";
import {
  languagesOf,
  localized,
  type Language,
  type LanguageChoice,
  type Text,
} from "../languages/language.ts";
import { REPORT_LABELS } from "../languages/report-labels.ts";
import { RATE_TEXTS } from "../languages/statement-labels.ts";

/** Where the figures of a report come from. */
export type ReportRecord = {
  readonly charter: Charter;
  readonly entries: number;
  /** Of the tree over these entries, hexadecimal. */
  readonly root: string;
  /** The last day that was recorded. */
  readonly today: LocalDate;
};

/** A statement with what it is called and, where it is of somebody, of whom. */
export type TitledStatement = FinancialStatement & {
  readonly title: Text;
  readonly of?: Text;
};

/** Statements with all their words in the chosen languages: what every file is made from [F30]. */
export function statementReport(
  statements: readonly TitledStatement[],
  record: ReportRecord,
  choice: LanguageChoice,
): Report {
  return new ReportMaker(record, languagesOf(choice)).report(statements);
}

class ReportMaker {
  readonly #record: ReportRecord;
  readonly #languages: readonly Language[];

  constructor(record: ReportRecord, languages: readonly Language[]) {
    this.#record = record;
    this.#languages = languages;
  }

  report(statements: readonly TitledStatement[]): Report {
    const { charter, entries, root, today } = this.#record;
    const { source, contents, line, page, exact, rounded } = REPORT_LABELS;
    return {
      languages: this.#languages,
      title: this.#words(localized(charter.title)),
      notice: this.#words(localized(charter.notice)),
      source: this.#words(filled(source, entries, today, root)),
      recordedTo: today,
      labels: {
        ...{ contents: this.#words(contents), line: this.#words(line), page: this.#words(page) },
        ...{ exact: this.#words(exact), rounded: this.#words(rounded) },
      },
      sheets: statements.map((statement) => this.#sheet(statement)),
    };
  }

  #sheet({ name, title, of, scope, period, tables }: TitledStatement): Sheet {
    const { charter } = this.#record;
    const isGroup = "consolidated" in scope;
    const vehicle = isGroup ? mainVehicle(charter) : vehicleOf(charter, scope.vehicle);
    const whose = isGroup ? REPORT_LABELS.group : localized(vehicle.name);
    const currency = filled(REPORT_LABELS.currency, vehicle.currency);
    return {
      id: name,
      title: this.#words(title),
      subtitles: [...(of === undefined ? [] : [of]), whose, periodText(period), currency].map(
        (text) => this.#words(text),
      ),
      ...{ scope: isGroup ? "consolidated" : vehicle.id, from: period.from, to: period.to },
      currency: vehicle.currency,
      tables: tables.map((table) => this.#table(table)),
    };
  }

  #table({ id, caption, columns, lines }: StatementTable): SheetTable {
    return {
      ...{ id, caption: this.#caption(caption) },
      columns: columns.map((of) => ({ id: of.id, heading: this.#caption(of.caption) })),
      rows: lines.map((line) => this.#row(line)),
    };
  }

  #row({ id, caption, rank, cells, source }: StatementLine): SheetRow {
    return {
      ...{ id, label: this.#caption(caption), rank, cells: cells.map((cell) => this.#cell(cell)) },
      ...(source.kind === "lines" ? { sum: { plus: source.plus, minus: source.minus } } : {}),
    };
  }

  #cell(cell: Cell): SheetCell {
    const said = this.#words({ en: wholeText(cell, "en"), ja: wholeText(cell, "ja") });
    switch (cell.kind) {
      case "money":
        return { said, kind: "money", currency: cell.currency, minor: cell.minor };
      case "units": {
        const value = Ratio.make(cell.microUnits, 1_000_000n);
        return { said, kind: "number", measure: "units", value, decimals: 6 };
      }
      case "price": {
        const { price: value, currency } = cell;
        return { said, kind: "number", measure: "price", value, decimals: 8, currency };
      }
      case "share":
        return { said, kind: "percent", value: cell.ratio, decimals: 3 };
      case "rate":
        return {
          ...{ said, kind: "percent", value: cell.ratio, decimals: 4 },
          frame: this.#frame(cell.annualised, wordIn(said, this.#languages[0] ?? "")),
        };
      case "multiple":
        return { said, kind: "number", measure: "multiple", value: cell.ratio, decimals: 3 };
      case "date":
        return { said, kind: "date", on: cell.on };
      case "count": {
        const value = Ratio.make(BigInt(cell.count));
        return { said, kind: "number", measure: "count", value, decimals: 0 };
      }
      case "text":
      case "caption":
        return { said, kind: "text" };
      case "none":
        return { said, kind: "none" };
    }
  }

  /** What the first language says around a rate: that it is a year's, and other roots. */
  #frame(annualised: boolean, said: string): readonly [string, string] {
    const text = annualised ? RATE_TEXTS.annual : RATE_TEXTS.whole;
    const [before = ""] = text[this.#languages[0] ?? "en"].split("{0}");
    const from = said.indexOf("%") + 1;
    return [before, harmlessText(said.slice(from))];
  }

  #caption(caption: Caption): Words {
    return this.#words(captionText(caption));
  }

  #words(text: Text): Words {
    return wordsIn(this.#languages, text);
  }
}

/** A cell as it is read, never cut short: a file has no margin of a screen. */
function wholeText(cell: Cell, language: Language): string {
  return cell.kind === "text" ? toldIn(cell.text, language).text : cellText(cell, language);
}
