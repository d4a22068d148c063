import assert from "node:assert/strict";
import { test } from "node:test";
import { addSeconds, localDate } from "@jointfund/core/calendar/date.ts";
import { decodeEntry, encodeEntry, encodeSigned } from "@jointfund/core/fund/entry.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import {
  foundOffice,
  OPENING,
  openOffice,
  readEntry,
  withoutSignature,
  workload,
} from "../../test/write-path.ts";
import { CYCLE_STATEMENTS } from "../bench/workload.ts";
import type { Disk, DiskFile } from "../ports.ts";
import { Journal } from "../storage/journal.ts";
import { SimulatedDisk } from "../storage/simulated-disk.ts";
import { StartRefused } from "../storage/start-refused.ts";
import { demonstrationKey } from "./demonstration-keys.ts";
import { FundStopped } from "./fund-stopped.ts";
import type { Fund } from "./fund.ts";
import { signStatement } from "./operator.ts";
import { SimulatedClock } from "./simulated-clock.ts";

/** A disk whose syncs of the journal wait until they are let through. */
class GatedDisk {
  readonly disk: Disk;
  readonly #waiting: (() => void)[] = [];
  shut = false;

  constructor(inner: Disk) {
    const gated = (file: DiskFile): DiskFile => ({
      ...file,
      sync: async () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        if (this.shut) this.#waiting.push(resolve);
        else resolve();
        await promise;
        await file.sync();
      },
    });
    this.disk = {
      makeDirectory: (path) => inner.makeDirectory(path),
      list: (path) => inner.list(path),
      create: (path) => inner.create(path),
      readFile: (path) => inner.readFile(path),
      rename: (from, to) => inner.rename(from, to),
      remove: (path) => inner.remove(path),
      syncDirectory: (path) => inner.syncDirectory(path),
      lock: (path) => inner.lock(path),
      open: async (path) => {
        const file = await inner.open(path);
        return file === undefined || !path.endsWith("/entries") ? file : gated(file);
      },
    };
  }

  open(): void {
    this.shut = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

const turns = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};

/** Entries of each group in the journal, in order. */
async function groupSizes(disk: SimulatedDisk): Promise<number[]> {
  const journal = await Journal.open({ disk: disk.afterKill(), directory: "/data/journal" });
  const sizes: number[] = [];
  for await (const frame of journal.frames()) sizes.push(frame.entries.length);
  return sizes;
}

test("[R21] receipts come in the order of the statements, each with its entry", async () => {
  const { fund } = await foundOffice();
  const receipts = await fund.submitAll(workload.cycle(0));
  const indexes = receipts.map((receipt) => (receipt.status === "accepted" ? receipt.index : -1));
  assert.deepEqual(
    indexes,
    Array.from({ length: CYCLE_STATEMENTS }, (_, n) => OPENING + n),
  );
  assert.equal(fund.size, OPENING + CYCLE_STATEMENTS);
  // The proposal, the five approvals and the execution are about one act.
  const acts = receipts
    .slice(0, 7)
    .map((receipt) => (receipt.status === "accepted" ? receipt.actId : undefined));
  assert.equal(new Set(acts).size, 1);
  assert.ok(fund.state?.acts.get(String(acts[0]))?.executed);
});

test("[R21] nothing is answered or seen before it is synced", async () => {
  const disk = new SimulatedDisk();
  const gate = new GatedDisk(disk);
  const { fund } = await foundOffice(disk, gate.disk);
  const before = fund.state;
  gate.shut = true;
  let answered = false;
  const receipt = fund.submit(workload.cycle(0)[0]!).then((value) => {
    answered = true;
    return value;
  });
  await turns();
  assert.equal(answered, false);
  assert.equal(fund.state, before);
  assert.equal(fund.size, OPENING);
  assert.equal(fund.rootAt(OPENING + 1), undefined);
  gate.open();
  assert.equal((await receipt).status, "accepted");
  assert.notEqual(fund.state, before);
  assert.equal(fund.size, OPENING + 1);
});

