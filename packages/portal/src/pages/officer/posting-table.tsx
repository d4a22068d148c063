import { origin } from "../../elements/origin.ts";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Money } from "../../elements/money.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import { useAccountName, useNameOf } from "./party-names.ts";
import { effectWords } from "./words/effects.ts";

type Entry = Schemas["JournalEntry"];
type Row = Entry["postings"][number] & { readonly id: string; readonly vehicle: string };

/** The postings that an act would make, entry by entry; folded away until somebody looks. */
export function PostingTable({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const t = useText();
  const count = entries.reduce((sum, { postings }) => sum + postings.length, 0);
  return (
    <details className="postings" {...origin("draft")}>
      <summary>
        {t(effectWords.postings)} ({count})
      </summary>
      <PostingRows entries={entries} />
    </details>
  );
}

/** Postings as rows of a table. */
export function PostingRows({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const accountName = useAccountName();
  const nameOf = useNameOf();
  const rows = entries.flatMap(({ id, vehicle, postings }) =>
    postings.map((posting, index): Row => ({ ...posting, vehicle, id: `${id} ${index}` })),
  );
  const columns: readonly Column<Row>[] = [
    {
      id: "account",
      title: effectWords.account,
      isHead: true,
      cell: ({ account }) => `${account} ${accountName(account)}`,
    },
    {
      id: "subject",
      title: effectWords.subject,
      cell: ({ subject }) => <Said text={nameOf(subject).slice(0, 24)} />,
    },
    { id: "vehicle", title: effectWords.vehicle, cell: ({ vehicle }) => nameOf(vehicle) },
    {
      id: "amount",
      title: effectWords.amount,
      isNumber: true,
      cell: ({ minor, currency }) => <Money minor={minor} currency={currency} exact />,
    },
  ];
  return (
    <DataTable
      caption={effectWords.postings}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
    />
  );
}
