import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { utf8Encode } from "./bytes.ts";
import { sha256, sha256Hex } from "./sha256.ts";

const oracle = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

// The examples of FIPS 180-4 (NIST, "SHA-256 examples") and three of NIST's CAVP short messages.
const NIST: readonly (readonly [name: string, bytes: Uint8Array, digest: string])[] = [
  [
    "empty message",
    new Uint8Array(0),
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  ],
  ["abc", utf8Encode("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "448 bits",
    utf8Encode("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  [
    "896 bits",
    utf8Encode(
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno" +
        "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
    ),
    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
  ],
  [
    "a million times a",
    new Uint8Array(1_000_000).fill(0x61),
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  ],
  [
    "CAVP 8 bits",
    Uint8Array.of(0xd3),
    "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1",
  ],
  [
    "CAVP 16 bits",
    Uint8Array.of(0x11, 0xaf),
    "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98",
  ],
  [
    "CAVP 24 bits",
    Uint8Array.of(0xb4, 0x19, 0x0e),
    "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2",
  ],
];

for (const [name, bytes, digest] of NIST) {
  test(`NIST: ${name}`, () => {
    assert.equal(sha256Hex(bytes), digest);
  });
}

test("every length around the block borders agrees with OpenSSL", () => {
  for (let length = 0; length <= 260; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
    assert.equal(sha256Hex(bytes), oracle(bytes), `length ${length}`);
  }
});

test("random bytes of random lengths agree with OpenSSL", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 1000 }), (bytes) => {
      assert.equal(sha256Hex(bytes), oracle(bytes));
    }),
    { numRuns: 500 },
  );
});

test("a view into a larger buffer is hashed as the view alone", () => {
  const whole = Uint8Array.from({ length: 300 }, (_, i) => i & 255);
  const view = whole.subarray(7, 207);
  assert.equal(sha256Hex(view), oracle(Uint8Array.from(view)));
});

test("results don't share a buffer and the argument is left alone", () => {
  const message = utf8Encode("first");
  const first = sha256(message);
  const kept = Uint8Array.from(first);
  sha256(utf8Encode("second, and longer than one block of sixty-four bytes, to use every buffer"));
  assert.deepEqual(first, kept);
  assert.deepEqual(message, utf8Encode("first"));
});
