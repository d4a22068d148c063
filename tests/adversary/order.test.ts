/**
 * Entries dropped, swapped, repeated, put in from elsewhere and back-dated, by adversaries of
 * different reach. The oracle knows only which kinds of entry state their own place.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { equalBytes } from "@jointfund/core/base/bytes.ts";
import { encodeEntry } from "@jointfund/core/fund/entry.ts";
import { entryOf as entryFor } from "@jointfund/core/fund/replay.ts";
import { instant } from "@jointfund/core/calendar/date.ts";
import type { VerifyReport } from "@jointfund/verifier/report.ts";
import { FUND, keyOf, makeSmallFund, signedBy } from "./small-fund.ts";
import { check, entryOf, leavesOf, REACHES, tampered, withText, type Reach } from "./tampering.ts";

const files = await makeSmallFund();
const leaves = leavesOf(files);
const SIZE = leaves.length;
/** Entries that the finality record in the small fund covers. */
const CONFIRMED = 6;

/** What only the operator says: it moves nothing, and its effects do not name its own place. */
const PLACELESS = new Set(["refusal", "finality.record", "day.open"]);

/** The first entry that differs from the true one. */
function firstDifferent(others: readonly Uint8Array[]): number {
  const at = others.findIndex((leaf, n) => leaves[n] === undefined || !equalBytes(leaf, leaves[n]));
  return at < 0 ? others.length : at;
}

/**
 * The first entry from there on that cannot stand where it now does, because its effects name the
 * place that it had; or nothing, if there is no such entry.
 */
function firstMisplaced(others: readonly Uint8Array[], from: number): number | undefined {
  for (let at = from; at < others.length; at++) {
    const leaf = others[at]!;
    const true_ = leaves.findIndex((each) => equalBytes(each, leaf));
    if (true_ !== at && !PLACELESS.has(entryOf(leaf).statement.kind)) return at;
  }
  return undefined;
}

/** Every reading of the report that names no entry before the change, nor one too late. */
function checkNamed(report: VerifyReport, others: readonly Uint8Array[], place: string): void {
  assert.equal(report.outcome, "broken", place);
  const { code, index, last } = report.fault!;
  // Bytes behind the last entry of a bundle are named by that entry.
  const most = code === "bundle_damaged" ? SIZE - 1 : Infinity;
  const changed = Math.min(firstDifferent(others), most);
  const misplaced = firstMisplaced(others, changed) ?? Infinity;
  if (index === undefined) {
    assert.equal(code, "published_checkpoint_invalid", place);
    assert.equal(misplaced, Infinity, place);
  } else if (last === undefined) {
    assert.ok(changed <= index && index <= misplaced, `${place}: ${code} ${index}`);
  } else {
    assert.ok(index <= changed && changed <= last, `${place}: ${code} ${index} to ${last}`);
  }
}

/** What the officers have said and what came of it, whatever the operator put between. */
function officersSaid(entries: readonly Uint8Array[]): string[] {
  return entries
    .map(entryOf)
    .filter(({ statement }) => !PLACELESS.has(statement.kind) && statement.kind !== "seal")
    .map(({ effectsHash }) => effectsHash);
}

/**
 * Verifies other entries for every reach. What only the log's key can sign may hold, but then no
 * officer's statement and no effect is another, nothing cosigned is, and the true checkpoint, held
 * elsewhere, gives it away.
 */
async function checkEveryReach(others: readonly Uint8Array[], what: string): Promise<Reach[]> {
  const held: Reach[] = [];
  for (const reach of REACHES) {
    const data = tampered(files, others, reach);
    const report = await check(data);
    const place = `${what}, ${reach}`;
    if (report.outcome !== "holds") {
      checkNamed(report, others, place);
      continue;
    }
    held.push(reach);
    assert.ok(firstDifferent(others) >= CONFIRMED, place);
    const said = officersSaid(leaves);
    assert.deepEqual(officersSaid(others), said.slice(0, officersSaid(others).length), place);
    if (reach !== "log key") {
      // Nothing that is signed covers it, and the report says so.
      assert.ok(firstDifferent(others) >= report.published!.size, place);
      assert.equal(report.entries, SIZE + 1, place);
      continue;
    }
    const { fault } = await check(data, { against: files.get("log/checkpoint")! });
    const isLonger = others.length > SIZE && firstDifferent(others) === SIZE;
    if (!isLonger) assert.match(fault?.code ?? "", /^(entries_cut_off|split_view)$/, place);
  }
  return held;
}

const without = (index: number): Uint8Array[] => leaves.filter((_, n) => n !== index);

