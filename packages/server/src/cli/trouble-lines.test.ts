import assert from "node:assert/strict";
import { test } from "node:test";
import { deadlocked } from "../../../../tests/support/deadlocks.ts";
import { withDispute } from "../../../../tests/support/oversight.ts";
import { troubleLines } from "./trouble-lines.ts";

test("claims and disputes stand in the status, each in both languages", () => {
  assert.deepEqual(troubleLines(withDispute().state), [
    { en: "Japan claims USD 50 million of The fund", ja: "日本がファンドに5,000万米ドルを請求" },
    {
      en: "Japan and The fund: now with “Heads of the joint office”",
      ja: "日本とファンドの紛争が「共同事務局の責任者」の段階",
    },
  ]);
});

test("so does a deadlock, with the stage that it has come to", () => {
  assert.deepEqual(troubleLines(deadlocked().state), [
    {
      en: "Deadlock over Selection of an investment: the chairs confer",
      ja: "投資案件の選定の膠着：議長の協議",
    },
  ]);
});
