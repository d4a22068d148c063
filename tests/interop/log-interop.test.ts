/** Programs that share no code with ours accept our log, and refuse it when it was changed. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { signCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { cosign } from "@jointfund/core/log/cosignature.ts";
import { proveInclusion } from "@jointfund/core/log/merkle-proof.ts";
import { ed25519Signer, encodeNote, parseNote } from "@jointfund/core/log/note.ts";
import { encodeProofFile } from "@jointfund/core/log/proof-file.ts";
import { TileBuilder } from "@jointfund/core/log/tile-builder.ts";
import { tileHashReader } from "@jointfund/core/log/tile-reader.ts";
import { formatVerifierKey, SIGNATURE_TYPES } from "@jointfund/core/log/verifier-key.ts";
import { publicKeyPem, testKey } from "../../packages/core/test/log-keys.ts";
import { accepted } from "../../packages/core/test/log-rejections.ts";
import { toUtf8 } from "../../packages/core/test/log-vectors.ts";
import { requireTool } from "../support/require-tool.ts";
import {
  checkLogWithGo,
  checkProofWithGo,
  checkSignatureWithOpenssl,
  GO_TOOLS,
  OPENSSL_TOOLS,
} from "./outside-programs.ts";

const origin = "fund.example/log";
const log = testKey(origin, new Uint8Array(32).fill(71));
const mirrors = ["ust.example/mirror", "mof.example/mirror"].map((name, i) =>
  testKey(name, new Uint8Array(32).fill(72 + i), SIGNATURE_TYPES.cosignature),
);
const logVkey = formatVerifierKey(log.key);
const mirrorVkeys = mirrors.map(({ key }) => formatVerifierKey(key));

/** Entries of every awkward length, and with text in Japanese. */
const entryOf = (n: number) =>
  n === 3 ? new Uint8Array(65_535).fill(n) : toUtf8(n === 4 ? "" : `entry ${n} 第${n}号`);

/** Publishes a log that grew in steps, with both mirrors' cosignatures on the last checkpoint. */
function publishLog(directory: string, sizes: readonly number[]): void {
  const builder = new TileBuilder();
  mkdirSync(directory, { recursive: true });
  for (const size of sizes) {
    while (builder.size < size) accepted(builder.append(entryOf(builder.size)));
    for (const { path, bytes } of builder.takeFiles()) {
      mkdirSync(join(directory, dirname(path)), { recursive: true });
      writeFileSync(join(directory, path), bytes);
    }
    const signer = ed25519Signer(log.key, log.sign);
    const note = accepted(signCheckpoint({ origin, size, root: builder.root() }, signer));
    const lines = mirrors.map(({ key, sign }) => cosign(note.text, 1_790_000_000, key, sign));
    const cosigned = { ...note, signatures: [...note.signatures, ...lines] };
    writeFileSync(join(directory, "checkpoint"), encodeNote(cosigned));
  }
}

const SIZE = 700;
let folder: string;
let directory: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "jointfund-log-"));
  directory = join(folder, "log");
  publishLog(directory, [1, 5, 256, 257, SIZE]);
});

after(() => rmSync(folder, { recursive: true }));

