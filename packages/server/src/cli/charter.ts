import { compareFiles } from "../charter/comparison-text.ts";
import { diffCharterFiles } from "../charter/diff.ts";
import { explainCharterFile } from "../charter/explain.ts";
import { lintCharterFile, type CommandResult } from "../charter/charter-file.ts";
import { powersOfFile } from "../charter/powers-text.ts";
import { requireFile } from "./files.ts";
import type { ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import { priceCharters, type CompareOptions } from "./price.ts";

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

/** `jointfund charter compare`: two charters, or the readings of a draft, in words or priced. */
export function compareCharterFiles(
  invocation: Invocation,
  first: string,
  second: string | undefined,
  options: CompareOptions,
): ExitCode | Promise<ExitCode> {
  for (const path of [first, ...(second === undefined ? [] : [second])]) requireFile(path);
  if (options.price === true) return priceCharters(invocation, first, second, options);
  const json = invocation.options.json === true;
  return print(invocation, compareFiles(first, second, { language: invocation.choice, json }));
}

/** `jointfund charter powers`: who can bring about or stop each act. */
export function showPowers(
  invocation: Invocation,
  path: string,
  { side }: { readonly side?: string },
): ExitCode {
  requireFile(path);
  const json = invocation.options.json === true;
  const reading = side === undefined ? {} : { side };
  return print(invocation, powersOfFile(path, { language: invocation.choice, json, ...reading }));
}

function print(invocation: Invocation, { text, exitCode }: CommandResult): ExitCode {
  invocation.terminal.out(text);
  return exitCode;
}
