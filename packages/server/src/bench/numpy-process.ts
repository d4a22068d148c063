import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { assert } from "@jointfund/core/base/assert.ts";
import type { SimplifiedProgram } from "@jointfund/projection/kernel/simplified-program.ts";
import type { REFERENCE } from "./reference-kernel.ts";

/** Scripts of `numpy/`: the reference kernel with plain normals, and any program of a fund. */
export type NumpyScript = "reference_kernel" | "fund_program";

const pathOf = (script: NumpyScript): string =>
  fileURLToPath(new URL(`./numpy/${script}.py`, import.meta.url));

export type NumpyGenerator = "Philox" | "PCG64" | "SFC64";

/** A whole program, node by node, for `fund_program`. */
export type NumpyFund = {
  readonly kind: "fund";
  readonly program: SimplifiedProgram;
  readonly steps: number;
  readonly parameters: readonly number[];
  readonly schedules: readonly number[];
  readonly tables: readonly (readonly number[])[];
  readonly opening: readonly number[];
  readonly paths: number;
  readonly seed: number;
};

export type NumpyCommand =
  | NumpyFund
  | ({ readonly generator: NumpyGenerator; readonly seed: number } & ReferenceCommand);

type ReferenceCommand =
  | { readonly kind: "normals"; readonly count: number }
  | {
      readonly kind: "reference";
      readonly style: "naive" | "tuned";
      readonly terms: typeof REFERENCE;
      readonly paths: number;
    };

export type NumpyAnswer = {
  readonly seconds: number;
  /** Of each output, over paths: the sum, and the sum of squares. */
  readonly sums?: readonly (readonly [number, number])[];
};

/** Where numpy is: the version that Python finds, if there is any. */
export function numpyVersion(): string | undefined {
  const asked = spawnSync("python3", ["-c", "import numpy; print(numpy.__version__)"], {
    encoding: "utf8",
  });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

/** The script of `numpy/`, started once and asked line by line, in one thread. */
export class NumpyProcess {
  readonly version: string;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>, version: string) {
    this.#child = child;
    this.#lines = lines;
    this.version = version;
  }

  /** @throws when there is no Python, or it has no numpy */
  static async start(script: NumpyScript = "reference_kernel"): Promise<NumpyProcess> {
    const env = { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
    const child = spawn("python3", [pathOf(script)], { env, stdio: ["pipe", "pipe", "inherit"] });
    await once(child, "spawn");
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { numpy } = (await nextLine(lines)) as { readonly numpy: string };
    return new NumpyProcess(child, lines, numpy);
  }

  async ask(command: NumpyCommand): Promise<NumpyAnswer> {
    this.#child.stdin!.write(`${JSON.stringify(command, writable)}\n`);
    return (await nextLine(this.#lines)) as NumpyAnswer;
  }

  async close(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.stdin!.end();
    await ended;
  }
}

/** JSON has no infinities; the script reads them as numpy's. */
const writable = (_: string, value: unknown): unknown =>
  value === Infinity ? "inf" : value === -Infinity ? "-inf" : value;

async function nextLine(lines: AsyncIterator<string>): Promise<unknown> {
  const line = await lines.next();
  assert(line.done !== true, "the numpy script answers each line with one");
  return JSON.parse(line.value);
}
