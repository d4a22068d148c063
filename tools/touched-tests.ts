import { posix } from "node:path";
import { type Repository, resolveImport } from "./tidy/repository.ts";

/**
 * The test files that a change can break: those that import a changed module, near or far, and
 * for a changed file that is no module (a vector, a charter) those whose modules name it.
 */
export function findTouchedTests(repository: Repository, changed: readonly string[]): string[] {
  const importers = new Map<string, string[]>();
  for (const source of repository.sources.values()) {
    for (const { specifier } of source.imports) {
      const target = resolveImport(source.path, specifier);
      if (target === undefined) continue;
      importers.set(target, [...(importers.get(target) ?? []), source.path]);
    }
  }
  const touched = new Set<string>();
  const pending = changed.flatMap((path) =>
    repository.sources.has(path) ? [path] : modulesThatName(repository, posix.basename(path)),
  );
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (touched.has(path)) continue;
    touched.add(path);
    pending.push(...(importers.get(path) ?? []));
  }
  return [...touched]
    .filter((path) => path.endsWith(".test.ts"))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function modulesThatName(repository: Repository, name: string): string[] {
  return [...repository.sources.values()]
    .filter(({ text }) => text.includes(`${name}"`) || text.includes(`${name}\``))
    .map(({ path }) => path);
}
