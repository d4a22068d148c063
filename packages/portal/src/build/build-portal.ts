/**
 * Builds the portal into `dist`, unless it was built from these very sources.
 *
 *   node packages/portal/src/build/build-portal.ts
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { build } from "vite";
import { compressFiles } from "./compress-files.ts";
import { settings } from "./settings.ts";

const PACKAGE = dirname(dirname(import.meta.dirname));
const OUTPUT = join(PACKAGE, "dist");
const STAMP = join(OUTPUT, "built-from.txt");

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

/** Whether what lies there was built from sources with this fingerprint. */
const isBuiltFrom = (wanted: string): boolean =>
  existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;

/** Builds it if it has to be, beside what is served meanwhile; gives the folder of the files. */
export async function buildPortal(): Promise<string> {
  const wanted = fingerprint();
  if (isBuiltFrom(wanted)) return OUTPUT;
  process.stderr.write("jointfund: building the page (once) / 画面を構築しています …\n");
  const made = `${OUTPUT}-${process.pid}`;
  await build({ ...settings, build: { ...settings.build, outDir: made } });
  await compressFiles(made);
  writeFileSync(join(made, "built-from.txt"), wanted);
  // Another build of the same sources may have been first, and somebody may be reading it.
  if (isBuiltFrom(wanted)) {
    rmSync(made, { recursive: true, force: true });
    return OUTPUT;
  }
  try {
    rmSync(OUTPUT, { recursive: true, force: true });
    renameSync(made, OUTPUT);
  } catch (failure) {
    rmSync(made, { recursive: true, force: true });
    if (!isBuiltFrom(wanted)) throw failure;
  }
  return OUTPUT;
}

if (import.meta.main) await buildPortal();
