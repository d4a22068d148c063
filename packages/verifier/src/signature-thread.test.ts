import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { verifyEd25519 } from "./native-crypto.ts";
import { SignatureThread } from "./signature-thread.ts";
import { tripleName } from "./signature-triple.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const key = new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-32));
const message = Buffer.from("a message");
const signature = new Uint8Array(sign(null, message, privateKey));
const changed = signature.with(3, signature[3]! ^ 1);

test("[V14] a triple's name is of key, message and signature, and of nothing shorter", () => {
  const names = [
    tripleName(key, message, signature),
    tripleName(key.with(0, key[0]! ^ 1), message, signature),
    tripleName(key, Buffer.from("another message"), signature),
    tripleName(key, message, changed),
  ];
  assert.equal(new Set(names).size, names.length);
  assert.equal(tripleName(key.subarray(1), message, signature), undefined);
  assert.equal(tripleName(key, message, signature.subarray(1)), undefined);
});

test("[V14] Ed25519 holds for the triple that was signed, and for no other", () => {
  assert.equal(verifyEd25519(key, message, signature), true);
  assert.equal(verifyEd25519(key, message, changed), false);
  assert.equal(verifyEd25519(key, Buffer.from("another message"), signature), false);
  assert.equal(verifyEd25519(key.subarray(1), message, signature), false);
  assert.equal(verifyEd25519(key, message, signature.subarray(1)), false);
});

test("[V14] where the second thread fails, the first does all of it", async () => {
  let verifiedHere = 0;
  const thread = new SignatureThread((...triple) => {
    verifiedHere++;
    return verifyEd25519(...triple);
  });
  const good = [new Uint8Array(1)];
  const bad = 5 as unknown as readonly Uint8Array[];
  const batches = [bad, good, good];
  const seen: (readonly Uint8Array[])[] = [];
  for await (const batch of thread.ahead(batches)) {
    seen.push(batch);
    assert.equal(thread.verify(key, message, signature), true);
    assert.equal(thread.verify(key, message, changed), false);
  }
  await thread.close();
  assert.deepEqual(seen, batches);
  assert.equal(verifiedHere, 2 * batches.length);
});
