import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { testKey, verifyEd25519 } from "../../test/log-keys.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { fromHex, logVectors, toHex, toUtf8 } from "../../test/log-vectors.ts";
import { encodeCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { cosign, cosignatureVerifier } from "./cosignature.ts";
import { emptyRoot, leafHash } from "./merkle.ts";
import { ed25519Signer, ed25519Verifier, encodeNote, signNote } from "./note.ts";
import { type LogRejectionCode } from "./rejection.ts";
import { parseVerifierKey, SIGNATURE_TYPES } from "./verifier-key.ts";

type Vectors = {
  accepted: { text: string; origin: string; size: number; root: string }[];
  refused: { why: string; text: string; code: LogRejectionCode }[];
};
type Cosigned = {
  checkpoint: string;
  origin: string;
  size: number;
  root: string;
  log: string;
  witnesses: { name: string; vkey: string; time?: number }[];
};

const vectors = logVectors<Vectors>("checkpoints");
const published = logVectors<Cosigned>("cosigned-checkpoint");

describe("[L14] the text of a checkpoint", () => {
  for (const { text, origin, size, root } of vectors.accepted) {
    test(`reads ${JSON.stringify(text)}`, () => {
      const checkpoint = accepted(parseCheckpoint(text));
      assert.deepEqual({ ...checkpoint, root: toHex(checkpoint.root) }, { origin, size, root });
      if (origin.includes(" ")) refusedAs(encodeCheckpoint(checkpoint), "origin_malformed");
      else assert.equal(accepted(encodeCheckpoint(checkpoint)), text);
    });
  }
});

describe("[L4] [L11] [L14] [L15] what is not a checkpoint is refused", () => {
  for (const { why, text, code } of vectors.refused) {
    test(why, () => {
      refusedAs(parseCheckpoint(text), code);
    });
  }
});

describe("[L14] what we would not write", () => {
  const root = leafHash(toUtf8("a"));
  const good = { origin: "example.com/log", size: 1, root };

  test("an origin that is no key name", () => {
    for (const origin of ["", "a b", "a+b", "a\nb"]) {
      refusedAs(encodeCheckpoint({ ...good, origin }), "origin_malformed");
    }
  });

  test("a size that is no whole number from 0 to 2^53 - 1", () => {
    for (const size of [-1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
      refusedAs(encodeCheckpoint({ ...good, size }), "checkpoint_size_malformed");
    }
  });

  test("a root of another length, or another root than the empty one for size 0", () => {
    refusedAs(encodeCheckpoint({ ...good, root: root.slice(1) }), "hash_length");
    refusedAs(encodeCheckpoint({ ...good, size: 0 }), "empty_root_mismatch");
    accepted(encodeCheckpoint({ ...good, size: 0, root: emptyRoot() }));
  });
});

describe("[L16] opening a signed checkpoint", () => {
  const origin = "fund.example/log";
  const log = testKey(origin, new Uint8Array(32).fill(21));
  const witness = testKey("w.example", new Uint8Array(32).fill(22), SIGNATURE_TYPES.cosignature);
  const signer = ed25519Signer(log.key, log.sign);
  const verifier = ed25519Verifier(log.key, verifyEd25519);
  const witnessVerifier = cosignatureVerifier(witness.key, verifyEd25519);
  const checkpoint = { origin, size: 7, root: leafHash(toUtf8("a")) };
  const note = accepted(signCheckpoint(checkpoint, signer));

  test("one published by a public log", () => {
    const key = accepted(parseVerifierKey(published.log));
    const opened = openCheckpoint(
      toUtf8(published.checkpoint),
      ed25519Verifier(key, verifyEd25519),
    );
    const { root, ...rest } = accepted(opened).checkpoint;
    assert.deepEqual(rest, { origin: published.origin, size: published.size });
    assert.deepEqual(root, fromHex(published.root));
  });

  test("our own, without and with a cosignature", () => {
    assert.deepEqual(accepted(openCheckpoint(encodeNote(note), verifier)).checkpoint, checkpoint);
    const line = cosign(note.text, 1_790_000_000, witness.key, witness.sign);
    const bytes = encodeNote({ ...note, signatures: [...note.signatures, line] });
    const opened = accepted(openCheckpoint(bytes, verifier, [witnessVerifier]));
    assert.equal(opened.verified.length, 2);
    assert.equal(accepted(openCheckpoint(bytes, verifier)).verified.length, 1);
  });

  test("a cosignature alone does not stand for the log's signature", () => {
    const line = cosign(note.text, 1_790_000_000, witness.key, witness.sign);
    const bytes = encodeNote({ ...note, signatures: [line] });
    refusedAs(openCheckpoint(bytes, verifier, [witnessVerifier]), "log_signature_missing");
    refusedAs(openCheckpoint(bytes, verifier), "signature_missing");
  });

  test("the log's key has the origin's name", () => {
    const other = { ...checkpoint, origin: "other.example/log" };
    refusedAs(signCheckpoint(other, signer), "origin_mismatch");
    const text = accepted(encodeCheckpoint(other));
    const bytes = encodeNote(accepted(signNote(text, [signer])));
    assert.deepEqual(refusedAs(openCheckpoint(bytes, verifier), "origin_mismatch"), {
      actual: "other.example/log",
      required: origin,
    });
  });

  test("[L15] a signed extension line is refused all the same", () => {
    const bytes = encodeNote(accepted(signNote(`${note.text}extension\n`, [signer])));
    refusedAs(openCheckpoint(bytes, verifier), "checkpoint_extension_lines");
  });

  test("the text is not read before its signature is right", () => {
    const bytes = encodeNote({ ...note, text: "not a checkpoint\n" });
    refusedAs(openCheckpoint(bytes, verifier), "signature_invalid");
  });
});
