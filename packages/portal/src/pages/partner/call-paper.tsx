import type { ReactNode } from "react";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Money } from "../../elements/money.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Said } from "../../elements/said.tsx";
import { unitsText } from "../../format/money.ts";
import { useText } from "../../language/language-context.tsx";
import type { PartyNotice } from "./notices-page.tsx";
import { type AmountLine, Amounts, CommitmentEffect } from "./paper-parts.tsx";
import { words } from "./words.ts";

type Call = Extract<PartyNotice, { kind: "call" }>;

const isSome = (minor: string): boolean => BigInt(minor) !== 0n;

/** A capital call notice. */
export function CallPaper({ notice }: { readonly notice: Call }): ReactNode {
  const { currency, before, after } = notice;
  const lines: readonly AmountLine[] = [
    { label: words.asked, own: notice.minor, whole: notice.whole },
    ...(isSome(notice.cancelled) ? [{ label: words.cancelled, own: notice.cancelled }] : []),
    { label: words.received, own: notice.received },
    ...(isSome(notice.lateInterest) ? [{ label: words.late, own: notice.lateInterest }] : []),
    { label: words.stillOpen, own: notice.open, isSum: true },
  ];
  return (
    <>
      <Head notice={notice} />
      <Amounts lines={lines} currency={currency} own={words.yourPart} />
      <CommitmentEffect before={before} after={after} currency={currency} />
      <Receipts receipts={notice.receipts} />
    </>
  );
}

function Head({ notice }: { readonly notice: Call }): ReactNode {
  const t = useText();
  const { dueDate, reference, purpose, investment, price, microUnits, lateRate } = notice;
  return (
    <dl className="pairs">
      <dt>{t(words.dueDate)}</dt>
      <dd className="due">
        <Day date={dueDate} />
      </dd>
      <dt>{t(words.reference)}</dt>
      <dd>
        <code>{reference}</code>
      </dd>
      <dt>{t(words.purpose)}</dt>
      <dd>
        {t(words.purposes[purpose])}
        {investment !== undefined && (
          <>
            {" "}
            <PageLink to={`/investments/${investment}`}>{investment}</PageLink>
          </>
        )}
      </dd>
      {price !== undefined && (
        <>
          <dt>{t(words.buys, price)}</dt>
          <dd>{unitsText(microUnits)}</dd>
        </>
      )}
      {lateRate !== undefined && (
        <>
          <dt>{t(words.late)}</dt>
          <dd>{t(words.lateRate, lateRate)}</dd>
        </>
      )}
      <dt className="hint">{t(words.referenceHint)}</dt>
      <dd />
    </dl>
  );
}

function Receipts({ receipts }: { readonly receipts: Call["receipts"] }): ReactNode {
  const t = useText();
  if (receipts.length === 0) return null;
  return (
    <>
      <h2>{t(words.receipts)}</h2>
      <DataTable
        caption={words.receipts}
        rows={receipts}
        keyOf={({ act }) => act}
        columns={[
          { id: "on", title: words.day, isHead: true, cell: ({ on }) => <Day date={on} /> },
          {
            id: "amount",
            title: words.amount,
            isNumber: true,
            cell: ({ minor, currency }) => <Money minor={minor} currency={currency} exact />,
          },
          {
            id: "reference",
            title: words.bankReference,
            cell: ({ bankReference = "" }) => <Said text={bankReference} />,
          },
          {
            id: "entry",
            title: words.onRecord,
            cell: ({ entry }) => <PageLink to={`/entries/${entry}`}>{`#${entry}`}</PageLink>,
          },
        ]}
      />
    </>
  );
}
