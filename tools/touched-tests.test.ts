import assert from "node:assert/strict";
import { test } from "node:test";
import { createRepository } from "./tidy/repository.ts";
import { findTouchedTests } from "./touched-tests.ts";

const REPOSITORY = createRepository(
  new Map([
    ["packages/core/src/base/ratio.ts", ""],
    ["packages/core/src/base/ratio.test.ts", 'import "./ratio.ts";'],
    ["packages/core/src/money/money.ts", 'import "../base/ratio.ts";'],
    ["packages/core/src/money/money.test.ts", 'import "./money.ts"; const v = "vectors/a.json";'],
    ["packages/core/src/log/note.test.ts", ""],
    ["packages/core/src/index.ts", 'export * from "./money/money.ts";'],
    ["packages/server/src/main.ts", 'import { Money } from "@jointfund/core";'],
    ["packages/server/src/main.test.ts", 'import "./main.ts";'],
  ]),
);

const CASES = [
  {
    changed: "packages/core/src/base/ratio.ts",
    touched: [
      "packages/core/src/base/ratio.test.ts",
      "packages/core/src/money/money.test.ts",
      "packages/server/src/main.test.ts",
    ],
  },
  {
    changed: "packages/server/src/main.ts",
    touched: ["packages/server/src/main.test.ts"],
  },
  {
    changed: "packages/core/src/log/note.test.ts",
    touched: ["packages/core/src/log/note.test.ts"],
  },
  { changed: "vectors/a.json", touched: ["packages/core/src/money/money.test.ts"] },
  { changed: "docs/start.md", touched: [] },
];

for (const { changed, touched } of CASES) {
  test(`a change of ${changed} touches ${touched.length} test files`, () => {
    assert.deepEqual(findTouchedTests(REPOSITORY, [changed]), touched);
  });
}
