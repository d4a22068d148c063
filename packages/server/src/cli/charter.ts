import { diffCharterFiles } from "../charter/diff.ts";
import { explainCharterFile } from "../charter/explain.ts";
import { lintCharterFile, type CommandResult } from "../charter/charter-file.ts";
import { requireFile } from "./files.ts";
import type { ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";

/** `jointfund charter lint`: every finding with its place. */
export function lintCharter(invocation: Invocation, path: string): ExitCode {
  requireFile(path);
  const json = invocation.options.json === true;
  return print(invocation, lintCharterFile(path, { language: invocation.choice, json }));
}

/** `jointfund charter explain`: the charter in plain language. */
export function explainCharter(
  invocation: Invocation,
  path: string,
  { side }: { readonly side?: string },
): ExitCode {
  requireFile(path);
  const reading = side === undefined ? {} : { side };
  return print(invocation, explainCharterFile(path, { language: invocation.choice, ...reading }));
}

/** `jointfund charter diff`: an amendment in words. */
export function diffCharters(invocation: Invocation, old: string, next: string): ExitCode {
  for (const path of [old, next]) requireFile(path);
  const json = invocation.options.json === true;
  return print(invocation, diffCharterFiles(old, next, { language: invocation.choice, json }));
}

function print(invocation: Invocation, { text, exitCode }: CommandResult): ExitCode {
  invocation.terminal.out(text);
  return exitCode;
}
