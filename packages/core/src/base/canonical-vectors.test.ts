import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { concatBytes, hexDecode, utf8Encode } from "./bytes.ts";
import {
  canonicalBytes,
  canonicalText,
  decodeCanonical,
  hashTagged,
  type CanonicalError,
} from "./canonical.ts";
import { CANONICAL_ERROR_CODES, decodeJson } from "./json.ts";
import { sha256Hex } from "./sha256.ts";

type Input =
  | { readonly input: string }
  | { readonly inputParts: readonly (readonly [hex: string, times: number])[] };
type ValidCase = Input & {
  readonly name: string;
  readonly rule: string;
  readonly canonical?: string;
  readonly sha256: string;
  readonly isCanonical: boolean;
};
type InvalidCase = Input & CanonicalError & { readonly name: string; readonly rule: string };
type HashCase = { readonly tag: string; readonly canonical: string; readonly sha256: string };

function vectors(name: string): unknown {
  const file = new URL(`../../../../vectors/canonical/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

const valid = vectors("valid") as { cases: readonly ValidCase[]; hashes: readonly HashCase[] };
const invalid = vectors("invalid") as { cases: readonly InvalidCase[] };

function bytesOf(from: Input): Uint8Array {
  const parts = "input" in from ? [[from.input, 1] as const] : from.inputParts;
  const pieces = parts.map(([hex, times]) => {
    const bytes = hexDecode(hex.repeat(times));
    assert.ok(bytes !== undefined, "a vector isn't hexadecimal");
    return bytes;
  });
  return concatBytes(...pieces);
}

for (const vector of valid.cases) {
  test(`[${vector.rule}] valid: ${vector.name}`, () => {
    const bytes = bytesOf(vector);
    const free = decodeJson(bytes);
    assert.ok(free.ok);
    const own = canonicalBytes(free.value);
    assert.equal(sha256Hex(own), vector.sha256);
    if (vector.canonical !== undefined) {
      assert.equal(canonicalText(free.value), vector.canonical);
      assert.deepEqual(own, utf8Encode(vector.canonical));
    }
    assert.deepEqual(decodeCanonical(own), free);

    const strict = decodeCanonical(bytes);
    if (vector.isCanonical) assert.deepEqual(strict, free);
    else assert.equal(strict.ok ? "" : strict.error.code, "not_canonical");
  });
}

for (const vector of invalid.cases) {
  test(`[${vector.rule}] invalid: ${vector.name}`, () => {
    const { code, offset, path } = vector;
    const refused = { ok: false, error: { code, offset, path } };
    const bytes = bytesOf(vector);
    assert.deepEqual(decodeCanonical(bytes), refused);
    if (code === "not_canonical") assert.ok(decodeJson(bytes).ok);
    else assert.deepEqual(decodeJson(bytes), refused);
  });
}

test("[E12] every code has an invalid vector", () => {
  const covered = new Set(invalid.cases.map(({ code }) => code));
  assert.deepEqual(covered, new Set(CANONICAL_ERROR_CODES));
});

test("[E10] [E11] hashes under every tag", () => {
  assert.equal(new Set(valid.hashes.map(({ tag }) => tag)).size, valid.hashes.length);
  for (const { tag, canonical, sha256 } of valid.hashes) {
    assert.equal(hashTagged(tag, utf8Encode(canonical)), sha256, tag);
  }
});
