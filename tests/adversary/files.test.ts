/** Files deleted, cut, lengthened and torn: which entry is named, and what is left unsaid. */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { BlobReader } from "@jointfund/verifier/blob-reader.ts";
import { locate } from "@jointfund/verifier/copy.ts";
import { firstFault, type Fault } from "@jointfund/verifier/fault.ts";
import type { Files } from "@jointfund/verifier/files.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import { encodeFrame } from "../../packages/server/src/storage/frame.ts";
import { makeSmallFund, type DataFiles } from "./small-fund.ts";
import {
  check,
  journalOf,
  leavesOf,
  memoryFiles,
  signedCheckpoint,
  syncedMarkOf,
  withByte,
} from "./tampering.ts";

const files = await makeSmallFund();
const leaves = leavesOf(files);
const SIZE = leaves.length;
const BUNDLE = `log/tile/entries/000.p/${SIZE}`;
const TILE = `log/tile/0/000.p/${SIZE}`;
const CHARTER = [...files.keys()].find((path) => path.startsWith("blobs/"))!;

const without = (...paths: readonly string[]): Map<string, Uint8Array> =>
  new Map([...files].filter(([path]) => !paths.includes(path)));
const withFile = (path: string, bytes: Uint8Array): DataFiles => new Map([...files, [path, bytes]]);
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts));

