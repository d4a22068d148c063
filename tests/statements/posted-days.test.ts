/** Sums that are kept by day, beside the postings one by one. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { goesOnFrom } from "@jointfund/core/base/followed.ts";
import { Chronicle, type PostedEntry, type Recorded } from "@jointfund/core/fund/chronicle.ts";
import {
  ledgerAt,
  postedBy,
  postedIn,
  postedTo,
  type PostedRows,
} from "@jointfund/core/fund/posted-days.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { emptyLedger, post, type Posting } from "@jointfund/core/ledger/journal.ts";
import { compareDates, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { pageBook } from "@jointfund/core/statements/page-books.ts";
import {
  ALL_DAYS,
  ofAccounts,
  PageDays,
  PagePostings,
} from "@jointfund/core/statements/page-postings.ts";
import {
  flowsOfParty,
  flowsWithin,
  netFlowsOfParty,
  partyFlowsByDay,
} from "@jointfund/core/statements/party-flows.ts";
import { PeriodBook } from "@jointfund/core/statements/period-book.ts";
import { periodBetween } from "@jointfund/core/statements/period.ts";
import {
  movementsOfHolder,
  unitDays,
  unitsWithin,
  type UnitsMoved,
} from "@jointfund/core/statements/unit-holdings.ts";
import { openRecord } from "@jointfund/server/cli/record.ts";
import { playExample } from "../support/first-year.ts";
import { temporaryDirectory } from "../support/played-data.ts";
import { randomHistory } from "../support/random-history.ts";
import { rootOf } from "../support/chronicles.ts";
import { verifyP256 } from "../support/demonstration-fund.ts";
import { plainFlows } from "../support/plain-flows.ts";

type Records = { readonly state: FundState; readonly chronicle: Recorded };

type Sums = ReadonlyMap<string, bigint>;

function summed(items: Iterable<readonly [key: string, minor: bigint]>): Sums {
  const sums = new Map<string, bigint>();
  for (const [key, minor] of items) sums.set(key, (sums.get(key) ?? 0n) + minor);
  const some = [...sums].filter(([, minor]) => minor !== 0n);
  return new Map(some.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const typeOf = ({ acts }: PostedRows, { journal }: PostedEntry): string | undefined =>
  acts.get(journal.id.slice(0, journal.id.indexOf("/")))?.act.type;

/** Some days: the first and last that anything is dated on, and two between. */
function daysOf({ postings }: Recorded): readonly LocalDate[] {
  const days = postings.map(({ journal }) => journal.effectiveDate).toSorted(compareDates);
  return [0, 0.3, 0.7, 1].flatMap((at) => days[Math.floor((days.length - 1) * at)] ?? []);
}

function checkBooks({ state, chronicle }: Records): void {
  const days = daysOf(chronicle);
  for (const { id: vehicle, currency } of state.charter.vehicles) {
    for (const period of days.map((to, n) => periodBetween(days[Math.max(0, n - 1)]!, to))) {
      const { turnovers } = new PeriodBook(chronicle, { vehicle, currency, period });
      const lines: (readonly [string, bigint])[] = [];
      for (const posted of chronicle.postings) {
        const { journal } = posted;
        const on = journal.effectiveDate;
        if (journal.vehicle !== vehicle || on > period.to) continue;
        if (typeOf(chronicle, posted) === "period.close") continue;
        for (const { account, subject, currency: of, minor } of journal.postings) {
          const key = `${account}/${of}/${subject}`;
          const side = on < period.from ? "opening" : minor > 0n ? "debits" : "credits";
          lines.push([`${key} ${side}`, side === "credits" ? -minor : minor], [`${key} n`, 1n]);
        }
      }
      const kept = turnovers.flatMap(({ account, subject, currency: of, ...turnover }) => {
        const key = `${account}/${of}/${subject}`;
        return [
          ...(["opening", "debits", "credits"] as const).map(
            (side) => [`${key} ${side}`, turnover[side]] as const,
          ),
          [`${key} n`, BigInt(turnover.postings)] as const,
        ];
      });
      assert.deepEqual(summed(kept), summed(lines), `${vehicle} ${period.from} ${period.to}`);
    }
  }
}

