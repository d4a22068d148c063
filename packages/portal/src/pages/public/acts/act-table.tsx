import type { ReactNode } from "react";
import type { Schemas } from "../../../api/client.ts";
import { ActFigure } from "../../../elements/act-figure.tsx";
import { ActLink } from "../../../elements/act-link.tsx";
import { ActSubjects } from "../../../elements/act-subjects.tsx";
import { ClauseLink } from "../../../elements/clause-link.tsx";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { StatusTag } from "../../../elements/status-tag.tsx";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

type Act = Schemas["ActSummary"];

/** Acts as a table: what, about what, how much, who, where it stands, by which clause. */
export function ActTable({ acts }: { readonly acts: readonly Act[] }): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const columns: readonly Column<Act>[] = [
    {
      id: "date",
      title: shared.date,
      cell: ({ effectiveDate }) => <Day date={effectiveDate} />,
    },
    {
      id: "act",
      title: words.act,
      isHead: true,
      cell: ({ id, name }) => <ActLink {...{ id, name }} />,
    },
    {
      id: "about",
      title: words.about,
      cell: ({ about }) => <ActSubjects of={about} />,
    },
    {
      id: "amount",
      title: shared.amount,
      isNumber: true,
      cell: ({ amount, id, name }) =>
        amount === undefined ? "" : <ActFigure {...amount} act={id} name={name} />,
    },
    { id: "by", title: words.by, cell: ({ party }) => t(nameOf(party)) },
    { id: "status", title: shared.status, cell: ({ status }) => <StatusTag status={status} /> },
    { id: "clause", title: shared.clause, cell: ({ clause }) => <ClauseLink clause={clause} /> },
  ];
  return (
    <DataTable caption={shared.decisions} columns={columns} rows={acts} keyOf={({ id }) => id} />
  );
}
