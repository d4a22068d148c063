/**
 * The compiler and the linter as this repository sets them, each with planted violations: a
 * setting that was lost, or a tool that quietly does less, shows here and not in the code.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { ROOT } from "./test-files.ts";

function plant(context: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "jointfund-guards-"));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function runTool(tool: string, args: readonly string[], cwd: string): string {
  const path = join(ROOT, "node_modules", tool);
  return spawnSync(process.execPath, [path, ...args], { cwd, encoding: "utf8" }).stdout;
}

test("what touches the machine does not compile in core", (context) => {
  const impure: Readonly<Record<string, string>> = {
    "fs.ts": 'import { readFileSync } from "node:fs";\nreadFileSync("a");',
    "process.ts": "process.exit();",
    "console.ts": 'console.log("a");',
    "timer.ts": "setTimeout(() => {}, 1);",
    "fetch.ts": 'fetch("https://example.org");',
    "crypto.ts": "crypto.randomUUID();",
    "clock.ts": "performance.now();",
    "enum.ts": "export enum Side { A }",
    "index.ts": "export const first = (names: string[]): string => names[0];",
  };
  const folder = plant(context, impure);
  const extended = JSON.stringify(join(ROOT, "packages/core/tsconfig.json"));
  writeFileSync(join(folder, "tsconfig.json"), `{ "extends": ${extended}, "include": ["*.ts"] }`);
  const output = runTool("typescript/bin/tsc", ["-p", ".", "--pretty", "false"], folder);
  const found = new Set(
    Array.from(output.matchAll(/^([\w.]+)\(\d+,\d+\): error/gm), ([, name]) => name),
  );
  assert.deepEqual(found, new Set(Object.keys(impure)), output);
});

test("the linter finds what it is told to find, with types and across files", (context) => {
  const faults: Readonly<Record<string, string>> = {
    "no-floating-promises": "export const f = (p: Promise<void>) => { p; };",
    "no-misused-promises": "export const f = (p: Promise<boolean>) => (p ? 1 : 2);",
    "await-thenable": "export const f = async () => { await 1; };",
    "require-array-sort-compare": "export const f = (names: string[]) => names.sort();",
    "switch-exhaustiveness-check":
      'export const f = (s: "a" | "b") => { switch (s) { case "a": return 1; } return 2; };',
    "no-explicit-any": "export const f = (a: any) => a !== undefined;",
    "no-unsafe-member-access": 'export const f = () => JSON.parse("1").a === 1;',
    eqeqeq: "export const f = (a: number) => a == 1;",
    "no-default-export": "export default 1;",
    "no-cycle": 'import { b } from "./other.ts";\nexport const a = () => b();',
  };
  const files = Object.entries(faults).map(([rule, text]) => [`${rule}.ts`, text] as const);
  const folder = plant(context, {
    ...Object.fromEntries(files),
    "other.ts": 'import { a } from "./no-cycle.ts";\nexport const b = () => a();',
    "tsconfig.json": `{ "extends": ${JSON.stringify(join(ROOT, "tsconfig.base.json"))} }`,
  });
  copyFileSync(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  const output = runTool("oxlint/bin/oxlint", ["--type-aware", "--format=unix"], folder);
  const missed = Object.keys(faults).filter(
    (rule) => !new RegExp(`^${rule}\\.ts:.*\\(${rule}\\)\\]$`, "m").test(output),
  );
  assert.deepEqual(missed, [], output);
});
