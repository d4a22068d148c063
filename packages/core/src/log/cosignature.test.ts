import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { testKey, verifyEd25519 } from "../../test/log-keys.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { fromHex, logVectors, toUtf8 } from "../../test/log-vectors.ts";
import { cosign, cosignatureTime, cosignatureVerifier } from "./cosignature.ts";
import { formatSignatureLine, parseNote, verifyNote } from "./note.ts";
import { formatVerifierKey, parseVerifierKey, SIGNATURE_TYPES } from "./verifier-key.ts";

type Published = {
  checkpoint: string;
  witnesses: { name: string; vkey: string; time?: number }[];
};
type Go = {
  text: string;
  checkpoint: string;
  cosigners: { vkey: string; seed: string; time: number; line: string }[];
};

const published = logVectors<Published>("cosigned-checkpoint");
const go = logVectors<Go>("signed-go");
const cosignatureKey = (name: string, byte: number) =>
  testKey(name, new Uint8Array(32).fill(byte), SIGNATURE_TYPES.cosignature);

describe("[L18] cosignatures of other programs", () => {
  test("four public witnesses on a checkpoint as it was published", () => {
    const note = accepted(parseNote(toUtf8(published.checkpoint)));
    for (const { vkey, time } of published.witnesses) {
      const key = accepted(parseVerifierKey(vkey));
      const result = verifyNote(note, [cosignatureVerifier(key, verifyEd25519)]);
      if (time === undefined) refusedAs(result, "signature_missing");
      else assert.deepEqual(accepted(result).map(cosignatureTime), [time]);
    }
  });

  test("the lines that a Go program makes are made here byte for byte", () => {
    for (const { vkey, seed, time, line } of go.cosigners) {
      const { name } = accepted(parseVerifierKey(vkey));
      const { key, sign } = testKey(name, fromHex(seed), SIGNATURE_TYPES.cosignature);
      assert.equal(formatVerifierKey(key), vkey);
      assert.equal(formatSignatureLine(cosign(go.text, time, key, sign)), line);
    }
  });
});

describe("[L18] what a cosignature covers", () => {
  const { key, sign } = cosignatureKey("w.example", 31);
  const line = cosign(go.text, 1_790_000_000, key, sign);
  const verifier = cosignatureVerifier(key, verifyEd25519);

  test("every bit of the text, the time and the signature", () => {
    assert.ok(verifier.verify(toUtf8(go.text), line.signature));
    const text = toUtf8(go.text);
    for (let bit = 0; bit < text.length * 8; bit++) {
      const changed = text.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      assert.ok(!verifier.verify(changed, line.signature), `text, bit ${bit}`);
    }
    for (let bit = 0; bit < line.signature.length * 8; bit++) {
      const changed = line.signature.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      assert.ok(!verifier.verify(text, changed), `signature, bit ${bit}`);
    }
  });

  test("not the name of the cosigner, so a key serves one name only [L19]", () => {
    const second = cosignatureKey("second.example", 31);
    const line2 = cosign(go.text, 1_790_000_000, second.key, second.sign);
    assert.deepEqual(line2.signature, line.signature);
    assert.notEqual(line2.keyId, line.keyId);
  });

  test("a plain signature of the same key over the text does not pass", () => {
    const payload = new Uint8Array(72);
    payload.set(line.signature.subarray(0, 8));
    payload.set(sign(toUtf8(go.text)), 8);
    assert.ok(!verifier.verify(toUtf8(go.text), payload));
  });
});

describe("[L19] times", () => {
  const { key, sign } = cosignatureKey("w.example", 32);
  const verifies = (time: number, notAfter?: number) => {
    const { signature } = cosign(go.text, time, key, sign);
    return cosignatureVerifier(key, verifyEd25519, notAfter).verify(toUtf8(go.text), signature);
  };

  test("one in the future does not verify where the verifier has a clock", () => {
    assert.ok(verifies(1_790_000_000));
    assert.ok(verifies(1_790_000_000, 1_790_000_000));
    assert.ok(!verifies(1_790_000_001, 1_790_000_000));
  });

  test("0 and 2^53 - 1 are times, 2^53 is none", () => {
    assert.ok(verifies(0));
    assert.ok(verifies(Number.MAX_SAFE_INTEGER));
    const line = cosign(go.text, 0, key, sign);
    const late = line.signature.slice();
    new DataView(late.buffer).setBigUint64(0, 2n ** 53n);
    assert.equal(cosignatureTime({ ...line, signature: late }), undefined);
    const always = cosignatureVerifier(key, () => true);
    assert.ok(!always.verify(toUtf8(go.text), late));
    assert.ok(always.verify(toUtf8(go.text), line.signature));
  });

  test("a payload of another length than 72 bytes does not verify", () => {
    const always = cosignatureVerifier(key, () => true);
    for (const length of [0, 8, 64, 71, 73, 76]) {
      assert.ok(!always.verify(toUtf8(go.text), new Uint8Array(length)));
    }
  });
});
