/** Lists and earlier records against the slow way: through all of it, from the first entry on. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import { SHOWN_STATUSES, standingOf } from "../../src/http/act-summary.ts";
import { RecordReplay, type RecordView } from "../../src/http/record-replay.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Counted<Key extends string, Value> = readonly (Readonly<Record<Key, Value>> & {
  readonly count: number;
})[];

type Counts = {
  readonly decisions: number;
  readonly facts: number;
  readonly types: Counted<"type", string>;
  readonly statuses: Counted<"status", string>;
  readonly bases: Counted<"basis", string>;
  readonly parties: Counted<"party", string>;
  readonly years: Counted<"year", number>;
};

type List = { readonly items: readonly { readonly id: string }[]; readonly next?: string };

for (const scenario of ["paying-late", "us-japan"]) {
  describe(`the record of ${scenario}`, () => {
    let served: ServedOffice;

    before(async () => {
      served = await serveScenario(scenario);
    });

    after(() => served.close());

    async function listed(query: string): Promise<readonly string[]> {
      const ids: string[] = [];
      let cursor = "";
      do {
        const response = await served.app.request(`/api/v1/acts?limit=40&${query}${cursor}`);
        const { items, next } = (await response.json()) as List;
        ids.push(...items.map(({ id }) => id));
        cursor = next === undefined ? "" : `&cursor=${next}`;
      } while (cursor !== "");
      return ids;
    }

    const found = (view: RecordView, isAsked: (act: RecordedAct) => boolean): readonly string[] =>
      [...view.chronicle.acts.values()]
        .filter(isAsked)
        .map(({ id }) => id)
        .toReversed();

    test("[H23] lists what a look through all of it finds, now and then", async () => {
      const { record } = served.office;
      const sizes = [record.size, Math.floor(record.size * 0.6), 130, 128, 5].filter(
        (n) => n <= record.size,
      );
      for (const size of sizes) {
        const view = await record.at(size - 1);
        const then = size === record.size ? "" : `&knownAt=${size - 1}`;
        assert.equal(view.size, size);
        for (const status of SHOWN_STATUSES) {
          const expected = found(view, (act) => standingOf(view, act).status === status);
          assert.deepEqual(await listed(`status=${status}${then}`), expected, `${size} ${status}`);
        }
        const types = new Set([...view.chronicle.acts.values()].map(({ act }) => act.type));
        for (const type of types) {
          const expected = found(view, ({ act }) => act.type === type);
          assert.deepEqual(await listed(`type=${type}${then}`), expected, `${size} ${type}`);
        }
        for (const id of view.state.investments.keys()) {
          const expected = found(view, ({ act }) => act.body["investment"] === id);
          assert.deepEqual(await listed(`investment=${id}${then}`), expected, `${size} ${id}`);
        }
      }
    });

    test("[H62] counts what a look through all of it counts, now and then", async () => {
      const { record } = served.office;
      for (const size of [record.size, Math.floor(record.size * 0.6), 129, 3]) {
        if (size > record.size) continue;
        const view = await record.at(size - 1);
        const acts = [...view.chronicle.acts.values()];
        const counted = (of: (act: RecordedAct) => string | number): readonly string[] =>
          acts.map((act) => String(of(act))).toSorted(inOrder);
        const response = await served.app.request(`/api/v1/act-counts?knownAt=${size - 1}`);
        const counts = (await response.json()) as Counts;
        const listed = <Item extends { readonly count: number }>(
          items: readonly Item[],
          of: (item: Item) => string | number,
        ): readonly string[] =>
          items
            .flatMap((item) => Array<string>(item.count).fill(String(of(item))))
            .toSorted(inOrder);
        const { officers } = view.state;
        const partyOf = ({ act: { proposer } }: RecordedAct): string =>
          officers.get(proposer)?.party ?? proposer;
        assert.equal(counts.decisions + counts.facts, acts.length);
        assert.equal(counts.decisions, acts.filter(({ kind }) => kind === "proposal").length);
        const inForce = Object.keys(view.state.charter.acts);
        assert.deepEqual(
          listed(counts.types, ({ type }) => type),
          counted(({ act }) => act.type).filter((type) => inForce.includes(type)),
        );
        assert.deepEqual(
          listed(counts.statuses, ({ status }) => status),
          counted((act) => standingOf(view, act).status),
        );
        assert.deepEqual(
          listed(counts.bases, ({ basis }) => basis),
          counted(({ act }) => act.basis),
        );
        assert.deepEqual(
          listed(counts.parties, ({ party }) => party),
          counted(partyOf),
        );
        assert.deepEqual(
          listed(counts.years, ({ year }) => year),
          counted(({ act }) => Number(act.effectiveDate.slice(0, 4))),
        );
      }
    });

    test("[H21] as it was is what a replay up to there gives", async () => {
      const { fund, record } = served.office;
      const all = [1, 2, 127, 128, 129, Math.floor(record.size / 2), record.size - 1];
      for (const size of all.filter((each) => each < record.size)) {
        const then = await record.at(size - 1);
        const replay = new RecordReplay();
        await replay.advance(fund, size);
        const { view } = replay;
        assert.deepEqual(then.state.recordedAt, view.state.recordedAt);
        assert.deepEqual(then.notes, view.notes);
        for (const part of [
          "postings",
          "contested",
          "releases",
          "finality",
          "unitMovements",
        ] as const) {
          assert.deepEqual(then.chronicle[part], view.chronicle[part], `${size} ${part}`);
        }
        for (const part of ["valuations", "fixings", "kinds", "entries", "firstDay"] as const) {
          assert.deepEqual(then.chronicle[part], view.chronicle[part], `${size} ${part}`);
        }
        assert.deepEqual([...then.chronicle.acts], [...view.chronicle.acts]);
        for (const id of record.view.chronicle.acts.keys()) {
          assert.deepEqual(then.chronicle.acts.get(id), view.chronicle.acts.get(id));
        }
        const day = view.state.today;
        assert.equal(
          then.chronicle.stateOn(day)?.recordedAt,
          view.chronicle.stateOn(day)?.recordedAt,
        );
      }
    });

    test("[H21] at an instant ends with the last entry of that instant", async () => {
      const { record } = served.office;
      const { notes } = record.view;
      for (const at of [0, 1, Math.floor(notes.length / 3), notes.length - 2]) {
        const { recordedAt } = notes[at]!;
        const { size } = await record.at(recordedAt);
        assert.equal(size, notes.findLastIndex((note) => note.recordedAt === recordedAt) + 1);
      }
    });
  });
}
