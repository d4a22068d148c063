import { addDays, type LocalDate } from "../calendar/date.ts";
import type { Days } from "../charter/charter.ts";
import { viewOf, type ActView } from "./act-view.ts";
import { standingWindows } from "./settlement.ts";
import type { ActRecord, GovernanceState } from "./state.ts";
import { windowEnd } from "./window.ts";

export const ACT_STATUSES = [
  "proposed",
  "consulted",
  "approved",
  "standing",
  "effective",
  "executed",
  "lapsed",
  "refused",
  "vetoed",
] as const;

/** Where an act is on its way (G40). */
export type ActStatus = {
  readonly status: (typeof ACT_STATUSES)[number];
  /** The first day on which it was so. */
  readonly since: LocalDate;
  /** The last day on which it can be so: the end of the window that is open. */
  readonly until?: LocalDate;
};

/** The last of the windows that start on a day, or undefined where a calendar does not reach. */
function lastEnd({ charter }: ActView, from: LocalDate, windows: readonly Days[]) {
  let last: LocalDate = from;
  for (const window of windows) {
    const end = windowEnd(charter, from, window);
    if (!end.ok) return undefined;
    if (end.value > last) last = end.value;
  }
  return last;
}

const until = (end: LocalDate | undefined): { readonly until?: LocalDate } =>
  end === undefined ? {} : { until: end };

function expiryOf(view: ActView): { readonly until?: LocalDate } {
  const { rule, record } = view;
  if (rule.expiry === undefined) return {};
  return until(lastEnd(view, record.proposedOn, [rule.expiry]));
}

/** Approved, standing still while windows are open, then effective. */
function statusAfterApproval(view: ActView, approvedOn: LocalDate): ActStatus {
  const windows = standingWindows(view);
  if (windows.length === 0) return { status: "effective", since: approvedOn, ...expiryOf(view) };
  const end = lastEnd(view, approvedOn, windows);
  // Approved at a day's opening, which cannot be refused, with a window that no calendar can date.
  if (end === undefined) return { status: "approved", since: approvedOn };
  if (view.state.today <= end) return { status: "standing", since: approvedOn, until: end };
  const next = addDays(end, 1);
  const since = next.ok ? next.value : end;
  return { status: "effective", since, ...expiryOf(view) };
}

/** The status of an act, computed from what is recorded of it and the day that is open (G40). */
export function statusOf(state: GovernanceState, record: ActRecord): ActStatus {
  if (record.executed !== undefined) return { status: "executed", since: record.executed.on };
  if (record.ended !== undefined) return { status: record.ended.status, since: record.ended.on };
  const view = viewOf(state, record);
  if (record.approvedOn !== undefined) return statusAfterApproval(view, record.approvedOn);
  const consult = view.rule.consult ?? [];
  if (consult.length > 0 && record.consultedOn !== undefined) {
    return { status: "consulted", since: record.consultedOn, ...expiryOf(view) };
  }
  if (consult.length === 0) {
    return { status: "proposed", since: record.proposedOn, ...expiryOf(view) };
  }
  const windows = consult.map(({ window }) => window);
  const end = lastEnd(view, record.proposedOn, windows);
  return { status: "proposed", since: record.proposedOn, ...until(end) };
}
