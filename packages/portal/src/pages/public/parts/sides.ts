import { useCells } from "../../../api/page-cells.ts";
import { type Answer, useApi } from "../../../api/use-api.ts";
import type { Cell } from "../../../elements/figure.tsx";
import type { LocalizedText, Text } from "../../../language/text.ts";
import { words } from "../words.ts";

type Column = Answer<"/api/v1/page">["columns"][number];

/** Who shares in the fund: a government alone, all partners, the citizens together. */
export type Side = {
  readonly party: string;
  readonly kind: Column["kind"];
  readonly name: Text | LocalizedText;
  readonly cell: (figure: string) => Cell | undefined;
};

const NAMES = {
  partners: words.partners,
  citizens: words.citizens,
  owners: words.owners,
  others: words.others,
} as const;

/** The sides of the fund's page, each with its numbers. */
export function useSides(): readonly Side[] {
  const { columns } = useApi("/api/v1/page", {});
  const cells = useCells();
  return columns.map(({ party, kind, name }) => ({
    party,
    kind,
    name: kind === "sovereign" ? name : NAMES[kind],
    cell: (figure) => cells.get(`sides.${party}.${figure}`),
  }));
}

/** The governments among them. */
export const useGovernments = (): readonly Side[] =>
  useSides().filter(({ kind }) => kind === "sovereign");
