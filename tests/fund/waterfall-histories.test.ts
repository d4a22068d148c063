import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, instant } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { bookOf } from "@jointfund/core/distributions/waterfall-book.ts";
import { outstandingOf } from "@jointfund/core/distributions/recoupment.ts";
import { capitalAccountsOf } from "@jointfund/core/fund/waterfall/capital-accounts.ts";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { FUND_CHECKS } from "@jointfund/core/fund/checks/checks.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt } from "../support/stages.ts";
import {
  agreed,
  AMERICAN,
  calledUnder,
  carryDrafts,
  declared,
  EUROPEAN,
  incomeOf,
  MEMORANDUM,
  recoupmentDrafts,
  unlimited,
} from "../support/waterfall-funds.ts";

/** What may happen in a fund's life, in whatever order: what the rules refuse does not happen. */
type Step =
  | { readonly kind: "receive"; readonly party: "US" | "JP"; readonly minor: bigint }
  | { readonly kind: "income"; readonly minor: bigint }
  | { readonly kind: "wait"; readonly days: number }
  | { readonly kind: "distribute" | "pay carry" | "claw back" | "cumulative" | "scheduled" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("receive" as const),
    party: fc.constantFrom("US" as const, "JP" as const),
    minor: fc.bigInt({ min: 1n, max: 200_000_000_000n }),
  }),
  fc.record({
    kind: fc.constant("income" as const),
    minor: fc.oneof(
      fc.bigInt({ min: 1n, max: 1000n }),
      fc.bigInt({ min: 1n, max: 300_000_000_000n }),
      fc.bigInt({ min: 1n, max: 10n ** 20n }),
    ),
  }),
  fc.record({ kind: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 800 }) }),
  fc.constant({ kind: "distribute" as const }),
  fc.constant({ kind: "distribute" as const }),
  fc.constantFrom(
    { kind: "pay carry" as const },
    { kind: "claw back" as const },
    { kind: "cumulative" as const },
    { kind: "scheduled" as const },
  ),
);

function wait(fund: DemonstrationFund, days: number): void {
  const date = addDays(fund.state.today, days);
  assert.ok(date.ok);
  fund.now = instant(`${date.value}T09:00:00Z`);
  fund.must(fund.dayOpening(date.value));
}

/** The step if the rules allow it now; each is told apart by its place in the history. */
function take(fund: DemonstrationFund, given: Step, place: number): void {
  const reason = `Step ${place}`;
  const { received, paid, escrow } = bookOf(fund.state.waterfalls, "fund").carry;
  switch (given.kind) {
    case "receive": {
      const draft = { ...drafts.receipt(given.party, given.minor.toString()), reason };
      return void fund.submit(fund.fact({ ...draft, effectiveDate: fund.state.today }));
    }
    case "income":
      return void fund.must(fund.fact({ ...incomeOf(given.minor), reason }));
    case "wait":
      return wait(fund, given.days);
    case "distribute": {
      const signed = fund.proposal({ ...drafts.determination(), reason });
      const proposed = fund.submit(signed);
      if (!proposed.ok) return;
      const [act] = proposed.value;
      assert.ok(act?.kind === "actProposed");
      const { id } = act;
      fund.approve(id, ...approvers["distribution.determine"]!);
      const executed = fund.submit(fund.execution(id, "us-t1"));
      if (executed.ok) declared(fund, id);
      return;
    }
    case "pay carry":
      if (received > paid + escrow) {
        agreed(fund, { ...carryDrafts.pay(received - paid - escrow), reason });
      }
      return;
    case "claw back":
      return tried(fund, { ...carryDrafts.clawback(false), reason });
    case "cumulative":
      return tried(fund, { ...recoupmentDrafts.interpret({ reading: "cumulative" }), reason });
    case "scheduled": {
      const body = { reading: "scheduled", instalments: 7 };
      return tried(fund, { ...recoupmentDrafts.interpret(body), reason });
    }
  }
}

function tried(fund: DemonstrationFund, draft: Parameters<typeof agreed>[1]): void {
  const outcome = fund.decide(fund.proposal({ ...draft, by: "us-t1" }));
  if (outcome.ok) agreed(fund, draft);
}

const CHECKED = FUND_CHECKS.filter(({ name }) =>
  ["balanced", "memo-balanced", "residue", "waterfalls", "payables"].includes(name),
);

/** Everything that must hold of a waterfall, whatever has happened. */
function assertSound(state: FundState): void {
  const chronicle = undefined as never;
  for (const { name, breaches } of runChecks(CHECKED, { state, chronicle })) {
    assert.deepEqual(breaches, [], name);
  }
  const accounts = capitalAccountsOf(state, "fund");
  if (accounts.ok) {
    const sum = [...accounts.value.values()].reduce((whole, minor) => whole + minor, 0n);
    assert.equal(sum, new VehicleFigures(state, "fund").netAssets);
  }
  const { pools, recoupment, carry } = bookOf(state.waterfalls, "fund");
  for (const account of [...pools.values()].flatMap((pool) => [...pool.values()])) {
    assert.ok(account.unreturned >= 0n && account.unreturned <= account.contributed);
    assert.ok(account.preferred >= 0n && account.preferred <= account.accrued);
  }
  assert.ok(recoupment === undefined || outstandingOf(recoupment) >= recoupment.interest);
  assert.ok(carry.received >= carry.paid && carry.escrow >= 0n);
}

const UNDER: readonly (readonly [string, Partial<Charter>])[] = [
  ["by units", {}],
  ["the memorandum's split", MEMORANDUM],
  ["European carry", EUROPEAN],
  ["American carry", AMERICAN],
];

for (const [name, terms] of UNDER) {
  test(`[WF1] whatever happens under ${name}, every sum ties to the last unit`, () => {
    const start = unlimited(calledUnder(terms));
    const { investments } = fundAt("closed").state;
    start.change((state) => ({ ...state, investments }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), (steps) => {
        const fund = start.fork();
        for (const [place, given] of steps.entries()) {
          take(fund, given, place);
          assertSound(fund.state);
        }
      }),
      { numRuns: 25 },
    );
  });
}
