/**
 * What is kept beside a record, of the record as it was and of its first days: the same as what is
 * added up from the postings and movements of these alone.
 */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { beginsAs } from "../base/followed.ts";
import { addDays, LAST_DATE, localDate, type LocalDate } from "../calendar/date.ts";
import { DatedList } from "../calendar/dated-list.ts";
import type { Span } from "../calendar/dated-sums.ts";
import { flowsOfParty, flowsWithin, netFlowsOfParty } from "../statements/party-flows.ts";
import { movementsOfHolder, unitDays, unitsWithin } from "../statements/unit-holdings.ts";
import type { PostedEntry, RecordedAct, UnitMovement } from "./chronicle.ts";
import * as posted from "./posted-days.ts";

const VEHICLES = ["fund", "feeder"] as const;
const ACCOUNTS = ["1010", "3010", "3020", "2210", "4010"] as const;
const PARTIES = ["US", "JP"] as const;
const TYPES = ["capital.call", "capital.receive"] as const;
const FIRST = localDate("2026-11-20");

/** The same numbers in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const dayAfter = (days: number): LocalDate => {
  const day = addDays(FIRST, days);
  assert(day.ok);
  return day.value;
};

type Rows = {
  readonly postings: PostedEntry[];
  readonly unitMovements: UnitMovement[];
  readonly acts: Map<string, RecordedAct>;
};

/** Entries whose days go on, with some that are dated back or ahead. */
function grow({ postings, unitMovements, acts }: Rows, to: number, seed: number): void {
  const below = numbers(seed);
  const one = <Of>(of: readonly Of[]): Of => of[below(of.length)]!;
  while (postings.length < to) {
    const entry = Math.floor(postings.length / 2);
    const on = dayAfter(Math.floor(entry / 9) + (below(20) === 0 ? below(80) - 60 : 0));
    const id = `act${entry}`;
    const minor = BigInt(below(1_000) + 1);
    const [account, other] = [one(ACCOUNTS), one(ACCOUNTS)];
    const journal = {
      ...{ id: `${id}/${postings.length % 2}`, vehicle: one(VEHICLES), effectiveDate: on },
      postings: [
        { account, subject: one(PARTIES), currency: "USD", minor },
        { account: other, subject: one(PARTIES), currency: "USD", minor: -minor },
      ],
    };
    const act = { type: one(TYPES) } as unknown as RecordedAct["act"];
    if (!acts.has(id)) acts.set(id, { id, act, entry, kind: "fact" });
    postings.push({ entry, journal });
    const microUnits = BigInt(below(500) - 250);
    unitMovements.push({ entry, on, unitClass: "A", holder: one(PARTIES), microUnits });
  }
}

const copy = ({ postings, unitMovements, acts }: Rows): Rows => ({
  ...{ postings: [...postings], unitMovements: [...unitMovements], acts },
});

const SPANS: readonly Span[] = [
  {},
  { to: dayAfter(70) },
  { from: dayAfter(41), to: dayAfter(423) },
  { from: dayAfter(200) },
];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lines added up by what they are of, whatever parts they came in. */
function summed(days: Iterable<posted.PostedDay>, byDay: boolean): readonly string[] {
  const sums = new Map<string, { minor: bigint; postings: number }>();
  for (const { on, actType, lines } of days) {
    for (const { name, minor, postings } of lines) {
      const key = `${byDay ? on : ""} ${actType} ${name} ${minor > 0n ? "+" : "-"}`;
      const sum = sums.get(key) ?? { minor: 0n, postings: 0 };
      sums.set(key, { minor: sum.minor + minor, postings: sum.postings + postings });
    }
  }
  return [...sums]
    .map(([key, { minor, postings }]) => `${key} ${minor} ${postings}`)
    .toSorted(byText);
}

function unitsBy(of: Iterable<{ readonly holder: string; readonly microUnits: bigint }>) {
  const units = new Map<string, bigint>(PARTIES.map((party) => [party, 0n]));
  for (const { holder, microUnits } of of) units.set(holder, units.get(holder)! + microUnits);
  return units;
}

