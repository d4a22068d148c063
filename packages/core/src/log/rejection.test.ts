import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Result } from "../base/result.ts";
import { testKey, verifyEd25519 } from "../../test/log-keys.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { toUtf8 } from "../../test/log-vectors.ts";
import { encodeCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { cosign, cosignatureVerifier } from "./cosignature.ts";
import { mayFollow } from "./high-water.ts";
import { leafHash } from "./merkle.ts";
import { proveConsistency, verifyConsistency, verifyInclusion } from "./merkle-proof.ts";
import {
  ed25519Signer,
  ed25519Verifier,
  encodeNote,
  parseNote,
  signNote,
  verifyNote,
} from "./note.ts";
import { parsePolicy } from "./policy.ts";
import { parseProofFile } from "./proof-file.ts";
import { LOG_REJECTION_CODES, type LogRejection, type LogRejectionCode } from "./rejection.ts";
import { TileBuilder } from "./tile-builder.ts";
import { readTile, tileHashReader } from "./tile-reader.ts";
import { decodeBundle, parseTilePath } from "./tiles.ts";
import { formatVerifierKey, parseVerifierKey, verifierKey } from "./verifier-key.ts";
import { evaluatePolicy } from "./witnessing.ts";

const [left, right] = [leafHash(toUtf8("a")), leafHash(toUtf8("b"))];
const root = left;
const seed = new Uint8Array(32).fill(61);
const log = testKey("fund.example/log", seed);
const witness = testKey("w.example", new Uint8Array(32).fill(62), 0x04);
const signer = ed25519Signer(log.key, log.sign);
const verifier = ed25519Verifier(log.key, verifyEd25519);
const checkpoint = { origin: "fund.example/log", size: 1, root };
const note = accepted(signCheckpoint(checkpoint, signer));
const bytes = encodeNote(note);
const signed = (text: string) => encodeNote(accepted(signNote(text, [signer])));
const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join("");
const claim = { oldSize: 1, oldRoot: left, size: 2, root: right };
const logLine = `log ${formatVerifierKey(log.key)}`;
const witnessLine = `witness W ${formatVerifierKey(witness.key)}`;
const policy = (...lines: string[]) => parsePolicy(toUtf8(text(...lines)));
const cosigned = encodeNote({
  ...note,
  signatures: [cosign(note.text, 1, witness.key, witness.sign)],
});
const wrongLine = [{ ...note.signatures[0]!, signature: new Uint8Array(64) }];
const nothing = () => undefined;

/** One way to reach each code, in the order of the table. */
const WAYS: readonly (readonly [LogRejectionCode, () => Result<unknown, LogRejection>])[] = [
  ["hash_length", () => verifyConsistency({ ...claim, oldRoot: new Uint8Array(31) }, [right])],
  ["index_beyond_tree", () => verifyInclusion({ index: 1, size: 1, leaf: left, root }, [])],
  ["size_shrinks", () => proveConsistency(2, 1, tileHashReader(1, nothing))],
  ["inclusion_proof_length", () => verifyInclusion({ index: 0, size: 2, leaf: left, root }, [])],
  ["inclusion_proof_mismatch", () => verifyInclusion({ index: 0, size: 1, leaf: right, root }, [])],
  ["consistency_proof_length", () => verifyConsistency(claim, [])],
  ["consistency_proof_mismatch", () => verifyConsistency(claim, [right])],
  ["empty_root_mismatch", () => encodeCheckpoint({ ...checkpoint, size: 0 })],
  ["key_name_malformed", () => verifierKey("a b", 0x01, log.key.publicKey)],
  ["verifier_key_malformed", () => parseVerifierKey("a")],
  ["verifier_key_type_unsupported", () => parseVerifierKey("a+00000000+Bg==")],
  ["verifier_key_id_mismatch", () => parseVerifierKey(`x${formatVerifierKey(log.key)}`)],
  ["note_too_long", () => parseNote(new Uint8Array(65_537))],
  ["note_not_utf8", () => parseNote(Uint8Array.of(0xff))],
  ["note_control_character", () => parseNote(toUtf8("\t\n\n"))],
  ["note_without_blank_line", () => parseNote(toUtf8("a\n"))],
  ["note_text_malformed", () => signNote("a", [signer])],
  ["note_without_signatures", () => parseNote(toUtf8("a\n\n"))],
  ["note_too_many_signatures", () => parseNote(toUtf8(`a\n\n${"x\n".repeat(65)}`))],
  ["signature_line_malformed", () => parseNote(toUtf8("a\n\nx\n"))],
  ["key_ambiguous", () => verifyNote(note, [verifier, verifier])],
  ["signature_invalid", () => verifyNote({ ...note, signatures: wrongLine }, [verifier])],
  ["signature_missing", () => verifyNote(note, [])],
  ["origin_malformed", () => encodeCheckpoint({ ...checkpoint, origin: "a b" })],
  ["origin_mismatch", () => signCheckpoint({ ...checkpoint, origin: "other" }, signer)],
  ["checkpoint_lines", () => openCheckpoint(signed("a\n"), verifier)],
  ["checkpoint_extension_lines", () => openCheckpoint(signed(`${note.text}more\n`), verifier)],
  ["checkpoint_size_malformed", () => parseCheckpoint("a\n01\nx\n")],
  ["checkpoint_root_malformed", () => parseCheckpoint("a\n1\nx\n")],
  [
    "log_signature_missing",
    () => openCheckpoint(cosigned, verifier, [cosignatureVerifier(witness.key, verifyEd25519)]),
  ],
  ["high_water_origin", () => mayFollow({ ...checkpoint, origin: "other" }, checkpoint, [])],
  ["high_water_size", () => mayFollow({ ...checkpoint, size: 2 }, checkpoint, [])],
  ["high_water_root", () => mayFollow({ ...checkpoint, root: right }, checkpoint, [])],
  ["entry_too_long", () => new TileBuilder().append(new Uint8Array(65_536))],
  ["tile_path_malformed", () => parseTilePath("tile/0/0")],
  ["tile_missing", () => readTile({ level: 0, index: 0, width: 1 }, nothing)],
  ["tile_length", () => readTile({ level: 0, index: 0, width: 1 }, () => new Uint8Array(31))],
  ["bundle_truncated", () => decodeBundle(Uint8Array.of(0), 1)],
  ["bundle_trailing_bytes", () => decodeBundle(Uint8Array.of(0), 0)],
  ["proof_file_malformed", () => parseProofFile(toUtf8("x\n\n"))],
  ["proof_file_too_long", () => parseProofFile(new Uint8Array(200_000))],
  ["policy_encoding", () => parsePolicy(Uint8Array.of(0))],
  ["policy_too_long", () => parsePolicy(new Uint8Array(65_537))],
  ["policy_line_malformed", () => policy("x")],
  ["policy_key_type", () => policy(`witness W ${formatVerifierKey(log.key)}`)],
  ["policy_duplicate_key", () => policy(logLine, logLine)],
  ["policy_duplicate_name", () => policy(witnessLine, "group W any W")],
  ["policy_reserved_name", () => policy(witnessLine, "group none any W")],
  ["policy_unknown_name", () => policy("quorum W")],
  ["policy_member_repeated", () => policy(witnessLine, "group G any W W")],
  ["policy_threshold", () => policy(witnessLine, "group G 2 W")],
  ["policy_quorum_count", () => policy()],
  [
    "policy_without_log",
    () => evaluatePolicy(accepted(policy("quorum none")), bytes, { verify: verifyEd25519 }),
  ],
  [
    "quorum_not_met",
    () =>
      evaluatePolicy(accepted(policy(logLine, witnessLine, "quorum W")), bytes, {
        verify: verifyEd25519,
      }),
  ],
];

test("[L31] every code of the table can be reached, and facts are plain values", () => {
  assert.deepEqual(
    WAYS.map(([code]) => code),
    [...LOG_REJECTION_CODES],
  );
  for (const [code, way] of WAYS) {
    const facts = refusedAs(way(), code);
    for (const value of Object.values(facts)) {
      assert.ok(["string", "number"].includes(typeof value) || Array.isArray(value), code);
    }
  }
});

test("[L31] the specification lists the same codes in the same order", () => {
  const url = new URL("../../../../docs/spec/log.md", import.meta.url);
  const rows = readFileSync(url, "utf8").matchAll(/^\| `([a-z0-9_]+)` \| \[L/gm);
  assert.deepEqual(
    [...rows].map(([, code]) => code),
    [...LOG_REJECTION_CODES],
  );
});
