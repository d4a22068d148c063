import { addDays, instant, toUnixSeconds, type LocalDate } from "../../calendar/date.ts";
import type { Days } from "../../charter/charter.ts";
import { viewOf, type ActView } from "../../governance/act-view.ts";
import { noObjectionWindows } from "../../governance/settlement.ts";
import { windowEnd } from "../../governance/window.ts";
import { itemOf, partyOfDecision, type AuditItem, type KnownAct } from "./item.ts";
import type { AuditInput } from "./trail.ts";

type Window = { readonly kind: string; readonly from: LocalDate; readonly length: Days };

type Spoken = {
  readonly entry: number;
  readonly officer: string;
  readonly seats: readonly string[];
  readonly windows: readonly Window[];
};

/**
 * What was said within so many minutes of the end of the window that it had to be said in (AU23):
 * answers, approvals and objections. A window ends with its last day, as the record counts days.
 */
export function lastMinuteVotes(
  input: AuditInput,
  known: KnownAct,
  minutes: number,
): readonly AuditItem[] {
  const { record } = known;
  if (record === undefined) return [];
  const view = viewOf(input.state, record);
  return spokenIn(view).flatMap((spoken) => {
    const { entry, officer } = spoken;
    const left = spoken.windows
      .map((window) => ({ window, minutesLeft: minutesLeft(input, view, window, entry) }))
      .filter(({ minutesLeft: of }) => of >= 0 && of < minutes);
    const [closest] = left.toSorted((a, b) => a.minutesLeft - b.minutesLeft);
    if (closest === undefined) return [];
    const whose = { parties: [partyOfDecision(input, record, spoken)], officers: [officer] };
    const facts = { minutesLeft: closest.minutesLeft };
    return [itemOf(input, known, { entry, kind: closest.window.kind, facts, ...whose })];
  });
}

function spokenIn(view: ActView): readonly Spoken[] {
  const { record, rule } = view;
  const { proposedOn, consultedOn, approvedOn } = record;
  const expiry = rule.expiry;
  const untilExpiry: readonly Window[] =
    expiry === undefined ? [] : [{ kind: "expiry", from: proposedOn, length: expiry }];
  const objecting: Window[] = noObjectionWindows(view).map((length) => ({
    ...{ kind: "objection", from: consultedOn ?? proposedOn, length },
  }));
  if (rule.objection !== undefined && approvedOn !== undefined) {
    objecting.push({ kind: "objection", from: approvedOn, length: rule.objection.window });
  }
  return [
    ...record.consultations.map((said) => {
      const length = rule.consult?.find(({ body }) => body === said.body)?.window;
      const from = proposedOn;
      return { ...said, windows: length ? [{ kind: "consultation", from, length }] : [] };
    }),
    ...record.decisions.map((said) => ({ ...said, windows: untilExpiry })),
    ...record.objections.map((said) => ({ ...said, windows: [...objecting, ...untilExpiry] })),
  ];
}

/** Whole minutes from an entry to the end of a window's last day; negative when it is over. */
function minutesLeft(
  { trail }: AuditInput,
  { charter }: ActView,
  { from, length }: Window,
  entry: number,
): number {
  const end = windowEnd(charter, from, length);
  const next = end.ok ? addDays(end.value, 1) : end;
  if (!next.ok) return -1;
  const closes = toUnixSeconds(instant(`${next.value}T00:00:00Z`));
  return Math.floor((closes - toUnixSeconds(trail.recordedAt(entry))) / 60);
}
