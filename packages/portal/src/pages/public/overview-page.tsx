import type { ReactNode } from "react";
import { useCells } from "../../api/page-cells.ts";
import { useApi } from "../../api/use-api.ts";
import { LineChart } from "../../charts/line-chart.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { type Cell, Figure } from "../../elements/figure.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { cellText } from "../../format/cell.ts";
import { drawn, inUnit, tableUnit } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { words } from "./words.ts";

type Side = ReturnType<typeof usePageSides>[number];

const SIDE_FIGURES = ["put-in", "received", "owns"] as const;
const SIDE_TITLES = { "put-in": words.putIn, received: words.received, owns: words.ownsNow };

function usePageSides() {
  const { sides } = useApi("/api/v1/page", {});
  const cells = useCells();
  return sides.map(({ party, name }) => ({
    party,
    name,
    cell: (figure: string): Cell | undefined => cells.get(`sides.${party}.${figure}`),
  }));
}

/** What the fund is worth, how that came, and whose it is. */
export function OverviewPage(): ReactNode {
  const { title } = useApi("/api/v1/fund");
  const worth = useCells().get("net-assets");
  return (
    <>
      <PageHeading title={title} />
      <Panel title={words.worth}>
        {worth !== undefined && (
          <p className="headline">
            <Figure cell={worth} />
          </p>
        )}
        <WorthOverTime />
      </Panel>
      <Sides />
    </>
  );
}

function WorthOverTime(): ReactNode {
  const { language } = useLanguage();
  const { currency } = useApi("/api/v1/fund");
  const { points, label } = useApi("/api/v1/history", {
    query: { figure: "net-assets", every: "month" },
  });
  const money = points.flatMap(({ on, value }) =>
    value.kind === "money"
      ? [{ date: on, value: drawn(value.minor, value.currency), text: cellText(value, language) }]
      : [],
  );
  const unit = tableUnit(
    points.map(({ value }) => (value.kind === "money" ? value.minor : 0n)),
    currency,
    language,
  );
  const minorPerMain = drawn(1n, currency);
  return (
    <LineChart
      title={words.worthOverTime}
      series={[{ id: "net-assets", name: label, points: money }]}
      unit={unit.word}
      axisText={(value) =>
        inUnit(BigInt(Math.round(value / minorPerMain)), { ...unit, decimals: 0 })
      }
    />
  );
}

function Sides(): ReactNode {
  const t = useText();
  const rows = usePageSides();
  const columns: readonly Column<Side>[] = [
    { id: "side", title: words.side, isHead: true, cell: ({ name }) => t(name) },
    ...SIDE_FIGURES.map((figure) => ({
      id: figure,
      title: SIDE_TITLES[figure],
      isNumber: true as const,
      cell: ({ cell }: Side) => {
        const of = cell(figure);
        return of === undefined ? null : <Figure cell={of} />;
      },
    })),
  ];
  return (
    <Panel title={words.sides}>
      <DataTable caption={words.sides} columns={columns} rows={rows} keyOf={({ party }) => party} />
    </Panel>
  );
}
