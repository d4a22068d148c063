import "./owns.css";
import type { ReactNode } from "react";
import { useApi } from "../../../api/use-api.ts";
import { useCells } from "../../../api/page-cells.ts";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { drawn } from "../../../format/money.ts";
import { useText } from "../../../language/language-context.tsx";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { words as shared } from "../words.ts";
import { InvestmentFigure } from "./investment-figure.tsx";
import { HoldingsMap } from "./holdings-map.tsx";
import { heldByState, type Investment, placeOf } from "./places.ts";
import { StateMap } from "./state-map.tsx";
import { statusWords, words } from "./words.ts";

/** What the fund owns: on the map, by sector, and one by one. */
export function OwnsPage(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/investments", {});
  const { currency } = useApi("/api/v1/fund");
  return (
    <>
      <PageHeading title={shared.owns}>{t(words.lead)}</PageHeading>
      <div className="grid">
        <Panel title={words.map} wide>
          <StateMap investments={items} currency={currency} />
          <Elsewhere investments={items} />
        </Panel>
        <SectorPanel investments={items} currency={currency} />
      </div>
      <InvestmentsPanel investments={items} />
    </>
  );
}

/** What is held and has no place on the map, by name: nothing is left out in silence. */
function Elsewhere({ investments }: { readonly investments: readonly Investment[] }): ReactNode {
  const t = useText();
  const held = heldByState(investments).get("") ?? [];
  if (held.length === 0) return null;
  return (
    <div className="elsewhere">
      <h3>{t(words.elsewhere)}</h3>
      <ul>
        {held.map((it) => (
          <li key={it.id}>
            <PageLink to={`/investments/${it.id}`}>{t(it.name)}</PageLink>
            {": "}
            {t(placeOf(it))}
            {it.geography === "US" && ` (${t(words.severalStates)})`}
            {", "}
            <InvestmentFigure it={it} of="fairValue" minor={it.fairValue} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type Sector = {
  readonly sector: string;
  readonly name: { readonly [language: string]: string };
  readonly minor: string;
};

function SectorPanel({
  investments,
  currency,
}: {
  readonly investments: readonly Investment[];
  readonly currency: string;
}): ReactNode {
  const t = useText();
  const { sectors } = useApi("/api/v1/page", {});
  const cells = useCells();
  const most = Math.max(1, ...sectors.map(({ minor }) => drawn(minor, currency)));
  const columns: readonly Column<Sector>[] = [
    { id: "sector", title: words.sector, isHead: true, cell: ({ name }) => t(name) },
    {
      id: "bar",
      title: words.part,
      cell: ({ minor }) => (
        <span
          className="sector-bar"
          style={{ inlineSize: `${(100 * drawn(minor, currency)) / most}%` }}
        />
      ),
    },
    {
      id: "value",
      title: words.fairValue,
      isNumber: true,
      cell: ({ sector }) => <MaybeFigure cell={cells.get(`sector.${sector}`)} />,
    },
  ];
  return (
    <Panel title={words.bySector} wide>
      <DataTable
        caption={words.bySector}
        columns={columns}
        rows={sectors}
        keyOf={({ sector }) => sector}
        keepsShape
      />
      <HoldingsMap investments={investments} currency={currency} />
    </Panel>
  );
}

function InvestmentsPanel({
  investments,
}: {
  readonly investments: readonly Investment[];
}): ReactNode {
  const t = useText();
  const columns: readonly Column<Investment>[] = [
    {
      id: "name",
      title: words.investment,
      isHead: true,
      cell: ({ id, name }) => <PageLink to={`/investments/${id}`}>{t(name)}</PageLink>,
      sortBy: ({ name }) => t(name),
    },
    {
      id: "sector",
      title: words.sector,
      cell: ({ sectorName }) => t(sectorName),
      sortBy: ({ sectorName }) => t(sectorName),
    },
    {
      id: "place",
      title: words.place,
      cell: (it) => t(placeOf(it)),
      sortBy: (it) => t(placeOf(it)),
    },
    { id: "status", title: shared.status, cell: ({ status }) => t(statusWords[status]) },
    amountColumn("cost"),
    amountColumn("fairValue"),
    amountColumn("undrawn"),
  ];
  return (
    <Panel title={words.list}>
      <DataTable caption={words.list} columns={columns} rows={investments} keyOf={({ id }) => id} />
    </Panel>
  );
}

function amountColumn(id: "cost" | "fairValue" | "undrawn"): Column<Investment> {
  return {
    ...{ id, title: words[id], isNumber: true },
    cell: (it) => <InvestmentFigure it={it} of={id} minor={it[id]} />,
    sortBy: (it) => BigInt(it[id]),
  };
}
