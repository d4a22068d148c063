import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { run } from "../../packages/server/test/cli/captured-terminal.ts";
import { playedRecord } from "../support/databases.ts";

const GUIDE = new URL("../../docs/guides/query-with-sql.md", import.meta.url);
const QUESTION = /```sql\n([^`]+)```\n\n```text\n([^`]*)```/g;

test("[DB12] the guide's questions have the answers that stand below them", async (t) => {
  const data = ["--data", await playedRecord(t, "first-year")];
  const made = await run(["database", "update", ...data]);
  assert.equal(made.code, 0, made.err);
  const questions = [...readFileSync(GUIDE, "utf8").matchAll(QUESTION)];
  assert.ok(questions.length >= 7);
  for (const [, sql = "", expected] of questions) {
    const { out, err } = await run(["database", "query", sql, ...data]);
    assert.equal(out, expected, `${sql}\n${err}`);
  }
});
