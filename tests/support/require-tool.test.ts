import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { requireTool } from "./require-tool.ts";

const ABSENT = "no-such-program-anywhere";

/** Calls requireTool as if in CI, or not, with a context that only notes what is skipped. */
function callWith(ci: string, names: readonly string[]) {
  const skipped: string[] = [];
  const context = { skip: (message: string) => void skipped.push(message) };
  const before = process.env.CI;
  process.env.CI = ci;
  try {
    return { found: requireTool(context as unknown as TestContext, names), skipped };
  } finally {
    if (before === undefined) delete process.env.CI;
    else process.env.CI = before;
  }
}

test("a program on the path and a folder that exists are found", () => {
  assert.deepEqual(callWith("true", ["node", import.meta.dirname]), { found: true, skipped: [] });
});

test("outside CI a missing program skips the test and says what to install", () => {
  const { found, skipped } = callWith("", ["node", ABSENT]);
  assert.equal(found, false);
  assert.match(skipped.join(), new RegExp(`needs ${ABSENT} .*apt-get install ${ABSENT}`));
});

test("in CI a missing program fails the test", () => {
  assert.throws(() => callWith("true", [ABSENT]), /needs no-such-program-anywhere/);
});
