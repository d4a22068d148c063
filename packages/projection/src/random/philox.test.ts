import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { drawId, philox4x32, uniformOf, wordOf, type Words } from "./philox.ts";

const words = (text: string): Words =>
  text.split(" ").map((word) => Number.parseInt(word, 16)) as unknown as Words;

// Random123, kat_vectors: philox4x32 10.
const KNOWN_ANSWERS: readonly (readonly [counter: string, key: string, answer: string])[] = [
  ["0 0 0 0", "0 0", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  [
    "ffffffff ffffffff ffffffff ffffffff",
    "ffffffff ffffffff",
    "408f276d 41c83b0e a20bc7c6 6d5451fd",
  ],
  [
    "243f6a88 85a308d3 13198a2e 03707344",
    "a4093822 299f31d0",
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  ],
];

test("[PJ2] Philox4x32-10 gives the known answers of Random123", () => {
  for (const [counter, key, answer] of KNOWN_ANSWERS) {
    const [k0, k1] = words(`${key} 0 0`);
    assert.deepEqual(philox4x32(words(counter), [k0, k1]), words(answer));
  }
});

test("[PJ3] a draw is told apart by the hash of its name, and its words serve four steps", () => {
  const hash = createHash("sha256").update("株式").digest();
  assert.equal(drawId("株式"), hash.readUInt32BE(0));
  const id = drawId("equity");
  for (const step of [0, 3, 4, 39]) {
    const block = philox4x32([73_412, Math.floor(step / 4), id, 0], [1, 2]);
    assert.equal(wordOf([1, 2], { path: 73_412, step, drawId: id }), block[step % 4]);
  }
});

test("[PJ4] uniforms lie between 0 and 1 and neither is reached", () => {
  assert.equal(uniformOf(0), 2 ** -33);
  assert.equal(uniformOf(2 ** 32 - 1), 1 - 2 ** -33);
  assert.equal(uniformOf(2 ** 31 - 1) + uniformOf(2 ** 31), 1);
});
