import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { assert } from "@jointfund/core/base/assert.ts";
import type { REFERENCE } from "./reference-kernel.ts";

const SCRIPT = fileURLToPath(new URL("./numpy/reference_kernel.py", import.meta.url));

export type NumpyGenerator = "Philox" | "PCG64" | "SFC64";

export type NumpyCommand = { readonly generator: NumpyGenerator; readonly seed: number } & (
  | { readonly kind: "normals"; readonly count: number }
  | {
      readonly kind: "reference";
      readonly style: "naive" | "tuned";
      readonly terms: typeof REFERENCE;
      readonly paths: number;
    }
);

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
  static async start(): Promise<NumpyProcess> {
    const env = { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
    const child = spawn("python3", [SCRIPT], { env, stdio: ["pipe", "pipe", "inherit"] });
    await once(child, "spawn");
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { numpy } = (await nextLine(lines)) as { readonly numpy: string };
    return new NumpyProcess(child, lines, numpy);
  }

  async ask(command: NumpyCommand): Promise<NumpyAnswer> {
    this.#child.stdin!.write(`${JSON.stringify(command)}\n`);
    return (await nextLine(this.#lines)) as NumpyAnswer;
  }

  async close(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.stdin!.end();
    await ended;
  }
}

async function nextLine(lines: AsyncIterator<string>): Promise<unknown> {
  const line = await lines.next();
  assert(line.done !== true, "the numpy script answers each line with one");
  return JSON.parse(line.value);
}
