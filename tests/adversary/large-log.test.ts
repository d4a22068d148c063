/**
 * A log of more than 20,000 entries: random changes by a seed that is printed, the tiles above the
 * leaves, the second thread, and how fast it all is beside bare Ed25519.
 */
import assert from "node:assert/strict";
import { hash, verify as verifyRaw, createPublicKey } from "node:crypto";
import { test } from "node:test";
import { decide } from "@jointfund/core/fund/decide.ts";
import { dateOf } from "@jointfund/core/calendar/date.ts";
import { decodeSigned, encodeEntry, encodeSigned } from "@jointfund/core/fund/entry.ts";
import { evolve } from "@jointfund/core/fund/evolve.ts";
import { entryOf } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { signCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { ed25519Signer, encodeNote } from "@jointfund/core/log/note.ts";
import { TileBuilder } from "@jointfund/core/log/tile-builder.ts";
import { nativeSha256, verifyEd25519 } from "@jointfund/verifier/native-crypto.ts";
import type { VerifyReport } from "@jointfund/verifier/report.ts";
import { tripleName } from "@jointfund/verifier/signature-triple.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import { demonstrationKey } from "../../packages/server/src/application/demonstration-keys.ts";
import { logVerifierKey } from "../../packages/server/src/application/open-fund.ts";
import { createWorkload } from "../../packages/server/src/bench/workload.ts";
import { encodeFrame } from "../../packages/server/src/storage/frame.ts";
import { signedBy, type DataFiles } from "./small-fund.ts";
import { memoryFiles, syncedMarkOf, withByte } from "./tampering.ts";

const LEAST = 20_000;
const GROUP = 128;
const SEED = Number(process.env["JOINTFUND_SEED"] ?? Date.now() % 1_000_000);

const workload = createWorkload();
const charterName = hash("sha256", workload.charter);

/** Triples that were verified once: everything in the honest log. */
const honest = new Set<string>();

/** Capital calls with which the log begins: proposals, approvals, executions, receipts. */
const CALLS = 150;
const REPORTER = "jp-t1";
const reporterKey = demonstrationKey(`officer ${REPORTER}`);

/** One more declared interest: the cheapest entry that changes something. */
function declaration(fund: string, n: number): Uint8Array {
  const act: Act = {
    ...{ type: "conflict.declare", proposer: REPORTER, charterVersion: 1, basis: "commercial" },
    body: { holder: REPORTER, concern: `company-${n}`, nature: "Shares" },
    effectiveDate: dateOf(workload.start),
    ...{ reason: "For the test", evidence: [] },
  };
  return encodeSigned(signedBy({ kind: "fact", fund, act }, [reporterKey]));
}

/** Capital calls, and then declarations, all on one day. */
function makeLeaves(): Uint8Array[] {
  const leaves: Uint8Array[] = [];
  let state: FundState | undefined;
  const record = (bytes: Uint8Array): void => {
    const signed = decodeSigned(bytes);
    assert.ok(signed.ok);
    const effects = decide(state, signed.value, {
      recordedAt: workload.start,
      index: leaves.length,
      // They were signed a moment ago; the test verifies them in a thread of its own.
      verify: (key, message, signature) => {
        honest.add(tripleName(key, message, signature)!);
        return true;
      },
      verifyP256: () => false,
      blob: (name) => (name === charterName ? workload.charter : undefined),
      rootAt: () => undefined,
    });
    assert.ok(effects.ok);
    leaves.push(encodeEntry(entryOf(signed.value, effects.value, workload.start, 2)));
    state = evolve(state, effects.value, workload.start);
  };
  for (const statement of workload.opening) record(statement);
  for (let n = 0; n < CALLS; n++) for (const statement of workload.cycle(n)) record(statement);
  for (let n = 0; leaves.length < LEAST; n++) record(declaration(state!.charter.id, n));
  return leaves;
}

const leaves = makeLeaves();

function journalOf(entries: readonly Uint8Array[]): Uint8Array {
  const frames = [Buffer.from("jointfund/journal/v1\n")];
  for (let first = 0; first < entries.length; first += GROUP) {
    const group = entries.slice(first, first + GROUP);
    frames.push(Buffer.from(encodeFrame({ first, entries: group })));
  }
  return new Uint8Array(Buffer.concat(frames));
}

/** The files of a log of those entries, published and signed. */
function filesOf(entries: readonly Uint8Array[]): DataFiles {
  const builder = new TileBuilder(nativeSha256);
  for (const leaf of entries) builder.append(leaf);
  const { name, signer } = workload.operator.log;
  const checkpoint = { origin: name, size: builder.size, root: builder.root() };
  const logSigner = ed25519Signer(logVerifierKey(workload.operator.log), (message) =>
    signer.sign(message),
  );
  const note = signCheckpoint(checkpoint, logSigner);
  assert.ok(note.ok);
  return new Map([
    [`blobs/sha256/${charterName}`, workload.charter],
    ["journal/entries", journalOf(entries)],
    ["journal/synced", syncedMarkOf(entries.length)],
    ["log/checkpoint", encodeNote(note.value)],
    ...builder.takeFiles().map(({ path, bytes }) => [`log/${path}`, bytes] as const),
  ]);
}

const files = filesOf(leaves);
/** Enough for a second thread and for a tile above the leaves, where all would only take longer. */
const early = leaves.slice(0, 2_600);
const earlyFiles = filesOf(early);

/** Verifies without looking at the same honest signatures again and again. */
function check(data: DataFiles): Promise<VerifyReport> {
  return verify({
    directory: "/data",
    files: memoryFiles(data),
    verifySignature: (key, message, signature) =>
      honest.has(tripleName(key, message, signature) ?? "") ||
      verifyEd25519(key, message, signature),
  });
}

/** Verifies as the command does. */
const checkAll = (data: DataFiles): Promise<VerifyReport> =>
  verify({ directory: "/data", files: memoryFiles(data) });

/** Mulberry32: small, and the same everywhere. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return Math.floor((((word ^ (word >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** How long it takes to verify that many signatures over an entry's bytes, and nothing else. */
function secondsOfBareEd25519(count: number): number {
  const { publicKey, sign } = workload.operator.signer;
  const prefix = Buffer.from("302a300506032b6570032100", "hex");
  const der = Buffer.concat([prefix, publicKey]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  const message = leaves[100]!;
  const signature = sign(message);
  const start = performance.now();
  for (let n = 0; n < count; n++) assert.ok(verifyRaw(null, message, key, signature));
  return (performance.now() - start) / 1_000;
}

test("[V14] a large log holds, in two threads", async (t) => {
  assert.ok(leaves.length >= LEAST);
  const start = performance.now();
  const report = await checkAll(files);
  const seconds = (performance.now() - start) / 1_000;
  assert.deepEqual([report.outcome, report.entries], ["holds", leaves.length]);
  assert.equal(report.signatures, honest.size);
  const sample = 2_000;
  const bare = sample / secondsOfBareEd25519(sample);
  const pace = leaves.length / seconds;
  t.diagnostic(
    `${leaves.length} entries in ${seconds.toFixed(2)} s: ${pace.toFixed(0)} entries/s; ` +
      `bare Ed25519 ${bare.toFixed(0)}/s in one thread; ratio ${(pace / bare).toFixed(2)}`,
  );
});

test("[V14] what the second thread has not verified is verified by the first", async () => {
  const random = generator(SEED);
  const index = 1_000 + random(1_000);
  const text = Buffer.from(early[index]!).toString();
  const at = text.indexOf(`"signature":"`) + `"signature":"`.length + random(80);
  const other = text[at] === "A" ? "B" : "A";
  const forged = Buffer.from(text.slice(0, at) + other + text.slice(at + 1));
  const entries = early.with(index, new Uint8Array(forged));
  const data = new Map([...earlyFiles].filter(([path]) => !path.startsWith("log/")));
  data.set("journal/entries", journalOf(entries));
  const { fault } = await checkAll(data);
  assert.deepEqual([fault?.code, fault?.index], ["entry_refused", index], `seed ${SEED}`);
  assert.equal(fault?.facts["rejection"], "bad_signature");
});

test("[V2] random changes of the journal are named, by a seed", async (t) => {
  t.diagnostic(`seed ${SEED} (JOINTFUND_SEED)`);
  const random = generator(SEED);
  for (let n = 0; n < 3; n++) {
    const index = random(leaves.length);
    const leaf = leaves[index]!;
    const at = random(leaf.length);
    const changed = leaves.with(index, withByte(leaf, at, 1 + random(255)));
    // Half of the adversaries make the checksums fit.
    const data = new Map(files);
    if (n % 2 === 0) data.set("journal/entries", journalOf(changed));
    else data.set("journal/entries", withChangedLeaf(index, changed[index]!));
    const { outcome, fault } = await check(data);
    const named = [outcome, fault?.index, fault?.last];
    assert.deepEqual(named, ["broken", index, undefined], `seed ${SEED}, change ${n}`);
  }
});

/** The journal with other bytes of an entry where they stand, and nothing else. */
function withChangedLeaf(index: number, leaf: Uint8Array): Uint8Array {
  const journal = files.get("journal/entries")!.slice();
  const at = Buffer.from(journal).indexOf(leaves[index]!);
  journal.set(leaf, at);
  return journal;
}

test("[V3] random changes of the published files are named, by a seed", async () => {
  const random = generator(SEED + 1);
  const published = [...earlyFiles.keys()].filter((path) => path.startsWith("log/tile/"));
  for (let n = 0; n < 12; n++) {
    const path = published[random(published.length)]!;
    const bytes = earlyFiles.get(path)!;
    const at = random(bytes.length);
    const data = new Map([...earlyFiles, [path, withByte(bytes, at, 1 + random(255))]]);
    const { outcome, fault } = await check(data);
    const place = `seed ${SEED}, ${path} byte ${at}`;
    assert.equal(outcome, "broken", place);
    const [, kind = "", tile = ""] = /^log\/tile\/(\w+)\/(\d{3})/.exec(path) ?? [];
    const span = kind === "entries" ? 1 : 256 ** Number(kind);
    const first = Number(tile) * 256 * span;
    const { index = -1, last = index } = fault!;
    assert.ok(first <= index && last < first + 256 * span, place);
    if (kind !== "entries") assert.equal(index, first + Math.floor(at / 32) * span, place);
  }
});

test("[V3] a tile above the leaves that is wrong is named by what it covers", async () => {
  const path = `log/tile/1/000.p/${Math.floor(early.length / 256)}`;
  const bytes = earlyFiles.get(path)!;
  const cases: readonly (readonly [Uint8Array | undefined, string, number, number])[] = [
    [undefined, "log_file_missing", 0, (bytes.length / 32) * 256 - 1],
    [bytes.subarray(0, 32 * 4), "tile_differs", 1_024, 1_279],
    [withByte(bytes, 32 * 9 + 5, 1), "tile_differs", 2_304, 2_559],
  ];
  for (const [tile, code, index, last] of cases) {
    const data = new Map(earlyFiles);
    if (tile === undefined) data.delete(path);
    else data.set(path, tile);
    const { fault } = await check(data);
    assert.deepEqual([fault?.code, fault?.index, fault?.last], [code, index, last]);
  }
});
