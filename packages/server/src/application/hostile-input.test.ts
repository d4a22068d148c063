import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { ok } from "@jointfund/core/base/result.ts";
import { localDate, toUnixSeconds } from "@jointfund/core/calendar/date.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { cosign } from "@jointfund/core/log/cosignature.ts";
import { parseNote, type NoteSignature } from "@jointfund/core/log/note.ts";
import { foundOffice, OPENING, openMirrors, openOffice, workload } from "../../test/write-path.ts";
import { SimulatedDisk } from "../storage/simulated-disk.ts";
import type { Cosigner } from "./cosigner.ts";
import { demonstrationKey } from "./demonstration-keys.ts";
import type { Fund } from "./fund.ts";
import { openFund } from "./open-fund.ts";
import { signStatement } from "./operator.ts";
import { SimulatedClock } from "./simulated-clock.ts";

/** What an officer or a mirror sends to stop the fund, or to fill its record. */

const FUND = "us-japan";

/** A commitment that an officer has signed, with any body at all. */
function proposal(body: { readonly [field: string]: Json }): Uint8Array {
  const act: Act = {
    ...{ type: "commitment.accept", body, proposer: "us-t1", charterVersion: 1 },
    ...{ effectiveDate: localDate("2027-01-04"), basis: "policy", reason: "Test", evidence: [] },
  };
  const signer = demonstrationKey("officer us-t1");
  return encodeSigned(signStatement({ kind: "proposal", fund: FUND, act }, signer));
}

/** A text inside so many lists. */
function nested(levels: number): Json {
  let json: Json = "x";
  for (let level = 0; level < levels; level++) json = [json];
  return json;
}

test("[R15] a statement nested as deeply as may be is refused, and the fund goes on", async () => {
  const { fund } = await foundOffice();
  // {statement: {act: {body: {x: …}}}} are four levels, and 32 are allowed; a refusal adds two.
  for (const [levels, index] of [
    [26, OPENING],
    [27, undefined],
    [28, undefined],
  ] as const) {
    const receipt = await fund.submit(proposal({ x: nested(levels) }));
    assert.ok(receipt.status === "refused");
    assert.equal(receipt.rejection.code, "body_malformed");
    assert.equal(receipt.index, index, `${levels} levels`);
  }
  assert.equal(fund.size, OPENING + 1);
});

test("[R15] a value that is cut in the middle of a character is refused on record", async () => {
  const { fund } = await foundOffice();
  const receipt = await fund.submit(proposal({ currency: `${"x".repeat(79)}\u{1f600}` }));
  assert.ok(receipt.status === "refused");
  assert.equal(receipt.index, OPENING);
});

test("[R15] a refused statement that is sent again and again is recorded once", async () => {
  const { fund, disk } = await foundOffice();
  const refused = proposal({});
  for (const receipt of await fund.submitAll([refused, refused, proposal({ x: 1 }), refused])) {
    assert.equal(receipt.status, "refused");
  }
  assert.equal(fund.size, OPENING + 2);
  assert.equal((await fund.submit(refused)).index, OPENING);
  await fund.close();

  // A start remembers what the journal holds.
  const { fund: again } = await openOffice(disk.afterKill());
  assert.equal((await again.submit(refused)).index, OPENING);
  assert.equal(again.size, OPENING + 2);
});

type Forgery = (line: NoteSignature, text: string) => NoteSignature;

/** The fund with a mirror of the United States whose answers are tampered with. */
async function withHostileMirror(forge: Forgery): Promise<{ readonly fund: Fund }> {
  const disk = new SimulatedDisk();
  const founded = await foundOffice(disk);
  await founded.fund.close();
  const after = disk.afterKill();
  const clock = new SimulatedClock(workload.start);
  const [us, jp] = await openMirrors(after, clock);
  const hostile: Cosigner = {
    party: "US",
    cosign: async (request) => {
      const note = parseNote(request.checkpoint);
      const answer = await us!.cosign(request);
      return note.ok && answer.ok ? ok(forge(answer.value, note.value.text)) : answer;
    },
  };
  const { operator } = workload;
  const mirrors = [hostile, jp!];
  const fund = await openFund({ data: "/data", disk: after, clock, mirrors, operator });
  return { fund };
}

const usMirror = workload.mirrors.find(({ party }) => party === "US")!;

const signed = (line: NoteSignature, bytes: number): NoteSignature => ({
  ...{ ...line, signature: new Uint8Array(bytes) },
});

const FORGERIES: readonly (readonly [what: string, code: string, Forgery])[] = [
  ["of zeros", "cosignature_invalid", (line) => signed(line, 72)],
  ["that is too short", "cosignature_invalid", (line) => signed(line, 3)],
  ["in another name", "cosignature_of_other_key", (line) => ({ ...line, name: "x.example" })],
];

for (const [what, code, forge] of FORGERIES) {
  test(`[R30] a mirror's cosignature ${what} is left out, and the fund goes on`, async () => {
    const { fund } = await withHostileMirror(forge);
    const finality = await fund.finalise();
    assert.deepEqual(finality.cosigned, ["JP"]);
    assert.deepEqual(
      finality.refused.map(({ party, reason }) => [party, reason.code]),
      [["US", code]],
    );
    assert.equal(finality.receipt?.status, "accepted");
    assert.equal(fund.state?.trust.finalSize, 0);
    assert.equal((await fund.submit(workload.cycle(0)[0]!)).status, "accepted");
  });
}

test("[R30] a mirror's cosignature from the future waits, and the fund goes on", async () => {
  const mirrors = await openMirrors(new SimulatedDisk(), new SimulatedClock(workload.start));
  const { key } = mirrors[0]!;
  const { fund } = await withHostileMirror((_line, text) => {
    const later = toUnixSeconds(workload.start) + 3600;
    return cosign(text, later, key, (message) => usMirror.signer.sign(message));
  });
  const finality = await fund.finalise();
  assert.deepEqual(finality.cosigned, ["JP"]);
  assert.equal(finality.refused[0]?.reason.code, "cosignature_in_future");
  assert.equal((await fund.submit(workload.cycle(0)[0]!)).status, "accepted");
});
