import type { ReactNode } from "react";
import type { Answer } from "../../../api/use-api.ts";
import type { Point } from "../../../charts/line-chart.tsx";
import { Figure } from "../../../elements/figure.tsx";
import { valuesByDay } from "./history-points.ts";

type History = Answer<"/api/v1/history">;

/** Values of a history as the table beside its chart has them: each opens its why as of its day. */
export function historyFigure(history: History, cell: string): (point: Point) => ReactNode {
  const values = valuesByDay(history);
  return ({ date, text }) => {
    const value = values.get(date);
    if (value === undefined) return text;
    return <Figure cell={{ id: cell, label: history.label, value }} asOf={date} />;
  };
}
