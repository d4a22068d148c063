import assert from "node:assert/strict";
import { test } from "node:test";
import { toldIn, toldParts } from "./told-text.ts";

test("[R8] a text that begins with a language's mark is read in that of the reader", () => {
  const text = "[en] Bank advice [ja] 入金通知による";
  assert.equal(toldIn(text, "en").text, "Bank advice");
  assert.equal(toldIn(text, "ja").text, "入金通知による");
  assert.deepEqual(toldIn(text, "ko"), { language: "en", text: "Bank advice" });
  assert.deepEqual(toldParts("[pt-BR] Aviso\n[en] Advice"), [
    { language: "pt-BR", text: "Aviso" },
    { language: "en", text: "Advice" },
  ]);
});

test("[R8] every other text is read as it stands", () => {
  for (const text of [
    "Bank advice",
    "See [ja] and [en] of it",
    "[EN] Bank advice",
    "[en]Bank advice",
    "[en] One [en] another",
    "[en] [ja] 入金通知",
    "[en] ",
    "",
    " [en] Bank advice",
  ]) {
    assert.deepEqual(toldParts(text), [], text);
    assert.deepEqual(toldIn(text, "ja"), { language: "", text });
  }
});
