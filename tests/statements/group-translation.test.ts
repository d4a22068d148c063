import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Vehicle } from "@jointfund/core/charter/charter.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Fixing } from "@jointfund/core/ledger/exchange-rates.ts";
import { positionTable } from "@jointfund/core/statements/assets-and-liabilities.ts";
import { cashFlowTable } from "@jointfund/core/statements/cash-flows.ts";
import { bookIn, statementIn, statementOf } from "@jointfund/core/statements/catalogue.ts";
import { changesTable } from "@jointfund/core/statements/changes-in-net-assets.ts";
import { groupInOwnCurrency } from "@jointfund/core/statements/consolidation.ts";
import { operationsTable } from "@jointfund/core/statements/operations.ts";
import { periodBetween, type StatementPeriod } from "@jointfund/core/statements/period.ts";
import type { StatementInput } from "@jointfund/core/statements/statement-input.ts";
import { amountIn } from "@jointfund/core/statements/statement.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { fundAt } from "../support/stages.ts";
import {
  aDay,
  anEntry,
  FIRST,
  nearest,
  recordOf,
  someFixings,
  times,
  yenPerCent,
  type Fraction,
  type Leg,
} from "../support/translations.ts";

const { state: founded } = chronicleOf(fundAt("closed"));

const plant: Vehicle = {
  ...{ id: "plant", clause: "9", kind: "project", currency: "JPY" },
  name: { en: "Plant", ja: "工場" },
  owners: [{ vehicle: "fund" }],
};

/** The fund, and the vehicle of a project in Japan that it holds, which keeps its book in yen. */
const state = {
  ...founded,
  charter: { ...founded.charter, vehicles: [...founded.charter.vehicles, plant] },
};
const { charter } = state;

const BOOKS = { fund: "USD", plant: "JPY" } as const;

const inputOf = (
  entries: readonly (readonly Leg[])[],
  fixings: readonly Fixing[],
  period: StatementPeriod,
): StatementInput => ({
  ...{ state, chronicle: recordOf(entries, BOOKS, fixings), vehicle: "fund", period },
});

const legsOf = (
  vehicle: keyof typeof BOOKS,
  on: LocalDate,
  legs: readonly (readonly [account: string, subject: string, minor: bigint])[],
): readonly Leg[] =>
  legs.map(([account, subject, minor]) => ({ vehicle, on, account, subject, minor }));

const inCents = (yen: bigint, fixings: readonly Fixing[], on: LocalDate): bigint => {
  const [num, den] = yenPerCent(fixings, on);
  const perYen: Fraction = [den, num];
  return nearest(times([yen, 1n], perYen));
};

/** What the project declares to the fund and later pays, as both books say it. */
type Distribution = {
  readonly declared: LocalDate;
  readonly paid: LocalDate;
  readonly yen: bigint;
};

function distributed(
  { declared, paid, yen }: Distribution,
  fixings: readonly Fixing[],
): readonly (readonly Leg[])[] {
  const cents = inCents(yen, fixings, paid);
  return [
    legsOf("plant", declared, [
      ["3040", "fund", yen],
      ["2030", "fund", -yen],
    ]),
    legsOf("plant", paid, [
      ["2030", "fund", yen],
      ["1010", "bank", -yen],
    ]),
    // The yen themselves stand in the fund's position in them; their value is in its book.
    legsOf("fund", paid, [
      ["1090", "JPY", cents],
      ["4010", "plant", -cents],
    ]),
  ];
}

const distribution = fc
  .record({ a: aDay, b: aDay, yen: fc.bigInt({ min: 1n, max: 10n ** 15n }) })
  .map(({ a, b, yen }): Distribution => ({
    ...(a < b ? { declared: a, paid: b } : { declared: b, paid: a }),
    yen,
  }));

const aPeriod = fc
  .tuple(aDay, aDay)
  .map(([a, b]) => (a < b ? periodBetween(a, b) : periodBetween(b, a)));

const history = fc.record({
  fund: fc.array(anEntry("fund"), { maxLength: 8 }),
  plant: fc.array(anEntry("plant"), { maxLength: 8 }),
  distributions: fc.array(distribution, { maxLength: 4 }),
  fixings: someFixings("USD", "JPY"),
  period: aPeriod,
});

