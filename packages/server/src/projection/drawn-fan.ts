import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Fan } from "@jointfund/projection/outcomes/projection.ts";
import type { Language } from "../languages/language.ts";
import { padStart, widthOf } from "../page/layout.ts";
import { monthText, type AmountScale } from "./projected-figures.ts";

const ROWS = 11;
const MARGIN = 12;

/** A fan drawn in characters, from left to right in time, from nothing to the 95th percentile. */
export function drawnFan(
  fan: Fan,
  dates: readonly LocalDate[],
  of: { readonly scale: AmountScale; readonly language: Language; readonly columns: number },
): readonly string[] {
  const { scale, language, columns } = of;
  const room = Math.max(1, Math.floor((columns - MARGIN - 2) / dates.length));
  const top = Math.max(0, ...fan.p95.map((value) => value ?? 0));
  const bottom = Math.min(0, ...fan.p5.map((value) => value ?? 0));
  if (top === bottom) return [];
  const height = (top - bottom) / ROWS;
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const low = top - (index + 1) * height;
    const cells = dates.map((_, at) => mark(fan, at, low, low + height).repeat(room));
    const isLabelled = index % 2 === 0;
    const label = isLabelled ? scale.show(low + height / 2) : "";
    return `${padStart(label, MARGIN)} │${cells.join("")}`.trimEnd();
  });
  const [first, last] = [monthText(dates[0]!, language), monthText(dates.at(-1)!, language)];
  const width = room * dates.length;
  const axis = `${" ".repeat(MARGIN)} └${"─".repeat(width)}`;
  const right = padStart(last, Math.max(0, width - widthOf(first)));
  const ends = `${" ".repeat(MARGIN + 2)}${first}${right}`;
  return [...lines, axis, ends];
}

function mark(fan: Fan, at: number, low: number, high: number): string {
  const of = (name: "p5" | "p25" | "p50" | "p75" | "p95"): number => fan[name][at] ?? 0;
  const isWithin = (from: number, to: number): boolean => from < high && to >= low;
  const median = of("p50");
  if (median >= low && median < high) return "━";
  if (isWithin(of("p25"), of("p75"))) return "▓";
  return isWithin(of("p5"), of("p95")) ? "░" : " ";
}
