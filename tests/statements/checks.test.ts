import assert from "node:assert/strict";
import { test } from "node:test";
import { assert as mustBe } from "@jointfund/core/base/assert.ts";
import type { PersistentMap } from "@jointfund/core/base/persistent-map.ts";
import { runChecks, type CheckInput } from "@jointfund/core/fund/checks/check-outcome.ts";
import { localDate } from "@jointfund/core/calendar/date.ts";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { drawn } from "../support/borrowing.ts";
import { chronicleOf, settledFund } from "../support/chronicles.ts";
import { withBooksKept } from "../support/books-drafts.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { fundAt, type StageName } from "../support/stages.ts";

const STAGE_NAMES: readonly StageName[] = [
  "founded",
  "committed",
  "called",
  "funded",
  "recommended",
  "selected",
  "closed",
  "earning",
  "determined",
  "declared",
];

const settled = chronicleOf(withBooksKept(settledFund()));

/** Names of the checks that do not hold. */
const brokenIn = (input: CheckInput): readonly string[] =>
  runChecks(NAMED_CHECKS, input)
    .filter(({ breaches }) => breaches.length > 0)
    .map(({ name }) => name);

for (const stage of STAGE_NAMES) {
  test(`every check holds when the fund is ${stage}`, () => {
    assert.deepEqual(brokenIn(chronicleOf(fundAt(stage))), []);
  });
}

test("every check holds of a fund that has paid, and each compares something", () => {
  for (const { name, examined, breaches } of runChecks(NAMED_CHECKS, settled)) {
    assert.deepEqual(breaches, [], name);
    const isIdle = ["payables", "facilities", "orders"].includes(name);
    assert.ok(isIdle || examined > 0, name);
  }
  const owing = chronicleOf(fundAt("declared"));
  const payables = runChecks(NAMED_CHECKS, owing).find(({ name }) => name === "payables");
  assert.equal(payables?.examined, 3);
});

const withState = (change: (state: FundState) => Partial<FundState>): CheckInput => ({
  ...settled,
  state: { ...settled.state, ...change(settled.state) },
});

const withChronicle = (change: Partial<Recorded>): CheckInput => ({
  ...settled,
  chronicle: { ...readable(settled.chronicle), ...change },
});

/** The values of a chronicle, for a test to change. */
function readable(recorded: Recorded): Recorded {
  const { entries, firstDay, postings, acts, contested, releases, finality, kinds } = recorded;
  const { unitMovements, valuations, fixings } = recorded;
  return {
    ...{ entries, firstDay, postings, acts, contested, releases, finality, kinds },
    ...{ unitMovements, valuations, fixings, stateOn: (day) => recorded.stateOn(day) },
  };
}

/** A map with its first value changed. */
function firstChanged<T>(
  map: PersistentMap<T>,
  change: (value: T) => T,
  isIt: (value: T) => boolean = () => true,
): PersistentMap<T> {
  const first = [...map].find(([, value]) => isIt(value));
  mustBe(first !== undefined, "there is one to change");
  return map.set(first[0], change(first[1]));
}

/** Another fund, replayed, with its state changed. */
function chronicled(
  fund: DemonstrationFund,
  change: (state: FundState) => Partial<FundState>,
): CheckInput {
  const input = chronicleOf(fund);
  return { ...input, state: { ...input.state, ...change(input.state) } };
}

const moreCash = withState(({ ledger }) => {
  const key = "fund/1010/USD/bank";
  return { ledger: ledger.set(key, ledger.get(key)! + 1n) };
});

