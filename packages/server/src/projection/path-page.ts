import type { Charter } from "@jointfund/core/charter/charter.ts";
import { exchangeOutput, outputOf } from "@jointfund/projection/charter/fund-outputs.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { filled } from "../languages/page-texts.ts";
import { FUND_FAN_TEXTS, PROJECTION_TEXTS } from "../languages/projection-texts.ts";
import { row } from "../page/layout.ts";
import type { PathInFull } from "./path-in-full.ts";
import { amountScale, largestOf, monthText, numberText } from "./projected-figures.ts";
import { partyName, type ProjectionStyle } from "./projection-style.ts";

const LABEL = 11;
const AMOUNT = 12;

type Step = PathInFull["steps"][number];

/** One path as a table of its steps: the fund, then what each party pays in and gets. */
export function pathPage(
  path: PathInFull,
  of: { readonly model: FundModel; readonly charter: Charter },
  style: ProjectionStyle,
): string {
  const { language, paint } = style;
  const title = filled(PROJECTION_TEXTS.pathTitle, numberText(path.path, 0))[language];
  const lines = [
    paint("bold", title),
    "",
    ...fundTable(path, style),
    `  ${PROJECTION_TEXTS.pathColumns[language]}`,
    ...of.model.parties.flatMap((party) => ["", ...partyTable(path, party, of.charter, style)]),
  ];
  return `${lines.join("\n")}\n`;
}

const FUND = ["netAssets", "trueNetAssets", "investments", "cash", "debt", "pricePerUnit"] as const;

function fundTable({ steps, currency }: PathInFull, style: ProjectionStyle): readonly string[] {
  const { language, paint } = style;
  const largest = largestOf([
    ...FUND.slice(0, 5).map((name) => steps.map(({ outputs }) => outputs[name] ?? null)),
  ]);
  const scale = amountScale(largest, currency, language);
  const widths = [LABEL, ...FUND.map(() => AMOUNT), 7];
  const heads = FUND.map((name) => SHORT_HEADS[name][language]);
  return [
    paint("bold", row(scale.unit, [...heads, ""], widths)),
    ...steps.map(({ ends, outputs }) => {
      const amounts = FUND.map((name) => {
        const value = outputs[name] ?? null;
        return name === "pricePerUnit" && value !== null ? numberText(value, 4) : scale.show(value);
      });
      return row(monthText(ends, language), [...amounts, flagsOf(outputs)], widths);
    }),
  ];
}

const SHORT_HEADS = {
  netAssets: { en: "Net assets", ja: "純資産" },
  trueNetAssets: { en: "True value", ja: "真の価値" },
  investments: FUND_FAN_TEXTS.investments,
  cash: FUND_FAN_TEXTS.cash,
  debt: { en: "Debt", ja: "借入" },
  pricePerUnit: { en: "Per unit", ja: "基準価額" },
} as const;

function flagsOf(outputs: Step["outputs"]): string {
  const isMissed = Object.entries(outputs).some(
    ([name, value]) => name.startsWith("missed:") && (value ?? 0) > 0,
  );
  return [
    (outputs["locked"] ?? 0) > 0 ? "L" : "",
    (outputs["forcedSale"] ?? 0) > 0 ? "S" : "",
    (outputs["defaulted"] ?? 0) > 0 ? "D" : "",
    isMissed ? "M" : "",
  ].join("");
}

function partyTable(
  { steps, currency }: PathInFull,
  party: FundModel["parties"][number],
  charter: Charter,
  style: ProjectionStyle,
): readonly string[] {
  const { language, paint } = style;
  const names = ["paidIn", "distributed", "worth"] as const;
  const series = names.map((name) =>
    steps.map(({ outputs }) => outputs[outputOf(name, party.id)] ?? null),
  );
  const scale = amountScale(largestOf(series), currency, language);
  const quote = exchangeOutput(party.currency);
  const hasQuote = steps.some(({ outputs }) => Object.hasOwn(outputs, quote));
  const heads = [
    PROJECTION_TEXTS.paidIn[language],
    PROJECTION_TEXTS.distributed[language],
    PROJECTION_TEXTS.worth[language],
    ...(hasQuote ? [`${party.currency}/${currency}`] : []),
  ];
  const widths = [LABEL + 15, ...heads.map(() => AMOUNT + 3)];
  const title = filled(PROJECTION_TEXTS.in, partyName(charter, party.id)[language], scale.unit);
  return [
    paint("bold", row(title[language], heads, widths)),
    ...steps.map(({ ends, outputs }, step) => {
      const amounts = series.map((values) => scale.show(values[step] ?? null));
      const rate = outputs[quote];
      const quoted = hasQuote
        ? [rate === null || rate === undefined ? "–" : numberText(rate, 2)]
        : [];
      return row(monthText(ends, language), [...amounts, ...quoted], widths);
    }),
  ];
}
