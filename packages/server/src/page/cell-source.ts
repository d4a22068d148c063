import type { CellSource } from "@jointfund/core/statements/page-cell.ts";

/** Where a number comes from, as data: what is found when it is asked for is found. */
export function sourceAsData(source: CellSource): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(source).map(([name, of]) => [
      name,
      typeof of === "function" ? (of as () => unknown)() : of,
    ]),
  );
}