function checkLedgers({ chronicle }: Records): void {
  for (const day of daysOf(chronicle)) {
    let ledger = emptyLedger;
    for (const { journal } of chronicle.postings) {
      if (journal.effectiveDate <= day) ledger = post(ledger, journal);
    }
    assert.deepEqual([...ledgerAt(chronicle, day)], [...ledger], day);
  }
}

function checkLists({ state, chronicle }: Records): void {
  const codes = state.charter.accounts.map(({ code }) => code);
  for (const { id: vehicle } of state.charter.vehicles) {
    for (const accounts of [...codes.map((code) => [code]), codes.slice(0, 7)]) {
      assert.deepEqual(
        postedTo(chronicle, vehicle, accounts),
        chronicle.postings.filter(
          ({ journal }) =>
            journal.vehicle === vehicle &&
            journal.postings.some(({ account }) => accounts.includes(account)),
        ),
      );
    }
  }
  const types = ["capital.receive", "payment.release"];
  assert.deepEqual(
    postedBy(chronicle, types),
    chronicle.postings.filter((posted) => types.includes(typeOf(chronicle, posted) ?? "")),
  );
  for (let entry = 0; entry < chronicle.entries; entry += 7) {
    assert.deepEqual(
      postedIn(chronicle, entry),
      chronicle.postings.filter((posted) => posted.entry === entry),
    );
  }
}

function checkPage({ state, chronicle }: Records): void {
  const book = pageBook({ state, chronicle });
  const { currency } = book;
  const postings = new PagePostings(chronicle, {
    ...{ currency, period: ALL_DAYS },
    kept: (journal, posting: Posting) => book.kept(journal, posting),
  });
  const days = new PageDays(chronicle, book);
  const subjects = [...state.charter.parties.map(({ id }) => id), undefined];
  for (const { code } of state.charter.accounts) {
    for (const subject of subjects) {
      const asked = { selects: ofAccounts([code], subject), sign: 1n } as const;
      const byDay = (of: PageDays | PagePostings): Sums =>
        summed(of.dated(asked).map(({ on, minor }) => [on, minor]));
      assert.deepEqual(byDay(days), byDay(postings), `${code} ${subject ?? ""}`);
      assert.equal(days.total(asked), postings.total(asked));
    }
  }
}

function checkFlows({ state, chronicle }: Records): void {
  for (const { id: vehicle, currency } of state.charter.vehicles) {
    for (const to of daysOf(chronicle)) {
      const of = { vehicle, currency, to };
      const byDay = (flows: ReturnType<typeof partyFlowsByDay>): Sums =>
        summed(flows.map((flow) => [`${flow.on} ${flow.party} ${flow.minor > 0n}`, flow.minor]));
      const each = plainFlows(chronicle, of);
      assert.deepEqual(byDay(partyFlowsByDay(chronicle, of)), byDay(each), `${vehicle} ${to}`);
      for (const { id: party } of state.charter.parties) {
        const own = each.flatMap((flow) => (flow.party === party ? [flow] : []));
        const kept = flowsOfParty(chronicle, { vehicle, currency, party });
        const netted = netFlowsOfParty(chronicle, { ...of, party });
        const some = netted.filter(({ minor }) => minor !== 0n);
        assert.deepEqual(
          new Map(some.map(({ on, minor }) => [on, minor] as const)),
          summed(own.map(({ on, minor }) => [on, minor])),
        );
        assert.deepEqual(
          netted.map(({ on }) => on),
          [...new Set(own.map(({ on }) => on))].toSorted(compareDates),
        );
        const one = own.filter(({ minor }) => minor < 0n).reduce((sum, f) => sum - f.minor, 0n);
        const { paidIn, received } = flowsWithin(chronicle, { vehicle, currency, party }, { to });
        assert.equal(paidIn, one);
        assert.equal(
          received - paidIn,
          own.reduce((sum, f) => sum + f.minor, 0n),
        );
        assert.deepEqual(
          kept.filter(({ on }) => on <= to),
          own.map(({ entry, on, minor }) => ({ entry, on, minor })),
        );
      }
    }
  }
}