test("[V10] a dropped entry is named", async () => {
  for (const [index, leaf] of leaves.entries()) {
    const held = await checkEveryReach(without(index), `${index} dropped`);
    const { kind } = entryOf(leaf).statement;
    const isLast = index === SIZE - 1;
    assert.deepEqual(held, isLast ? ["log key"] : [], `entry ${index}, ${kind}`);
  }
});

test("[V10] where an entry was dropped from the journal, exactly that place is named", async () => {
  for (const index of leaves.keys()) {
    const { fault } = await check(tampered(files, without(index), "journal"));
    assert.deepEqual([fault?.index, fault?.last], [index, undefined]);
  }
});

test("[V10] two swapped entries are found, and the first of them named", async () => {
  for (let a = 0; a < SIZE; a++) {
    for (let b = a + 1; b < SIZE; b++) {
      const others = leaves.slice();
      [others[a], others[b]] = [leaves[b]!, leaves[a]!];
      const held = await checkEveryReach(others, `${a} and ${b} swapped`);
      assert.deepEqual(held, [], `${a} and ${b}`);
      const { fault } = await check(tampered(files, others, "journal"));
      assert.deepEqual([fault?.index, fault?.last], [a, undefined], `${a} and ${b}`);
    }
  }
});

test("[V10] a repeated entry is found, wherever it is repeated", async () => {
  const held: string[] = [];
  for (const [index, leaf] of leaves.entries()) {
    for (const at of new Set([index + 1, SIZE])) {
      const others = leaves.toSpliced(at, 0, leaf);
      const reaches = await checkEveryReach(others, `${index} repeated at ${at}`);
      if (reaches.length > 0) held.push(`${index} at ${at}: ${reaches.join(", ")}`);
    }
  }
  // A refusal is true a second time. Nothing moves, and what is signed tells how far it goes.
  assert.deepEqual(held, ["13 at 15: journal, all files, log key"]);
});

test("[V5] an entry of another fund is refused wherever it is put in", async () => {
  const officer = "us-t1";
  for (let at = 1; at <= SIZE; at++) {
    const before = entryOf(leaves[at - 1]!);
    const signed = signedBy(
      { kind: "execution", fund: "another-fund", actId: "1".repeat(64), officer },
      [keyOf(officer)],
    );
    const foreign = encodeEntry(entryFor(signed, [], instant(before.recordedAt), 2));
    const others = leaves.toSpliced(at, 0, foreign);
    const report = await check(tampered(files, others, "log key"));
    assert.deepEqual([report.fault?.code, report.fault?.index], ["entry_refused", at]);
    assert.equal(report.fault?.facts["rejection"], "wrong_fund");
    const held = await checkEveryReach(others, `foreign entry at ${at}`);
    assert.deepEqual(held, []);
  }
});

test("[V5] a statement of this fund put in between changes all that follows", async () => {
  const officer = "jp-t1";
  const actId = "2".repeat(64);
  for (let at = 1; at < SIZE; at++) {
    const { recordedAt } = entryOf(leaves[at]!);
    const signed = signedBy({ kind: "execution", fund: FUND, actId, officer }, [keyOf(officer)]);
    const forged = encodeEntry(entryFor(signed, [], instant(recordedAt), 2));
    const held = await checkEveryReach(leaves.toSpliced(at, 0, forged), `forged at ${at}`);
    assert.deepEqual(held, []);
  }
});

test("[V5] a back-dated entry is named", async () => {
  for (let at = 1; at < SIZE; at++) {
    const { recordedAt } = entryOf(leaves[at]!);
    for (const earlier of ["2025-06-15T09:00:00Z", "2025-06-16T08:59:59Z"]) {
      const leaf = withText(
        leaves[at]!,
        `"recordedAt":"${recordedAt}"`,
        `"recordedAt":"${earlier}"`,
      );
      const others = leaves.with(at, leaf);
      for (const reach of REACHES) {
        const { outcome, fault } = await check(tampered(files, others, reach));
        const named = [outcome, fault?.index, fault?.last];
        assert.deepEqual(named, ["broken", at, undefined], `${at}, ${earlier}, ${reach}`);
      }
    }
  }
});

test("[V6] the founding's signatures in another order are another founding", async () => {
  const { signatures } = entryOf(leaves[0]!);
  const swapped = withText(
    leaves[0]!,
    JSON.stringify(signatures),
    JSON.stringify([signatures[1], signatures[0], ...signatures.slice(2)]),
  );
  // It is signed by all, but it is not the founding that the mirrors have cosigned.
  const held = await checkEveryReach(leaves.with(0, swapped), "signatures swapped");
  assert.deepEqual(held, []);
});
