import type { ReactNode } from "react";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Money } from "../../../elements/money.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import { facilityWords, words } from "./words.ts";

type Facility = Answer<"/api/v1/facilities">["items"][number];

const isRepaid = ({ principal, undrawn }: Facility): boolean =>
  BigInt(principal) === 0n && BigInt(undrawn) === 0n;

/** Every loan, bond and line: who lends, how much is owed, at which rate, until when. */
export function FacilityPanel(): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const { items } = useApi("/api/v1/facilities", {});
  const columns: readonly Column<Facility>[] = [
    { id: "id", title: words.facility, isHead: true, cell: ({ name }) => <Said text={t(name)} /> },
    {
      id: "kind",
      title: words.kind,
      cell: ({ kind }) => t(facilityWords[kind] ?? { en: kind }),
    },
    { id: "lender", title: words.lender, cell: ({ lender }) => t(nameOf(lender)) },
    {
      id: "principal",
      title: words.principal,
      isNumber: true,
      cell: (it) =>
        isRepaid(it) ? t(words.repaid) : <Money minor={it.principal} currency={it.currency} />,
      sortBy: ({ principal }) => BigInt(principal),
    },
    {
      id: "undrawn",
      title: words.undrawn,
      isNumber: true,
      cell: ({ undrawn, currency }) => <Money minor={undrawn} currency={currency} />,
    },
    { id: "rate", title: words.rate, isNumber: true, cell: ({ rate }) => <Rate {...rate} /> },
    {
      id: "maturity",
      title: words.maturity,
      cell: ({ maturity }) => <Day date={maturity} />,
      sortBy: ({ maturity }) => maturity,
    },
  ];
  return (
    <Panel title={words.facilities}>
      <DataTable caption={words.facilities} columns={columns} rows={items} keyOf={({ id }) => id} />
    </Panel>
  );
}

function Rate(rate: Facility["rate"]): ReactNode {
  const t = useText();
  if (rate.kind === "fixed") return rate.rate;
  return t(words.floating, t(rate.indexName), rate.spread);
}
