import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readCharterFile } from "../../src/charter/charter-file.ts";
import { run, temporaryDirectory } from "./captured-terminal.ts";

/** The charter that a file holds, which must be free of findings. */
function soundCharter(path: string) {
  const { charter, findings } = readCharterFile(path, readFileSync(path));
  assert.deepEqual(findings, []);
  assert.ok(charter !== undefined);
  return charter;
}

const NORDIC = [
  "id=nordic",
  ...["side1.id=NO", "side1.short.en=Norway", "side1.currency=NOK", "side1.share=40%"],
  ...["side2.id=SG", "side2.short.en=Singapore", "side2.currency=SGD", "side2.share=60%"],
  ...["currency=SGD", "initial=50000000000.00"],
];

test("[CH85] a new charter has the answers in every place, and nothing wrong with it", async () => {
  const path = join(temporaryDirectory(), "nordic.yaml");
  const { code, out } = await run(["charter", "new", "--out", path, "--set", ...NORDIC]);
  assert.equal(code, 0);
  assert.match(out, /The linter finds nothing wrong/);
  const charter = soundCharter(path);
  assert.equal(charter.origin, "nordic.example");
  assert.deepEqual(charter.capital.shares, { NO: "40%", SG: "60%" });
  assert.equal(charter.vehicles[0]?.currency, "SGD");
  assert.deepEqual(charter.currencies.display, ["SGD", "NOK"]);
  const text = readFileSync(path, "utf8");
  // Countries, seats, rights and conditions name the new sides, and no old one is left.
  const terms = text.replaceAll(/#.*/g, "").replaceAll(/\b(?:en|ja): .*/g, "");
  assert.doesNotMatch(terms, /\b(?:US|JP)\b/);
  assert.doesNotMatch(text, /[0-9] USD\b/);
});

test("a currency without a minor unit gets amounts without decimals", async () => {
  const path = join(temporaryDirectory(), "yen.yaml");
  const set = ["id=yen", "currency=JPY", "initial=45000000000000"];
  assert.equal((await run(["charter", "new", "--out", path, "--set", ...set])).code, 0);
  assert.equal(soundCharter(path).capital.initial, "45000000000000");
});

test("at a terminal it asks, and an empty answer takes the template's", async () => {
  const path = join(temporaryDirectory(), "asked.yaml");
  const questions: string[] = [];
  const ask = (question: string): Promise<string> => {
    questions.push(question);
    return Promise.resolve(question.includes("(title.en)") ? "A Fund of Two" : "");
  };
  assert.equal((await run(["charter", "new", "--out", path], { ask })).code, 0);
  assert.ok(questions[0]?.startsWith("Short name of the fund (id) [us-japan-2]"));
  const charter = soundCharter(path);
  assert.equal(charter.title["en"], "A Fund of Two");
  assert.equal(charter.capital.initial, "300000000000.00");
});

test("nothing that exists is overwritten, and no answer taken that has no question", async () => {
  const path = join(temporaryDirectory(), "there.yaml");
  const args = ["charter", "new", "--out", path, "--set"];
  const wrong = await run([...args, "side3.id=XX"]);
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /no question named side3\.id/);
  assert.equal(existsSync(path), false);
  await run([...args, "id=first"]);
  const again = await run([...args, "id=second"]);
  assert.equal(again.code, 1);
  assert.match(again.err, /exists already/);
  assert.equal(soundCharter(path).id, "first");
});
