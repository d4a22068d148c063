import { type Answer, useApi } from "../../../api/use-api.ts";
import type { Point } from "../../../charts/line-chart.tsx";
import { type CellValue, cellText } from "../../../format/cell.ts";
import { drawn, inUnit, tableUnit, type TableUnit } from "../../../format/money.ts";
import type { Language } from "../../../language/text.ts";
import { useLanguage } from "../../../language/language-context.tsx";

type History = Answer<"/api/v1/history">;

/** What a chart of amounts needs to say its axis: "USD billion", and a value in it. */
export type AmountAxis = { readonly unit: string; readonly text: (value: number) => string };

/** The axis of a chart of amounts in one currency. */
export function amountAxis(
  amounts: Iterable<string | bigint>,
  currency: string,
  language: Language,
): AmountAxis {
  const unit: TableUnit = tableUnit(amounts, currency, language);
  const minorPerMain = drawn(1n, currency);
  return {
    unit: unit.word,
    text: (value) => inUnit(BigInt(Math.round(value / minorPerMain)), { ...unit, decimals: 0 }),
  };
}

/** The points of a history of amounts, as a chart draws them. */
export const amountPoints = ({ points }: History, language: Language): readonly Point[] =>
  points.flatMap(({ on, value }) =>
    value.kind === "money"
      ? [{ date: on, value: drawn(value.minor, value.currency), text: cellText(value, language) }]
      : [],
  );

/** What the values of a history are at the ends of its days: each can say why. */
export const valuesByDay = ({ points }: History): ReadonlyMap<string, CellValue> =>
  new Map(points.map(({ on, value }) => [on, value]));

/** A figure of the page at the end of each month. */
export function useMonthly(figure: History["figure"]) {
  const { language } = useLanguage();
  const history = useApi("/api/v1/history", { query: { figure, every: "month" } });
  return { history, points: amountPoints(history, language) };
}
