/** The index of notices against a second way to the same: every call and every posting, walked. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { actTypeOf } from "@jointfund/core/fund/posted-days.ts";
import { noticeAt } from "@jointfund/core/statements/party-notices.ts";
import type { RecordView } from "../../src/http/record-replay.ts";
import { serveScenario } from "../../../../tests/support/served-office.ts";

/** What a party's commitments came to once an entry was on record, from the first posting on. */
function standingAt({ state, chronicle }: RecordView, party: string, entry: number) {
  let [committed, unfunded, recallable] = [0n, 0n, 0n];
  for (const { entry: of, journal } of chronicle.postings) {
    if (of > entry || journal.vehicle !== state.charter.capital.vehicle) continue;
    const isPromise = actTypeOf(chronicle, journal)?.startsWith("commitment.") === true;
    for (const { account, subject, minor } of journal.postings) {
      if (subject !== party || (account !== "9010" && account !== "9020")) continue;
      unfunded += minor;
      if (account === "9020") recallable += minor;
      else if (isPromise) committed += minor;
    }
  }
  return { committed, unfunded, recallable };
}

function namesOf({ state, chronicle }: RecordView, party: string): readonly string[] {
  const entryOf = (act: string): number =>
    state.acts.get(act)?.executed?.entry ?? chronicle.acts.get(act)!.entry;
  const calls = [...state.capital.calls.values()]
    .filter(({ items }) => items.some((item) => item.party === party))
    .map(({ id }) => ({ kind: "call", id, entry: entryOf(id) }));
  const declared = [...state.acts.values()].flatMap(({ id, act, executed }) => {
    const { distribution } = act.body;
    if (act.type !== "distribution.declare" || executed === undefined) return [];
    if (typeof distribution !== "string") return [];
    const shares = state.distributions.get(distribution)?.shares ?? [];
    if (!shares.some((share) => share.party === party)) return [];
    return [{ kind: "distribution", id: distribution, entry: entryOf(id) }];
  });
  const returned = [...state.payments.values()]
    .filter(({ payee, purpose }) => payee === party && purpose === "returnOfCapital")
    .map(({ id, entry }) => ({ kind: "return", id, entry }));
  const numbers = new Map<string, number>();
  return [...calls, ...declared, ...returned]
    .toSorted((a, b) => a.entry - b.entry)
    .map(({ kind, id, entry }) => {
      const number = (numbers.get(kind) ?? 0) + 1;
      numbers.set(kind, number);
      return `${kind} ${number} ${id} in ${entry}`;
    });
}

describe("the index of notices", () => {
  for (const scenario of ["first-year", "citizens", "paying-late", "us-japan"]) {
    test(`[ST90] [ST91] [H64] has what walking ${scenario} finds`, async () => {
      const served = await serveScenario(scenario);
      const { view } = served.office.record;
      let found = 0;
      for (const { id: party } of view.state.charter.parties) {
        const places = view.index.notices.noticesTo(party);
        const names = places.map(
          ({ kind, number, id, entry }) => `${kind} ${number} ${id} in ${entry}`,
        );
        assert.deepEqual(names, namesOf(view, party), party);
        for (const place of places) {
          const notice = noticeAt(view, view.index.notices, { party, place });
          found++;
          if (notice.kind === "distribution") continue;
          assert.deepEqual(notice.before, standingAt(view, party, place.entry - 1));
          assert.deepEqual(notice.after, standingAt(view, party, place.entry));
        }
      }
      assert.ok(found > 1);
      await served.close();
    });
  }
});
