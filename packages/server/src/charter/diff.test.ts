import assert from "node:assert/strict";
import { test } from "node:test";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { diffText } from "./diff.ts";

const charter = exampleCharter("us-japan");

/** The next version with some of it changed. */
const changed = (change: Partial<Charter>): Charter => ({ ...charter, ...change, version: 2 });

const smaller = changed({ capital: { ...charter.capital, initial: "300000000.00" } });

test("[CH84] an amendment of what is entrenched says so and names the parts", () => {
  const text = diffText(charter, smaller, "en");
  assert.match(text, /^# From us-japan 1 to us-japan 2\n/);
  assert.match(text, /Needs ratification by US and Japan \[15\.3\]/);
  assert.match(text, /^- \/capital\/initial$/m);
  assert.match(text, /^was: USD 300 billion: US 50% and Japan 50%\. \[5\.1\]$/m);
  assert.match(text, /^now: USD 300 million: US 50% and Japan 50%\. \[5\.1\]$/m);
});

test("[CH84] the same in Japanese, as a table of old and new would say it", () => {
  const text = diffText(charter, smaller, "ja");
  assert.match(text, /米国及び日本の批准を要します\[15\.3\]/);
  assert.match(text, /^現行： 3,000億米ドル/m);
  assert.match(text, /^改正後： 3億米ドル/m);
});

test("[CH84] a veto that one side loses shows in the act and in the powers, and only there", () => {
  const act = charter.acts["investment.select"]!;
  const next = changed({
    acts: { ...charter.acts, "investment.select": { ...act, veto: { by: ["US"] } } },
  });
  const lines = diffText(charter, next, "en").split("\n");
  assert.ok(lines.includes("An ordinary amendment [15.3]."));
  const [was, now] = ["was:", "now:"].map((lead) => lines.filter((line) => line.startsWith(lead)));
  assert.deepEqual(
    was!.map((line) => line.replaceAll(/-{3,}/g, "-")),
    [
      "was: May be vetoed by: US or Japan.",
      "was: 8.2 Selection of an investment · can withhold, can veto · can withhold, can veto",
    ],
  );
  assert.equal(
    now!.at(-1),
    "now: 8.2 Selection of an investment · can withhold, can veto · can withhold",
  );
});

test("[CH84] what the explanation does not say is listed by its path", () => {
  const accounts = charter.accounts.map((account) =>
    account.code === "1010" ? { ...account, name: { ...account.name, en: "Bank" } } : account,
  );
  const text = diffText(charter, changed({ accounts }), "en");
  assert.match(text, /^- \/accounts\/1010\/name\/en: Cash → Bank$/m);
});

test("[CH84] two equal charters differ in nothing", () => {
  assert.match(diffText(charter, charter, "en"), /Nothing differs\./);
});