/** All that is asked of a record, as text. */
function told(rows: Rows): readonly unknown[] {
  const of: unknown[] = [];
  for (const vehicle of VEHICLES) {
    for (const span of SPANS) {
      of.push(summed(posted.postedWithin(rows, vehicle, span), false));
      of.push(summed(posted.postedDays(rows, vehicle, span), true));
      of.push([...posted.daysPosted(rows, vehicle, span)]);
      of.push(flowsWithin(rows, { vehicle, currency: "USD" }, span));
    }
    of.push(posted.postedTo(rows, vehicle, ["3010", "4010"]));
    of.push(posted.postedTo(rows, vehicle, ["1010"]));
    of.push(posted.accountsPosted(rows, vehicle).toSorted(byText));
    for (const day of [3, 70, 230, 444].map(dayAfter)) {
      of.push(posted.countPostedOn(rows, vehicle, day), posted.postedOn(rows, vehicle, day));
    }
    for (const party of PARTIES) {
      const asked = { vehicle, currency: "USD", party };
      of.push(flowsOfParty(rows, asked));
      of.push(netFlowsOfParty(rows, { ...asked, to: LAST_DATE }));
      of.push(netFlowsOfParty(rows, { ...asked, to: dayAfter(100) }));
    }
  }
  of.push([...posted.newestPostedTo(rows, ["3010", "1010"])]);
  of.push([...posted.newestPostedTo(rows, ["3010"], Math.floor(rows.postings.length / 2))]);
  of.push(posted.postedBy(rows, ["capital.call"]));
  of.push([...posted.ledgerAt(rows, dayAfter(123))], [...posted.ledgerAt(rows, LAST_DATE)]);
  for (const span of SPANS) {
    of.push(unitsBy(unitsWithin(rows, "A", span)));
    of.push(unitsBy([...unitDays(rows, "A", span)].flatMap(({ moved }) => [...moved])));
  }
  for (const holder of PARTIES) of.push(movementsOfHolder(rows, { unitClass: "A", holder }));
  return of;
}

function firstOf(rows: Rows, length: number): Rows {
  const first = {
    postings: rows.postings.slice(0, length),
    unitMovements: rows.unitMovements.slice(0, length),
    acts: rows.acts,
  };
  beginsAs(first.postings, rows.postings);
  beginsAs(first.unitMovements, rows.unitMovements);
  return first;
}

function datedTo({ postings, unitMovements, acts }: Rows, day: LocalDate) {
  const lists = {
    postings: new DatedList(postings, day, ({ journal }) => journal.effectiveDate),
    unitMovements: new DatedList(unitMovements, day, ({ on }) => on),
  };
  return (): Rows => ({
    postings: lists.postings.items as PostedEntry[],
    unitMovements: lists.unitMovements.items as UnitMovement[],
    acts,
  });
}

describe("what is kept beside a record", () => {
  const whole: Rows = { postings: [], unitMovements: [], acts: new Map() };
  before(() => {
    // Asked while it grows, as a record is.
    for (let to = 500; to <= 9_000; to += 500) {
      grow(whole, to, to);
      posted.keepDays(whole);
      unitsWithin(whole, "A", {});
    }
  });

  test("[ST77] is the same of the record as it was as of its postings alone", () => {
    for (const length of [2, 4_094, 4_096, 6_000, 8_192, 8_998]) {
      const then = firstOf(whole, length);
      assert.deepEqual(told(then), told(copy(then)), `the first ${length}`);
      // Whoever replays it goes on for some entries.
      then.postings.push(...whole.postings.slice(length, length + 200));
      then.unitMovements.push(...whole.unitMovements.slice(length, length + 200));
      assert.deepEqual(told(then), told(copy(then)), `the first ${length} and more`);
    }
    assert.deepEqual(told(whole), told(copy(whole)), "nothing of it has changed");
  });

  test("[ST77] is the same of the days up to one as of their postings alone", () => {
    const growing: Rows = copy({ ...whole, acts: new Map(whole.acts) });
    const then = firstOf(whole, 5_000);
    const asked = [-10, 0, 41, 300, 480].map(dayAfter);
    const [ofAll, ofThen] = [growing, then].map((rows) =>
      asked.map((day) => [day, datedTo(rows, day)] as const),
    );
    for (let round = 0; round < 2; round++) {
      for (const [day, dated] of [...ofAll!, ...ofThen!]) {
        assert.deepEqual(told(dated()), told(copy(dated())), `up to ${day}`);
      }
      grow(growing, 9_600, 3);
    }
  });
});
