import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, localDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { UnitMovement } from "@jointfund/core/fund/chronicle.ts";
import { runChecks, type CheckInput } from "@jointfund/core/fund/checks/check-outcome.ts";
import { ACCOUNTS, MEMO_PAIRS } from "@jointfund/core/ledger/accounts.ts";
import type { Posting } from "@jointfund/core/ledger/journal.ts";
import { STATEMENT_CHECK } from "@jointfund/core/statements/articulation.ts";
import { cashFlowTable } from "@jointfund/core/statements/cash-flows.ts";
import { positionTable } from "@jointfund/core/statements/assets-and-liabilities.ts";
import { periodBetween } from "@jointfund/core/statements/period.ts";
import { PeriodBook } from "@jointfund/core/statements/period-book.ts";
import { amountIn } from "@jointfund/core/statements/statement.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { chronicleWith } from "../support/histories.ts";
import { fundAt } from "../support/stages.ts";

const founded = chronicleOf(fundAt("closed"));
const { charter, today } = founded.state;
const FIRST = founded.chronicle.firstDay!;

const memo = new Set(MEMO_PAIRS.flat());
const BOOK_ACCOUNTS = Object.values(ACCOUNTS).filter((code) => !memo.has(code));

const day = fc.nat(400).map((days): LocalDate => {
  const date = addDays(FIRST, days);
  assert.ok(date.ok);
  return date.value < today ? date.value : today;
});

/** Any entry that double entry allows: as if acts that nobody has thought of had posted. */
const entry = fc
  .record({
    on: day,
    legs: fc.array(
      fc.record({
        account: fc.constantFrom(...BOOK_ACCOUNTS),
        subject: fc.constantFrom("US", "JP", "abilene"),
        minor: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).filter((minor) => minor !== 0n),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    against: fc.constantFrom(...BOOK_ACCOUNTS),
  })
  .map(({ on, legs, against }) => {
    const sum = legs.reduce((total, { minor }) => total + minor, 0n);
    const contra = { account: against, subject: "US", minor: -sum };
    const postings = [...legs, ...(sum === 0n ? [] : [contra])].map((leg): Posting => ({
      ...leg,
      currency: "USD",
    }));
    return { on, postings };
  })
  .filter(({ postings }) => postings.length > 1);

const unitMovement = fc.record({
  on: day,
  holder: fc.constantFrom("US", "JP"),
  microUnits: fc.bigInt({ min: 1n, max: 2n ** 62n }),
});

type Made = { readonly on: LocalDate; readonly postings: readonly Posting[] };

function historyOf(
  entries: readonly Made[],
  units: readonly Omit<UnitMovement, "entry" | "unitClass">[],
): CheckInput {
  return { state: founded.state, chronicle: chronicleWith(entries, units) };
}

test("[ST50] statements of any balanced books agree on what they have in common", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 30 }),
      fc.array(unitMovement, { maxLength: 6 }),
      (entries, units) => {
        const [outcome] = runChecks([STATEMENT_CHECK], historyOf(entries, units));
        assert.deepEqual(outcome?.breaches, []);
      },
    ),
  );
});

test("[ST22] [ST25] net assets and cash are what a plain reading of the journal adds up to", () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), day, day, (entries, a, b) => {
      const period = a < b ? periodBetween(a, b) : periodBetween(b, a);
      const { chronicle } = historyOf(entries, []);
      const book = new PeriodBook(chronicle, { vehicle: "fund", currency: "USD", period });
      const plain = (isIt: (account: string) => boolean, upTo: (on: LocalDate) => boolean) =>
        entries
          .filter(({ on }) => upTo(on))
          .flatMap(({ postings }) => postings)
          .reduce((sum, { account, minor }) => (isIt(account) ? sum + minor : sum), 0n);
      const position = positionTable(charter, book);
      const isWorth = (account: string): boolean => /^[12]/.test(account);
      const isCash = (account: string): boolean => ["1010", "1020"].includes(account);
      assert.equal(
        amountIn(position, "net-assets", "closing"),
        plain(isWorth, (on) => on <= period.to),
      );
      assert.equal(
        amountIn(position, "net-assets", "opening"),
        plain(isWorth, (on) => on < period.from),
      );
      const flows = cashFlowTable(charter, book);
      assert.equal(
        amountIn(flows, "change"),
        plain(isCash, (on) => period.from <= on && on <= period.to),
      );
    }),
  );
});

test("[ST21] closing the books of a year changes no statement", () => {
  const on = localDate("2025-12-31");
  const usd = (account: string, minor: bigint): Posting => ({
    ...{ account, subject: "US", currency: "USD", minor },
  });
  const earned = { on, postings: [usd("1010", 70n), usd("4010", -70n)] };
  const closing = { on, postings: [usd("4010", 70n), usd("3030", -70n)] };
  const period = periodBetween(localDate("2025-01-01"), localDate("2026-12-31"));
  const bookAfter = (act: string) =>
    new PeriodBook(chronicleWith([earned, { ...closing, act }], []), {
      ...{ vehicle: "fund", currency: "USD", period },
    });
  const income = (book: PeriodBook): bigint =>
    book.sum({ accounts: ["4010"], of: "movement", sign: -1n });
  const closed = bookAfter("period.close");
  assert.equal(income(closed), 70n);
  assert.equal(income(bookAfter("correction.post")), 0n, "any other act takes it back");
  assert.equal(amountIn(positionTable(charter, closed), "earnings", "closing"), 70n);
});
