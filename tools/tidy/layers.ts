import { type Finding, isTestFile, type Repository, resolveImport } from "./repository.ts";
import { type Import, lineOf, type SourceFile } from "./source-file.ts";

/**
 * The folders of the core, lowest first. A folder imports itself and those in rows above its own;
 * folders in one row are siblings and do not know each other.
 */
const CORE_LAYERS: readonly (readonly string[])[] = [
  ["base"],
  ["money", "calendar", "log"],
  ["expression"],
  ["charter"],
  ["ledger", "register"],
  ["governance"],
  ["capital", "investments", "facilities", "oversight"],
  ["dealing"],
  ["distributions"],
  ["fund"],
  ["statements"],
];

/** Siblings that may be imported all the same, each with the reason. It should stay empty. */
const SIBLING_EXCEPTIONS: readonly { importer: string; imported: string; because: string }[] = [];

type Area = {
  /** A folder or a file. Of the areas that hold a file the longest counts. */
  readonly path: string;
  /** The packages of this repository that it may import. */
  readonly workspaces: readonly string[];
  /** Node's own modules that it may import. */
  readonly node: readonly string[] | "any";
  /** Packages of others: none, or those that its package.json declares. */
  readonly npm: "none" | "declared";
};

const AREAS: readonly Area[] = [
  { path: "packages/core/src/", workspaces: [], node: [], npm: "none" },
  {
    // Whoever doubts the operator reads this package: the less it stands on, the better.
    path: "packages/verifier/src/",
    workspaces: ["core"],
    node: ["node:fs", "node:crypto", "node:worker_threads"],
    npm: "none",
  },
  // Values in, bytes out, and bytes in, values out: no file, no clock, no network.
  { path: "packages/formats/src/", workspaces: ["core"], node: [], npm: "declared" },
  // Many futures of one charter, as numbers: the same bits on every machine.
  { path: "packages/projection/src/", workspaces: ["core"], node: [], npm: "declared" },
  // Runs in a browser: what it knows of the fund it asks for over HTTP.
  { path: "packages/portal/src/", workspaces: ["core"], node: [], npm: "declared" },
  { path: "packages/portal/src/build/", workspaces: [], node: "any", npm: "declared" },
  {
    path: "packages/server/src/",
    workspaces: ["core", "formats", "projection"],
    node: "any",
    npm: "declared",
  },
  {
    // The command `jointfund` dispatches over the server and the verifier.
    path: "packages/server/src/cli/",
    workspaces: ["core", "formats", "portal", "projection", "verifier"],
    node: "any",
    npm: "declared",
  },
];

const TEST_SUPPORT = "tests/support/";

/** Every import against the layers: between packages, to Node and npm, and inside the core. */
export function checkLayers(repository: Repository): Finding[] {
  return [...repository.sources.values()].flatMap((source) =>
    source.imports.flatMap((imported) => {
      const message = violation(repository, source, imported);
      const line = lineOf(source.text, imported.start);
      return message === undefined ? [] : [{ path: source.path, line, message }];
    }),
  );
}

function violation(
  repository: Repository,
  { path }: SourceFile,
  { specifier, isStatic }: Import,
): string | undefined {
  const home = packageOf(path);
  if (home === undefined) return undefined;
  if (specifier === "") return "imports a module whose name is known only when the code runs";
  const target = resolveImport(path, specifier);
  if (isTestFile(path)) {
    const isForeign = specifier.startsWith(".") && packageOf(target ?? "") !== home;
    return isForeign && !target?.startsWith(TEST_SUPPORT)
      ? `a test reaches into ${target}; import another package by its name`
      : undefined;
  }
  const area = areaOf(path);
  if (area === undefined) return `packages/${home} is not in the table of layers`;
  if (specifier.startsWith("node:")) {
    const allowed = area.node === "any" || area.node.includes(specifier);
    return allowed ? undefined : `${area.path} must not import ${specifier}`;
  }
  if (target === undefined) return npmViolation(repository, area, home, specifier);
  if (specifier.startsWith(".") && packageOf(target) !== home) {
    return `reaches into ${target}; import another package by its name`;
  }
  const imported = packageOf(target) ?? "";
  if (imported !== home && !area.workspaces.includes(imported)) {
    return `${area.path} must not import @jointfund/${imported}`;
  }
  if (isTestFile(target)) return `production code must not import a test: ${target}`;
  if (home !== "core") return undefined;
  return isStatic ? coreViolation(path, target) : "core must not import while it runs";
}

function npmViolation(
  { texts }: Repository,
  { path, npm }: Area,
  home: string,
  specifier: string,
): string | undefined {
  if (npm === "none") return `${path} must not import the npm package ${specifier}`;
  const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  const manifest: unknown = JSON.parse(texts.get(`packages/${home}/package.json`) ?? "{}");
  const { dependencies } = manifest as { dependencies?: Record<string, string> };
  return dependencies?.[name] === undefined
    ? `packages/${home}/package.json does not declare ${name} as a dependency`
    : undefined;
}

function coreViolation(path: string, target: string): string | undefined {
  const [importer, imported] = [coreFolderOf(path), coreFolderOf(target)];
  // The index at the top is the package's face and may show everything.
  if (importer === undefined || importer === imported) return undefined;
  if (imported === undefined) return `a folder of core must not import ${target}`;
  const [importerLayer, importedLayer] = [layerOf(importer), layerOf(imported)];
  if (importerLayer === -1) return `core/${importer} is not in the table of layers`;
  if (importedLayer === -1) return `core/${imported} is not in the table of layers`;
  if (importedLayer < importerLayer) return undefined;
  const isExcepted = SIBLING_EXCEPTIONS.some(
    (exception) => exception.importer === importer && exception.imported === imported,
  );
  if (importedLayer === importerLayer && isExcepted) return undefined;
  return `core/${importer} must not import core/${imported}, which is not below it`;
}

function packageOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1];
}

function coreFolderOf(path: string): string | undefined {
  return /^packages\/core\/src\/([^/]+)\//.exec(path)?.[1];
}

function layerOf(folder: string): number {
  return CORE_LAYERS.findIndex((layer) => layer.includes(folder));
}

function areaOf(path: string): Area | undefined {
  return AREAS.filter((area) => path.startsWith(area.path))
    .toSorted((a, b) => a.path.length - b.path.length)
    .at(-1);
}
