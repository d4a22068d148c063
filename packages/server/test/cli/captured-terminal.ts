import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jointfund } from "../../src/cli/jointfund.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

export type Captured = { readonly code: number; readonly out: string; readonly err: string };

type Surroundings = {
  /** Of a terminal that results go to. */
  readonly columns?: number;
  readonly environment?: Terminal["environment"];
  /** Who answers questions. */
  readonly ask?: Terminal["ask"];
};

/** Runs a command as `jointfund` would, and captures what it writes. */
export async function run(args: readonly string[], surroundings: Surroundings = {}) {
  let [out, err] = ["", ""];
  const { ask, columns, environment = { LANG: "en_US.UTF-8" } } = surroundings;
  const code = await jointfund(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...(columns === undefined ? {} : { columns }),
    ...(ask === undefined ? {} : { ask }),
    isInteractive: false,
    environment,
  });
  return { code, out, err } satisfies Captured;
}

export const FIRST_YEAR = fileURLToPath(
  new URL("../../../../scenarios/first-year.yaml", import.meta.url),
);

/** An empty directory that goes when the process ends. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "jointfund-cli-"));
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
