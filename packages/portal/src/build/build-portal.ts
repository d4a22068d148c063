/**
 * Builds the portal into a folder of `dist`, unless it was built from these very sources.
 *
 *   node packages/portal/src/build/build-portal.ts
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "vite";
import { compressFiles } from "./compress-files.ts";
import { settings } from "./settings.ts";

const PACKAGE = dirname(dirname(import.meta.dirname));
/** A folder for each fingerprint. It takes its name when it is whole, so nobody reads a part. */
const OUTPUT = join(PACKAGE, "dist");
const UNDER_WAY = "building-";

/** What a build depends on: our sources, those of the core, and the locked packages. */
const INPUTS = ["src", "public", "index.html", "../core/src", "../../package-lock.json"];

function* filesOf(path: string): Generator<string> {
  const isFolder = !/\.[a-z]+$/.test(path);
  if (!isFolder) {
    yield path;
    return;
  }
  const names = readdirSync(join(PACKAGE, path), { recursive: true, encoding: "utf8" });
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    const file = join(path, name);
    if (!name.endsWith(".test.ts") && statSync(join(PACKAGE, file)).isFile()) yield file;
  }
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    for (const file of filesOf(input))
      hash.update(`${file}\n`).update(readFileSync(join(PACKAGE, file)));
  }
  return hash.digest("hex");
}

/** Builds it if it has to be, beside what is served meanwhile; gives the folder of the files. */
export async function buildPortal(): Promise<string> {
  const wanted = fingerprint();
  const output = join(OUTPUT, wanted);
  if (existsSync(output)) return output;
  process.stderr.write("jointfund: building the page (once) / 画面を構築しています …\n");
  const made = join(OUTPUT, `${UNDER_WAY}${process.pid}`);
  try {
    await build({ ...settings, build: { ...settings.build, outDir: made } });
    await compressFiles(made);
    renameSync(made, output);
  } catch (failure) {
    rmSync(made, { recursive: true, force: true });
    // Another build of the same sources may have been first.
    if (!existsSync(output)) throw failure;
  }
  for (const name of readdirSync(OUTPUT)) {
    if (name === wanted || name.startsWith(UNDER_WAY)) continue;
    rmSync(join(OUTPUT, name), { recursive: true, force: true });
  }
  return output;
}

if (import.meta.main) await buildPortal();