test("[R21] statements that arrive while a group is synced form the next group", async () => {
  const disk = new SimulatedDisk();
  const gate = new GatedDisk(disk);
  const { fund } = await foundOffice(disk, gate.disk);
  const [first, ...others] = workload.cycle(0);
  gate.shut = true;
  const answers = [fund.submit(first!)];
  await turns();
  for (const statement of others) {
    answers.push(fund.submit(statement));
    await turns();
  }
  gate.open();
  await Promise.all(answers);
  await fund.close();
  assert.deepEqual(await groupSizes(disk), [OPENING, 1, others.length]);
});

test("[R15] a refusal is recorded, with the statement, and replays", async () => {
  const { fund, disk } = await foundOffice();
  const [proposal, ...rest] = workload.cycle(0);
  await fund.submit(proposal!);
  const [refused, accepted] = await fund.submitAll([rest[5]!, rest[0]!]);
  assert.ok(refused?.status === "refused");
  assert.equal(refused.rejection.code, "act_not_effective");
  assert.equal(refused.index, OPENING + 1);
  assert.equal(accepted?.index, OPENING + 2);
  const { statement } = await readEntry(fund, refused.index);
  assert.ok(statement.kind === "refusal");
  assert.equal(Reflect.get(statement.rejection as object, "code"), "act_not_effective");
  await fund.close();

  const again = await openOffice(disk);
  assert.equal(again.fund.size, OPENING + 3);
});

test("[R15] what nobody enrolled has signed is refused without an entry", async () => {
  const { fund } = await foundOffice();
  const [proposal] = workload.cycle(0);
  const cases: [Uint8Array, string][] = [
    [withoutSignature(proposal!), "bad_signature"],
    [new TextEncoder().encode("{}"), "statement_malformed"],
    [new TextEncoder().encode("no json"), "json_syntax"],
    [new Uint8Array(0), "json_syntax"],
  ];
  for (const [bytes, code] of cases) {
    const receipt = await fund.submit(bytes);
    assert.ok(receipt.status === "refused", code);
    assert.equal(receipt.index, undefined);
    if (code !== "json_syntax") assert.equal(receipt.rejection.code, code);
  }
  assert.equal(fund.size, OPENING);
});

test("[R5] what is recorded is answered with its entry, also within the same group", async () => {
  const { fund } = await foundOffice();
  const [proposal] = workload.cycle(0);
  const receipts = await fund.submitAll([proposal!, proposal!]);
  assert.deepEqual(
    receipts.map(({ status, index }) => ({ status, index })),
    [
      { status: "accepted", index: OPENING },
      { status: "already", index: OPENING },
    ],
  );
  assert.deepEqual(await fund.submit(proposal!), { status: "already", index: OPENING });
  assert.equal(fund.size, OPENING + 1);
});

test("[R7] before the founding everything is refused, and nothing recorded", async () => {
  const { fund } = await openOffice(new SimulatedDisk());
  const receipt = await fund.submit(workload.cycle(0)[0]!);
  assert.ok(receipt.status === "refused");
  assert.equal(receipt.rejection.code, "not_founded");
  assert.equal(await fund.seal(), undefined);
  await fund.openDay();
  assert.equal(fund.size, 0);
});

test("[R16] a charter that is not at hand is refused without an entry, until it is", async () => {
  const { fund } = await openOffice(new SimulatedDisk());
  const missing = await fund.submit(workload.opening[0]!);
  assert.ok(missing.status === "refused");
  assert.equal(missing.rejection.code, "blob_missing");
  await fund.putBlob(workload.charter);
  assert.equal((await fund.submit(workload.opening[0]!)).status, "accepted");
});

test("[R16] a refusal that could not be replayed is not recorded", async () => {
  const { fund } = await foundOffice();
  const { charter } = fund.state!;
  const act: Act = {
    ...{ type: "charter.amend", body: { charter: "ab".repeat(32) }, proposer: "us-t1" },
    ...{ charterVersion: charter.version, effectiveDate: localDate("2027-01-04") },
    ...{ basis: "policy", reason: "Test", evidence: [] },
  };
  const statement = { kind: "proposal", fund: charter.id, act } as const;
  const signed = signStatement(statement, demonstrationKey("officer us-t1"));
  const receipt = await fund.submit(encodeSigned(signed));
  assert.ok(receipt.status === "refused");
  assert.equal(receipt.rejection.code, "blob_missing");
  assert.equal(receipt.index, undefined);
  assert.equal(fund.size, OPENING);
});

