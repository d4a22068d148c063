import { periodBetween } from "@jointfund/core/statements/period.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import type { Cell, StatementLine, StatementTable } from "@jointfund/core/statements/statement.ts";
import type { TitledStatement } from "../../export/statement-report.ts";
import type { Text } from "../../languages/language.ts";
import type { RecordView } from "../record-replay.ts";
import type { Sample, SampleAsked } from "./samples.ts";

const TITLE: Text = { en: "Audit sample", ja: "監査標本" };

const PLAN: Readonly<Record<string, Text>> = {
  plan: { en: "How it was drawn", ja: "抽出方法" },
  value: { en: "Value", ja: "値" },
  method: { en: "Method", ja: "抽出法" },
  seed: { en: "Seed", ja: "乱数の種" },
  size: { en: "Size", ja: "標本数" },
  population: { en: "Units in the population", ja: "母集団の件数" },
  total: { en: "Population without signs", ja: "母集団の金額（絶対値）" },
  entries: { en: "Entries of the record", ja: "記録の件数" },
  root: { en: "Root of the record", ja: "記録の根ハッシュ" },
};

const COLUMNS: Readonly<Record<string, Text>> = {
  place: { en: "Place", ja: "順位" },
  hits: { en: "Hits", ja: "該当数" },
  entry: { en: "Entry", ja: "記録番号" },
  on: { en: "Effective date", ja: "効力発生日" },
  vehicle: { en: "Vehicle", ja: "投資ビークル" },
  account: { en: "Account", ja: "勘定科目" },
  subject: { en: "Subject", ja: "補助科目" },
  amount: { en: "Amount", ja: "金額" },
  act: { en: "Act", ja: "行為" },
};

const METHODS: Readonly<Record<Sample["method"], Text>> = {
  monetaryUnit: { en: "Monetary unit", ja: "金額単位抽出" },
  attribute: { en: "Attribute", ja: "属性抽出" },
};

const written = (text: string): Cell => ({ kind: "text", text });
const named = (name: Text): Cell => ({ kind: "caption", caption: { name } });
const counted = (count: number): Cell => ({ kind: "count", count });

const line = (id: string, name: Text, cells: readonly Cell[]): StatementLine => ({
  ...{ id, caption: { name }, rank: "line", cells, source: { kind: "record" } },
});

function planTable(sample: Sample): StatementTable {
  const { method, seed, size, population, record, currency } = sample;
  const values: Readonly<Record<string, Cell>> = {
    method: named(METHODS[method]),
    seed: written(seed),
    size: counted(size),
    population: counted(population.count),
    total: { kind: "money", currency, minor: population.minor },
    entries: counted(record.size),
    root: written(record.root),
  };
  return {
    ...{ id: "plan", caption: { name: PLAN["plan"]! } },
    columns: [{ id: "value", caption: { name: PLAN["value"]! } }],
    lines: Object.entries(values).map(([id, cell]) => line(id, PLAN[id]!, [cell])),
  };
}

function itemsTable({ items, currency }: Sample): StatementTable {
  return {
    ...{ id: "items", caption: { name: TITLE } },
    columns: Object.entries(COLUMNS).map(([id, name]) => ({ id, caption: { name } })),
    lines: items.map((item) => {
      const { journal, account = "", subject = "", act = "", actName } = item;
      return line(`${item.place}`, actName ?? { en: journal, ja: journal }, [
        ...[counted(item.place), counted(item.hits), counted(item.entry)],
        { kind: "date", on: item.effectiveDate },
        ...[written(item.vehicle), written(account), written(subject)],
        { kind: "money", currency, minor: item.minor },
        written(act),
      ]);
    }),
  };
}

/** A sample in the form of a statement, so that it becomes any file that a statement does. */
export function sampleStatement(
  { state, chronicle }: RecordView,
  { vehicle, from, to }: SampleAsked,
  sample: Sample,
): TitledStatement {
  const first = from ?? chronicle.firstDay ?? state.today;
  const last = to ?? state.today;
  return {
    ...{ name: "audit-sample", title: TITLE },
    scope: { vehicle: vehicle ?? mainVehicle(state.charter).id },
    period: periodBetween(first, last < first ? first : last),
    tables: [planTable(sample), itemsTable(sample)],
  };
}
