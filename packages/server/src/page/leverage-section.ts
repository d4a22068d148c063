import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { CovenantLine, Fall, FundLeverage } from "@jointfund/core/statements/fund-leverage.ts";
import { localized, textsIn, type Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { STEP_WORDS, wordFor } from "../languages/words.ts";
import { percent } from "./figures.ts";
import { flow, row, widthOf, wrap } from "./layout.ts";
import {
  amount,
  bracketed,
  figure,
  inline,
  label,
  share,
  times,
  unitText,
  type Section,
} from "./section.ts";

const NOW = 12;
const LIMIT = 14;
const AMOUNT = 15;
const INDENT = 2;

/** Widths of a covenant's name, its ratio and its limit. */
type Columns = readonly [number, number, number];

/**
 * Section 4 of a fund that borrows: each covenant now, its limit and how far investments may fall
 * before it locks and asks for sales; debt; and what covers all else that is to be paid.
 */
export function leverageSection(section: Section, leverage: FundLeverage): readonly string[] {
  const { columns, paint } = section;
  const { covenants } = leverage;
  const title = `4 ${label(section, PAGE_TEXTS.leverage)}`;
  const widths: Columns = [columns - NOW - LIMIT, NOW, LIMIT];
  const heads = [PAGE_TEXTS.now, PAGE_TEXTS.limit].map((text) => inline(section, text));
  return [
    paint("bold", covenants.length === 0 ? title : row(title, heads, widths)),
    ...covenants.flatMap((covenant) => covenantLines(section, covenant, widths)),
    ...amountLines(section, leverage),
  ];
}

function covenantLines(
  section: Section,
  { covenant, name, must, step, falls }: CovenantLine,
  widths: Columns,
): readonly string[] {
  const indent = " ".repeat(INDENT);
  const [first = "", ...more] = flow(
    textsIn(section.choice, localized(name)),
    "  ",
    widths[0] - INDENT,
  );
  const id = `leverage.${covenant}`;
  const now = share(section, id, 1);
  const most = `${must === "atMost" ? "<=" : ">="} ${share(section, `${id}.limit`, 1)}`;
  return [
    row(indent + first, [now, most], widths),
    ...more.map((line) => indent + line),
    ...standingLines(section, { covenant, step, falls }),
  ];
}

/** Where a covenant stands on its ladder, if it does, and what is left to lock and to sale. */
function standingLines(
  section: Section,
  { covenant, step, falls }: Pick<CovenantLine, "covenant" | "step" | "falls">,
): readonly string[] {
  const fallsTo = falls.map((fall) => fallText(section, covenant, fall));
  const between = section.choice === "ja" ? "、" : ", ";
  const parts = [
    ...(step === "clear" ? [] : [inline(section, atStep(step))]),
    ...(fallsTo.length === 0
      ? []
      : [`${inline(section, PAGE_TEXTS.mayFall)} ${fallsTo.join(between)}`]),
  ];
  const indent = " ".repeat(2 * INDENT);
  return flow(parts, "  ", section.columns - widthOf(indent)).map((line) => indent + line);
}

function atStep(step: CovenantLine["step"]): Text {
  const { en, ja } = wordFor(STEP_WORDS, step);
  return { en: filled(PAGE_TEXTS.atStep, en).en, ja: filled(PAGE_TEXTS.atStep, ja).ja };
}

/** Rounded down to a tenth of a percent, so that no room is told that is not there. */
function fallText(section: Section, covenant: string, { step, fallBps }: Fall): string {
  const { choice } = section;
  const { en, ja } = wordFor(STEP_WORDS, step);
  const cut = percent(Ratio.make(BigInt(Math.floor(fallBps / 10)), 1_000n), 1);
  const fall = figure(section, `leverage.${covenant}.${step}`, () => cut);
  if (choice === "ja") return filled(PAGE_TEXTS.fallTo, ja, fall).ja;
  const text = filled(PAGE_TEXTS.fallTo, en, fall).en;
  return choice === "en" ? text : `${text} ${ja}`;
}

function amountLines(section: Section, { debtOfHeld }: FundLeverage): readonly string[] {
  const { columns, record } = section;
  const widths = [columns - AMOUNT, AMOUNT];
  const line = (text: Text, cell: string, note = ""): string[] => {
    const labels = `${label(section, text)}${note}`;
    const [first = "", ...more] = wrap(labels, columns - AMOUNT - INDENT);
    const indent = " ".repeat(INDENT);
    return [row(indent + first, [cell], widths), ...more.map((each) => indent + each)];
  };
  const ratio = (text: Text, id: string): string[] =>
    record.cells.has(id) ? line(text, times(section, id, 2)) : [];
  const unit = bracketed(section, unitText(section));
  return [
    ...line(PAGE_TEXTS.debt, amount(section, "leverage.debt"), unit),
    ...(debtOfHeld === 0n
      ? []
      : line(PAGE_TEXTS.debtOfHeld, amount(section, "leverage.project-debt"))),
    ...ratio(PAGE_TEXTS.debtToWorth, "leverage.debt-to-worth"),
    ...line(PAGE_TEXTS.toPay, amount(section, "cover.to-pay")),
    ...line(PAGE_TEXTS.cashAndLines, amount(section, "cover.held")),
    ...ratio(PAGE_TEXTS.coverRatio, "cover.ratio"),
  ];
}
