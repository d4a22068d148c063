import { Followed } from "@jointfund/core/base/followed.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
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
  const { postings, unitMovements, contested } = listsUpTo(day);
  return {
    ...{ entries, firstDay, acts, releases, finality, valuations, fixings, kinds },
    postings: postings.of(chronicle.postings),
    unitMovements: unitMovements.of(chronicle.unitMovements),
    contested: contested.of(chronicle.contested),
    stateOn: (on) => chronicle.stateOn(on),
  };
}

/** What of a record's lists is dated up to a day: they grow with it, and so do sums of them. */
type Lists = ReturnType<typeof newLists>;

const listsByDay = new Map<LocalDate, Lists>();

function listsUpTo(day: LocalDate): Lists {
  const lists = listsByDay.get(day) ?? newLists(day);
  // The day that was asked for last is kept longest.
  listsByDay.delete(day);
  listsByDay.set(day, lists);
  const [oldest] = listsByDay.keys();
  if (listsByDay.size > KEPT && oldest !== undefined) listsByDay.delete(oldest);
  return lists;
}

function newLists(day: LocalDate) {
  const dated = <Item>(dateOf: (item: Item) => LocalDate): Followed<Item, Item[]> =>
    new Followed<Item, Item[]>(
      () => [],
      (list, item) => {
        if (dateOf(item) <= day) list.push(item);
      },
    );
  return {
    postings: dated<PostedEntry>(({ journal }) => journal.effectiveDate),
    unitMovements: dated<UnitMovement>(({ on }) => on),
    contested: dated<Contested>(({ on }) => on),
  };
}
