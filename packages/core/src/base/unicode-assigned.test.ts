import assert from "node:assert/strict";
import { test } from "node:test";
import { isAssignedText } from "./unicode-assigned.ts";

test("[E6] nothing is assigned that the engine's newer Unicode doesn't know", () => {
  const unassignedHere = /\p{Cn}/u;
  let count = 0;
  for (let point = 0; point <= 0x10ffff; point++) {
    if (!isAssignedText(String.fromCodePoint(point))) continue;
    count++;
    assert.ok(!unassignedHere.test(String.fromCodePoint(point)), point.toString(16));
  }
  // "Unicode 15.0 adds 4,489 characters, for a total of 149,186 characters", besides 65 control
  // characters, 137,468 for private use and 2,048 surrogates.
  assert.equal(count, 149_186 + 65 + 137_468 + 2_048);
});

test("[E6] the table ends with Unicode 15.0", () => {
  // New in 15.0: a Kawi letter, an ideograph of extension H, the shaking face.
  for (const point of [0x11f04, 0x31350, 0x1fae8]) {
    assert.ok(isAssignedText(String.fromCodePoint(point)), point.toString(16));
  }
  // Not in it: extension I (15.1), the face with bags under eyes (16.0), a hole, a noncharacter.
  for (const point of [0x2ebf0, 0x1fae9, 0x378, 0xffff]) {
    assert.ok(!isAssignedText(`ok${String.fromCodePoint(point)}`), point.toString(16));
  }
});
