import type { ReactNode } from "react";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { useText } from "../../../language/language-context.tsx";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { type Side, useSides } from "../parts/sides.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

const FIGURES = [
  ["put-in", shared.putIn],
  ["received", shared.received],
  ["owns", shared.ownsNow],
  ["multiple", shared.multiple],
] as const;

/** What each side has put in, had and owns, beside each other. */
export function SidesPanel(): ReactNode {
  const t = useText();
  const columns: readonly Column<Side>[] = [
    { id: "side", title: words.side, isHead: true, cell: ({ name }) => t(name) },
    ...FIGURES.map(([figure, title]) => ({
      id: figure,
      title,
      isNumber: true as const,
      cell: ({ cell }: Side) => <MaybeFigure cell={cell(figure)} />,
    })),
  ];
  return (
    <Panel
      title={words.sides}
      aside={<PageLink to="/governments">{t(shared.governments)}</PageLink>}
    >
      <DataTable
        caption={words.sides}
        columns={columns}
        rows={useSides()}
        keyOf={({ party }) => party}
      />
    </Panel>
  );
}