/** The part of the copy that anybody may fetch. */
const publishedOnly = new Map([...files].filter(([path]) => /^(log|blobs)\//.test(path)));

async function faultOf(data: DataFiles): Promise<Fault | undefined> {
  return (await check(data)).fault;
}

test("[V1] a data directory is read from its journal, a published log from bundles", async () => {
  const fund = await check(files);
  assert.deepEqual([fund.outcome, fund.source, fund.entries], ["holds", "journal", SIZE]);
  const log = await check(publishedOnly);
  assert.deepEqual([log.outcome, log.source, log.entries], ["holds", "published log", SIZE]);
  const flat = new Map(
    [...publishedOnly].map(([path, bytes]) => [path.replace(/^log\//, ""), bytes]),
  );
  assert.equal((await check(flat)).outcome, "holds");
});

test("[V11] nothing can be said of what is not there", async () => {
  const cases: readonly (readonly [string, DataFiles])[] = [
    ["directory_missing", new Map()],
    ["no_record", new Map([["readme", new Uint8Array()]])],
    ["no_entries", new Map([["journal/entries", journalOf([])]])],
    ["checkpoint_missing", new Map([["log/tile/0/000.p/1", new Uint8Array(32)]])],
    ["checkpoint_missing", without("log/checkpoint")],
    ["blob_missing", without(CHARTER)],
    ["blob_missing", new Map([...publishedOnly].filter(([path]) => path !== CHARTER))],
  ];
  for (const [code, data] of cases) {
    const { outcome, doubt, fault } = await check(data);
    assert.deepEqual([outcome, doubt?.code, fault], ["unknown", code, undefined]);
  }
});

test("[V11] a disk that cannot be read is no judgement", async () => {
  const refused: Files = {
    ...memoryFiles(files),
    read: () => {
      throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    },
  };
  const { outcome, doubt } = await verify({ directory: "/data", files: refused });
  assert.deepEqual([outcome, doubt?.code], ["unknown", "unreadable"]);
});

test("[V11] a bug of the verifier is no judgement", async () => {
  const verifySignature = (): boolean => {
    throw new Error("a bug");
  };
  const { outcome, doubt } = await verify({
    directory: "/data",
    files: memoryFiles(files),
    verifySignature,
  });
  assert.deepEqual([outcome, doubt?.code, doubt?.index], ["unknown", "replay_failed", 0]);
});

test("[V3] a published file that is missing is named by the entries that it covers", async () => {
  for (const path of [BUNDLE, TILE]) {
    const { code, index, last, facts } = (await faultOf(without(path)))!;
    assert.deepEqual([code, index, last], ["log_file_missing", 0, SIZE - 1]);
    assert.deepEqual(facts, { path: `/data/${path}` });
  }
  const log = new Map([...publishedOnly].filter(([path]) => path !== BUNDLE));
  assert.equal((await faultOf(log))?.code, "log_file_missing");
});

test("[V3] a partial file may be gone once the full one is there", async () => {
  const full = new Map(without(TILE));
  const hashes = joined(files.get(TILE)!, new Uint8Array(32 * (256 - SIZE)));
  full.set("log/tile/0/000", hashes);
  assert.equal((await check(full)).outcome, "holds");
  full.set("log/tile/0/000", hashes.subarray(0, 32 * 200));
  assert.equal((await faultOf(full))?.code, "tile_differs");
});

test("[V3] published files that are cut or lengthened are named by the entry", async () => {
  const bundle = files.get(BUNDLE)!;
  const tile = files.get(TILE)!;
  const cases: readonly (readonly [string, Uint8Array, string, number])[] = [
    [BUNDLE, bundle.subarray(0, bundle.length - 1), "bundle_damaged", SIZE - 1],
    [BUNDLE, bundle.subarray(0, 2 + leaves[0]!.length), "bundle_damaged", 1],
    [BUNDLE, new Uint8Array(), "bundle_damaged", 0],
    [BUNDLE, joined(bundle, Uint8Array.of(0)), "bundle_damaged", SIZE - 1],
    [TILE, tile.subarray(0, 32 * 4 + 5), "tile_differs", 4],
    [TILE, new Uint8Array(), "tile_differs", 0],
    [TILE, joined(tile, new Uint8Array(32)), "tile_differs", SIZE - 1],
  ];
  for (const [path, bytes, code, index] of cases) {
    const fault = await faultOf(withFile(path, bytes));
    assert.deepEqual([fault?.code, fault?.index, fault?.last], [code, index, undefined]);
  }
  const log = new Map([...publishedOnly, [BUNDLE, bundle.subarray(0, 2 + leaves[0]!.length)]]);
  const fault = await faultOf(log);
  assert.deepEqual([fault?.code, fault?.index], ["bundle_damaged", 1]);
});

test("[V2] a group that was only being written is no part of the record", async () => {
  const journal = files.get("journal/entries")!;
  const next = encodeFrame({ first: SIZE, entries: [leaves[14]!] });
  for (const bytes of [1, 35, 36, next.length - 1]) {
    const torn = joined(journal, next.subarray(0, bytes));
    const report = await check(withFile("journal/entries", torn));
    assert.equal(report.outcome, "holds", `${bytes} bytes`);
    assert.equal(report.tornAt, journal.length);
    assert.equal(report.entries, SIZE);
  }
});

test("[V2] a group that was synced is no torn one", async () => {
  const journal = files.get("journal/entries")!;
  // The last frame holds the seal alone.
  const cut = journal.subarray(0, journal.length - 1);
  const damaged = await faultOf(withFile("journal/entries", cut));
  assert.deepEqual([damaged?.code, damaged?.index], ["journal_damaged", SIZE - 1]);
  // Neither is one with a whole group behind it.
  const next = encodeFrame({ first: SIZE, entries: [leaves[13]!] });
  const broken = joined(journal, withByte(next, 60, 1), next);
  const { code, index } = (await faultOf(withFile("journal/entries", broken)))!;
  assert.deepEqual([code, index], ["journal_damaged", SIZE]);
});

test("[V2] a frame of another place or kind is damage, though its checksum is right", async () => {
  const journal = files.get("journal/entries")!;
  const misplaced = joined(journal, encodeFrame({ first: SIZE + 1, entries: [leaves[13]!] }));
  const foreign = encodeFrame({ first: SIZE, entries: [leaves[13]!] });
  foreign[0] = 0;
  const covered = joined(foreign.subarray(0, 20), foreign.subarray(36));
  foreign.set(hash("sha256", covered, "buffer").subarray(0, 16), 20);
  for (const bytes of [misplaced, joined(journal, foreign, journal.subarray(21, 2_000))]) {
    const fault = await faultOf(withFile("journal/entries", bytes));
    assert.deepEqual([fault?.code, fault?.index], ["journal_damaged", SIZE]);
  }
});

test("[V8] a journal cut at a group's end lacks entries that were signed or synced", async () => {
  for (let size = 0; size < SIZE; size++) {
    const fault = await faultOf(withFile("journal/entries", journalOf(leaves.slice(0, size))));
    assert.deepEqual([fault?.code, fault?.index], ["entries_missing", size]);
  }
  // The signed checkpoint and the mark of the signer do not go back with it; each is enough.
  const cut = new Map([...files, ["journal/entries", journalOf(leaves.slice(0, 9))]]);
  cut.set("log/checkpoint", signedCheckpoint(leaves.slice(0, 9)));
  for (const path of [BUNDLE, TILE]) cut.delete(path);
  for (const path of [`log/tile/entries/000`, `log/tile/0/000`]) cut.set(path, files.get(BUNDLE)!);
  assert.equal((await check(cut)).outcome, "broken");
  for (const keep of ["journal/synced", "signer/high-water"]) {
    const one = new Map(cut);
    for (const path of ["journal/synced", "signer/high-water", "log/checkpoint"]) {
      if (path !== keep) one.delete(path);
    }
    const fault = await faultOf(one);
    assert.deepEqual([fault?.code, fault?.index], ["entries_missing", 9], keep);
    assert.equal(fault?.facts["requiredBy"], `/data/${keep}`);
  }
});

test("[V8] a published log whose checkpoint is none is broken", async () => {
  for (const text of ["", "hello", "us-japan.example\n15\nAAAA\n\n— us-japan.example AAAA\n"]) {
    const fault = await faultOf(new Map([...publishedOnly, ["log/checkpoint", utf8Encode(text)]]));
    assert.deepEqual([fault?.code, fault?.index], ["published_checkpoint_invalid", undefined]);
  }
});

test("[V8] entries behind the checkpoint are replayed, and counted apart", async () => {
  const early = withFile("log/checkpoint", signedCheckpoint(leaves.slice(0, 6)));
  const report = await check(early);
  assert.equal(report.outcome, "holds");
  assert.deepEqual([report.published?.size, report.entries], [6, SIZE]);
});

test("[V8] the mark of the signer is of this log", async () => {
  const text = Buffer.from(files.get("signer/high-water")!).toString();
  const cases = {
    signer_mark_invalid: "hello",
    signer_mark_differs: text.replace("us-japan", "another"),
    entries_missing: text.replace(`\n${SIZE}\n`, `\n${SIZE + 1}\n`),
  };
  for (const [code, mark] of Object.entries(cases)) {
    assert.equal((await faultOf(withFile("signer/high-water", utf8Encode(mark))))?.code, code);
  }
  const root = text.split("\n")[2]!;
  const other = text.replace(root, Buffer.alloc(32, 7).toString("base64"));
  const fault = await faultOf(withFile("signer/high-water", utf8Encode(other)));
  assert.deepEqual([fault?.code, fault?.index], ["signer_mark_differs", 6]);
});

test("[V8] a journal's mark that was never written whole says nothing", async () => {
  const half = joined(
    syncedMarkOf(SIZE).subarray(0, 26),
    utf8Encode("0000000000000099 00000000\n"),
  );
  assert.equal((await check(withFile("journal/synced", half))).outcome, "holds");
  const above = await faultOf(withFile("journal/synced", syncedMarkOf(SIZE + 1)));
  assert.deepEqual([above?.code, above?.index], ["entries_missing", SIZE]);
});

test("[V4] a damaged document is never lent", () => {
  const copy = locate(memoryFiles(withFile(CHARTER, utf8Encode("other"))), "/data");
  assert.ok(!("code" in copy));
  const blobs = new BlobReader(copy);
  const name = CHARTER.slice(-64);
  assert.deepEqual([...blobs.damaged.keys()], [name]);
  assert.equal(blobs.read(name), undefined);
  assert.equal(blobs.read("../../journal/entries"), undefined);
  assert.deepEqual(blobs.takeMissing(), [name]);
});

test("[V4] a damaged document that no entry names breaks the copy, and no entry", async () => {
  const stray = `blobs/sha256/${"ab".repeat(32)}`;
  const fault = await faultOf(withFile(stray, utf8Encode("anything")));
  assert.deepEqual([fault?.code, fault?.index], ["blob_damaged", undefined]);
  // A file that was being written beside it has another name.
  assert.equal((await check(withFile(`${stray}.new`, utf8Encode("any")))).outcome, "holds");
});

test("[V7] an entry of an unknown protocol is for a newer verifier", async () => {
  const last = Buffer.from(leaves[14]!).toString().replace(`"protocol":2`, `"protocol":3`);
  const others = leaves.with(14, utf8Encode(last));
  const data = new Map([...files, ["journal/entries", journalOf(others)]]);
  // While the log says that it was published otherwise, it is simply wrong.
  assert.equal((await faultOf(data))?.code, "entry_published_differently");
  for (const path of [...data.keys()]) if (path.startsWith("log/tile")) data.delete(path);
  data.delete("log/checkpoint");
  data.delete("signer/high-water");
  const { outcome, doubt } = await check(data);
  assert.deepEqual([outcome, doubt?.code, doubt?.index], ["unknown", "protocol_unknown", 14]);
});

test("[V10] the entry is named that is wrong first, and exactly where it can be", () => {
  const at = (index?: number, last?: number): Fault => ({
    code: "tile_differs",
    facts: {},
    ...(index === undefined ? {} : { index }),
    ...(last === undefined ? {} : { last }),
  });
  const first = (...faults: readonly Fault[]): readonly unknown[] => {
    const { index, last } = firstFault(faults)!;
    return [index, last];
  };
  assert.equal(firstFault([]), undefined);
  assert.deepEqual(first(at(), at(7), at(3)), [3, undefined]);
  assert.deepEqual(first(at(0, 9), at(7)), [7, undefined]);
  assert.deepEqual(first(at(0, 5), at(7)), [0, 5]);
  assert.deepEqual(first(at(0, 9), at(4, 9)), [4, 9]);
  assert.deepEqual(first(at()), [undefined, undefined]);
});
