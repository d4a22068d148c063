/**
 * Every byte of every file that the small fund leaves, changed: the verifier has to say so, and to
 * name the entry. The oracle is where the byte stands, which the formats alone decide.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import { BlobReader } from "@jointfund/verifier/blob-reader.ts";
import { locate, type Copy } from "@jointfund/verifier/copy.ts";
import { firstFault, type Fault } from "@jointfund/verifier/fault.ts";
import { RecordTree } from "@jointfund/verifier/record-tree.ts";
import type { VerifyReport } from "@jointfund/verifier/report.ts";
import { survey } from "@jointfund/verifier/survey.ts";
import { makeSmallFund, type DataFiles } from "./small-fund.ts";
import {
  check,
  entryOf,
  leavesOf,
  memoryFiles,
  REACHES,
  rememberedVerify,
  tampered,
  withByte,
} from "./tampering.ts";

const CHANGES = [0x01, 0x20, 0x80];
const SIZE = 15;
/** Entries that the finality record in the small fund covers. */
const CONFIRMED = 6;

const files = await makeSmallFund();
const leaves = leavesOf(files);
const BUNDLE = `log/tile/entries/000.p/${SIZE}`;
const TILE = `log/tile/0/000.p/${SIZE}`;

function copyOf(data: DataFiles): Copy {
  const copy = locate(memoryFiles(data), "/data");
  assert.ok(!("code" in copy));
  return copy;
}

/** What the bytes alone tell, without a replay of the entries before. */
function faultInBytes(data: DataFiles): Fault | undefined {
  const options = { published: SIZE, least: SIZE, onEntry: () => undefined };
  return firstFault(survey(copyOf(data), options).faults);
}

/** Entries [first, last] that a byte of a file belongs to. */
type Owner = { readonly end: number; readonly first: number; readonly last: number };

/** Changes each byte of a file from an offset on, and asks which entry is named. */
function checkEveryByte(path: string, from: number, owners: readonly Owner[]): void {
  const bytes = files.get(path)!;
  assert.equal(owners.at(-1)?.end, bytes.length);
  for (let at = from; at < bytes.length; at++) {
    const { first, last } = owners.find(({ end }) => at < end)!;
    for (const change of CHANGES) {
      const fault = faultInBytes(new Map([...files, [path, withByte(bytes, at, change)]]));
      const place = `${path} byte ${at} changed by ${change}`;
      const { index = -1, last: lastNamed = index } = fault ?? {};
      assert.ok(first <= index && lastNamed <= last, `${place}: ${index} to ${lastNamed}`);
    }
  }
}

/** What owns each byte of entries behind their lengths. */
function ownersInBundle(start: number, from: number, count: number): Owner[] {
  let end = start;
  return leaves.slice(from, from + count).map((leaf, n) => {
    end += 2 + leaf.length;
    return { end, first: from + n, last: from + n };
  });
}

/** What owns each byte of the journal: the heading of a group belongs to all of its entries. */
function ownersInJournal(): Owner[] {
  const bytes = Buffer.from(files.get("journal/entries")!);
  const owners: Owner[] = [];
  let first = 0;
  for (let at = 21; at < bytes.length;) {
    const count = bytes.readUInt32BE(at + 16);
    owners.push({ end: at + 36, first, last: first + count - 1 });
    owners.push(...ownersInBundle(at + 36, first, count));
    first += count;
    at = owners.at(-1)!.end;
  }
  return owners;
}

test("the small fund holds, and has all that a record has", async () => {
  const report = await check(files);
  assert.equal(report.outcome, "holds");
  assert.equal(report.entries, SIZE);
  assert.deepEqual(report.kinds, {
    founding: 1,
    proposal: 2,
    approval: 4,
    execution: 2,
    refusal: 2,
    "finality.record": 1,
    "day.open": 1,
    fact: 1,
    seal: 1,
  });
  assert.equal(report.confirmed, CONFIRMED);
});

