import type { ReactNode } from "react";
import { type Answer, useApi } from "../api/use-api.ts";
import { exactCellText } from "../format/cell.ts";
import { useLanguage, useText } from "../language/language-context.tsx";
import { ActLink } from "./act-link.tsx";
import { ClauseLink } from "./clause-link.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Day } from "./day.tsx";
import { Money } from "./money.tsx";
import { PageLink } from "./page-link.tsx";
import { StatusTag } from "./status-tag.tsx";
import { WhySource } from "./why-source.tsx";
import { words } from "./words.ts";

type Explained = Answer<"/api/v1/why/{cell}">;
type Posted = NonNullable<Explained["postings"]>[number];

/** Where a number comes from: other numbers, or postings with the acts behind them. */
export function Why({
  cell,
  asOf,
  onOpen,
}: {
  readonly cell: string;
  readonly asOf: string | undefined;
  /** Told which cell a reader wants to go on with. */
  readonly onOpen: (cell: string) => void;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const query = asOf === undefined ? {} : { asOf };
  const why = useApi("/api/v1/why/{cell}", { path: { cell }, query });
  return (
    <div className="why">
      <p className="why-label">{t(why.label)}</p>
      <p className="why-value">{exactCellText(why.value, language)}</p>
      <WhySource
        source={why.source as { readonly [field: string]: unknown }}
        currency={why.value.kind === "money" ? why.value.currency : undefined}
        onOpen={onOpen}
      />
      {why.acts !== undefined && why.acts.length > 0 && <ActsBehind acts={why.acts} />}
      {why.postings !== undefined && <PostingsBehind postings={why.postings} />}
    </div>
  );
}

function ActsBehind({ acts }: { readonly acts: NonNullable<Explained["acts"]> }): ReactNode {
  const t = useText();
  return (
    <div className="why-acts">
      <h3>{t(words.acts)}</h3>
      <ul>
        {acts.map((act) => (
          <li key={act.id}>
            <ActLink id={act.id} name={act.name} /> <Day date={act.effectiveDate} />{" "}
            <StatusTag status={act.status} /> <ClauseLink clause={act.clause} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const POSTING_COLUMNS: readonly Column<Posted>[] = [
  {
    id: "date",
    title: words.date,
    isHead: true,
    cell: ({ effectiveDate }) => <Day date={effectiveDate} />,
    sortBy: ({ effectiveDate }) => effectiveDate,
  },
  {
    id: "entry",
    title: { en: "Entry", ja: "記録" },
    isNumber: true,
    cell: ({ entry }) => <PageLink to={`/entries/${entry}`}>{`#${entry}`}</PageLink>,
    sortBy: ({ entry }) => entry,
  },
  { id: "vehicle", title: words.vehicle, cell: ({ vehicle }) => vehicle },
  {
    id: "accounts",
    title: words.account,
    cell: ({ postings }) => [...new Set(postings.map(({ account }) => account))].join(", "),
  },
  {
    id: "part",
    title: words.part,
    isNumber: true,
    cell: ({ part, postings }) =>
      part === undefined ? null : (
        <Money minor={part.minor} currency={postings[0]?.currency ?? ""} exact />
      ),
    sortBy: ({ part }) => BigInt(part?.minor ?? 0),
  },
];

function PostingsBehind({ postings }: { readonly postings: readonly Posted[] }): ReactNode {
  const t = useText();
  return (
    <>
      <h3>{t(words.postings)}</h3>
      <DataTable
        caption={words.postings}
        columns={POSTING_COLUMNS}
        rows={postings}
        keyOf={({ id }) => id}
      />
    </>
  );
}
