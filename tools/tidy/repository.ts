import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSourceFile, type SourceFile } from "./source-file.ts";

/** Something that the house does not want, at a place. */
export type Finding = { readonly path: string; readonly line: number; readonly message: string };

/** The files that the checks read, by path relative to the root, with forward slashes. */
export type Repository = {
  readonly texts: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, SourceFile>;
};

/** A repository from texts: the real one, or one that a test plants a violation in. */
export function createRepository(texts: ReadonlyMap<string, string>): Repository {
  const sources = new Map<string, SourceFile>();
  for (const [path, text] of texts) {
    if (/\.(tsx?|mjs)$/.test(path)) sources.set(path, parseSourceFile(path, text));
  }
  return { texts, sources };
}

/** What is tracked, and what is new and not ignored. */
export function readRepository(root: string): Repository {
  const texts = new Map<string, string>();
  for (const path of listFiles(root, ["ls-files", "--cached", "--others", "--exclude-standard"])) {
    const file = join(root, path);
    if (existsSync(file)) texts.set(path, readFileSync(file, "utf8"));
  }
  return createRepository(texts);
}

/** The paths that a git command prints, sorted. */
export function listFiles(root: string, args: readonly string[]): string[] {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  const lines = execFileSync("git", [...args, "-z"], options).split("\0");
  return [...new Set(lines.filter((line) => line !== ""))].toSorted((a, b) => (a < b ? -1 : 1));
}

export function isTestFile(path: string): boolean {
  return (
    path.endsWith(".test.ts") || path.startsWith("tests/") || /^packages\/[^/]+\/test\//.test(path)
  );
}

/** The path that an import of our own code leads to; undefined when it is a package of others. */
export function resolveImport(importer: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(importer), specifier);
  const match = /^@jointfund\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  return match === null ? undefined : `packages/${match[1]}/src/${match[2] ?? "index.ts"}`;
}