test("[R14] a later day is opened before the first statement of it", async () => {
  const { fund, clock } = await foundOffice();
  await fund.openDay();
  assert.equal(fund.size, OPENING);
  const next = addSeconds(workload.start, 86_400);
  assert.ok(next.ok);
  clock.set(next.value);
  const receipt = await fund.submit(workload.cycle(0)[0]!);
  assert.equal(receipt.index, OPENING + 1);
  const { statement, recordedAt } = await readEntry(fund, OPENING);
  assert.ok(statement.kind === "day.open");
  assert.equal(statement.date, "2027-01-05");
  assert.equal(recordedAt, next.value);
  assert.equal(fund.state?.today, "2027-01-05");

  clock.advance(86_400 * 3);
  await fund.openDay();
  assert.equal(fund.state?.today, "2027-01-08");
  assert.equal(fund.size, OPENING + 3);
});

test("[R11] a clock that runs back, even over midnight, leaves the record's time", async () => {
  const { fund, clock } = await foundOffice();
  clock.advance(100);
  const [first, second] = workload.cycle(0);
  await fund.submit(first!);
  const { recordedAt } = await readEntry(fund, OPENING);
  clock.advance(-86_400);
  await fund.submit(second!);
  assert.equal((await readEntry(fund, OPENING + 1)).recordedAt, recordedAt);
});

test("[R22] a failed sync rejects everything that waits and everything that follows", async () => {
  const { fund, disk } = await foundOffice();
  const state = fund.state;
  const [first, second, third] = workload.cycle(0);
  // The write of the group is the next call, its sync the one after.
  disk.failAt(disk.calls.length + 1, "EIO");
  const answers = await Promise.allSettled([fund.submit(first!), fund.submit(second!)]);
  for (const answer of answers) {
    assert.ok(answer.status === "rejected" && answer.reason instanceof FundStopped);
    assert.equal(Reflect.get(answer.reason.cause as object, "code"), "EIO");
  }
  assert.equal(fund.state, state);
  const isStopped = (failure: unknown): boolean => failure instanceof FundStopped;
  await assert.rejects(fund.submit(third!), isStopped);
  await assert.rejects(fund.publish(), isStopped);
  await assert.rejects(fund.seal(), isStopped);
  await assert.rejects(fund.putBlob(new Uint8Array(1)), isStopped);
});

test("[R22] a publication that fails stops the fund too", async () => {
  const { fund, disk } = await foundOffice();
  disk.failAt(disk.calls.length + 3, "ENOSPC");
  await assert.rejects(fund.publish(), (failure) => failure instanceof FundStopped);
  await assert.rejects(
    fund.submit(workload.cycle(0)[0]!),
    (failure) => failure instanceof FundStopped,
  );
});

test("[R21] after closing, nothing is taken, and what was under way was answered", async () => {
  const { fund } = await foundOffice();
  const receipt = fund.submit(workload.cycle(0)[0]!);
  await fund.close();
  assert.equal((await receipt).status, "accepted");
  await assert.rejects(fund.submit(workload.cycle(0)[1]!), /has stopped: the fund was closed/);
});

test("[R32] a seal states the state before it, and replays", async () => {
  const { fund, disk } = await foundOffice();
  const receipt = await fund.seal();
  assert.deepEqual(receipt, { status: "accepted", index: OPENING });
  const { statement } = await readEntry(fund, OPENING);
  assert.ok(statement.kind === "seal" && statement.size === OPENING);
  await fund.close();
  assert.equal((await openOffice(disk)).fund.size, OPENING + 1);
});

test("[R10] an entry is the canonical bytes of its parts, whoever has signed it", async () => {
  const { fund, clock } = await foundOffice();
  await fund.submitAll(workload.cycle(0));
  await fund.submit(workload.cycle(1)[6]!);
  clock.advance(86_400);
  await fund.seal();
  await fund.finalise();
  const kinds = new Set<string>();
  for (const leaf of await fund.entries(0, fund.size)) {
    const entry = decodeEntry(leaf);
    assert.ok(entry.ok);
    assert.deepEqual(leaf, encodeEntry(entry.value));
    kinds.add(entry.value.statement.kind);
  }
  const expected = ["founding", "proposal", "approval", "execution", "fact", "refusal"];
  assert.deepEqual([...kinds], [...expected, "day.open", "seal", "finality.record"]);
});

