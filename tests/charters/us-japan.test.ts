import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { stepOf } from "@jointfund/core/facilities/covenants.ts";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { trialBalance } from "@jointfund/core/ledger/journal.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { enact, enactAfter, releaseAll, tryEnact } from "../support/borrowing.ts";
import { exampleCharter } from "../support/charters.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { DemonstrationFund, type ActDraft } from "../support/demonstration-fund.ts";

/**
 * Reports gave the initial capital as 300 billion dollars, and one as 300 million: an amount of the
 * charter like any other. The same life is played at both sizes, and at the smaller one every
 * balance is a thousandth.
 */
const BILLIONS = "300000000000.00";
const MILLIONS = "300000000.00";

type Body = { readonly [field: string]: Json };

/** One fund's life, whose amounts are thousandths of its capital. */
class Life {
  readonly fund: DemonstrationFund;
  readonly #capital: bigint;

  constructor(initial: string) {
    const charter = exampleCharter("us-japan");
    this.fund = new DemonstrationFund({ ...charter, capital: { ...charter.capital, initial } });
    this.#capital = BigInt(initial.replace(".", ""));
    this.fund.found();
  }

  thousandths(count: number): string {
    return ((this.#capital * BigInt(count)) / 1000n).toString();
  }

  report(type: string, by: string, body: Body): void {
    this.fund.report({ type, by, body, evidence: ["e".repeat(64)] });
  }

  /** 20 thousandths are paid in, half by each side. */
  payIn(): this {
    const { fund } = this;
    const items = (["US", "JP"] as const).map((party) => {
      const amount = this.thousandths(500);
      const authority = { law: "Act", fiscalYear: "2025", amount, expires: "2030-09-30" };
      const body = { party, currency: "USD", amount, authority };
      const draft: ActDraft = { type: "commitment.accept", by: `${party.toLowerCase()}-t1`, body };
      return { party, commitment: enact(fund, draft), amount: this.thousandths(10) };
    });
    const terms = { class: "founders", currency: "USD", dueDate: "2025-09-10", price: "1.00" };
    const call = { type: "capital.call", by: "m-1", body: { ...terms, items } };
    const id = enact(fund, { ...call, effectiveDate: "2025-09-10" });
    fund.until("2025-09-10");
    for (const { party, amount } of items) {
      this.report("capital.receive", "cu-1", { call: id, party, currency: "USD", amount });
    }
    return this;
  }

  /** 10 thousandths are borrowed against them. */
  borrow(): this {
    const terms = {
      ...{ limit: this.thousandths(20), rate: "3.6%", dayCount: "30/360(4.16f)" },
      ...{ firstPayment: "2026-03-15", everyMonths: 6, maturity: "2030-09-15", instalments: [] },
      ...{ commitmentFee: "0", agencyFee: "0" },
    };
    const facility = { facility: "bonds", kind: "bond", vehicle: "fund", lender: "LEN" };
    const entering = { ...facility, currency: "USD", upfrontFee: "0", terms };
    enactAfter(this.fund, { type: "facility.enter", by: "m-1", body: entering }, "2025-09-17");
    const drawn = { facility: "bonds", currency: "USD", amount: this.thousandths(10) };
    const body = { ...drawn, due: "2025-12-30" };
    const drawing = enact(this.fund, { type: "facility.draw", by: "m-1", body });
    this.report("facility.receive", "cu-1", { ...drawn, drawing });
    return this;
  }

  /** 25 thousandths go into a power plant, step by certified step. */
  invest(): this {
    const { fund } = this;
    const milestones = [{ id: "whole", due: "2025-09-26", amount: this.thousandths(25) }];
    const recommended = fund.propose({
      ...{ type: "investment.recommend", by: "m-1" },
      body: {
        ...{ investment: "plant", name: { en: "Plant", ja: "発電所" }, vehicle: "fund" },
        ...{ sector: "power", geography: "US", currency: "USD", milestones },
        parties: [{ company: "builder", role: "developer" }],
      },
    });
    fund.until("2025-09-29");
    fund.approve(recommended, "us-t1").execute(recommended);
    const investment = "plant";
    enactAfter(fund, { type: "investment.select", by: "m-1", body: { investment } }, "2025-10-06");
    this.report("milestone.certify", "en-1", {
      ...{ investment, milestone: "whole", currency: "USD", amount: this.thousandths(25) },
      ...{ reachedOn: "2025-10-06", report: "Site visit" },
    });
    const body = { investment, milestone: "whole", payee: "builder" };
    enact(fund, { type: "investment.close", by: "m-1", body });
    releaseAll(fund);
    return this;
  }

  value(thousandths: number): this {
    const amount = this.thousandths(thousandths);
    const body = { investment: "plant", currency: "USD", amount, level: 3, technique: "Rents" };
    this.report("valuation.submit", "va-1", body);
    return this;
  }

  /** Income of 3 thousandths, and what of it the formula pays out. */
  distribute(): this {
    const { fund } = this;
    const income = { investment: "plant", character: "dividend", currency: "USD" };
    const amount = this.thousandths(3);
    this.report("investment.income", "cu-1", { ...income, amount });
    const determine = { type: "distribution.determine", by: "ca-1", body: { vehicle: "fund" } };
    const distribution = enact(fund, determine);
    const { minor } = fund.state.distributions.get(distribution)!;
    const body = { distribution, amount: minor.toString(), currency: "USD" };
    enact(fund, { type: "distribution.declare", by: "m-1", body });
    releaseAll(fund);
    return this;
  }

  draw(reason: string): ActDraft {
    const drawn = { facility: "bonds", currency: "USD", amount: this.thousandths(1) };
    return { type: "facility.draw", by: "m-1", reason, body: { ...drawn, due: "2026-12-30" } };
  }

  get step(): string {
    return stepOf(this.fund.state.covenants, "asset-coverage");
  }
}

const lives = [BILLIONS, MILLIONS].map((initial) =>
  new Life(initial).payIn().borrow().invest().value(26).distribute(),
);
const [large, small] = lives as [Life, Life];

describe("the charter of two equal owners, with 300 billion and with 300 million", () => {
  test("every check holds at both sizes", () => {
    for (const { fund } of lives) {
      for (const { name, breaches } of runChecks(NAMED_CHECKS, chronicleOf(fund))) {
        assert.deepEqual(breaches, [], name);
      }
    }
  });

  test("every balance of the smaller is a thousandth of the larger's", () => {
    const balances = ({ fund }: Life) =>
      trialBalance(fund.state.ledger).map(({ account, subject, minor }) => ({
        ...{ account, subject, minor },
      }));
    const thousandfold = balances(small).map((line) => ({ ...line, minor: line.minor * 1000n }));
    assert.deepEqual(thousandfold, balances(large));
    assert.ok(thousandfold.length > 12);
  });

  test("a fall of value locks both at the same step, and paying back cures both", () => {
    for (const life of lives) {
      const fund = new Life(life === large ? BILLIONS : MILLIONS).payIn().borrow().invest();
      assert.ok(tryEnact(fund.fund, fund.draw("before")).ok);
      // 5 in cash and 13 of the plant's worth, less the interest so far, against 10 borrowed: a
      // little below 180%, where the lock begins.
      fund.value(13);
      assert.equal(fund.step, "lock");
      const refused = tryEnact(fund.fund, fund.draw("after"));
      assert.ok(!refused.ok);
      assert.equal(refused.error.code, "covenant_locked");
      const body = { facility: "bonds", currency: "USD", amount: fund.thousandths(3) };
      // 15 against 7: more than 200%.
      enact(fund.fund, { type: "facility.prepay", by: "m-1", body });
      releaseAll(fund.fund);
      assert.equal(fund.step, "clear");
    }
  });
});
