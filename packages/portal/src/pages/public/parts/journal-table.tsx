import type { ReactNode } from "react";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Money } from "../../../elements/money.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { LocalizedText } from "../../../language/text.ts";
import { words as shared } from "../words.ts";

type Journal = Answer<"/api/v1/acts/{id}">["postings"][number];

const words = {
  account: { en: "Account", ja: "勘定科目" },
  subject: { en: "Subject", ja: "補助科目" },
  debit: { en: "Debit", ja: "借方" },
  credit: { en: "Credit", ja: "貸方" },
} as const;

/** Names of accounts, as the charter gives them. */
function useAccountNames(): (code: string) => LocalizedText {
  const { charter } = useApi("/api/v1/charter", {});
  const names = new Map(charter.accounts.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? { en: code };
}

/** Journal entries, debit and credit beside each other. */
export function JournalTable({ entries }: { readonly entries: readonly Journal[] }): ReactNode {
  const t = useText();
  const nameOf = useAccountNames();
  return entries.map((journal) => (
    <DataTable
      key={journal.id}
      caption={{ en: journal.id, ja: journal.id }}
      rows={journal.postings.map((posting, n) => ({ ...posting, n }))}
      keyOf={({ n }) => String(n)}
      columns={[
        {
          id: "account",
          title: words.account,
          isHead: true,
          cell: ({ account }) => `${account} ${t(nameOf(account))}`,
        },
        { id: "subject", title: words.subject, cell: ({ subject }) => subject },
        {
          id: "date",
          title: shared.date,
          cell: () => <Day date={journal.effectiveDate} />,
        },
        side("debit", 1n),
        side("credit", -1n),
      ]}
    />
  ));
}

type Posting = Journal["postings"][number];

/** Debits are positive on record, credits negative. */
function side(id: "debit" | "credit", sign: bigint) {
  return {
    ...{ id, title: words[id], isNumber: true as const },
    cell: ({ minor, currency }: Posting) => {
      const amount = BigInt(minor) * sign;
      return amount > 0n ? <Money minor={amount} currency={currency} exact /> : "";
    },
  };
}