async function published(fund: Fund, disk: SimulatedDisk): Promise<string[]> {
  const checkpoint = await fund.publish();
  assert.deepEqual(disk.readFile("/data/log/checkpoint"), checkpoint);
  const size = fund.size;
  return ["checkpoint", `tile/0/000.p/${size}`, `tile/entries/000.p/${size}`].map((name) =>
    Buffer.from(disk.readFile(`/data/log/${name}`)!).toString("base64"),
  );
}

test("[J13] the same statements make the same record, in groups or one by one", async () => {
  const [together, apart] = [await foundOffice(), await foundOffice()];
  await together.fund.submitAll(workload.cycle(0));
  for (const statement of workload.cycle(0)) {
    await apart.fund.submit(statement);
    await apart.fund.publish();
  }
  assert.notDeepEqual(await groupSizes(together.disk), await groupSizes(apart.disk));
  // Finding out about the groups has ended both, so the record is made by new starts.
  const disks = [together.disk.afterKill(), apart.disk.afterKill()];
  const records = await Promise.all(
    disks.map(async (disk) => published((await openOffice(disk)).fund, disk)),
  );
  assert.deepEqual(records[0], records[1]);
});

test("[R24] no checkpoint is published that the mark doesn't know of", async () => {
  const clean = await foundOffice();
  const before = clean.disk.calls.length;
  await clean.fund.publish();
  const calls = clean.disk.calls.length - before;
  let publications = 0;
  for (let call = 0; call < calls; call++) {
    for (const seed of [1, 2, 3]) {
      let state = call * 10 + seed;
      const disk = new SimulatedDisk((below) => (state = (state * 29 + 13) % 4001) % below);
      const { fund } = await foundOffice(disk);
      disk.failAt(disk.calls.length + call, "power");
      await assert.rejects(fund.publish());
      const after = disk.afterPowerLoss();
      if (after.readFile("/data/log/checkpoint") === undefined) continue;
      publications++;
      const mark = Buffer.from(after.readFile("/data/signer/high-water")!).toString();
      assert.equal(mark.split("\n")[1], String(OPENING));
    }
  }
  assert.ok(publications > 0);
});

test("[J10] a start with the key of another log is refused", async () => {
  const { fund, disk } = await foundOffice();
  await fund.publish();
  await fund.close();
  disk.tamper("/data/signer/high-water", (bytes) => {
    const text = Buffer.from(bytes).toString().replace("us-japan.example", "other.example");
    return new TextEncoder().encode(text);
  });
  await assert.rejects(
    openOffice(disk),
    (failure) => failure instanceof StartRefused && failure.refusal.code === "mark_of_other_log",
  );
});

test("[R12] an entry that does not replay refuses the start, and is named", async () => {
  const { fund, disk } = await foundOffice();
  await fund.submitAll(workload.cycle(0));
  await fund.close();
  // Written over by somebody who knows the format: every checksum holds.
  const journal = await Journal.open({ disk, directory: "/data/journal" });
  const entries = await journal.entries(0, journal.size);
  await journal.close();
  const forged = entries.toSpliced(OPENING + 2, 1);
  await disk.remove("/data/journal");
  const rewritten = await Journal.open({ disk, directory: "/data/journal" });
  await rewritten.append(forged);
  await rewritten.close();
  await assert.rejects(openOffice(disk), (failure) => {
    assert.ok(failure instanceof StartRefused);
    assert.equal(failure.refusal.code, "entry_not_reproduced");
    assert.match(failure.message, /entry \d+: /);
    return true;
  });
});

test("a simulated clock stands still, steps or jumps as it is told", () => {
  const still = new SimulatedClock(workload.start);
  assert.equal(still.now(), still.now());
  const stepping = new SimulatedClock(workload.start, 5);
  assert.deepEqual(
    [stepping.now(), stepping.now()],
    ["2027-01-04T14:00:00Z", "2027-01-04T14:00:05Z"],
  );
});
