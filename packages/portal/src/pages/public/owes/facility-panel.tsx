import { ACCOUNTS, DEBT_ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import type { ReactNode } from "react";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { PostedFigure, type PostedOf } from "../../../elements/posted-figure.tsx";
import { Said } from "../../../elements/said.tsx";
import { words as shared } from "../../../elements/words.ts";
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
      cell: (it) => (isRepaid(it) ? t(words.repaid) : <Balance it={it} of="principal" />),
      sortBy: ({ principal }) => BigInt(principal),
    },
    {
      id: "undrawn",
      title: words.undrawn,
      isNumber: true,
      cell: (it) => <Balance it={it} of="undrawn" />,
    },
    { id: "rate", title: words.rate, isNumber: true, cell: (it) => <Rate it={it} /> },
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

/** What is owed, or may still be drawn, with the postings that it is made of. */
function Balance({
  it,
  of,
}: {
  readonly it: Facility;
  readonly of: "principal" | "undrawn";
}): ReactNode {
  const { id: subject, vehicle, currency } = it;
  const asked: PostedOf =
    of === "principal"
      ? { vehicle, currency, subject, accounts: DEBT_ACCOUNTS, isCredit: true }
      : { vehicle, currency, subject, accounts: [ACCOUNTS.undrawnFacilities] };
  return <PostedFigure minor={it[of]} label={words[of]} of={asked} />;
}

/** The rate with the act that agreed on it. */
function Rate({ it: { rate, act } }: { readonly it: Facility }): ReactNode {
  const t = useText();
  const text =
    rate.kind === "fixed" ? rate.rate : t(words.floating, t(rate.indexName), rate.spread);
  if (act === undefined) return text;
  return (
    <PageLink
      to={`/acts/${act}`}
      className="figure"
      aria-label={`${text}. ${t(shared.why, t(words.rate))}`}
    >
      {text}
    </PageLink>
  );
}
