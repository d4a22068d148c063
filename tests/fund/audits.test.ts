import assert from "node:assert/strict";
import { test } from "node:test";
import { silentOn } from "@jointfund/core/oversight/audit.ts";
import { instructionsOf, publicInstructions } from "@jointfund/core/oversight/instructions.ts";
import { termFor } from "@jointfund/core/oversight/side-letters.ts";
import { testAct, type ActTest } from "../support/act-test.ts";
import { audits, onlyFinding, onlyLetter, withFinding, withLetter } from "../support/audits.ts";
import { TREASURIES } from "../support/rejection-case.ts";
import { fundAt } from "../support/stages.ts";

const ACTS: readonly ActTest[] = [
  {
    type: "audit.finding",
    rule: "[OV20]",
    fund: () => fundAt("funded"),
    draft: () => audits.finding(),
    posts: {},
    effect({ oversight }) {
      const [finding] = [...oversight.findings.values()];
      // 20 business days from 2025-09-10: not 09-15, 09-23 (Japan) nor 10-13 (both).
      assert.deepEqual([finding?.severity, finding?.dueBy], ["significant", "2025-10-10"]);
    },
    touches: ["oversight"],
  },
  {
    type: "audit.answer",
    rule: "[OV21]",
    fund: withFinding,
    draft: (fund) => audits.answer(onlyFinding(fund)),
    posts: {},
    effect({ oversight }) {
      const [finding] = [...oversight.findings.values()];
      assert.deepEqual(
        finding?.answers.map(({ party }) => party),
        ["MGR"],
      );
    },
    touches: ["oversight"],
  },
  {
    type: "audit.close",
    rule: "[OV21]",
    fund: withFinding,
    draft: (fund) => audits.closing(onlyFinding(fund)),
    posts: {},
    effect({ oversight, today }) {
      assert.equal([...oversight.findings.values()][0]?.closedOn, today);
    },
    touches: ["oversight"],
  },
  {
    type: "audit.opinion",
    rule: "[OV22]",
    fund: () => fundAt("funded"),
    draft: () => audits.opinion(),
    posts: {},
    effect({ oversight }) {
      assert.equal([...oversight.opinions.values()][0]?.opinion, "unqualified");
    },
    touches: ["oversight"],
  },
  {
    type: "sideletter.grant",
    rule: "[OV30]",
    fund: () => fundAt("funded"),
    draft: () => audits.letter(),
    posts: {},
    effect({ oversight: { sideLetters } }) {
      assert.equal(termFor(sideLetters, "ADV", "feeRate"), "3/400");
      assert.equal(termFor(sideLetters, "ADV", "reporting"), undefined);
      assert.equal(termFor(sideLetters, "MGR", "feeRate"), undefined);
    },
    touches: ["oversight"],
  },
  {
    type: "sideletter.elect",
    rule: "[OV31]",
    fund: withLetter,
    draft: (fund) => audits.election(onlyLetter(fund)),
    posts: {},
    effect({ oversight: { sideLetters } }) {
      assert.equal(termFor(sideLetters, "MGR", "feeRate"), "3/400");
    },
    touches: ["oversight"],
  },
];

for (const act of ACTS) testAct(act);

test("[OV21] who has not answered in time is shown from the day after it", () => {
  const fund = withFinding();
  fund.report(audits.answer(onlyFinding(fund)));
  const silent = (): readonly string[] =>
    silentOn(fund.state.oversight.findings.get(onlyFinding(fund))!, fund.state.today);
  fund.until("2025-10-10");
  assert.deepEqual(silent(), []);
  fund.until("2025-10-11");
  assert.deepEqual(silent(), ["CUS"]);
  fund.report(audits.answer(onlyFinding(fund), "cu-1"));
  assert.deepEqual(silent(), []);
});

test("[OV30] of two letters the later holds, whatever their ids", () => {
  const fund = withLetter();
  fund.until("2025-09-11");
  const terms = [{ code: "feeRate", value: "1/200" }];
  fund.enact(audits.letter({ terms }), ...TREASURIES);
  assert.equal(termFor(fund.state.oversight.sideLetters, "ADV", "feeRate"), "1/200");
});

test("[OV1] an instruction is public after the charter's 30 days", () => {
  const fund = fundAt("funded");
  fund.propose({
    type: "instruction.record",
    by: "us-t1",
    body: { text: "Prefer sites in the south", concern: "crusoe" },
  });
  const [instruction] = instructionsOf(fund.state);
  assert.deepEqual([instruction?.party, instruction?.withheldUntil], ["US", "2025-10-10"]);
  assert.deepEqual(publicInstructions(fund.until("2025-10-10").state), []);
  assert.equal(publicInstructions(fund.until("2025-10-11").state).length, 1);
});
