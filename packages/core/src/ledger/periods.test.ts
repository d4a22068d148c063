import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { localDate } from "../calendar/date.ts";
import { emptyLedger, post, trialBalance, type JournalEntry } from "./journal.ts";
import {
  closingPostings,
  evolvePeriods,
  firstOpenDay,
  isPeriodEnd,
  lifetimeBalance,
  noPeriods,
  type Periods,
} from "./periods.ts";

const entry = (
  n: number,
  on: string,
  account: string,
  minor: bigint,
  subject = "",
): JournalEntry => ({
  id: `act/${n}`,
  vehicle: "fund",
  effectiveDate: localDate(on),
  postings: [
    { account: "1010", subject: "bank", currency: "USD", minor },
    { account, subject, currency: "USD", minor: -minor },
  ],
});

const after = (entries: readonly JournalEntry[], periods: Periods = noPeriods): Periods =>
  entries.reduce((to, each) => evolvePeriods(to, { kind: "posted", entry: each }), periods);

const MARCH = localDate("2026-03-31");

test("[LG25] a close takes what was posted for its months, and nothing of later ones", () => {
  const periods = after([
    entry(1, "2026-02-10", "4010", 100n, "abilene"),
    entry(2, "2026-03-31", "5020", -30n, "audit"),
    entry(3, "2026-04-01", "4010", 7n, "abilene"),
  ]);
  assert.deepEqual(closingPostings(periods, "fund", MARCH), [
    { account: "4010", subject: "abilene", currency: "USD", minor: 100n },
    { account: "5020", subject: "audit", currency: "USD", minor: -30n },
    { account: "3030", subject: "4010/abilene", currency: "USD", minor: -100n },
    { account: "3030", subject: "5020/audit", currency: "USD", minor: 30n },
  ]);
});

test("[LG25] days of a closed period are closed, and the day after is open", () => {
  const closed = evolvePeriods(noPeriods, {
    kind: "periodClosed",
    vehicle: "fund",
    through: MARCH,
  });
  assert.equal(firstOpenDay(closed, "fund"), "2026-04-01");
  assert.equal(firstOpenDay(closed, "feeder"), undefined);
  assert.deepEqual([isPeriodEnd(MARCH), isPeriodEnd(localDate("2028-02-28"))], [true, false]);
});

const MONTH_ENDS = ["2026-01-31", "2026-02-28", "2026-03-31"] as const;

test("[LG25] after a close its months hold nothing, and earnings hold all that was earned", () => {
  const postings = fc.array(
    fc.record({
      month: fc.nat(2),
      day: fc.integer({ min: 1, max: 28 }),
      account: fc.constantFrom("4010", "4020", "5020", "5030"),
      minor: fc.bigInt(-1000n, 1000n).filter((minor) => minor !== 0n),
      subject: fc.constantFrom("a", "b"),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(postings, (all) => {
      let [periods, ledger, n] = [noPeriods, emptyLedger, 0];
      const book = (each: JournalEntry): void => {
        periods = evolvePeriods(periods, { kind: "posted", entry: each });
        ledger = post(ledger, each);
      };
      for (const { month, day, account, minor, subject } of all) {
        const on = `2026-0${month + 1}-${String(day).padStart(2, "0")}`;
        book(entry(n++, on, account, minor, subject));
      }
      // January and February are closed in one go, while postings of March are there already.
      for (const through of MONTH_ENDS.slice(1).map(localDate)) {
        const closing = closingPostings(periods, "fund", through);
        if (closing.length > 0) {
          const close = { id: `close/${n++}`, vehicle: "fund", effectiveDate: through };
          book({ ...close, postings: closing });
        }
        periods = evolvePeriods(periods, { kind: "periodClosed", vehicle: "fund", through });
        assert.deepEqual(closingPostings(periods, "fund", through), []);
      }
      const lines = trialBalance(ledger);
      assert.deepEqual(
        lines.filter(({ account }) => account.startsWith("4") || account.startsWith("5")),
        [],
      );
      for (const account of ["4010", "4020", "5020", "5030"]) {
        let earned = 0n;
        for (const each of all) if (each.account === account) earned -= each.minor;
        const query = { vehicle: "fund", account, currency: "USD" };
        assert.equal(lifetimeBalance(ledger, query), earned);
        const bySubject = ["a", "b"].map((subject) =>
          lifetimeBalance(ledger, { ...query, subject }),
        );
        assert.equal(bySubject[0]! + bySubject[1]!, earned);
      }
    }),
  );
});
