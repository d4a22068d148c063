/** The named checks part by part, while the record grows in between. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checking, type CheckOutcome } from "@jointfund/core/fund/checks/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { RecordReplay } from "../../src/http/record-replay.ts";
import { serveScenario } from "../../../../tests/support/served-office.ts";

describe("checks in parts", () => {
  for (const [scenario, from, each] of [
    ["first-year", 40, 2],
    ["us-japan", 2_500, 1],
  ] as const) {
    test(`[H65] compare what was there together while ${scenario} goes on`, async () => {
      const served = await serveScenario(scenario);
      const { fund } = served.office;
      const replay = new RecordReplay();
      await replay.advance(fund, from);
      const input = {
        get state() {
          return replay.view.state;
        },
        get chronicle() {
          return replay.view.chronicle;
        },
      };
      const work = checking(NAMED_CHECKS, input);
      let [outcomes, parts]: [readonly CheckOutcome[], number] = [[], 0];
      for (;;) {
        const part = work.next();
        if (part.done === true) {
          outcomes = part.value;
          break;
        }
        if (++parts % each === 0) {
          await replay.advance(fund, Math.min(fund.size, replay.size + 1));
        }
      }
      assert.ok(replay.size > from + 10);
      const breached = outcomes.filter(({ breaches }) => breaches.length > 0);
      assert.deepEqual(breached, []);
      await served.close();
    });
  }
});
