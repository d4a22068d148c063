import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { dealing, structure } from "./explain-dealing.ts";
import { CharterSpeaker } from "./explanation-text.ts";

const speaker = (language: "en" | "ja", change: object = {}): CharterSpeaker =>
  new CharterSpeaker({ ...exampleCharter("us-japan"), ...change }, language);

const about = (lines: readonly string[], clause: string): readonly string[] => {
  const from = lines.findIndex((line) => line.endsWith(`[${clause}]`));
  const until = lines.findIndex((line, n) => n > from && line.startsWith("- "));
  return lines.slice(from, until < 0 ? undefined : until);
};

test("[CH80] a public class is said with its feeder, its first price and its law", () => {
  const said = "公募投資信託に関する法令及び自主規制に服する。";
  const [line = ""] = about(structure(speaker("ja")), "31.6");
  assert.ok(line.includes("最初の申込みは一口当たり1円で取り扱う。"), line);
  assert.ok(line.includes(said) && line.includes("31.16の制限"), line);
  const [feeder = ""] = about(structure(speaker("en")), "31.3");
  assert.equal(
    feeder,
    "- Japanese citizens' feeder: a feeder, with a book in JPY. It holds “Public units” for its " +
      "own holders. [31.3]",
  );
});

test("[CH80] dealing is said day by day: cut-off, gate, payment, suspension", () => {
  const lines = about(dealing(speaker("en")), "31.9");
  assert.deepEqual(lines.slice(1, 5), [
    "  - Orders are taken by Japanese distributor, at least 10 business days (US, Japan) ahead; " +
      "from 06:00 UTC on they count as of the next day.",
    "  - Least subscription: JPY 10,000.",
    "  - At most 5% of the units are given back on one day; what is beyond that waits for the " +
      "next, before the orders of that day.",
    "  - Paid within 7 business days (US, Japan) of the dealing day.",
  ]);
  assert.match(dealing(speaker("ja")).at(-1)!, /収益調整は行わない/);
  assert.deepEqual(dealing(speaker("en", { dealing: [] })), []);
});
