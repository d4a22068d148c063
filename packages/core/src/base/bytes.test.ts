import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  base64Decode,
  base64Encode,
  concatBytes,
  equalBytes,
  hexDecode,
  hexEncode,
  utf8Decode,
  utf8Encode,
} from "./bytes.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What the engine's strict decoder says: the text, or undefined. */
function oracleDecode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function ourDecode(bytes: Uint8Array): string | undefined {
  const text = utf8Decode(bytes);
  return text.ok ? text.value : undefined;
}

const buffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

test("UTF-8 of well-formed text agrees with the engine, both ways", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60, size: "max" }),
    fc.string({ unit: "grapheme", maxLength: 60, size: "max" }),
    fc.string({ maxLength: 60, size: "max" }),
  );
  fc.assert(
    fc.property(text, (text) => {
      const bytes = utf8Encode(text);
      assert.deepEqual(buffer(bytes), Buffer.from(text, "utf8"));
      assert.equal(ourDecode(bytes), text);
    }),
    { numRuns: 300 },
  );
});

test("every code point is written and read as the engine does", () => {
  for (let point = 0; point <= 0x10ffff; point += point < 0x11000 ? 1 : 61) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const text = String.fromCodePoint(point);
    const bytes = utf8Encode(text);
    assert.ok(equalBytes(bytes, Buffer.from(text, "utf8")), point.toString(16));
    assert.equal(ourDecode(bytes), text);
  }
});

test("short sequences, and longer ones at the borders, are judged as the engine does", () => {
  const border = [
    0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0,
  ].concat([0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff]);
  const agree = (...bytes: readonly number[]): void => {
    const sequence = Uint8Array.from(bytes);
    assert.equal(ourDecode(sequence), oracleDecode(sequence), hexEncode(sequence));
  };
  for (let a = 0; a < 256; a++) {
    agree(a);
    for (let b = 0; b < 256; b++) agree(a, b);
  }
  for (const a of border) {
    for (const b of border) {
      for (const c of [0x41, 0x7f, 0x80, 0xbf, 0xc0]) {
        agree(a, b, c);
        if (a >= 0xf0) for (const d of [0x7f, 0x80, 0xbf, 0xc0]) agree(a, b, c, d);
      }
    }
  }
});

test("a broken sequence anywhere is refused at its first byte", () => {
  const broken = [[0x80], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe3, 0x81]];
  for (const sequence of broken) {
    for (let before = 0; before < 20; before++) {
      for (const after of [0, 1, 9]) {
        const bytes = Uint8Array.from([
          ...Array<number>(before).fill(0x61),
          ...sequence,
          ...Array<number>(after).fill(0x62),
        ]);
        assert.deepEqual(utf8Decode(bytes), { ok: false, error: { offset: before } });
      }
    }
  }
});

test("random bytes are judged as the engine does", () => {
  const likely = fc.uint8Array({ maxLength: 40, size: "max" });
  const nearly = fc.tuple(fc.string({ unit: "binary", minLength: 1 }), fc.nat(), fc.nat(255));
  fc.assert(
    fc.property(likely, nearly, (bytes, [text, place, byte]) => {
      assert.equal(ourDecode(bytes), oracleDecode(bytes));
      const changed = utf8Encode(text);
      changed[place % changed.length] = byte;
      assert.equal(ourDecode(changed), oracleDecode(changed));
    }),
    { numRuns: 2000 },
  );
});

test("a byte order mark is kept", () => {
  assert.equal(ourDecode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)), "\ufeffa");
});

test("hexadecimal and base64 agree with Buffer, both ways", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100, size: "max" }), (bytes) => {
      assert.equal(hexEncode(bytes), buffer(bytes).toString("hex"));
      assert.equal(base64Encode(bytes), buffer(bytes).toString("base64"));
      assert.deepEqual(hexDecode(hexEncode(bytes)), bytes);
      assert.deepEqual(base64Decode(base64Encode(bytes)), bytes);
    }),
  );
});

test("text is hexadecimal or base64 only if it is the spelling of its bytes", () => {
  const characters = fc.constantFrom(...Array.from("AZaz09+/=-_ \nfF\u0141é"));
  const text = fc.string({ unit: characters, maxLength: 8, size: "max" });
  let accepted = 0;
  fc.assert(
    fc.property(text, (text) => {
      const fromBase64 = Buffer.from(text, "base64");
      const isBase64 = fromBase64.toString("base64") === text;
      assert.deepEqual(base64Decode(text), isBase64 ? Uint8Array.from(fromBase64) : undefined);
      const fromHex = Buffer.from(text, "hex");
      const isHex = fromHex.toString("hex") === text;
      assert.deepEqual(hexDecode(text), isHex ? Uint8Array.from(fromHex) : undefined);
      if (isBase64 || isHex) accepted++;
    }),
    { numRuns: 5000 },
  );
  assert.ok(accepted > 100, `only ${accepted} texts were accepted`);
});

test("base64 in every wrong form is refused", () => {
  const texts = [
    "=",
    "==",
    "====",
    "A===",
    "AA=A",
    "AB==",
    "AAB=",
    "AA==AAAA",
    "AA",
    "AAA",
    "AA==\n",
  ];
  for (const text of texts) assert.equal(base64Decode(text), undefined, JSON.stringify(text));
});

test("bytes are joined and compared", () => {
  const [a, b] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
  assert.deepEqual(concatBytes(a, new Uint8Array(0), b), Uint8Array.of(1, 2, 3));
  assert.deepEqual(concatBytes(), new Uint8Array(0));
  assert.ok(equalBytes(a, Uint8Array.of(1, 2)));
  assert.ok(!equalBytes(a, Uint8Array.of(1, 3)));
  assert.ok(!equalBytes(a, Uint8Array.of(1)));
});
