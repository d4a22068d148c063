import assert from "node:assert/strict";
import { testAct, type ActTest } from "../support/act-test.ts";
import {
  admitted,
  capitalDrafts as drafts,
  commitmentOf,
  enact,
  landOf,
  openToPartners,
  promise,
  withLand,
  withOptOut,
} from "../support/capital-drafts.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { call as callBody } from "../support/rejection-case.ts";
import { drafts as stageDrafts, fundAt, idAt } from "../support/stages.ts";

/** The acts on promises, calls and parties. Amounts are worked out by hand from the stages. */

/** Japan has not paid its 3,000,000,000.00 since 10 September; others may pay in its place. */
function inDefault(): DemonstrationFund {
  const fund = fundAt("called").until("2025-09-10");
  fund.report(stageDrafts.receipt("US"));
  return fund.until("2025-12-16");
}

function withPartner(): DemonstrationFund {
  const fund = admitted(openToPartners(), "PAR");
  promise(fund, "PAR", "100000000000");
  return fund;
}

/** The partner has paid 101,666,666.00 for a hundred million units; another has come later. */
function withLaterPartner(): DemonstrationFund {
  const fund = withPartner();
  const commitment = commitmentOf(fund, "PAR").id;
  const items = [{ party: "PAR", commitment, amount: "10166666600" }];
  const price = "1.01666666";
  const id = enact(fund, drafts.partnerCall({ dueDate: "2026-03-31", price, items }));
  fund.until("2026-03-31");
  fund.report(drafts.receipt(id, "PAR", "10166666600"));
  admitted(fund, "LATE");
  promise(fund, "LATE", "50000000000");
  return fund;
}

const capital = ["ledger", "capital"] as const;
const schedules = ["schedules", "charter", "charters"] as const;

