import type { ReactNode } from "react";
import { type AreaGroup, Treemap } from "../../../charts/treemap.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { drawn, shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { InvestmentFigure, PartOfAll } from "./investment-figure.tsx";
import type { Investment } from "./places.ts";
import { words } from "./words.ts";

/** What the fund owns as areas, by sector and one by one, each as large as its fair value. */
export function HoldingsMap({
  investments,
  currency,
}: {
  readonly investments: readonly Investment[];
  readonly currency: string;
}): ReactNode {
  const { language } = useLanguage();
  const held = investments.filter(({ fairValue }) => BigInt(fairValue) > 0n);
  const groups = [...Map.groupBy(held, ({ sector }) => sector)].map(([sector, of]): AreaGroup => ({
    id: sector,
    name: of[0]!.sectorName,
    areas: of.map(({ id, name, fairValue }) => ({
      ...{ id, name, to: `/investments/${id}` },
      value: drawn(fairValue, currency),
      text: shortMoney(fairValue, currency, language),
    })),
  }));
  return <Treemap title={words.holdings} groups={groups} table={<HoldingsTable held={held} />} />;
}

function HoldingsTable({ held }: { readonly held: readonly Investment[] }): ReactNode {
  const t = useText();
  return (
    <DataTable
      caption={words.holdings}
      keepsShape
      rows={held.toSorted((a, b) => (BigInt(a.fairValue) < BigInt(b.fairValue) ? 1 : -1))}
      keyOf={({ id }) => id}
      columns={[
        {
          id: "name",
          title: words.investment,
          isHead: true,
          cell: ({ id, name }) => <PageLink to={`/investments/${id}`}>{t(name)}</PageLink>,
        },
        { id: "sector", title: words.sector, cell: ({ sectorName }) => t(sectorName) },
        {
          id: "value",
          title: words.fairValue,
          isNumber: true,
          cell: (it) => <InvestmentFigure it={it} of="fairValue" minor={it.fairValue} />,
        },
        {
          id: "part",
          title: words.ofAll,
          isNumber: true,
          cell: (it) => <PartOfAll it={it} all={held} />,
        },
      ]}
    />
  );
}