test("[V2] every changed byte of the journal names its entry", () => {
  checkEveryByte("journal/entries", 21, ownersInJournal());
});

test("[V2] a changed byte of the journal's heading is damage, or another version", async () => {
  const bytes = files.get("journal/entries")!;
  for (let at = 0; at < 21; at++) {
    const journal = withByte(bytes, at, 0x01);
    const report = await check(new Map([...files, ["journal/entries", journal]]));
    if (at === 19) {
      assert.equal(report.doubt?.code, "journal_version_unknown");
      continue;
    }
    assert.equal(report.outcome, "broken");
    assert.equal(report.fault?.code, "journal_damaged");
    assert.equal(report.fault?.index, 0);
  }
});

test("[V3] every changed byte of the published entries names its entry", () => {
  checkEveryByte(BUNDLE, 0, ownersInBundle(0, 0, SIZE));
});

test("[V3] every changed byte of the published hashes names its entry", () => {
  const owners = leaves.map((_, n) => ({ end: (n + 1) * 32, first: n, last: n }));
  checkEveryByte(TILE, 0, owners);
});

test("[V3] without a journal changed bytes of the published entries are found too", async () => {
  const log = new Map([...files].filter(([path]) => /^(log|blobs)\//.test(path)));
  assert.equal((await check(log)).outcome, "holds");
  const bytes = files.get(BUNDLE)!;
  const owners = ownersInBundle(0, 0, SIZE);
  for (let at = 0; at < bytes.length; at++) {
    const fault = faultInBytes(new Map([...log, [BUNDLE, withByte(bytes, at, 0x01)]]));
    const owner = owners.find(({ end }) => at < end);
    assert.equal(fault?.index, owner?.first, `byte ${at}`);
  }
});

test("[V4] every changed byte of the charter is found, and the founding named", async () => {
  const [path, bytes] = [...files].find(([name]) => name.startsWith("blobs/"))!;
  for (let at = 0; at < bytes.length; at += 7) {
    const blobs = new BlobReader(copyOf(new Map([...files, [path, withByte(bytes, at, 0x20)]])));
    assert.equal(blobs.damaged.size, 1, `byte ${at}`);
  }
  const { outcome, fault } = await check(new Map([...files, [path, withByte(bytes, 100, 1)]]));
  assert.deepEqual([outcome, fault?.code, fault?.index], ["broken", "blob_damaged", 0]);
});

test("[V8] every changed byte of the checkpoint breaks it, or a cosignature", async () => {
  const bytes = files.get("log/checkpoint")!;
  for (let at = 0; at < bytes.length; at++) {
    const report = await check(new Map([...files, ["log/checkpoint", withByte(bytes, at, 1)]]));
    assert.equal(report.outcome, "broken", `byte ${at}`);
    assert.equal(report.fault?.code, "published_checkpoint_invalid", `byte ${at}`);
  }
});

test("[V8] every changed byte of the signer's mark is found", async () => {
  const bytes = files.get("signer/high-water")!;
  for (let at = 0; at < bytes.length; at++) {
    const report = await check(new Map([...files, ["signer/high-water", withByte(bytes, at, 1)]]));
    assert.equal(report.outcome, "broken", `byte ${at}`);
  }
});

/** The state before each entry, so that a changed entry is decided without those before it. */
function statesBefore(): readonly (FundState | undefined)[] {
  const states: (FundState | undefined)[] = [undefined];
  for (const [index, leaf] of leaves.entries()) {
    const replayed = replayEntry(states[index], leaf, contextAt(index));
    assert.ok(replayed.ok);
    states.push(replayed.value.state);
  }
  return states;
}

const blobs = new BlobReader(copyOf(files));
const tree = new RecordTree();
for (const leaf of leaves) tree.append(leaf);

const contextAt = (index: number) => ({
  index,
  verify: rememberedVerify,
  verifyP256: () => false,
  blob: (hash: string) => blobs.read(hash),
  rootAt: (size: number) => tree.rootAt(size),
});

type Unnoticed = { readonly index: number; readonly at: number; readonly leaf: Uint8Array };

/** The changes of single bytes that no rule refuses; the entry's time is all that nobody signs. */
function unnoticedByRules(): Unnoticed[] {
  const states = statesBefore();
  return leaves.flatMap((leaf, index) =>
    [...leaf.keys()].flatMap((at) =>
      CHANGES.flatMap((change) => {
        const changed = withByte(leaf, at, change);
        const replayed = replayEntry(states[index], changed, contextAt(index));
        return replayed.ok ? [{ index, at, leaf: changed }] : [];
      }),
    ),
  );
}

/** What is named of an entry whose time was changed: it, or the next, if that is earlier now. */
function checkNamed(report: VerifyReport, { index, at, leaf }: Unnoticed): void {
  const place = `entry ${index}, byte ${at}`;
  assert.equal(report.outcome, "broken", place);
  const { index: first = -1, last = first } = report.fault!;
  const [time, next] = [leaf, leaves[index + 1]].map((each) => each && entryOf(each).recordedAt);
  const contradicts =
    next !== undefined && (time! > next || time!.slice(0, 10) !== next.slice(0, 10));
  const isNext = contradicts && first === index + 1 && last === first;
  assert.ok(isNext || (first <= index && index <= last), `${place}: ${first} to ${last}`);
}

test("[V5] every changed byte of an entry is refused by the rules, but for its time", async () => {
  const unnoticed = unnoticedByRules();
  assert.ok(unnoticed.length > 0, "a changed second is not refused, or this test tests nothing");
  for (const changed of unnoticed) {
    const { index, at, leaf } = changed;
    const time = Buffer.from(leaf).indexOf(`"recordedAt":"`) + `"recordedAt":"`.length;
    assert.ok(at >= time && at < time + 20, `entry ${index}, byte ${at}`);
    // Without the log's key the checkpoint gives it away, though not always which entry it is.
    const other = leaves.map((each, n) => (n === index ? leaf : each));
    checkNamed(await check(tampered(files, other, "all files")), changed);
  }
});

test("[V13] with the log's key a time can be changed where no mirror has cosigned", async () => {
  let held = 0;
  for (const changed of unnoticedByRules()) {
    const { index, at, leaf } = changed;
    const other = leaves.map((each, n) => (n === index ? leaf : each));
    const data = tampered(files, other, "log key");
    const report = await check(data);
    if (report.outcome === "broken") {
      checkNamed(report, changed);
      continue;
    }
    held++;
    assert.equal(report.outcome, "holds");
    assert.ok(index >= CONFIRMED, `entry ${index} is cosigned`);
    const against = await check(data, { against: files.get("log/checkpoint")! });
    assert.equal(against.fault?.code, "split_view", `entry ${index}, byte ${at}`);
  }
  assert.ok(held > 0, "what one copy cannot show is shown here");
});

test("[V10] however far the adversary goes, the entry that was changed is named", async () => {
  for (const [index, leaf] of leaves.entries()) {
    const { recordedAt } = entryOf(leaf);
    const time = Buffer.from(leaf).indexOf(recordedAt);
    for (let n = 0; n < 5; n++) {
      const at = Math.floor(((n + 0.5) * leaf.length) / 5);
      if (at >= time && at < time + recordedAt.length) continue;
      const changed = leaves.map((each, i) => (i === index ? withByte(leaf, at, 0x01) : each));
      for (const reach of REACHES) {
        const report = await check(tampered(files, changed, reach));
        const named = [report.outcome, report.fault?.index, report.fault?.last];
        assert.deepEqual(named, ["broken", index, undefined], `${reach}, byte ${at}`);
        // All entries before it were decided again, and none behind it.
        assert.equal(report.entries, index, `${reach}, byte ${at}`);
      }
    }
  }
});
