import assert from "node:assert/strict";
import { test } from "node:test";
import {
  foundOffice,
  OPENING,
  openMirrors,
  openOffice,
  readEntry,
  workload,
  type Office,
} from "../../test/write-path.ts";
import type { CosignRequest } from "./cosigner.ts";
import { SimulatedClock } from "./simulated-clock.ts";

/** What the mirrors are asked, as far as the fund has published. */
async function requestOf({ fund }: Office): Promise<CosignRequest> {
  return {
    checkpoint: await fund.publish(),
    entries: (from, to) => fund.entries(from, to),
    blob: (hash) => fund.blob(hash),
  };
}

async function refusalOf(office: Office, request: CosignRequest): Promise<string> {
  const answer = await office.mirrors[0]!.cosign(request);
  return answer.ok ? "cosigned" : answer.error.code;
}

test("[R30] both mirrors cosign, the record says so, and the rules accept it", async () => {
  const office = await foundOffice();
  const { fund, disk } = office;
  const finality = await fund.finalise();
  assert.deepEqual(finality.cosigned, ["US", "JP"]);
  assert.deepEqual(finality.refused, []);
  assert.deepEqual(finality.receipt, { status: "accepted", index: OPENING });
  assert.equal(fund.state?.trust.finalSize, OPENING);
  const { statement } = await readEntry(fund, OPENING);
  assert.ok(statement.kind === "finality.record");
  assert.equal(statement.checkpoint, Buffer.from(finality.checkpoint).toString());
  // The published checkpoint is the cosigned one.
  assert.deepEqual(disk.readFile("/data/log/checkpoint"), finality.checkpoint);
  assert.match(statement.checkpoint, /— mirror-us\.example .*\n— mirror-jp\.example /);
});

test("[R31] one mirror's refusal is named, and the log isn't final", async () => {
  const office = await foundOffice();
  const { fund, disk, mirrors } = office;
  // The first has cosigned more than it is going to be shown.
  await fund.finalise();
  const ahead = disk.readFile("/mirrors/US")!;
  await fund.submitAll(workload.cycle(0));
  disk.tamper("/mirrors/US", () =>
    new TextEncoder().encode(Buffer.from(ahead).toString().replace(`\n${OPENING}\n`, "\n5000\n")),
  );
  const reopened = await openMirrors(disk, office.clock);
  const request = await requestOf(office);
  const [us, jp] = await Promise.all(reopened.map((mirror) => mirror.cosign(request)));
  assert.ok(us?.ok === false && us.error.code === "high_water_size");
  assert.ok(jp?.ok);
  assert.equal(mirrors.length, 2);
});

test("a mirror cosigns nothing whose entries it can't hash to the checkpoint's root", async () => {
  const office = await foundOffice();
  const request = await requestOf(office);
  const changed = async (from: number, to: number): Promise<readonly Uint8Array[]> => {
    const entries = await office.fund.entries(from, to);
    // A space is no change of meaning, but the bytes are not canonical any more.
    return entries.map((entry, n) =>
      from + n === 3 ? Buffer.concat([entry, Buffer.of(32)]) : entry,
    );
  };
  const swapped = async (from: number, to: number): Promise<readonly Uint8Array[]> => {
    const entries = [...(await office.fund.entries(from, to))];
    [entries[2], entries[3]] = [entries[3]!, entries[2]!];
    return entries;
  };
  const short = async (from: number, to: number): Promise<readonly Uint8Array[]> =>
    (await office.fund.entries(from, to)).slice(1);
  assert.equal(await refusalOf(office, { ...request, entries: changed }), "entry_not_reproduced");
  assert.notEqual(await refusalOf(office, { ...request, entries: swapped }), "cosigned");
  assert.equal(await refusalOf(office, { ...request, entries: short }), "entries_missing");
  // And once it is shown the truth it signs, because none of that has spoilt its copy.
  assert.equal(await refusalOf(office, request), "cosigned");
});

test("a mirror cosigns only checkpoints of its own log, signed by the log's key", async () => {
  const office = await foundOffice();
  const request = await requestOf(office);
  const text = Buffer.from(request.checkpoint).toString();
  const bytesOf = (changed: string): Uint8Array => new TextEncoder().encode(changed);
  const other = bytesOf(text.replaceAll("us-japan.example", "other.example"));
  assert.equal(await refusalOf(office, { ...request, checkpoint: other }), "signature_missing");
  const larger = bytesOf(text.replace(`\n${OPENING}\n`, `\n${OPENING - 1}\n`));
  assert.equal(await refusalOf(office, { ...request, checkpoint: larger }), "signature_invalid");
});

test("[R24] a mirror never cosigns two histories, not even after its own restart", async () => {
  const office = await foundOffice();
  const fork = await openOffice((await foundOffice()).disk.afterKill());
  await office.fund.submitAll(workload.cycle(0).slice(0, 3));
  await fork.fund.submitAll(workload.cycle(1).slice(0, 1));
  for (const restarted of [false, true]) {
    const mirrors = restarted ? await openMirrors(office.disk, office.clock) : office.mirrors;
    assert.ok((await mirrors[0]!.cosign(await requestOf(office))).ok);
    const answer = await mirrors[0]!.cosign(await requestOf(fork));
    assert.ok(!answer.ok, "the same key has signed another tree");
    await fork.fund.submitAll(workload.cycle(1).slice(1, 5));
  }
});

test("[R24] a mirror's mark is durable before its signature is out", async () => {
  const office = await foundOffice();
  const request = await requestOf(office);
  assert.ok((await office.mirrors[0]!.cosign(request)).ok);
  const mark = Buffer.from(office.disk.afterPowerLoss().readFile("/mirrors/US")!).toString();
  assert.ok(mark.startsWith(`us-japan.example\n${OPENING}\n`));
});

test("[R33] a mirror cosigns nothing that is recorded later than its own clock says", async () => {
  const office = await foundOffice();
  office.clock.advance(86_400 * 30);
  await office.fund.openDay();
  const request = await requestOf(office);
  const [late] = await openMirrors(office.disk, new SimulatedClock(workload.start));
  const answer = await late!.cosign(request);
  assert.ok(!answer.ok && answer.error.code === "recorded_in_future");
  assert.ok((await office.mirrors[0]!.cosign(request)).ok);
});