/** One thing that is wrong for each check, which it has to find. */
const PLANTED: readonly (readonly [check: string, input: CheckInput])[] = [
  ["balanced", moreCash],
  ["memo-balanced", withState(({ ledger }) => ({ ledger: ledger.set("fund/9010/USD/US", 1n) }))],
  ["ledger-is-postings", moreCash],
  ["cash-equals-bank", withChronicle({ releases: settled.chronicle.releases.slice(1) })],
  [
    "currency-positions",
    withState(({ ledger }) => ({ ledger: ledger.set("fund/1095/USD/JPY", 1n) })),
  ],
  [
    "periods",
    withChronicle({
      postings: settled.chronicle.postings.map(({ entry, journal }) => ({
        entry,
        journal: { ...journal, effectiveDate: localDate("2026-03-31") },
      })),
    }),
  ],
  [
    "payables",
    withState(({ payments }) => ({
      payments: firstChanged(payments, ({ releasedOn: _released, ...payment }) => payment),
    })),
  ],
  ["paid-when-final", withChronicle({ finality: [] })],
  [
    "units-equal-contributions",
    withState(({ capital }) => ({
      capital: { ...capital, units: firstChanged(capital.units, (units) => units + 1n) },
    })),
  ],
  [
    "capital",
    withState(({ capital }) => ({
      capital: {
        ...capital,
        commitments: firstChanged(capital.commitments, (of) => ({ ...of, called: of.called + 1n })),
      },
    })),
  ],
  [
    "investments",
    withState(({ investments }) => ({
      investments: firstChanged(investments, (of) => ({ ...of, cost: of.cost + 1n })),
    })),
  ],
  [
    "facilities",
    chronicled(drawn(), ({ facilities }) => ({
      facilities: firstChanged(facilities, (of) => ({ ...of, principal: of.principal + 1n })),
    })),
  ],
  [
    "covenants",
    chronicled(drawn(), ({ charter }) => {
      const { leverage } = charter;
      const covenants = leverage!.covenants.map((of) => ({ ...of, ratio: "1%" }));
      return { charter: { ...charter, leverage: { ...leverage!, covenants } } };
    }),
  ],
  [
    "residue",
    withState(({ distributions }) => ({
      distributions: firstChanged(distributions, (of) => ({ ...of, minor: of.minor + 1n })),
    })),
  ],
  [
    "waterfalls",
    withState(({ distributions }) => ({
      distributions: firstChanged(distributions, (of) => ({
        ...of,
        tiers: of.tiers!.map((tier) => ({ ...tier, minor: tier.minor + 1n })),
      })),
    })),
  ],
  [
    "prices",
    withState(({ strikes }) => ({
      strikes: firstChanged(strikes, (strike) => ({ ...strike, price: "1.00000001" })),
    })),
  ],
  [
    "class-results",
    withState(({ ledger }) => ({ ledger: ledger.set("fund/9080/USD/partners", 1n) })),
  ],
  ["charges", withState(({ ledger }) => ({ ledger: ledger.set("fund/2060/USD/none", -1n) }))],
  ["orders", withState(({ ledger }) => ({ ledger: ledger.set("feeder-us/2130/USD/h-1", -1n) }))],
  [
    "holdings",
    withState(({ capital }) => ({
      capital: { ...capital, units: capital.units.set("public/feeder-us", 1n) },
    })),
  ],
  [
    "approved",
    withState(({ acts }) => ({
      acts: firstChanged(
        acts,
        ({ approvedOn: _approved, ...record }) => record,
        ({ executed }) => executed !== undefined,
      ),
    })),
  ],
  ["log-consistent", { ...settled, log: { ...settled.log!, root: "0".repeat(64) } }],
  [
    "bank-statements",
    withState(({ bank }) => ({
      bank: firstChanged(bank, (statement) => ({
        ...statement,
        lines: statement.lines.slice(0, -1),
      })),
    })),
  ],
  ["page-ties", moreCash],
  [
    "statements-articulate",
    withState(({ charter }) => ({
      charter: { ...charter, accounts: charter.accounts.filter(({ code }) => code !== "1010") },
    })),
  ],
];

test("a fault is planted for every check", () => {
  assert.deepEqual(
    PLANTED.map(([check]) => check),
    NAMED_CHECKS.map(({ name }) => name),
  );
});

for (const [check, input] of PLANTED) {
  test(`${check} finds what is planted, and says what it found and what it needs`, () => {
    const outcome = runChecks(NAMED_CHECKS, input).find(({ name }) => name === check);
    assert.ok(outcome !== undefined && outcome.breaches.length > 0, check);
    for (const { of, actual, required } of outcome.breaches) {
      assert.ok(of !== "" && actual !== required, JSON.stringify({ of, actual, required }));
    }
  });
}

test("[ST75] what is wrong shows in translated statements too", () => {
  const [, input] = PLANTED.find(([check]) => check === "statements-articulate")!;
  const outcome = runChecks(NAMED_CHECKS, input).find(
    ({ name }) => name === "statements-articulate",
  );
  const translated = outcome?.breaches.filter(({ of }) => of.endsWith(" in JPY")) ?? [];
  assert.ok(translated.length > 0);
});

test("an entry that is missing from a copy shows in the books", () => {
  const fund = fundAt("funded");
  const whole = chronicleOf(fund);
  const { postings } = whole.chronicle;
  const chronicle = { ...readable(whole.chronicle), postings: postings.slice(0, -1) };
  assert.ok(brokenIn({ ...whole, chronicle }).includes("ledger-is-postings"));
});