function checkUnits({ state, chronicle }: Records): void {
  const moved = (of: readonly UnitsMoved[]): Sums =>
    summed(of.map(({ holder, microUnits }) => [`${holder} ${microUnits > 0n}`, microUnits]));
  const days = chronicle.unitMovements.map(({ on }) => on).toSorted(compareDates);
  for (const { id } of state.charter.classes) {
    for (const { id: holder } of [...state.charter.parties, ...state.charter.vehicles]) {
      assert.deepEqual(
        movementsOfHolder(chronicle, { unitClass: id, holder }),
        chronicle.unitMovements.filter((of) => of.unitClass === id && of.holder === holder),
      );
    }
    const own = chronicle.unitMovements.filter(({ unitClass }) => unitClass === id);
    for (const at of [0, 0.4, 0.9, 1]) {
      const [from, to] = [days[0], days[Math.floor((days.length - 1) * at)]];
      if (from === undefined || to === undefined) continue;
      const inSpan = own.filter(({ on }) => from <= on && on <= to);
      assert.deepEqual(moved(unitsWithin(chronicle, id, { from, to })), moved(inSpan), id);
      assert.deepEqual(
        [...new Set([...unitDays(chronicle, id, { from, to })].map(({ on }) => on))],
        [...new Set(inSpan.map(({ on }) => on))].toSorted(compareDates),
      );
    }
  }
}

function checkAll(records: Records): void {
  checkBooks(records);
  checkLedgers(records);
  checkLists(records);
  checkPage(records);
  checkFlows(records);
  checkUnits(records);
}

/** The same record, whose lists go on from others twice. */
function inLayers({ state, chronicle }: Records): Records {
  const extended = <Item>(list: readonly Item[]): readonly Item[] => {
    const parts = [0.5, 0.9, 1].map((part) => list.slice(0, Math.floor(list.length * part)));
    for (const [n, longer] of parts.entries()) if (n > 0) goesOnFrom(longer, parts[n - 1]!);
    return parts.at(-1)!;
  };
  const { entries, firstDay, acts, contested, releases, finality, valuations, fixings, kinds } =
    chronicle;
  return {
    state,
    chronicle: {
      ...{ entries, firstDay, acts, contested, releases, finality, valuations, fixings, kinds },
      postings: extended(chronicle.postings),
      unitMovements: extended(chronicle.unitMovements),
      stateOn: (day) => chronicle.stateOn(day),
    },
  };
}

describe("what is kept by day", () => {
  test("[ST77] of lives at random it is what the postings make, however it has grown", () => {
    for (const seed of [1, 2]) {
      const fund = randomHistory(seed, 80);
      const chronicle = new Chronicle();
      let state: FundState | undefined;
      for (const [index, leaf] of fund.leaves.entries()) {
        const replayed = replayEntry(state, leaf, {
          ...{ index, verify: fund.verify, verifyP256 },
          blob: (hash) => fund.blobs.get(hash),
          rootAt: (size) => rootOf(fund, size),
        });
        assert.ok(replayed.ok);
        chronicle.add(replayed.value, state);
        ({ state } = replayed.value);
        if (index % 150 === 100) checkAll({ state, chronicle });
      }
      assert.ok(state !== undefined);
      checkAll({ state, chronicle });
      checkAll(inLayers({ state, chronicle }));
    }
  });

  test("[ST77] of ten years with projects, sales and other currencies too", async () => {
    const data = temporaryDirectory();
    await playExample("us-japan", data);
    const record = openRecord(data);
    checkAll(record);
    checkAll(inLayers(record));
  });
});
