import "../parts/parts.css";
import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
import { useApi } from "../../../api/use-api.ts";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import type { Cell } from "../../../elements/figure.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { useGovernments } from "../parts/sides.ts";
import { words as shared } from "../words.ts";
import { RevenuePanel } from "./revenue-panel.tsx";
import { words } from "./words.ts";

type Row = { readonly figure: string; readonly name: Text };

const FIGURES: readonly Row[] = [
  { figure: "promised", name: words.promised },
  { figure: "put-in", name: shared.putIn },
  { figure: "overdue", name: words.overdue },
  { figure: "received", name: shared.received },
  { figure: "received.income", name: words.income },
  { figure: "received.gain", name: words.gain },
  { figure: "received.capital", name: words.capital },
  { figure: "due", name: words.due },
  { figure: "owns", name: shared.ownsNow },
  { figure: "share", name: shared.share },
  { figure: "multiple", name: shared.multiple },
  { figure: "irr", name: words.irr },
];

const OWN_FIGURES: readonly Row[] = [
  { figure: "own.put-in", name: words.ownPutIn },
  { figure: "own.earned", name: words.ownEarned },
  { figure: "own.value", name: words.ownValue },
  { figure: "own.multiple", name: words.ownMultiple },
  { figure: "own.exchange", name: words.ownExchange },
];

/** Each government: put in, received, owns, and its revenue by its own fiscal years. */
export function GovernmentsPage(): ReactNode {
  const t = useText();
  const { revenue } = useApi("/api/v1/page", {});
  return (
    <>
      <PageHeading title={shared.governments}>{t(words.lead)}</PageHeading>
      <BesidePanel title={words.sideBySide} rows={FIGURES} />
      <BesidePanel title={words.own} rows={OWN_FIGURES} />
      <div className="grid">
        {revenue.map((each) => (
          <RevenuePanel key={each.party} revenue={each} />
        ))}
      </div>
      <Panel title={words.commitments}>
        <ul className="plain-list">
          <li>
            <PageLink to="/acts?type=capital.call">{t(words.calls)}</PageLink>
          </li>
          <li>
            <PageLink to="/acts?nature=fact&type=capital.receive">{t(words.receipts)}</PageLink>
          </li>
          <li>
            <PageLink to="/acts?type=distribution.declare">{t(words.distributions)}</PageLink>
          </li>
        </ul>
      </Panel>
    </>
  );
}

/** The same figures of each government; a row that none of them has is left out. */
function BesidePanel({
  title,
  rows,
}: {
  readonly title: Text;
  readonly rows: readonly Row[];
}): ReactNode {
  const t = useText();
  const governments = useGovernments();
  const cells = useCells();
  const cellOf = (party: string, figure: string): Cell | undefined =>
    cells.get(`sides.${party}.${figure}`);
  const shown = rows.filter(({ figure }) => governments.some(({ cell }) => cell(figure)));
  if (shown.length === 0) return null;
  const columns: readonly Column<Row>[] = [
    { id: "figure", title: words.figure, isHead: true, cell: ({ name }) => t(name) },
    ...governments.map(({ party, name }) => ({
      id: party,
      title: name,
      isNumber: true as const,
      cell: ({ figure }: Row) => <MaybeFigure cell={cellOf(party, figure)} />,
    })),
  ];
  return (
    <Panel title={title}>
      <DataTable
        caption={title}
        columns={columns}
        rows={shown}
        keyOf={({ figure }) => figure}
        keepsShape
      />
    </Panel>
  );
}
