import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import { ledgerAt } from "@jointfund/core/fund/posted-days.ts";
import type { RecordView } from "./record-replay.ts";

/** How many are kept, so that a page and its explanations are of one and the same. */
const KEPT = 8;

const kept = new Map<string, RecordView>();
const names = new WeakMap<Recorded, string>();
let named = 0;

function nameOf({ chronicle, size }: RecordView): string {
  let name = names.get(chronicle);
  if (name === undefined) names.set(chronicle, (name = String(named++)));
  return `${name}/${size}`;
}

/**
 * A record as of an earlier business day (H22): where things stood is as it was recorded in the
 * evening of that day; the books are all that is dated up to it, as far as the record knows now,
 * what was reported later included.
 */
export function datedView(view: RecordView, evening: RecordView, day: LocalDate): RecordView {
  const name = `${nameOf(view)}/${day}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = { ...view, state: stateOf(view, evening, day), chronicle: upTo(view, day) };
  kept.set(name, made);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}

function stateOf({ chronicle }: RecordView, { state }: RecordView, day: LocalDate) {
  return { ...state, today: day, ledger: ledgerAt(chronicle, day) };
}

/** What takes effect later, or was contested later, is not there yet. */
function upTo({ chronicle }: RecordView, day: LocalDate): Recorded {
  const { entries, firstDay, acts, releases, finality, valuations, fixings, kinds } = chronicle;
  return {
    ...{ entries, firstDay, acts, releases, finality, valuations, fixings, kinds },
    postings: chronicle.postings.filter(({ journal }) => journal.effectiveDate <= day),
    unitMovements: chronicle.unitMovements.filter(({ on }) => on <= day),
    contested: chronicle.contested.filter(({ on }) => on <= day),
    stateOn: (on) => chronicle.stateOn(on),
  };
}
