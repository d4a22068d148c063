import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { fromHex, logVectors, toHex } from "../../test/log-vectors.ts";
import { type LogRejectionCode } from "./rejection.ts";
import {
  formatKeyId,
  formatVerifierKey,
  isKeyName,
  parseVerifierKey,
  SIGNATURE_TYPES,
  type SignatureType,
  verifierKey,
} from "./verifier-key.ts";

type Vectors = {
  verifierKeys: {
    vkey: string;
    name: string;
    keyId: string;
    type: SignatureType;
    publicKey: string;
  }[];
  refusedVerifierKeys: { why: string; vkey: string; code: LogRejectionCode }[];
};

const vectors = logVectors<Vectors>("notes");

test("[L10] verifier keys of other programs are read and written back", () => {
  for (const { vkey, name, keyId, type, publicKey } of vectors.verifierKeys) {
    const key = accepted(parseVerifierKey(vkey));
    assert.equal(key.name, name);
    assert.equal(formatKeyId(key.keyId), keyId);
    assert.equal(key.type, type);
    assert.equal(toHex(key.publicKey), publicKey);
    assert.equal(formatVerifierKey(key), vkey);
    assert.deepEqual(accepted(verifierKey(name, type, fromHex(publicKey))), key);
  }
});

describe("[L10] what is not a verifier key is refused", () => {
  for (const { why, vkey, code } of vectors.refusedVerifierKeys) {
    test(why, () => {
      refusedAs(parseVerifierKey(vkey), code);
    });
  }

  test("any part cut off, or any character changed (as Go's note_test.go)", () => {
    const { vkey } = vectors.verifierKeys[0]!;
    for (let start = 0; start < vkey.length; start++) {
      for (let end = start + 1; end <= vkey.length; end++) {
        if (end - start < vkey.length) assert.ok(!parseVerifierKey(vkey.slice(start, end)).ok);
      }
      const changed = String.fromCharCode(vkey.charCodeAt(start) + 1);
      const text = vkey.slice(0, start) + changed + vkey.slice(start + 1);
      assert.ok(!parseVerifierKey(text).ok, text);
    }
  });

  test("facts name the key id that was found and the one that is right", () => {
    const [key] = vectors.verifierKeys;
    const text = key!.vkey.replace(key!.keyId, "00000000");
    assert.deepEqual(refusedAs(parseVerifierKey(text), "verifier_key_id_mismatch"), {
      actual: "00000000",
      required: key!.keyId,
    });
  });
});

describe("[L9] key names", () => {
  test("are not empty and hold no space, plus or control character", () => {
    const spaces = [
      0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
    ];
    const controls = Array.from({ length: 0x20 }, (_, code) => code);
    for (const code of [...spaces, ...controls, 0x2b]) {
      const name = `a${String.fromCharCode(code)}b`;
      assert.ok(!isKeyName(name), code.toString(16));
      refusedAs(verifierKey(name, 1, new Uint8Array(32)), "key_name_malformed");
    }
    assert.ok(!isKeyName(""));
    assert.ok(!isKeyName("a\ud800b"));
  });

  test("may be in any script, and hold what only looks like a space", () => {
    for (const name of ["example.com/log", "財務省", "a\u200bb", "a\ufeffb", "a—b", "😀"]) {
      assert.ok(isKeyName(name), name);
    }
  });
});

test("[L10] any key under any name survives its text", () => {
  const name = fc.string({ minLength: 1, unit: "binary" }).filter(isKeyName);
  const publicKey = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const type = fc.constantFrom(...Object.values(SIGNATURE_TYPES));
  fc.assert(
    fc.property(name, publicKey, type, (someName, someKey, someType) => {
      const key = accepted(verifierKey(someName, someType, someKey));
      assert.deepEqual(accepted(parseVerifierKey(formatVerifierKey(key))), key);
    }),
  );
});

test("[L10] where a log's key is asked for, a cosigner's is refused, and inversely", () => {
  const { ed25519, cosignature } = SIGNATURE_TYPES;
  for (const { vkey, type } of vectors.verifierKeys) {
    const other = type === ed25519 ? cosignature : ed25519;
    accepted(parseVerifierKey(vkey, type));
    const facts = refusedAs(parseVerifierKey(vkey, other), "verifier_key_type_unsupported");
    assert.deepEqual(facts, { actual: `0${type}`, required: [`0${other}`] });
  }
});

test("[L10] the two types of one key have different ids", () => {
  const ids = Object.values(SIGNATURE_TYPES).map(
    (type) => accepted(verifierKey("a", type, new Uint8Array(32))).keyId,
  );
  assert.equal(new Set(ids).size, ids.length);
});
