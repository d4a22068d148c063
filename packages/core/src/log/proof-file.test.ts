import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { verifyEd25519 } from "../../test/log-keys.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { fromHex, fromUtf8, logVectors, toHex, toUtf8 } from "../../test/log-vectors.ts";
import { parsePolicy } from "./policy.ts";
import { encodeProofFile, parseProofFile, type ProofFile, verifyProofFile } from "./proof-file.ts";

type Vectors = {
  accepted: { file: string; index: number; hashes: number; checkpoint: string; extra?: string }[];
  refused: { why: string; file: string; line: number }[];
};
type Go = {
  logVkey: string;
  cosigners: { vkey: string; time: number }[];
  entry: string;
  proofFile: string;
};

const vectors = logVectors<Vectors>("proof-files");
const go = logVectors<Go>("signed-go");

describe("[L26] proof files", () => {
  test("are read and written back", () => {
    for (const { file, index, hashes, checkpoint, extra } of vectors.accepted) {
      const proof = accepted(parseProofFile(toUtf8(file)));
      assert.equal(proof.index, index);
      assert.equal(proof.hashes.length, hashes);
      assert.equal(fromUtf8(proof.checkpoint), checkpoint);
      assert.equal(proof.extra && toHex(proof.extra), extra);
      assert.deepEqual(encodeProofFile(proof), toUtf8(file));
    }
  });

  for (const { why, file, line } of vectors.refused) {
    test(`are refused: ${why}`, () => {
      const facts = refusedAs(parseProofFile(toUtf8(file)), "proof_file_malformed");
      assert.equal(facts.line, line);
    });
  }

  test("have a largest size", () => {
    const proof = { index: 0, hashes: [], checkpoint: new Uint8Array(65_536) };
    accepted(parseProofFile(encodeProofFile({ ...proof, extra: new Uint8Array(64 * 1024) })));
    const long = encodeProofFile({ ...proof, extra: new Uint8Array(128 * 1024) });
    refusedAs(parseProofFile(long), "proof_file_too_long");
  });

  test("bytes that are not UTF-8 above the checkpoint are refused", () => {
    const bytes = fromHex(`63327370ff0a0a${toHex(toUtf8("test\n"))}`);
    refusedAs(parseProofFile(bytes), "proof_file_malformed");
  });
});

describe("[L27] verifying a proof file made by a Go program", () => {
  const [ust, mof, auditor, press] = go.cosigners.map(({ vkey }) => vkey);
  const policyText = (quorum: string) =>
    `log ${go.logVkey}\nwitness UST ${ust}\nwitness MOF ${mof}\nwitness AUD ${auditor}\n` +
    `witness PRESS ${press}\ngroup sovereigns all UST MOF\ngroup outsiders 1 AUD PRESS\n` +
    `group everyone all sovereigns outsiders\nquorum ${quorum}\n`;
  const policy = (quorum: string) => accepted(parsePolicy(toUtf8(policyText(quorum))));
  const proof = accepted(parseProofFile(toUtf8(go.proofFile)));
  const entry = toUtf8(go.entry);
  const options = { verify: verifyEd25519 };
  const verify = (changed: Partial<ProofFile>, of = entry, quorum = "everyone") =>
    verifyProofFile({ ...proof, ...changed }, of, policy(quorum), options);

  test("the entry is in the log, and three of four witnesses say when", () => {
    const { checkpoint, witnesses } = accepted(verify({}));
    assert.equal(checkpoint.size, 1000);
    assert.deepEqual(witnesses, [
      { name: "UST", time: 1_790_000_001 },
      { name: "MOF", time: 1_790_000_002 },
      { name: "AUD", time: 1_790_000_003 },
    ]);
  });

  test("another entry, index, hash or number of hashes is refused", () => {
    refusedAs(verify({}, toUtf8("entry 501")), "inclusion_proof_mismatch");
    refusedAs(verify({ index: 501 }), "inclusion_proof_mismatch");
    refusedAs(verify({ index: 1000 }), "index_beyond_tree");
    const changed = proof.hashes.map((hash, i) => (i === 3 ? hash.toReversed() : hash));
    refusedAs(verify({ hashes: changed }), "inclusion_proof_mismatch");
    refusedAs(verify({ hashes: proof.hashes.slice(1) }), "inclusion_proof_length");
  });

  test("a quorum that is not met is refused before anything else", () => {
    refusedAs(verify({}, entry, "PRESS"), "quorum_not_met");
    refusedAs(verify({ index: 1000 }, entry, "PRESS"), "quorum_not_met");
  });

  test("extra data is read but covered by nothing", () => {
    assert.deepEqual(accepted(verify({ extra: toUtf8("anything") })), accepted(verify({})));
  });

  test("a checkpoint that was changed is refused", () => {
    const text = fromUtf8(proof.checkpoint);
    refusedAs(
      verify({ checkpoint: toUtf8(text.replace("\n1000\n", "\n1001\n")) }),
      "signature_invalid",
    );
    refusedAs(verify({ checkpoint: toUtf8("test\n") }), "note_without_blank_line");
  });
});
