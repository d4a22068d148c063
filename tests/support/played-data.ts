import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after } from "node:test";

const directories: string[] = [];

/** A directory that goes when the tests of the file are over. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "jointfund-scenario-"));
  if (directories.push(directory) === 1) after(removeAll);
  return directory;
}

function removeAll(): void {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
}

/** SHA-256 of the journal's entries and of every file of the published log, by name. */
export function fingerprint(data: string): { readonly [file: string]: string } {
  const files: { [file: string]: string } = {};
  for (const part of ["journal", "log"]) {
    const names = readdirSync(join(data, part), { recursive: true, encoding: "utf8" });
    for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
      const file = join(data, part, name);
      if (!statSync(file).isFile() || (part === "journal" && name !== "entries")) continue;
      const key = relative(data, file);
      files[key] = createHash("sha256").update(readFileSync(file)).digest("hex");
    }
  }
  return files;
}

/** The log alone: the journal's frames may be cut elsewhere, the entries may not. */
export function published(data: string): { readonly [file: string]: string } {
  const all = Object.entries(fingerprint(data));
  return Object.fromEntries(all.filter(([file]) => file.startsWith("log")));
}
