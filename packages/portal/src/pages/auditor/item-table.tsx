import { shortMoney } from "../../format/money.ts";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { ActLink } from "../../elements/act-link.tsx";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Said } from "../../elements/said.tsx";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { usePartyNames } from "../public/parts/party-names.ts";
import { listWords as words } from "./words.ts";

type Item = Schemas["AuditItem"];

/** What was found, with whose it is and the way to what shows it. */
export function ItemTable({ items }: { readonly items: readonly Item[] }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const nameOf = usePartyNames();
  const columns: readonly Column<Item>[] = [
    { id: "on", title: words.on, cell: ({ on }) => <Day date={on} />, sortBy: ({ on }) => on },
    {
      id: "what",
      title: words.what,
      isHead: true,
      cell: ({ text }) => <Said text={t(text)} />,
    },
    {
      id: "act",
      title: words.act,
      cell: ({ act, actName, actType = "" }) => {
        const name = actName ?? { en: actType, ja: actType };
        return act === undefined ? t(name) : <ActLink id={act} name={name} />;
      },
    },
    {
      id: "parties",
      title: words.parties,
      cell: ({ parties }) => (
        <span className="audit-whole">{parties.map((party) => t(nameOf(party))).join(", ")}</span>
      ),
    },
    {
      id: "amount",
      title: words.amount,
      isNumber: true,
      cell: ({ amount, ...item }) =>
        amount !== undefined && (
          <PageLink to={evidenceOf(item)} className="figure">
            {shortMoney(amount.minor, amount.currency, language)}
          </PageLink>
        ),
    },
    { id: "clause", title: words.clause, cell: ({ clause }) => <ClauseLink clause={clause} /> },
    {
      id: "evidence",
      title: words.evidence,
      cell: (item) => (
        <PageLink to={evidenceOf(item)} className="audit-whole">
          {t(words.entry, item.entry.toLocaleString("en"))}
        </PageLink>
      ),
    },
  ];
  const hasAmounts = items.some(({ amount }) => amount !== undefined);
  const shown = columns.filter(({ id }) => hasAmounts || id !== "amount");
  const numbered = items.map((item, n) => ({ ...item, n }));
  return (
    <DataTable
      caption={words.what}
      columns={shown}
      rows={numbered}
      keyOf={(item) => `${item.entry}/${"n" in item ? String(item.n) : ""}`}
    />
  );
}

/** Where the evidence of an item is shown: of its act, or of its entry where it is of none. */
const evidenceOf = ({ act, entry }: Pick<Item, "act" | "entry">): string =>
  act === undefined
    ? `/auditor/evidence?of=entry&id=${entry}`
    : `/auditor/evidence?of=act&id=${act}`;
