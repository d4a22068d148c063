/** An auditor's lists that are followed with the record, beside the same made at once. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  AUDIT_LIST_NAMES,
  auditList,
  countsOf,
  followedList,
  USUAL_TOLERANCES,
} from "@jointfund/core/statements/audit/lists.ts";
import { RecordReplay } from "../../src/http/record-replay.ts";
import { serveScenario } from "../../../../tests/support/served-office.ts";

describe("an auditor's list", () => {
  for (const [scenario, step] of [
    ["first-year", 1],
    ["citizens", 3],
    ["us-japan", 97],
  ] as const) {
    test(`[AU1] [AU2] [H64] followed through ${scenario} is the list made at its end`, async () => {
      const served = await serveScenario(scenario);
      const { fund } = served.office;
      const replay = new RecordReplay();
      const lists = AUDIT_LIST_NAMES.map((name) => followedList(name, USUAL_TOLERANCES));
      for (let size = 1; size < fund.size; size += step) {
        await replay.advance(fund, size);
        // Some stop on the way, and go on when there is more.
        for (const [n, list] of lists.entries())
          list.follow(replay.view, n % 3 === 0 ? 5 : Infinity);
      }
      await replay.advance(fund, fund.size);
      for (const [n, name] of AUDIT_LIST_NAMES.entries()) {
        const list = lists[n]!;
        while (!list.follow(replay.view, 50));
        const items = list.found.map((found) => list.itemOf(replay.view, found));
        assert.deepEqual(items, auditList(name, replay.view), name);
        assert.equal(countsOf(list).total, items.length);
      }
      await served.close();
    });
  }
});
