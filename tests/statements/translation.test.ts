import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, localDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import type { Fixing } from "@jointfund/core/ledger/exchange-rates.ts";
import { positionTable } from "@jointfund/core/statements/assets-and-liabilities.ts";
import { cashFlowTable } from "@jointfund/core/statements/cash-flows.ts";
import { bookIn, statementIn, statementOf } from "@jointfund/core/statements/catalogue.ts";
import { changesTable } from "@jointfund/core/statements/changes-in-net-assets.ts";
import { operationsTable } from "@jointfund/core/statements/operations.ts";
import { periodBetween, type StatementPeriod } from "@jointfund/core/statements/period.ts";
import type { StatementInput } from "@jointfund/core/statements/statement-input.ts";
import { amountIn, type StatementTable } from "@jointfund/core/statements/statement.ts";
import { trialBalanceTables } from "@jointfund/core/statements/trial-balance.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { fundAt } from "../support/stages.ts";
import {
  aDay,
  anEntry,
  isWithin,
  nearest,
  plus,
  recordOf,
  someFixings,
  times,
  yenPerCent,
  type Fraction,
  type Leg,
} from "../support/translations.ts";
import { workedFund } from "./worked-fund.ts";

const { state } = chronicleOf(fundAt("closed"));
const { charter } = state;

const inputOf = (chronicle: Recorded, period: StatementPeriod): StatementInput => ({
  ...{ state, chronicle, vehicle: "fund", period },
});

function inYen(chronicle: Recorded, period: StatementPeriod) {
  const book = bookIn(inputOf(chronicle, period), "JPY");
  assert.ok(book.ok);
  return book.value;
}

const entries = fc.array(anEntry("fund"), { minLength: 1, maxLength: 20 });
const period = fc
  .tuple(aDay, aDay)
  .map(([a, b]) => (a < b ? periodBetween(a, b) : periodBetween(b, a)));
const history = fc.record({ entries, period, fixings: someFixings("USD", "JPY") });

const isWorth = ({ account }: Leg): boolean => /^[12]/.test(account);
const isCash = ({ account }: Leg): boolean => ["1010", "1020"].includes(account);
const isEarned = ({ account }: Leg): boolean => /^[45]/.test(account);
const isCapital = ({ account }: Leg): boolean => account.startsWith("3");

const eveOf = ({ from }: StatementPeriod): LocalDate => {
  const eve = addDays(from, -1);
  assert.ok(eve.ok);
  return eve.value;
};

/** What balances by account and subject come to at one rate, each rounded by itself. */
function balancesAt(legs: readonly Leg[], rate: Fraction): { sum: bigint; count: number } {
  const balances = new Map<string, bigint>();
  for (const { account, subject, minor } of legs) {
    const key = `${account}/${subject}`;
    balances.set(key, (balances.get(key) ?? 0n) + minor);
  }
  const translated = [...balances.values()].map((minor) => nearest(times([minor, 1n], rate)));
  return { sum: translated.reduce((sum, minor) => sum + minor, 0n), count: balances.size };
}

test("[ST70] [ST71] translated figures are what fractions and a plain reading make of them", () => {
  fc.assert(
    fc.property(history, ({ entries: made, period: days, fixings }) => {
      const book = inYen(recordOf(made, { fund: "USD" }, fixings), days);
      const rateOn = (on: LocalDate): Fraction => yenPerCent(fixings, on);
      const legs = made.flat();
      const before = legs.filter(({ on }) => on < days.from);
      const within = legs.filter(({ on }) => days.from <= on && on <= days.to);
      const flows = (isIt: (leg: Leg) => boolean): bigint =>
        within
          .filter(isIt)
          .reduce((sum, { minor, on }) => sum + nearest(times([minor, 1n], rateOn(on))), 0n);
      const eve = before.length === 0 ? days.from : eveOf(days);
      const opening = balancesAt(before.filter(isWorth), rateOn(eve));
      const closing = balancesAt([...before, ...within].filter(isWorth), rateOn(days.to));

      const position = positionTable(charter, book);
      assert.equal(amountIn(position, "net-assets", "opening"), opening.sum);
      assert.equal(amountIn(position, "net-assets", "closing"), closing.sum);
      assert.equal(amountIn(position, "capital", "closing"), closing.sum);
      const earned = -flows(isEarned);
      const paidIn = -flows(isCapital);
      assert.equal(amountIn(operationsTable(charter, book), "net-increase"), earned);
      const changes = changesTable(charter, book);
      assert.equal(amountIn(changes, "from-operations"), earned);
      assert.equal(amountIn(changes, "from-capital"), paidIn);
      assert.equal(amountIn(changes, "closing"), closing.sum);
      // IAS 21.41: opening net assets at the change of the rate, every flow at the change since.
      const difference = closing.sum - opening.sum - earned - paidIn;
      const shown = changes.lines.some(({ id }) => id === "translation");
      assert.equal(shown ? amountIn(changes, "translation") : 0n, difference);
      const since = (minor: bigint, from: LocalDate): Fraction => {
        const [num, den] = rateOn(from);
        return times([minor, 1n], plus(rateOn(days.to), [-num, den]));
      };
      let exact: Fraction = [0n, 1n];
      for (const leg of before.filter(isWorth)) exact = plus(exact, since(leg.minor, eve));
      for (const leg of within.filter(isWorth)) exact = plus(exact, since(leg.minor, leg.on));
      const roundings = opening.count + closing.count + 2 * within.length;
      assert.ok(isWithin(difference, exact, roundings));

      const cash = cashFlowTable(charter, book);
      const cashBefore = balancesAt(before.filter(isCash), rateOn(eve));
      const cashAfter = balancesAt([...before, ...within].filter(isCash), rateOn(days.to));
      assert.equal(amountIn(cash, "opening"), cashBefore.sum);
      assert.equal(amountIn(cash, "closing"), cashAfter.sum);
      assert.equal(amountIn(cash, "change"), cashAfter.sum - cashBefore.sum);
    }),
  );
});

