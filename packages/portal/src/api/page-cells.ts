import type { Cell } from "../elements/figure.tsx";
import { useApi } from "./use-api.ts";

/** The cells of the fund's page, by their ids: every figure that can say why. */
export function useCells(): ReadonlyMap<string, Cell> {
  const { cells } = useApi("/api/v1/page", {});
  return new Map(cells.map((cell) => [cell.id, cell]));
}
