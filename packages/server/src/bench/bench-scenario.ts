import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert } from "@jointfund/core/base/assert.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import { openDemonstration } from "../scenario/open-demonstration.ts";
import { playScenario } from "../scenario/play.ts";
import { readScenario } from "../scenario/scenario-file.ts";
import { compareRates, type BenchResult } from "./bench-result.ts";
import { seconds } from "./measuring.ts";

const TEN_YEARS = fileURLToPath(new URL("../../../../scenarios/us-japan.yaml", import.meta.url));

/**
 * Ten years of a fund played with everything that a run does, signatures of all officers and of both
 * mirrors and every sync among it, beside the offline check of what it wrote.
 */
export async function benchScenario(path: string = TEN_YEARS): Promise<readonly BenchResult[]> {
  const read = readScenario(path);
  assert(read.ok, "the scenario that comes with the program can be read");
  const data = await mkdtemp(join(tmpdir(), "jointfund-bench-"));
  try {
    const start = seconds();
    const { fund, clock } = await openDemonstration(read.value.charter, read.value.scenario, data);
    const outcome = await playScenario({ file: read.value, fund, clock });
    const entries = fund.size;
    await fund.close();
    const played = seconds() - start;
    assert(outcome.ok, "the scenario that comes with the program plays");
    const verifyStart = seconds();
    await verify({ directory: data });
    const verified = seconds() - verifyStart;
    return [
      compareRates("ten years played", "entries/s", {
        ours: entries / played,
        reference: entries / verified,
        referenceName: `entries/s verified offline (${entries} in ${played.toFixed(1)} s)`,
      }),
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
