import { addDays, dateOf, instant, type Instant } from "@jointfund/core/calendar/date.ts";
import { openFundDay } from "@jointfund/core/fund/day.ts";
import { recordWith } from "@jointfund/core/fund/tentative.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { dayOpening } from "../../application/operator.ts";
import { signatureChecks } from "../../application/signature-checks.ts";
import type { Office } from "../office.ts";
import type { RecordView } from "../record-replay.ts";

/** The record as the next statement would find it, and what `decide` is then told beside it. */
export type Present = {
  readonly view: RecordView;
  readonly context: Context;
  /** Until when a vote that is signed now is good. */
  readonly notAfter: Instant;
};

const kept = new WeakMap<
  RecordView["chronicle"],
  { readonly name: string; readonly of: Present }
>();

/**
 * The present: the record, with the clock's day opened where that is later than the day on record,
 * as the next statement would open it (R14).
 */
export function presentOf({ fund, record, clock }: Office): Present {
  const { view } = record;
  const now = clock.now();
  const recordedAt = now < view.state.recordedAt ? view.state.recordedAt : now;
  const today = dateOf(recordedAt);
  const known = kept.get(view.chronicle);
  const name = `${view.size}/${today}`;
  const end = addDays(today, 1);
  const notAfter = instant(`${end.ok ? end.value : today}T23:59:59Z`);
  const blob = (hash: string): Uint8Array | undefined => fund.blob(hash);
  const rootAt = (size: number): Uint8Array | undefined => fund.rootAt(size);
  const context = { ...signatureChecks, recordedAt, index: view.size, blob, rootAt };
  if (today <= view.state.today) return { view, context, notAfter };
  if (known?.name === name) return known.of;
  const statement = dayOpening(view.state.charter.id, "", today);
  const effects = openFundDay(view.state, today, context);
  const opened = recordWith(view, statement, effects, context);
  const note = { kind: statement.kind, recordedAt, by: "" } as const;
  const notes = [...view.notes, note];
  const of: Present = {
    view: { ...view, ...opened, notes, size: view.size + 1 },
    context: { ...context, index: view.size + 1 },
    notAfter,
  };
  kept.set(view.chronicle, { name, of });
  return of;
}
