import type { DayCountName } from "../calendar/day-count.ts";

/** The same text in each language of the charter, by language code. */
export type LocalizedText = { readonly [language: string]: string };

/** Day counts that a term can name: those that need no more than the period. */
export const TERM_DAY_COUNTS = [
  "ACT/360",
  "ACT/365F",
  "ACT/ACT-ISDA(4.16b)",
  "30/360(4.16f)",
  "30E/360(4.16g)",
] as const satisfies readonly DayCountName[];
export type DayCount = (typeof TERM_DAY_COUNTS)[number];

/** A number of days on a named calendar of the charter ("calendar" counts every day). */
export type Days = { readonly days: number; readonly calendar: string };