test("[ST72] a group over two currencies is its translated books less what is between them", () => {
  fc.assert(
    fc.property(history, ({ fund, plant: own, distributions, fixings, period }) => {
      const between = distributions.flatMap((each) => distributed(each, fixings));
      const input = inputOf([...fund, ...own, ...between], fixings, period);
      const { book, leftOut } = groupInOwnCurrency(input);
      assert.equal(leftOut.size, 0);
      assert.deepEqual(book.differences, []);

      const [parent, held] = (["fund", "plant"] as const).map((vehicle) => {
        const translated = bookIn({ ...input, vehicle }, "USD");
        assert.ok(translated.ok);
        return translated.value;
      });
      const position = positionTable(charter, book);
      for (const column of ["opening", "closing"] as const) {
        const parts = [parent!, held!].map((of) =>
          amountIn(positionTable(charter, of), "net-assets", column),
        );
        const owed = held!.sum({ accounts: ["2030"], subject: "fund", of: column, sign: -1n });
        const group = parts[0]! + parts[1]! + owed;
        assert.equal(amountIn(position, "net-assets", column), group, column);
        assert.equal(amountIn(position, "capital", column), group, column);
        assert.equal(amountIn(changesTable(charter, book), column), group, column);
        const cash = book.sum({ accounts: ["1010", "1020"], of: column, sign: 1n });
        assert.equal(amountIn(cashFlowTable(charter, book), column), cash, column);
      }
      const earned = (of: Parameters<typeof operationsTable>[1]): bigint =>
        amountIn(operationsTable(charter, of), "net-increase");
      const fromHeld = parent!.sum({
        ...{ accounts: ["4010"], subject: "plant", of: "movement", sign: -1n },
      });
      assert.equal(earned(book), earned(parent!) + earned(held!) - fromHeld);
    }),
  );
});

const ON = periodBetween(FIRST, FIRST);
const fixing: Fixing = {
  ...{ base: "USD", quote: "JPY", on: FIRST, quotes: [], rate: "100", actId: "fix" },
};

test("[ST72] what the two books do not say alike stays in and is told, to a yen's rounding", () => {
  const said = (cents: bigint) => {
    const entries = [
      legsOf("plant", FIRST, [
        ["3040", "fund", 500n],
        ["1010", "bank", -500n],
      ]),
      legsOf("fund", FIRST, [
        ["1090", "JPY", cents],
        ["4010", "plant", -cents],
      ]),
    ];
    return groupInOwnCurrency(inputOf(entries, [fixing], ON)).book.differences;
  };
  assert.deepEqual(said(500n), []);
  assert.deepEqual(said(501n), [], "half a cent for each of the two postings");
  assert.deepEqual(
    said(502n).map(({ minor }) => minor),
    [[-502n, 500n]],
  );
});

test("[ST42] [ST72] a vehicle whose currency has no rate is left out and named", () => {
  const entries = [
    legsOf("fund", FIRST, [
      ["1010", "bank", 70n],
      ["3010", "US", -70n],
    ]),
    legsOf("plant", FIRST, [
      ["1010", "bank", 500n],
      ["3010", "sponsor", -500n],
    ]),
  ];
  const table = (fixings: readonly Fixing[], id: string) => {
    const { tables } = statementOf("consolidated", inputOf(entries, fixings, ON));
    return tables.find((each) => each.id === id)!;
  };
  const cellsOf = (fixings: readonly Fixing[]) =>
    table(fixings, "vehicles").lines.find(({ id }) => id === "plant")?.cells;
  assert.deepEqual(cellsOf([]), [
    { kind: "text", text: "JPY" },
    { kind: "caption", caption: { key: "no" } },
    { kind: "text", text: `JPY/USD ${FIRST}` },
  ]);
  assert.equal(amountIn(table([], "position"), "net-assets", "closing"), 70n);
  assert.deepEqual(cellsOf([fixing]), [
    { kind: "text", text: "JPY" },
    { kind: "caption", caption: { key: "yes" } },
  ]);
  assert.equal(amountIn(table([fixing], "position"), "net-assets", "closing"), 570n);
  assert.equal(table([fixing], "exchange-rates").lines.length, 1);
});

test("[ST72] the whole group is translated, or the main book's rate is missing", () => {
  const entries = [
    legsOf("fund", FIRST, [
      ["1010", "bank", 70n],
      ["3010", "US", -70n],
    ]),
  ];
  const made = statementIn("consolidated", inputOf(entries, [fixing], ON), "JPY");
  assert.ok(made.ok);
  const position = made.value.tables.find(({ id }) => id === "position")!;
  assert.equal(amountIn(position, "net-assets", "closing"), 70n);
  assert.deepEqual(statementIn("consolidated", inputOf(entries, [], ON), "JPY"), {
    ok: false,
    error: { code: "rate_missing", base: "USD", quote: "JPY", on: FIRST },
  });
});

test("[ST70] capital called at one rate and paid at another stands at that of its payment", () => {
  const later = "2025-08-01" as LocalDate;
  const entries = [
    legsOf("fund", FIRST, [
      ["3015", "US", 1000n],
      ["3010", "US", -1000n],
    ]),
    legsOf("fund", later, [
      ["1010", "bank", 600n],
      ["3015", "US", -600n],
    ]),
  ];
  const fixings = [fixing, { ...fixing, on: later, rate: "120", actId: "later" }];
  const period = periodBetween(FIRST, "2025-08-31" as LocalDate);
  const made = statementIn("assets-and-liabilities", inputOf(entries, fixings, period), "JPY");
  assert.ok(made.ok);
  const [position] = made.value.tables;
  // 600 paid at 120 and 400 unpaid, which stands on both sides at the rate of the end.
  assert.equal(amountIn(position!, "account.3010"), 720n + 480n);
  assert.equal(amountIn(position!, "account.3015"), -480n);
  assert.equal(amountIn(position!, "net-assets"), 720n);
  assert.ok(!position!.lines.some(({ id }) => id === "translation"));
});