const ACTS: readonly ActTest[] = [
  {
    type: "commitment.increase",
    rule: "[CP5]",
    fund: withPartner,
    draft: (fund) =>
      drafts.increase("par-1", { commitment: commitmentOf(fund, "PAR").id, amount: "700" }),
    posts: { "9010/PAR": 700n, "9019/PAR": -700n },
    effect(after) {
      const commitments = [...after.capital.commitments.values()];
      const minor = commitments.find(({ party }) => party === "PAR")?.minor;
      assert.equal(minor, 100_000_000_700n);
    },
    touches: capital,
  },
  {
    type: "commitment.increase",
    rule: "[CP3]",
    fund: () => fundAt("committed"),
    draft: () => {
      const authority = {
        law: "Act of 2026",
        fiscalYear: "2026",
        amount: "1",
        expires: "2032-09-30",
      };
      return drafts.increase("us-t1", { commitment: idAt("US"), amount: "0", authority });
    },
    posts: {},
    effect(after) {
      const { authorities, minor } = after.capital.commitments.get(idAt("US"))!;
      assert.deepEqual(
        authorities.map(({ expires }) => expires),
        ["2030-09-30", "2032-09-30"],
      );
      assert.equal(minor, 15_000_000_000_000n);
    },
    touches: ["capital"],
  },
  {
    type: "commitment.release",
    rule: "[CP6]",
    fund: () => fundAt("called"),
    draft: () => drafts.release(idAt("US"), "14700000000000"),
    posts: { "9010/US": -14_700_000_000_000n, "9019/US": 14_700_000_000_000n },
    effect(after) {
      const { minor, called } = after.capital.commitments.get(idAt("US"))!;
      assert.deepEqual([minor, called], [300_000_000_000n, 300_000_000_000n]);
    },
    touches: capital,
  },
  {
    type: "capital.excuse",
    rule: "[CP30]",
    fund: () => fundAt("called"),
    draft: () => drafts.excuse(),
    posts: {
      "3010/JP": 300_000_000_000n,
      "3015/JP": -300_000_000_000n,
      "9010/JP": 300_000_000_000n,
      "9019/JP": -300_000_000_000n,
    },
    effect(after) {
      const { items, shortfall } = after.capital.calls.get(idAt("call"))!;
      assert.equal(shortfall, 300_000_000_000n);
      assert.deepEqual(
        items.map(({ party, minor, cancelled }) => [party, minor - cancelled]),
        [
          ["US", 300_000_000_000n],
          ["JP", 0n],
        ],
      );
    },
    touches: capital,
  },
  {
    type: "capital.optOut",
    rule: "[CP31]",
    fund() {
      const fund = withOptOut(fundAt("committed"), false).until("2025-06-24");
      enact(fund, callBody({ purpose: "investment" }));
      return fund;
    },
    draft: (fund) => drafts.optOut({ call: [...fund.state.capital.calls.keys()][0]! }),
    posts: {
      "3010/JP": 300_000_000_000n,
      "3015/JP": -300_000_000_000n,
      "9010/JP": 300_000_000_000n,
      "9019/JP": -300_000_000_000n,
    },
    effect(after) {
      const [call] = [...after.capital.calls.values()];
      // The charter lets nobody pay in its place here.
      assert.equal(call?.shortfall, 0n);
      assert.equal(after.capital.commitments.get(idAt("JP"))?.called, 0n);
    },
    touches: capital,
  },
  {
    type: "capital.defer",
    rule: "[CP32]",
    fund: () => fundAt("called"),
    draft: () => drafts.defer(),
    posts: {},
    effect(after) {
      const { items } = after.capital.calls.get(idAt("call"))!;
      assert.deepEqual(
        items.map(({ dueDate }) => dueDate),
        ["2025-09-10", "2025-11-10"],
      );
    },
    touches: ["capital"],
  },
  {
    type: "capital.fundShortfall",
    rule: "[CP33]",
    fund: inDefault,
    draft: () => drafts.fundShortfall(),
    posts: {
      "3015/US": 100_000_000_000n,
      "3010/US": -100_000_000_000n,
      "9010/US": -100_000_000_000n,
      "9019/US": 100_000_000_000n,
      "3015/JP": -100_000_000_000n,
      "3010/JP": 100_000_000_000n,
      "9010/JP": 100_000_000_000n,
      "9019/JP": -100_000_000_000n,
    },
    effect(after) {
      const [call] = [...after.capital.calls.values()].filter(({ id }) => id !== idAt("call"));
      // 1,000,000,000.00 dollars at nine tenths of 1.00: 1,111,111,111.111111 units.
      assert.equal(call?.items[0]?.microUnits, 1_111_111_111_111_111n);
      assert.equal(call?.dueDate, "2026-06-30");
    },
    touches: capital,
  },
  {
    type: "capital.remedy",
    rule: "[CP25]",
    fund: inDefault,
    draft: () => drafts.remedy({ dueDate: "2026-01-30", waiveInterest: true }),
    // 97 days at 4% a year of 365 days: 31,890,410.958….
    posts: { "4030/JP": 3_189_041_095n, "1060/JP": -3_189_041_095n },
    effect(after) {
      const item = after.capital.calls.get(idAt("call"))!.items[1]!;
      assert.deepEqual(item.steps, []);
      assert.equal(item.dueDate, "2026-01-30");
      assert.equal(item.interest, 0n);
    },
    touches: capital,
  },
  {
    type: "capital.return",
    rule: "[CP40]",
    fund: () => fundAt("funded"),
    draft: () => drafts.giveBack(),
    posts: {
      "3010/US": 100_000_000_000n,
      "2070/US": -100_000_000_000n,
      "9020/US": 100_000_000_000n,
      "9029/US": -100_000_000_000n,
      "3010/JP": 100_000_000_000n,
      "2070/JP": -100_000_000_000n,
      "9020/JP": 100_000_000_000n,
      "9029/JP": -100_000_000_000n,
    },
    effect(after) {
      assert.equal(after.capital.units.get("founders/US"), 2_000_000_000_000_000n);
      const { recallable, restored } = after.capital.commitments.get(idAt("JP"))!;
      assert.equal(restored, 100_000_000_000n);
      // Two years of 365 days from 10 September 2025.
      assert.deepEqual(recallable, [{ minor: 100_000_000_000n, until: "2027-09-10" }]);
      const payments = [...after.payments.values()].map(({ payee, minor }) => [payee, minor]);
      assert.deepEqual(payments, [
        ["US", 100_000_000_000n],
        ["JP", 100_000_000_000n],
      ]);
    },
    touches: ["ledger", "capital", "payments"],
  },
  {
    type: "capital.trueUp",
    rule: "[CP51]",
    fund: withLaterPartner,
    draft: (fund) =>
      drafts.trueUp({
        ...{ party: "LATE", commitment: commitmentOf(fund, "LATE").id },
        dueDate: "2026-04-30",
      }),
    // A third of 101,666,666.00, for a third of all that partners have promised: rounded down.
    posts: { "9010/LATE": -3_388_888_866n, "9019/LATE": 3_388_888_866n },
    effect(after) {
      const [trueUp] = [...after.capital.trueUps.values()];
      const [part] = trueUp!.parts;
      // Thirty days at 6%: 167,123.286… dollars.
      assert.equal(part?.interest, 16_712_328n);
      // 100,000,000 units × 3,388,888,866 / 10,166,666,600, cut at a millionth.
      assert.equal(part?.microUnits, (100_000_000_000_000n * 3_388_888_866n) / 10_166_666_600n);
    },
    touches: capital,
  },
  {
    type: "contribution.appraise",
    fund: () => fundAt("closed"),
    draft: () => drafts.appraisal(),
    posts: {},
    effect(after) {
      const [appraisal] = [...after.capital.appraisals.values()];
      assert.equal(appraisal?.minor, 50_000_000_000n);
    },
    touches: ["capital"],
  },
  {
    type: "capital.contributeInKind",
    rule: "[CP70]",
    fund: withLand,
    draft: (fund) => drafts.inKind(landOf(fund)),
    posts: {
      "1050/abilene": 50_000_000_000n,
      "3015/JP": -50_000_000_000n,
      "9040/abilene": -50_000_000_000n,
      "9049/abilene": 50_000_000_000n,
    },
    effect(after, before) {
      const cost = after.investments.get("abilene")!.cost - before.investments.get("abilene")!.cost;
      assert.equal(cost, 50_000_000_000n);
      const units = (of: typeof after): bigint => of.capital.units.get("founders/JP")!;
      // 500,000,000.00 dollars at 1.01666666 a unit, cut at a millionth.
      assert.equal(units(after) - units(before), 491_803_281_913_464n);
      const [appraisal] = [...after.capital.appraisals.values()];
      assert.notEqual(appraisal?.usedBy, undefined);
    },
    touches: ["ledger", "capital", "investments"],
  },
  {
    type: "party.admit",
    rule: "[CP60]",
    fund: () => fundAt("founded"),
    draft: () => drafts.admit("PAR"),
    posts: {},
    effect(after) {
      assert.equal(after.charter.parties.at(-1)?.id, "PAR");
      assert.ok(after.charter.acts["commitment.accept"]?.propose.includes("PAR"));
    },
    touches: schedules,
  },
  {
    type: "party.withdraw",
    rule: "[CP61]",
    fund: () => admitted(fundAt("founded"), "PAR"),
    draft: () => drafts.withdraw("PAR", "us-t1"),
    posts: {},
    effect(after) {
      assert.ok(after.charter.parties.some(({ id }) => id === "PAR"));
      assert.equal(after.charter.acts["commitment.accept"]?.propose.includes("PAR"), false);
      assert.equal(after.officers.get("par-1")?.key, undefined);
      assert.equal(after.seats.get("PAR-T1"), undefined);
    },
    touches: [...schedules, "officers", "keys", "seats"],
  },
];

for (const act of ACTS) testAct(act);
