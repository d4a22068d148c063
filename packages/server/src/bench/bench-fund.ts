import { fileURLToPath } from "node:url";
import { assert } from "@jointfund/core/base/assert.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { simplifiedProgram } from "@jointfund/projection/kernel/simplified-program.ts";
import { KernelThreads } from "../projection/kernel-threads.ts";
import { readProjection } from "../projection/projection-input.ts";
import { runProjection } from "../projection/run-projection.ts";
import { type BenchResult, compareRates } from "./bench-result.ts";
import { seconds } from "./measuring.ts";
import { type NumpyFund, NumpyProcess } from "./numpy-process.ts";

const CHARTER = new URL("../../../../charters/us-japan.yaml", import.meta.url);
/** Ten years of quarters. */
const YEARS = 10;

export type FundBenchOptions = {
  readonly paths: number;
  /** Numpy is asked for fewer, in whole blocks of its own: its time grows with them alone. */
  readonly numpyPaths: number;
  readonly turns: number;
  readonly threads: number;
};

/** The whole charter of the US-Japan fund with its assumptions. */
export function benchedFund(): FundModel {
  const input = readProjection({
    charter: fileURLToPath(CHARTER),
    ...{ settings: [], stresses: [], years: YEARS, seed: "bench" },
  });
  assert(input.ok, "the example charter is projected");
  return input.value.model;
}

/** The same program as numpy's script reads it. */
export function numpyFund({ program, inputs }: FundModel, paths: number, seed: number): NumpyFund {
  return {
    ...{ kind: "fund", program: simplifiedProgram(program), steps: inputs.steps, paths, seed },
    parameters: inputs.parameters,
    schedules: [...inputs.schedules],
    tables: inputs.tables.map((table) => [...table]),
    opening: inputs.opening,
  };
}

/**
 * Quarters of paths a second of the whole charter, beside the same program in numpy: without what
 * is told of them, and with all outcomes, as `jointfund project` collects them.
 */
export async function benchFund(options: FundBenchOptions): Promise<readonly BenchResult[]> {
  const model = benchedFund();
  const { paths, numpyPaths, turns } = options;
  const threads = new KernelThreads(options.threads);
  const numpy = await NumpyProcess.start("fund_program");
  let [bare, whole, theirs] = [Infinity, Infinity, Infinity];
  try {
    for (let turn = 0; turn < turns; turn++) {
      bare = Math.min(bare, await secondsOf(model, paths, threads));
      const start = seconds();
      await runProjection(model, { paths, seed: `${turn}`, threads });
      whole = Math.min(whole, seconds() - start);
      const answer = await numpy.ask(numpyFund(model, numpyPaths, turn));
      theirs = Math.min(theirs, answer.seconds);
    }
  } finally {
    await numpy.close();
    await threads.close();
  }
  const steps = model.inputs.steps;
  const reference = (numpyPaths * steps) / theirs;
  const ways = `the same program, 1 thread to our ${options.threads}`;
  const referenceName = `numpy ${numpy.version}, ${ways}`;
  const rate = (name: string, taken: number): BenchResult =>
    compareRates(name, "path-quarters/s", {
      ...{ ours: (paths * steps) / taken, reference, referenceName },
    });
  return [rate("us-japan, whole charter", bare), rate("the same, with all outcomes", whole)];
}

async function secondsOf(model: FundModel, paths: number, threads: KernelThreads): Promise<number> {
  const { program, inputs } = model;
  const module = new WebAssembly.Module(compileModule(program));
  const start = seconds();
  await threads.run({
    ...{ program, module, run: { paths, inputs } },
    collection: { name: "moments", data: { steps: [inputs.steps - 1] } },
  });
  return seconds() - start;
}
