import assert from "node:assert/strict";
import { test } from "node:test";
import { harmless, harmlessJson, pageColumns, paintFor, type Terminal } from "./terminal.ts";

const terminal = (columns?: number, environment: Terminal["environment"] = {}): Terminal => ({
  out: () => undefined,
  err: () => undefined,
  isInteractive: false,
  environment,
  ...(columns === undefined ? {} : { columns }),
});

test("text from outside cannot move the cursor, clear the screen or ring the bell", () => {
  assert.equal(harmless("a\u001b[2Jb"), "ab");
  assert.equal(harmless("a\u009b2Jb\u0007\r\n"), "ab???");
  assert.equal(harmless("日米共同ファンド"), "日米共同ファンド");
});

test("JSON holds no control character as itself, and reads back the same", () => {
  const value = { reason: "a\u001b[2J\u009b\u007f\u0085 日本" };
  const text = harmlessJson(value);
  // oxlint-disable-next-line no-control-regex -- the rule is about control characters
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  assert.deepEqual(JSON.parse(text), value);
});

test("a page is as wide as its terminal, within 80 and 100", () => {
  const widths = [undefined, 40, 80, 93, 200].map((columns) => pageColumns(terminal(columns)));
  assert.deepEqual(widths, [100, 80, 80, 93, 100]);
});

test("colour is off without a terminal, with NO_COLOR, and at a dumb one", () => {
  const isPlain = (of: Terminal): boolean => paintFor(of)("bold", "a") === "a";
  assert.ok(isPlain(terminal()));
  assert.ok(isPlain(terminal(80, { NO_COLOR: "1" })));
  assert.ok(isPlain(terminal(80, { TERM: "dumb" })));
  assert.ok(!isPlain(terminal(80)));
  assert.ok(!isPlain(terminal(80, { NO_COLOR: "" })));
});
