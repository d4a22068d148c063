/** What a fund can do, beside the tests and the example charters: nothing is there for show. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { exampleCharter } from "../tests/support/charters.ts";
import { ROOT } from "./test-files.ts";
import { isTestFile, readRepository } from "./tidy/repository.ts";

test("every act type is named by a test that plays it", () => {
  const { sources } = readRepository(ROOT);
  const texts = [...sources.values()].filter(
    ({ path }) => isTestFile(path) && !path.startsWith("tools/"),
  );
  const unnamed = [...actTypes.keys()].filter(
    (type) => !texts.some(({ text }) => text.includes(`"${type}"`)),
  );
  assert.deepEqual(unnamed, []);
});

test("every act type has a rule in an example charter, or is one of those without a home", () => {
  const charters = ["us-japan", "us-japan-2025"].map(exampleCharter);
  const homeless = [...actTypes.keys()].filter(
    (type) => !charters.some(({ acts }) => Object.hasOwn(acts, type)),
  );
  // Neither deal pays carried interest or agrees its shares anew: tests/fund plays these on
  // variants.
  assert.deepEqual(homeless, [
    "recoupment.renegotiate",
    "carry.pay",
    "carry.clawback",
    "carry.return",
  ]);
});
