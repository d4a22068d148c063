import type { ReactNode } from "react";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Money } from "../../elements/money.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import type { PartyNotice } from "./notices-page.tsx";
import { words } from "./words.ts";

type Standing = Extract<PartyNotice, { kind: "call" }>["before"];
type Paid = Extract<PartyNotice, { kind: "distribution" }>["payments"][number];

export type AmountLine = {
  readonly label: Text;
  readonly own: string;
  /** Of all partners together, where the record has it. */
  readonly whole?: string;
  readonly isSum?: boolean;
};

/** Amounts of the party, beside those of all. */
export function Amounts({
  lines,
  currency,
  own,
}: {
  readonly lines: readonly AmountLine[];
  readonly currency: string;
  /** What the party's column is called. */
  readonly own: Text;
}): ReactNode {
  const t = useText();
  const money = (minor: string | undefined): ReactNode =>
    minor === undefined ? "" : <Money minor={minor} currency={currency} exact />;
  return (
    <>
      <h2>{t(words.amounts)}</h2>
      <DataTable
        caption={words.amounts}
        rows={lines}
        keyOf={({ label }) => label.en}
        columns={[
          {
            id: "line",
            title: words.line,
            isHead: true,
            cell: ({ label, isSum }) => (isSum === true ? <strong>{t(label)}</strong> : t(label)),
          },
          {
            id: "own",
            title: own,
            isNumber: true,
            cell: (line) =>
              line.isSum === true ? <strong>{money(line.own)}</strong> : money(line.own),
          },
          { id: "whole", title: words.whole, isNumber: true, cell: ({ whole }) => money(whole) },
        ]}
      />
    </>
  );
}

const STANDINGS = ["committed", "unfunded", "recallable"] as const;

/** What may be called, before the notice and after it. */
export function CommitmentEffect({
  before,
  after,
  currency,
}: {
  readonly before: Standing;
  readonly after: Standing;
  readonly currency: string;
}): ReactNode {
  const t = useText();
  const money = (minor: string): ReactNode => <Money minor={minor} currency={currency} exact />;
  return (
    <>
      <h2>{t(words.commitmentEffect)}</h2>
      <DataTable
        caption={words.commitmentEffect}
        rows={STANDINGS}
        keyOf={(of) => of}
        columns={[
          { id: "line", title: words.line, isHead: true, cell: (of) => t(words[of]) },
          { id: "before", title: words.before, isNumber: true, cell: (of) => money(before[of]) },
          { id: "after", title: words.after, isNumber: true, cell: (of) => money(after[of]) },
        ]}
      />
    </>
  );
}

/** Payments behind a notice, with when each left and under which reference. */
export function Payments({
  payments,
  currency,
}: {
  readonly payments: readonly Paid[];
  readonly currency: string;
}): ReactNode {
  const t = useText();
  if (payments.length === 0) return null;
  return (
    <>
      <h2>{t(words.payments)}</h2>
      <DataTable
        caption={words.payments}
        rows={payments}
        keyOf={({ id }) => id}
        columns={[
          {
            id: "on",
            title: words.releasedOn,
            isHead: true,
            cell: ({ releasedOn }) =>
              releasedOn === undefined ? t(words.notReleased) : <Day date={releasedOn} />,
          },
          {
            id: "amount",
            title: words.amount,
            isNumber: true,
            cell: ({ minor }) => <Money minor={minor} currency={currency} exact />,
          },
          {
            id: "reference",
            title: words.bankReference,
            cell: ({ bankReference = "" }) => <Said text={bankReference} />,
          },
          {
            id: "entry",
            title: words.onRecord,
            cell: ({ entry, releasedBy = entry }) => (
              <PageLink to={`/entries/${releasedBy}`}>{`#${releasedBy}`}</PageLink>
            ),
          },
        ]}
      />
    </>
  );
}
