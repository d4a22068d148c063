import type { Draws } from "./uncertainty.ts";

/**
 * The same draws, each made once: for whoever compares the same futures again and again. Numbers of
 * a stream are kept by step, then by path, for so many paths.
 */
export function keptDraws(draws: Draws, paths: number): Draws {
  const kept = new Map<string, (path: number, step: number) => number>();
  const stream = (kind: keyof Draws, name: string): ((path: number, step: number) => number) => {
    const key = `${kind} ${name}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const of = draws[kind](name);
    const steps: Float64Array[] = [];
    const made = (path: number, step: number): number => {
      const row = (steps[step] ??= Float64Array.from({ length: paths }, (_, at) => of(at, step)));
      return row[path] ?? of(path, step);
    };
    kept.set(key, made);
    return made;
  };
  return {
    uniform: (name) => stream("uniform", name),
    normal: (name) => stream("normal", name),
  };
}
