import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert } from "@jointfund/core/base/assert.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { signatureChecks } from "../application/signature-checks.ts";
import type { Fund } from "../application/fund.ts";
import { openDemonstration } from "../scenario/open-demonstration.ts";
import { playScenario } from "../scenario/play.ts";
import { readScenario } from "../scenario/scenario-file.ts";
import { compareRates, type BenchResult } from "./bench-result.ts";
import { seconds } from "./measuring.ts";

const TEN_YEARS = fileURLToPath(new URL("../../../../scenarios/us-japan.yaml", import.meta.url));

/** Seconds that it takes to replay a fund's record, every signature verified. */
async function replaySeconds(fund: Fund): Promise<number> {
  const leaves = await fund.entries(0, fund.size);
  const start = seconds();
  let state: FundState | undefined;
  for (const [index, leaf] of leaves.entries()) {
    const replayed = replayEntry(state, leaf, {
      ...{ ...signatureChecks, index, blob: (hash) => fund.blob(hash) },
      rootAt: (size) => fund.rootAt(size),
    });
    assert(replayed.ok, "a fund's record replays");
    ({ state } = replayed.value);
  }
  return seconds() - start;
}

/**
 * Ten years of a fund played with everything that a run does, the signatures of all officers and of
 * both mirrors and every sync among it, beside the replay of what it wrote.
 */
export async function benchScenario(path: string = TEN_YEARS): Promise<readonly BenchResult[]> {
  const read = readScenario(path);
  assert(read.ok, "the scenario that comes with the program can be read");
  const data = await mkdtemp(join(tmpdir(), "jointfund-bench-"));
  try {
    const start = seconds();
    const { fund, clock } = await openDemonstration(read.value.charter, read.value.scenario, data);
    const outcome = await playScenario({ file: read.value, fund, clock });
    const played = seconds() - start;
    assert(outcome.ok, "the scenario that comes with the program plays");
    const replayed = await replaySeconds(fund);
    const entries = fund.size;
    await fund.close();
    return [
      compareRates("ten years played", "entries/s", {
        ours: entries / played,
        reference: entries / replayed,
        referenceName: `entries/s replayed with signatures (${played.toFixed(1)} s for ${entries})`,
      }),
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