test("[ST77] a book at other rates, or grown since, is as if made for the first time", () => {
  const others = fc.array(anEntry("fund"), { maxLength: 10 });
  fc.assert(
    fc.property(history, others, someFixings("USD", "JPY"), (first, more, later) => {
      const { period: days } = first;
      const grown = [...recordOf(first.entries, { fund: "USD" }, first.fixings).postings];
      const record = (fixings: readonly Fixing[]): Recorded => ({
        ...recordOf([], { fund: "USD" }, fixings),
        postings: grown,
      });
      const turnovers = (chronicle: Recorded) => inYen(chronicle, days).turnovers;
      const isAsNew = (fixings: readonly Fixing[]): void => {
        const fresh = { ...record(fixings), postings: [...grown] };
        assert.deepEqual(turnovers(record(fixings)), turnovers(fresh));
      };
      for (const fixings of [first.fixings, later, first.fixings]) isAsNew(fixings);
      const added = recordOf(more, { fund: "USD" }, []).postings;
      for (const posted of added) {
        grown.push({ ...posted, entry: posted.entry + first.entries.length });
        isAsNew(later);
      }
      isAsNew(first.fixings);
    }),
    { numRuns: 50 },
  );
});

test("[ST71] every translated trial balance sums to nothing in each column", () => {
  fc.assert(
    fc.property(history, ({ entries: made, period: days, fixings }) => {
      const book = inYen(recordOf(made, { fund: "USD" }, fixings), days);
      for (const table of trialBalanceTables(charter, book)) {
        for (const column of ["opening", "exchangeEffect", "closing"]) {
          assert.equal(amountIn(table, "total", column), 0n, column);
        }
        assert.equal(amountIn(table, "total", "debits"), amountIn(table, "total", "credits"));
      }
    }),
  );
});

test("[ST70] what one period ends with the next one opens with, and their flows add up", () => {
  fc.assert(
    fc.property(history, aDay, ({ entries: made, period: days, fixings }, cut) => {
      fc.pre(days.from < cut && cut <= days.to);
      const chronicle = recordOf(made, { fund: "USD" }, fixings);
      const first = inYen(chronicle, periodBetween(days.from, eveOf(periodBetween(cut, days.to))));
      const second = inYen(chronicle, periodBetween(cut, days.to));
      const whole = inYen(chronicle, days);
      const changesOf = (book: typeof whole) => changesTable(charter, book);
      assert.equal(amountIn(changesOf(first), "closing"), amountIn(changesOf(second), "opening"));
      for (const line of ["from-operations", "from-capital", "change"]) {
        const parts = amountIn(changesOf(first), line) + amountIn(changesOf(second), line);
        assert.equal(parts, amountIn(changesOf(whole), line), line);
      }
    }),
  );
});

const withoutCurrency = (tables: readonly StatementTable[]): unknown =>
  JSON.parse(
    JSON.stringify(tables, (_, value: unknown) => {
      if (typeof value === "bigint") return String(value);
      return value === "USD" || value === "CAD" ? "the currency" : value;
    }),
  );

