import assert from "node:assert/strict";
import { test } from "node:test";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { statementOf } from "@jointfund/core/statements/catalogue.ts";
import { leverageTable } from "@jointfund/core/statements/leverage.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { sinceInception } from "@jointfund/core/statements/period.ts";
import { amountIn } from "@jointfund/core/statements/statement.ts";
import { borrowing, enact, enactAfter } from "../support/borrowing.ts";
import { booksDrafts } from "../support/books-drafts.ts";
import { chronicleOf } from "../support/chronicles.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { investmentDrafts } from "../support/investment-drafts.ts";
import { approvers, fundAt } from "../support/stages.ts";
import { under } from "../support/terms.ts";

const YEN = 100_000_000_000;

const inYen = (draft: ActDraft, amount: number): ActDraft => ({
  ...draft,
  body: { ...draft.body, currency: "JPY", amount: String(amount) },
});

const loan = (limit: number): ActDraft =>
  borrowing.bonds({
    ...{ facility: "loan", kind: "project", vehicle: "abilene-spv", currency: "JPY" },
    terms: borrowing.terms({ limit: String(limit) }),
  });

/** A funded fund with the vehicle of a project in Japan, whose book is in yen. */
function withYenProject(): DemonstrationFund {
  const fund = fundAt("funded");
  enact(fund, investmentDrafts.vehicle({ currency: "JPY" }));
  return fund;
}

/** A hundred billion yen lent to it at 160 yen for a dollar. */
function borrowed(): DemonstrationFund {
  const fund = withYenProject();
  fund.report(booksDrafts.fixing("160.00"));
  enactAfter(fund, loan(YEN), "2025-09-17");
  fund.report(booksDrafts.fixing("160.00"));
  const drawing = enact(fund, inYen(borrowing.draw("loan", 1), YEN));
  fund.report(inYen(borrowing.receipt("loan", drawing, 1), YEN));
  return fund;
}

test("[LV1] a limit in another currency is held against the most at the last fixing", () => {
  const code = (limit: number, isFixed: boolean, on = "2025-09-17"): string => {
    const fund = under(withYenProject(), ({ leverage }) => ({
      leverage: {
        ...leverage!,
        facilities: leverage!.facilities.map((of) =>
          of.kind === "project" ? { ...of, most: "100% of initialCapital" } : of,
        ),
      },
    }));
    if (isFixed) fund.report(booksDrafts.fixing("160.00"));
    const draft = loan(limit);
    const proposed = fund.submit(fund.proposal(draft));
    if (!proposed.ok) return proposed.error.code;
    const id = fund.idOf(fund.act(draft));
    fund.approve(id, ...approvers[draft.type]!).until(on);
    const executed = fund.submit(fund.execution(id, draft.by));
    return executed.ok ? "entered" : executed.error.code;
  };
  assert.equal(code(YEN, false), "rate_not_fixed");
  // Five business days after the fixing of 10 September are over.
  assert.equal(code(YEN, true, "2025-09-30"), "rate_stale");
  // All that projects may borrow here is the initial capital: 300 billion dollars at 160.
  assert.equal(code(48_000_000_000_000, true), "entered");
  assert.equal(code(48_000_000_000_001, true), "facility_beyond_most");
});

test("[LV22] [ST72] a project in yen counts in its owner's debt and in the group", () => {
  const fund = borrowed();
  const cents = 62_500_000_000n;
  const leverage = leverageTable(fund.state, "fund");
  assert.equal(amountIn(leverage, "debtOfHeldVehicles", "amount"), cents);
  const input = chronicleOf(fund);
  const period = sinceInception(input.chronicle.firstDay!, input.state.today);
  const { tables } = statementOf("consolidated", { ...input, vehicle: "fund", period });
  const position = tables.find(({ id }) => id === "position")!;
  assert.equal(amountIn(position, "account.1010"), 600_000_000_000n + cents);
  assert.equal(amountIn(position, "account.2097"), cents);
  assert.equal(amountIn(position, "net-assets"), 600_000_000_000n);
  for (const { name, breaches } of runChecks(NAMED_CHECKS, input)) {
    assert.deepEqual(breaches, [], name);
  }
});
