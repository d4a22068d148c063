import { instant } from "@jointfund/core/calendar/date.ts";
import type { Clock } from "../ports.ts";

/** The machine's own time, to the second. */
export const systemClock: Clock = {
  now: () => instant(`${new Date().toISOString().slice(0, 19)}Z`),
};
