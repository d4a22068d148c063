import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import { type Requested, useQuantity } from "./quantity.ts";
import { RequestPanel } from "./request-panel.tsx";
import { words } from "./words.ts";

/** What citizens have asked a distributor to order. */
export function RequestsPage(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/order-requests");
  const open = items.filter(({ request }) => request.standing === "asked");
  const closed = items.filter(({ request }) => request.standing !== "asked");
  return (
    <>
      <PageHeading title={words.title}>{t(words.lead)}</PageHeading>
      <h2>{t(words.open)}</h2>
      {open.length === 0 && <p className="nothing">{t(words.none)}</p>}
      <div className="grid">
        {open.map((item) => (
          <RequestPanel key={item.request.id} item={item} />
        ))}
      </div>
      <Panel title={words.closed} wide>
        {closed.length === 0 ? (
          <p className="nothing">{t(words.noneClosed)}</p>
        ) : (
          <ClosedTable items={closed} />
        )}
      </Panel>
    </>
  );
}

function ClosedTable({ items }: { readonly items: readonly Requested[] }): ReactNode {
  const t = useText();
  const quantity = useQuantity();
  return (
    <DataTable
      caption={words.closed}
      rows={items}
      keyOf={({ request }) => request.id}
      columns={[
        {
          id: "kind",
          title: words.kind,
          isHead: true,
          cell: ({ request }) => t(words.kinds[request.kind]),
        },
        { id: "holder", title: words.holder, cell: ({ request }) => request.holder },
        {
          id: "quantity",
          title: words.quantity,
          isNumber: true,
          cell: ({ request }) => quantity(request),
        },
        {
          id: "asked",
          title: words.askedAt,
          cell: ({ request }) => <Day date={request.askedAt} />,
        },
        {
          id: "standing",
          title: words.standing,
          cell: ({ request: { standing, reason = "", differs } }) => (
            <>
              {t(words.standings[standing])} <Said text={reason} />
              {differs === true && <strong> {t(words.differs)}</strong>}
            </>
          ),
        },
        {
          id: "act",
          title: words.act,
          cell: ({ request: { act } }) =>
            act === undefined ? "–" : <PageLink to={`/acts/${act}`}>{act.slice(0, 12)}</PageLink>,
        },
      ]}
    />
  );
}
