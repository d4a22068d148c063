import { availableParallelism } from "node:os";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { ProgramBuilder } from "@jointfund/projection/kernel/program-builder.ts";
import { BLOCK_PATHS, type Kernel, type Program } from "@jointfund/projection/kernel/program.ts";
import { KernelThreads } from "../projection/kernel-threads.ts";
import { benchFund } from "./bench-fund.ts";
import { type BenchResult, compareRates } from "./bench-result.ts";
import { seconds } from "./measuring.ts";
import { type NumpyGenerator, NumpyProcess, numpyVersion } from "./numpy-process.ts";
import { REFERENCE, referenceInputs, referenceProgram } from "./reference-kernel.ts";

export type ProjectionBenchOptions = {
  /** Paths of a measurement of the reference kernel, in whole blocks of both sides. */
  readonly paths?: number;
  readonly normals?: number;
  /** Paths of a measurement of a whole charter. */
  readonly fundPaths?: number;
  /** Both sides take turns so many times, and the best of each counts. */
  readonly turns?: number;
};

/** Threads of our side; numpy has one, as its users have without further work. */
const THREADS = Math.min(2, availableParallelism());
/** Normals of one step, enough to fill a block of the generator many times. */
const NORMAL_DRAWS = 8;
const NORMAL_STEPS = 40;

/** The least time that one of several ways takes in turns. */
async function bestInTurns(
  turns: number,
  ways: readonly ((turn: number) => Promise<number> | number)[],
): Promise<number[]> {
  const best = ways.map(() => Infinity);
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, way] of ways.entries()) {
      best[index] = Math.min(best[index]!, await way(turn));
    }
  }
  return best;
}

const compiled = (program: Program): WebAssembly.Module =>
  new WebAssembly.Module(compileModule(program));

/** Adds up normals, and does nothing else. */
function normalsKernel(): Kernel {
  const p = new ProgramBuilder();
  p.output("sum", p.sum(Array.from({ length: NORMAL_DRAWS }, (_, n) => p.normal(`draw ${n}`))));
  const program = p.build();
  return compiledKernel(program, compiled(program));
}

/** Normals a second in one thread, beside numpy's two reproducible generators. */
async function benchNormals(
  numpy: NumpyProcess,
  { normals, turns }: Required<ProjectionBenchOptions>,
): Promise<BenchResult[]> {
  const kernel = normalsKernel();
  const schedules = new Float64Array(0);
  const inputs = { steps: NORMAL_STEPS, parameters: [], schedules, tables: [], opening: [] };
  const blocks = Math.max(1, Math.round(normals / (BLOCK_PATHS * NORMAL_DRAWS * NORMAL_STEPS)));
  const ours = (turn: number): number => {
    const start = seconds();
    for (let block = 0; block < blocks; block++) {
      kernel.run({ ...inputs, key: [turn, 0] }, block, () => undefined);
    }
    return (seconds() - start) / (blocks * BLOCK_PATHS * NORMAL_DRAWS * NORMAL_STEPS);
  };
  const theirs = (generator: NumpyGenerator) => async (seed: number) =>
    (await numpy.ask({ kind: "normals", generator, seed, count: normals })).seconds / normals;
  const generators = ["Philox", "SFC64"] as const;
  const [mine, ...others] = await bestInTurns(turns, [ours, ...generators.map(theirs)]);
  return generators.map((generator, index) =>
    compareRates("normals", "normals/s", {
      ours: 1 / mine!,
      reference: 1 / others[index]!,
      referenceName: `numpy ${numpy.version}, ${generator}, one thread each`,
    }),
  );
}

/** Quarters of paths a second of the reference kernel, beside numpy written in two ways. */
async function benchReference(
  numpy: NumpyProcess,
  { paths, turns }: Required<ProjectionBenchOptions>,
): Promise<BenchResult[]> {
  const program = referenceProgram();
  const run = { paths, inputs: referenceInputs(program) };
  const collection = { name: "moments", data: { steps: [REFERENCE.quarters - 1] } } as const;
  const work = { program, module: compiled(program), run, collection };
  const threads = new KernelThreads(THREADS);
  const ours = async (): Promise<number> => {
    const start = seconds();
    await threads.run(work);
    return seconds() - start;
  };
  const styles = [
    { style: "naive", generator: "PCG64" },
    { style: "tuned", generator: "SFC64" },
  ] as const;
  const theirs = styles.map((how) => async (seed: number) => {
    const terms = REFERENCE;
    return (await numpy.ask({ kind: "reference", ...how, terms, paths, seed })).seconds;
  });
  try {
    const [mine, ...others] = await bestInTurns(turns, [ours, ...theirs]);
    const quarters = paths * REFERENCE.quarters;
    return styles.map(({ style, generator }, index) =>
      compareRates("reference kernel", "path-quarters/s", {
        ours: quarters / mine!,
        reference: quarters / others[index]!,
        referenceName: `numpy ${numpy.version}, ${style}, ${generator}, 1 thread to our ${THREADS}`,
      }),
    );
  } finally {
    await threads.close();
  }
}

/**
 * The benchmarks of the projection: each beside numpy, in turns with it. Without numpy there is
 * nothing to stand beside, so nothing is measured, and `note` says so.
 */
export async function benchProjection(
  note: (missing: string) => void,
  options: ProjectionBenchOptions = {},
): Promise<readonly BenchResult[]> {
  if (numpyVersion() === undefined) {
    note("numpy (Debian: apt-get install python3-numpy)");
    return [];
  }
  const sizes = {
    ...{ paths: 131_072, normals: 40_960_000, fundPaths: 100_000, turns: 7 },
    ...options,
  };
  const numpy = await NumpyProcess.start();
  try {
    const small = [...(await benchNormals(numpy, sizes)), ...(await benchReference(numpy, sizes))];
    const { fundPaths, turns } = sizes;
    const numpyPaths = Math.max(1, Math.round(fundPaths / 8));
    const fund = { paths: fundPaths, numpyPaths, turns: Math.min(turns, 3), threads: THREADS };
    return [...small, ...(await benchFund(fund))];
  } finally {
    await numpy.close();
  }
}
