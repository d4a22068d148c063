import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { instant } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import {
  charterHash,
  decodeCharter,
  decodeCharterBytes,
  encodeCharter,
} from "@jointfund/core/charter/decode-charter.ts";
import { lintDocument } from "@jointfund/core/charter/lint.ts";
import { charterKnowledge } from "@jointfund/core/fund/charter-knowledge.ts";
import { explainCharter } from "@jointfund/server/charter/explain.ts";
import { DemonstrationFund } from "../support/demonstration-fund.ts";
import { broken, dangling, documentOf } from "../support/made-charters/breakage.ts";
import { madeCharter } from "../support/made-charters/charter.ts";
import { choiceOf } from "../support/made-charters/choice.ts";
import { checkFund, checkStep } from "../support/made-charters/invariants.ts";
import { MadeLife } from "../support/made-charters/life.ts";

/**
 * Charters made from nothing, and lives of funds under them. The same ones every time, unless
 * JOINTFUND_SEED says otherwise; JOINTFUND_RUNS multiplies how many.
 */
const OTHER_SEED = process.env["JOINTFUND_SEED"];
const SEED = Number(OTHER_SEED ?? 20_260_601);
const TIMES = Number(process.env["JOINTFUND_RUNS"] ?? 1);

const runs = (count: number) => ({ seed: SEED, numRuns: count * TIMES });

const errorsIn = (document: ReturnType<typeof documentOf>) =>
  lintDocument(document, charterKnowledge).filter(({ severity }) => severity === "error");

/** A fund founded under the charter, whose signatures are taken for good. */
function founded(charter: Charter): DemonstrationFund {
  const fund = new DemonstrationFund(charter);
  fund.now = instant("2026-06-01T09:00:00Z");
  fund.verify = () => true;
  return fund.found();
}

/** Explains the charter in each language; whoever takes part in it is in the text. */
function checkExplanation(charter: Charter): void {
  for (const language of ["en", "ja"] as const) {
    const text = explainCharter(charter, language);
    for (const { id } of charter.parties) assert.ok(text.includes(id), `${id} in ${language}`);
  }
}

test("[CH1] [CH20] [CH80] a made charter decodes, has no error and founds a fund", () => {
  fc.assert(
    fc.property(fc.gen(), (generator) => {
      const charter = madeCharter(choiceOf(generator));
      const decoded = decodeCharterBytes(encodeCharter(charter));
      assert.ok(decoded.ok);
      assert.equal(charterHash(decoded.value), charterHash(charter));
      assert.deepEqual(decoded.value, charter);
      assert.deepEqual(errorsIn(documentOf(charter)), []);
      checkExplanation(decoded.value);
      assert.equal(founded(charter).state.charter.id, charter.id);
    }),
    runs(12),
  );
});

test("[CH30] wherever a made charter names something, a name of nothing is found", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.gen(), (generator) => {
      for (const { path, document } of dangling(madeCharter(choiceOf(generator)), seen)) {
        assert.notDeepEqual(errorsIn(document), [], path);
      }
    }),
    { ...runs(12), endOnFailure: true },
  );
  assert.ok(seen.size > 100, `only ${seen.size} kinds of names were tried`);
});

test("[CH20] a made charter with one thing changed is refused, or a fund lives on it", () => {
  const counts = { refused: 0, accepted: 0 };
  fc.assert(
    fc.property(fc.gen(), (generator) => {
      const choice = choiceOf(generator);
      const document = broken(madeCharter(choice), choice);
      if (errorsIn(document).length > 0) {
        counts.refused++;
        return;
      }
      const charter = decodeCharter(document);
      assert.ok(charter.ok);
      for (const language of ["en", "ja"] as const) explainCharter(charter.value, language);
      const life = new MadeLife(founded(charter.value), choice);
      life.begin();
      for (let n = 0; n < 6; n++) life.step();
      counts.accepted++;
    }),
    runs(40),
  );
  assert.ok(counts.refused > counts.accepted && counts.accepted > 0, JSON.stringify(counts));
});

/** Acts without which lives would show little. */
const SHOWING = [
  ...["capital.receive", "investment.close", "investment.income", "valuation.submit"],
  ...["distribution.declare", "payment.release", "facility.receive", "fee.pay", "carry.pay"],
] as const;

test("whatever charter is made, all sums tie and later money dilutes no one", () => {
  const missing = new Set<string>(SHOWING);
  fc.assert(
    fc.property(fc.gen(), (generator) => {
      const choice = choiceOf(generator);
      const life = new MadeLife(founded(madeCharter(choice)), choice);
      life.onStep = checkStep;
      life.begin();
      for (let n = 0; n < 80; n++) life.step();
      checkFund(life.fund);
      for (const type of life.effective.keys()) missing.delete(type);
    }),
    runs(14),
  );
  // Of other seeds nobody knows what their lives come to.
  if (OTHER_SEED === undefined) assert.deepEqual([...missing], [], "what no life came to");
});
