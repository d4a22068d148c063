import { useCells } from "../../api/page-cells.ts";
import type { Cell } from "../../elements/figure.tsx";

/** The amounts of the fund's page, which samples may be drawn from. */
export function usePageCells(): readonly Cell[] {
  return [...useCells().values()].filter(({ value }) => value.kind === "money");
}