describe("Go's note and tlog packages", () => {
  test("[L2] [L16] [L18] [L21] [L22] accept the log, signed and cosigned", (context) => {
    if (!requireTool(context, GO_TOOLS)) return;
    for (const cosigners of [[], mirrorVkeys]) {
      const { accepted: holds, output } = checkLogWithGo(directory, logVkey, cosigners);
      assert.ok(holds, output);
      assert.match(output, /^700 entries, root /);
    }
  });

  test("[L2] accept logs of sizes at the edges of tiles", (context) => {
    if (!requireTool(context, GO_TOOLS)) return;
    for (const size of [0, 1, 2, 255, 256, 257, 512]) {
      const other = join(folder, `size-${size}`);
      publishLog(other, [size]);
      const { accepted: holds, output } = checkLogWithGo(other, logVkey, mirrorVkeys);
      assert.ok(holds, `${size}: ${output}`);
    }
  });

  test("refuse a log in which one byte was changed, or a file is missing", (context) => {
    if (!requireTool(context, GO_TOOLS)) return;
    const copy = join(folder, "changed");
    const reasons: readonly (readonly [path: string, changed: RegExp])[] = [
      ["checkpoint", /^checkpoint: /],
      ["tile/0/000", /^tiles: tile\/8\/0\/000 is not what the entries make it/],
      ["tile/0/002.p/188", /^tiles: tile\/8\/0\/002\.p\/188 is not/],
      ["tile/1/000.p/2", /^tiles: tile\/8\/1\/000\.p\/2 is not/],
      ["tile/entries/001", /^the entries hash to /],
      ["tile/entries/002.p/188", /^the entries hash to /],
    ];
    for (const [path, reason] of reasons) {
      cpSync(directory, copy, { recursive: true });
      const bytes = readFileSync(join(copy, path));
      bytes[bytes.length - 1]! ^= 1;
      writeFileSync(join(copy, path), bytes);
      const changed = checkLogWithGo(copy, logVkey, mirrorVkeys);
      assert.ok(!changed.accepted);
      assert.match(changed.output, reason);
      rmSync(join(copy, path));
      const missing = checkLogWithGo(copy, logVkey, mirrorVkeys);
      assert.ok(!missing.accepted);
      assert.match(missing.output, /no such file/);
    }
  });

  test("refuse the log under another key, or where a cosigner named has not signed", (context) => {
    if (!requireTool(context, GO_TOOLS)) return;
    const stranger = testKey(origin, new Uint8Array(32).fill(79));
    assert.ok(!checkLogWithGo(directory, formatVerifierKey(stranger.key)).accepted);
    const absent = testKey("w.example", new Uint8Array(32).fill(78), SIGNATURE_TYPES.cosignature);
    const vkeys = [...mirrorVkeys, formatVerifierKey(absent.key)];
    assert.ok(!checkLogWithGo(directory, logVkey, vkeys).accepted);
  });

  test("[L26] [L27] accept a proof file, for its own entry only", (context) => {
    if (!requireTool(context, GO_TOOLS)) return;
    const readHash = tileHashReader(SIZE, (path) => readFileSync(join(directory, path)));
    const proofFile = join(folder, "entry.tlog-proof");
    const entryFile = join(folder, "entry");
    for (const index of [0, 3, 4, 255, 256, SIZE - 1]) {
      const hashes = accepted(proveInclusion(index, SIZE, readHash));
      const checkpoint = readFileSync(join(directory, "checkpoint"));
      const proof = { index, hashes, checkpoint, extra: toUtf8("any") };
      writeFileSync(proofFile, encodeProofFile(proof));
      writeFileSync(entryFile, entryOf(index));
      const { accepted: holds, output } = checkProofWithGo(proofFile, entryFile, logVkey);
      assert.ok(holds, `${index}: ${output}`);
      writeFileSync(entryFile, "another entry");
      assert.ok(!checkProofWithGo(proofFile, entryFile, logVkey).accepted);
    }
  });
});

describe("OpenSSL", () => {
  test("[L12] accepts the log's signature on the checkpoint, over its exact text", (context) => {
    if (!requireTool(context, OPENSSL_TOOLS)) return;
    const note = accepted(parseNote(readFileSync(join(directory, "checkpoint"))));
    const line = note.signatures.find(({ name }) => name === origin);
    assert.ok(line);
    const pem = publicKeyPem(log.key.publicKey);
    const verdict = (text: string, signature: Uint8Array) =>
      checkSignatureWithOpenssl(pem, toUtf8(text), signature);
    const right = verdict(note.text, line.signature);
    assert.ok(right.accepted, right.output);
    assert.ok(!verdict(note.text.replace("700", "701"), line.signature).accepted);
    assert.ok(!verdict(note.text, line.signature.toReversed()).accepted);
  });
});
