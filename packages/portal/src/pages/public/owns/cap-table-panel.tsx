import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { Money } from "../../../elements/money.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { percentText } from "../../../format/ratio.ts";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import type { Detail } from "./investment-page.tsx";
import { instrumentWords, words } from "./words.ts";

/** Who has promised and paid what, beside the fund. */
export function CapTablePanel({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const shareOf = (holder: string): string | undefined =>
    it.shares.find((each) => each.holder === holder)?.share;
  return (
    <Panel title={words.capTable}>
      <p className="panel-note">{t(words.capTableLead)}</p>
      <DataTable
        caption={words.capTable}
        rows={it.stakes}
        keyOf={({ holder, instrument }) => `${holder} ${instrument}`}
        columns={[
          {
            id: "holder",
            title: words.holder,
            isHead: true,
            cell: ({ holder }) => t(nameOf(holder)),
          },
          {
            id: "instrument",
            title: words.instrument,
            cell: ({ instrument }) => t(instrumentWords[instrument]),
          },
          {
            id: "committed",
            title: words.committed,
            isNumber: true,
            cell: ({ committed }) => <Money minor={committed} currency={it.currency} />,
          },
          {
            id: "funded",
            title: words.funded,
            isNumber: true,
            cell: ({ funded }) => <Money minor={funded} currency={it.currency} />,
          },
          {
            id: "share",
            title: words.share,
            isNumber: true,
            cell: ({ holder, instrument }) => {
              const share = instrument === "equity" ? shareOf(holder) : undefined;
              return share === undefined ? "–" : percentText(share);
            },
          },
        ]}
      />
    </Panel>
  );
}
