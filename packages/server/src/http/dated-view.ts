import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { DatedList } from "@jointfund/core/calendar/dated-list.ts";
import type {
  Contested,
  PostedEntry,
  Recorded,
  UnitMovement,
} from "@jointfund/core/fund/chronicle.ts";
import { ledgerAt } from "@jointfund/core/fund/posted-days.ts";
import type { RecordView } from "./record-replay.ts";

/** How many are kept, so that a page and its explanations are of one and the same. */
const KEPT = 8;

const kept = new Map<string, RecordView>();
const names = new WeakMap<Recorded, string>();
let named = 0;

function nameOf(chronicle: Recorded): string {
  let name = names.get(chronicle);
  if (name === undefined) names.set(chronicle, (name = String(named++)));
  return name;
}

/**
 * A record as of an earlier business day (H22): where things stood is as it was recorded in the
 * evening of that day; the books are all that is dated up to it, as far as the record knows now,
 * what was reported later included.
 */
export function datedView(view: RecordView, evening: RecordView, day: LocalDate): RecordView {
  const name = `${nameOf(view.chronicle)}/${view.size}/${day}`;
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
  const { postings, unitMovements, contested } = listsUpTo(chronicle, day);
  return {
    ...{ entries, firstDay, acts, releases, finality, valuations, fixings, kinds },
    ...{ postings: postings.items, unitMovements: unitMovements.items },
    contested: contested.items,
    stateOn: (on) => chronicle.stateOn(on),
  };
}

/** What of a record's lists is dated up to a day: they grow with it, and so do sums of them. */
type Lists = ReturnType<typeof newLists>;

const listsByDay = new Map<string, Lists>();

function listsUpTo(chronicle: Recorded, day: LocalDate): Lists {
  const name = `${nameOf(chronicle)}/${day}`;
  const lists = listsByDay.get(name) ?? newLists(chronicle, day);
  // The day that was asked for last is kept longest.
  listsByDay.delete(name);
  listsByDay.set(name, lists);
  const [oldest] = listsByDay.keys();
  if (listsByDay.size > KEPT && oldest !== undefined) listsByDay.delete(oldest);
  return lists;
}

function newLists({ postings, unitMovements, contested }: Recorded, day: LocalDate) {
  return {
    postings: new DatedList(postings, day, ({ journal }: PostedEntry) => journal.effectiveDate),
    unitMovements: new DatedList(unitMovements, day, ({ on }: UnitMovement) => on),
    contested: new DatedList(contested, day, ({ on }: Contested) => on),
  };
}