test("[ST70] at one for one a statement in another currency is the statement", () => {
  const one: Fixing = {
    ...{ base: "USD", quote: "CAD", on: localDate("2025-07-01"), quotes: [], rate: "1" },
    actId: "one",
  };
  for (const name of [
    ...(["assets-and-liabilities", "operations", "changes-in-net-assets"] as const),
    ...(["cash-flows", "consolidated"] as const),
  ]) {
    fc.assert(
      fc.property(entries, period, (made, days) => {
        const input = inputOf(recordOf(made, { fund: "USD" }, [one]), days);
        const translated = statementIn(name, input, "CAD");
        assert.ok(translated.ok);
        const tables = translated.value.tables.filter(({ id }) => id !== "exchange-rates");
        const own = statementOf(name, input).tables;
        const withoutVehicles = (of: readonly StatementTable[]) =>
          withoutCurrency(of.filter(({ id }) => id !== "vehicles"));
        assert.deepEqual(withoutVehicles(tables), withoutVehicles(own));
      }),
      { numRuns: 30 },
    );
  }
});

/** 100 yen for a dollar, 120 from 1 January 2026 and 125 at the end of June. */
const FIXINGS: readonly Fixing[] = (
  [
    ["2025-07-01", "100"],
    ["2026-01-01", "120"],
    ["2026-06-30", "125"],
  ] as const
).map(([on, rate]) => ({
  ...{ base: "USD", quote: "JPY", on: localDate(on), quotes: [], rate, actId: `fix ${on}` },
}));

/** The worked fund, whose cents are yen at 100. */
function workedInYen(from: string, to: string) {
  const input = workedFund(from, to);
  return { ...input, chronicle: { ...input.chronicle, fixings: FIXINGS } };
}

test("[ST71] two years of a small fund in yen, worked by hand", () => {
  const input = workedInYen("2026-01-01", "2026-06-30");
  const made = statementIn("changes-in-net-assets", input, "JPY");
  assert.ok(made.ok);
  const [changes] = made.value.tables;
  // 1,046 cents at 100; at the end 1,069 at 125 with each balance rounded.
  assert.equal(amountIn(changes!, "opening"), 1046n);
  // Income of 40 and a fee waived of 3, at 120.
  assert.equal(amountIn(changes!, "net-investment-income"), 48n + 4n);
  assert.equal(amountIn(changes!, "net-realised"), 36n);
  assert.equal(amountIn(changes!, "net-unrealised"), -18n);
  assert.equal(amountIn(changes!, "account.3040"), -60n);
  // 1,069 cents at 125 are 1,336.25: cash 659, investments 450 and 45, less the loan of 100.
  assert.equal(amountIn(changes!, "closing"), 824n + 562n + 56n - 125n);
  assert.equal(amountIn(changes!, "translation"), 1317n - 1046n - (52n + 36n - 18n) + 60n);
});

test("[ST73] a translated statement says which rates it rests on, and when they served", () => {
  const made = statementIn("operations", workedInYen("2026-01-01", "2026-06-30"), "JPY");
  assert.ok(made.ok);
  assert.equal(made.value.reportingCurrency, "JPY");
  const rates = made.value.tables.find(({ id }) => id === "exchange-rates");
  const cells = rates?.lines.map((line) => line.cells);
  assert.deepEqual(cells?.[1], [
    { kind: "price", currency: "JPY", price: { num: 120n, den: 1n } },
    { kind: "date", on: "2026-01-01" },
    { kind: "date", on: "2026-02-01" },
    { kind: "date", on: "2026-06-20" },
    { kind: "text", text: "fix 2026-01-01" },
  ]);
  assert.equal(cells?.length, 3);
});

test("[ST74] without a rate there is no statement, and the earliest day is named", () => {
  const input = workedFund("2026-01-01", "2026-06-30");
  const late = { ...input, chronicle: { ...input.chronicle, fixings: FIXINGS.slice(1) } };
  const missing = { code: "rate_missing", base: "USD", quote: "JPY", on: "2025-07-01" };
  assert.deepEqual(statementIn("operations", late, "JPY"), { ok: false, error: missing });
  const stated = { base: "USD", quote: "JPY", rate: { num: 100n, den: 1n } };
  const made = statementIn("operations", { ...late, statedRates: [stated] }, "JPY");
  assert.ok(made.ok);
  const rates = made.value.tables.at(-1);
  const source = rates?.lines.map(({ cells }) => cells[4]);
  assert.ok(source?.some((cell) => cell?.kind === "caption" && cell.caption.key === "statedRate"));
});

test("[ST71] the parts of a translated line are at the rates of their days", () => {
  const input = workedInYen("2026-01-01", "2026-06-30");
  const book = bookIn(input, "JPY");
  assert.ok(book.ok);
  const selection = { accounts: ["4010"], of: "closing", sign: -1n } as const;
  const parts = book.value.parts(input.chronicle, selection);
  assert.deepEqual(
    parts.map(({ minor }) => minor),
    [48n],
  );
  assert.equal(book.value.sum(selection), 48n);
});
