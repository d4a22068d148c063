import assert from "node:assert/strict";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { decodeEntry, decodeSigned, encodeSigned, type Entry } from "@jointfund/core/fund/entry.ts";
import type { SignedStatement } from "@jointfund/core/governance/statement.ts";
import { DemonstrationMirror } from "../src/application/demonstration-mirror.ts";
import type { Fund } from "../src/application/fund.ts";
import { logVerifierKey, openFund } from "../src/application/open-fund.ts";
import { SimulatedClock } from "../src/application/simulated-clock.ts";
import { createWorkload } from "../src/bench/workload.ts";
import type { Disk } from "../src/ports.ts";
import { SimulatedDisk } from "../src/storage/simulated-disk.ts";

// A founded fund on a simulated disk and clock, for the tests of the write path.

export const DATA = "/data";
export const workload = createWorkload();
/** The first entry behind the opening; it is the first call's proposal in `workload.cycle(0)`. */
export const OPENING = workload.opening.length;

export type Office = {
  readonly fund: Fund;
  readonly disk: SimulatedDisk;
  readonly clock: SimulatedClock;
  readonly mirrors: readonly DemonstrationMirror[];
};

export async function openMirrors(
  disk: Disk,
  clock: SimulatedClock,
): Promise<DemonstrationMirror[]> {
  return Promise.all(
    workload.mirrors.map(({ party, name, signer }) =>
      DemonstrationMirror.open({
        ...{ party, name, signer, disk, clock },
        log: logVerifierKey(workload.operator.log),
        markFile: `/mirrors/${party}`,
      }),
    ),
  );
}

/** Opens the fund that is on the disk. `through` may wrap the disk as the fund sees it. */
export async function openOffice(
  disk: SimulatedDisk,
  clock = new SimulatedClock(workload.start),
  through: Disk = disk,
): Promise<Office> {
  const mirrors = await openMirrors(disk, clock);
  const { operator } = workload;
  const fund = await openFund({ data: DATA, disk: through, clock, mirrors, operator });
  return { fund, disk, clock, mirrors };
}

/** A fund that is founded and has its commitments. */
export async function foundOffice(
  disk = new SimulatedDisk(),
  through: Disk = disk,
): Promise<Office> {
  const office = await openOffice(disk, undefined, through);
  await office.fund.putBlob(workload.charter);
  for (const receipt of await office.fund.submitAll(workload.opening)) {
    assert.equal(receipt.status, "accepted", JSON.stringify(receipt));
  }
  return office;
}

export async function readEntry(fund: Fund, index: number): Promise<Entry> {
  const [leaf] = await fund.entries(index, index + 1);
  const entry = decodeEntry(leaf!);
  assert.ok(entry.ok);
  return entry.value;
}

/** The same statement, with another signature by nobody. */
export function withoutSignature(bytes: Uint8Array): Uint8Array {
  const signed = decodeSigned(bytes);
  assert.ok(signed.ok);
  const signature = base64Encode(new Uint8Array(64));
  const signatures = signed.value.signatures.map((it) => ({ ...it, signature }));
  return encodeSigned({ ...signed.value, signatures } satisfies SignedStatement);
}
