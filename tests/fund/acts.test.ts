import assert from "node:assert/strict";
import { testAct, type ActTest } from "../support/act-test.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt, idAt, type StageName } from "../support/stages.ts";

/** Every act of the books. Expected amounts are worked out by hand from the stages' figures. */
type Rule = Omit<ActTest, "fund"> & { readonly stage: StageName };

const RULES: readonly Rule[] = [
  {
    type: "commitment.accept",
    stage: "founded",
    draft: () => drafts.commitment("US"),
    posts: { "9010/US": 15_000_000_000_000n, "9019/US": -15_000_000_000_000n },
    effect(after) {
      const [commitment] = [...after.capital.commitments.values()];
      assert.equal(commitment?.party, "US");
      assert.equal(commitment?.minor, 15_000_000_000_000n);
      assert.equal(commitment?.authorities[0]?.expires, "2030-09-30");
    },
    touches: ["ledger", "capital"],
  },
  {
    type: "capital.call",
    stage: "committed",
    draft: () => drafts.call(),
    posts: {
      "3015/US": 300_000_000_000n,
      "3010/US": -300_000_000_000n,
      "9010/US": -300_000_000_000n,
      "9019/US": 300_000_000_000n,
      "3015/JP": 300_000_000_000n,
      "3010/JP": -300_000_000_000n,
      "9010/JP": -300_000_000_000n,
      "9019/JP": 300_000_000_000n,
    },
    effect(after) {
      assert.equal(after.capital.commitments.get(idAt("US"))?.called, 300_000_000_000n);
      assert.equal(after.capital.calls.size, 1);
      assert.equal(after.capital.units.size, 0);
    },
    touches: ["ledger", "capital"],
  },
  {
    type: "capital.receive",
    stage: "called",
    draft: () => drafts.receipt("JP"),
    posts: { "1010/bank": 300_000_000_000n, "3015/JP": -300_000_000_000n },
    effect(after) {
      // 3,000,000,000.00 dollars at 1.00 a unit, in millionths of a unit.
      assert.equal(after.capital.units.get("founders/JP"), 3_000_000_000_000_000n);
    },
    touches: ["ledger", "capital"],
  },
  {
    type: "investment.recommend",
    stage: "funded",
    draft: () => drafts.recommendation(),
    approveOn: "2025-09-19",
    posts: {},
    effect(after) {
      assert.equal(after.investments.get("abilene")?.status, "recommended");
    },
    touches: ["investments"],
  },
  {
    type: "investment.select",
    stage: "recommended",
    draft: () => drafts.selection(),
    executeOn: "2025-09-26",
    posts: { "9040/abilene": 250_000_000_000n, "9049/abilene": -250_000_000_000n },
    effect(after) {
      assert.equal(after.investments.get("abilene")?.status, "selected");
    },
    touches: ["ledger", "investments"],
  },
  {
    type: "investment.close",
    stage: "selected",
    draft: () => drafts.closing(),
    posts: {
      "1050/abilene": 100_000_000_000n,
      "2010/abilene": -100_000_000_000n,
      "9040/abilene": -100_000_000_000n,
      "9049/abilene": 100_000_000_000n,
    },
    effect(after) {
      assert.equal(after.investments.get("abilene")?.cost, 100_000_000_000n);
      const [payment] = [...after.payments.values()];
      assert.equal(payment?.payee, "crusoe");
      assert.equal(payment?.mandatory, false);
      assert.equal(payment?.releasedOn, undefined);
    },
    touches: ["ledger", "investments", "payments"],
  },
  {
    type: "investment.advance",
    stage: "earning",
    draft: () => drafts.advance(),
    posts: {
      "1050/abilene": 150_000_000_000n,
      "2010/abilene": -150_000_000_000n,
      "9040/abilene": -150_000_000_000n,
      "9049/abilene": 150_000_000_000n,
    },
    effect(after) {
      assert.equal(after.investments.get("abilene")?.cost, 250_000_000_000n);
      const mandatory = [...after.payments.values()].filter((payment) => payment.mandatory);
      assert.deepEqual(
        mandatory.map(({ minor }) => minor),
        [150_000_000_000n],
      );
    },
    touches: ["ledger", "investments", "payments"],
  },
  {
    type: "valuation.submit",
    stage: "closed",
    draft: () => drafts.valuation("110000000000"),
    // Cost is 100,000,000,000: the value is ten thousand million cents above it.
    posts: { "1055/abilene": 10_000_000_000n, "4050/abilene": -10_000_000_000n },
    effect(after) {
      assert.equal(after.investments.get("abilene")?.valuation?.minor, 110_000_000_000n);
    },
    touches: ["ledger", "investments"],
  },
  {
    type: "investment.income",
    stage: "closed",
    draft: () => drafts.income(),
    posts: { "1010/bank": 10_000_000_001n, "4010/abilene": -10_000_000_001n },
    effect: () => undefined,
    touches: ["ledger"],
  },
  {
    type: "nav.strike",
    stage: "earning",
    draft: () => drafts.strike(),
    posts: {},
    effect(after) {
      const [strike] = [...after.strikes.values()];
      // Paid in 600,000,000,000 cents and income 10,000,000,001: over 6,000,000,000 units.
      assert.equal(strike?.netAssets, 610_000_000_001n);
      assert.equal(strike?.microUnits, 6_000_000_000_000_000n);
      // 6,100,000,000.01 / 6,000,000,000 = 1.01666666668…, cut to eight decimals.
      assert.equal(strike?.price, "1.01666666");
    },
    // The only fee is of a class that nobody holds: it accrues nothing, to this day.
    touches: ["strikes", "charges"],
  },
  {
    type: "class.open",
    stage: "earning",
    draft: () => ({ type: "class.open", by: "m-1", body: { class: "partners" } }),
    posts: {},
    effect(after) {
      assert.deepEqual(after.classes.get("partners"), { openedOn: "2025-12-24" });
    },
    touches: ["classes"],
  },
  {
    type: "class.close",
    stage: "earning",
    draft: () => ({ type: "class.close", by: "m-1", body: { class: "founders" } }),
    posts: {},
    effect(after) {
      assert.deepEqual(after.classes.get("founders"), { closedOn: "2025-12-24" });
    },
    touches: ["classes"],
  },
  {
    type: "expense.book",
    stage: "earning",
    draft: () => ({
      type: "expense.book",
      by: "m-1",
      body: {
        ...{ vehicle: "fund", category: "legal", payee: "counsel", charge: "external" },
        ...{ currency: "USD", amount: "100", for: "Opinion" },
      },
    }),
    posts: { "5020/legal": 100n, "2060/<id>": -100n },
    effect: (after) => assert.equal(after.charges.expenses.size, 1),
    touches: ["ledger", "charges"],
  },
  {
    type: "reserve.set",
    stage: "earning",
    draft: () => ({
      type: "reserve.set",
      by: "m-1",
      body: { reserve: "operating", currency: "USD", amount: "100" },
    }),
    posts: { "3030/operating": 100n, "3060/operating": -100n },
    effect: () => undefined,
    touches: ["ledger"],
  },
  {
    type: "distribution.determine",
    stage: "earning",
    draft: () => drafts.determination(),
    posts: {},
    effect(after) {
      const [distribution] = [...after.distributions.values()];
      // 80% of 10,000,000,001 cents is 8,000,000,000.8: rounded down.
      assert.equal(distribution?.minor, 8_000_000_000n);
      assert.equal(distribution?.declaredOn, undefined);
    },
    touches: ["distributions"],
  },
  {
    type: "distribution.declare",
    stage: "determined",
    draft: () => drafts.declaration(),
    posts: {
      "3040/US": 4_000_000_000n,
      "2030/US": -4_000_000_000n,
      "3040/JP": 4_000_000_000n,
      "2030/JP": -4_000_000_000n,
    },
    effect(after) {
      const payments = [...after.payments.values()].filter(
        ({ purpose }) => purpose === "distribution",
      );
      assert.deepEqual(
        payments.map(({ payee, minor }) => [payee, minor]),
        [
          ["JP", 4_000_000_000n],
          ["US", 4_000_000_000n],
        ],
      );
    },
    touches: ["ledger", "distributions", "payments"],
  },
  {
    type: "payment.release",
    stage: "declared",
    draft(fund) {
      makeFinal(fund);
      const payment = [...fund.state.payments.values()].find(({ payee }) => payee === "US")!;
      return drafts.payment(payment.id, "US", "4000000000");
    },
    posts: { "2030/US": 4_000_000_000n, "1010/bank": -4_000_000_000n },
    effect(after) {
      const released = [...after.payments.values()].filter(
        ({ releasedOn }) => releasedOn !== undefined,
      );
      assert.deepEqual(
        released.map(({ payee }) => payee),
        ["US"],
      );
    },
    touches: ["ledger", "payments"],
  },
];

/** As if both mirrors had cosigned everything so far: finality itself is tested with the record. */
function makeFinal(fund: DemonstrationFund): void {
  const finalSize = fund.leaves.length;
  fund.change((state) => ({ ...state, trust: { ...state.trust, finalSize } }));
}

for (const { stage, ...rule } of RULES) testAct({ ...rule, fund: () => fundAt(stage) });
