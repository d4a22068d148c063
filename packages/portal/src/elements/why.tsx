import { useSession } from "../session/session.ts";
import type { ReactNode } from "react";
import type { Answer } from "../api/use-api.ts";
import { type Parts, useParts } from "../api/use-parts.ts";
import { exactCellText } from "../format/cell.ts";
import { useLanguage, useText } from "../language/language-context.tsx";
import { ActLink } from "./act-link.tsx";
import { ClauseLink } from "./clause-link.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Day } from "./day.tsx";
import { Money } from "./money.tsx";
import { MoreButton } from "./more-button.tsx";
import { origin } from "./origin.ts";
import { PageLink } from "./page-link.tsx";
import { StatusTag } from "./status-tag.tsx";
import { WhySource } from "./why-source.tsx";
import { words } from "./words.ts";

type Explained = Answer<"/api/v1/why/{cell}">;
type Found = Parts<"/api/v1/why/{cell}">;
type Posted = NonNullable<Explained["postings"]>[number];

/** Where a number comes from: other numbers, or postings with the acts behind them. */
export function Why({
  cell,
  asOf,
  knownAt,
  onOpen,
}: {
  readonly cell: string;
  /** The business day of which it is, or the last entry that counts; today's and all if absent. */
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  /** Told which cell a reader wants to go on with. */
  readonly onOpen: (cell: string) => void;
}): ReactNode {
  const person = useSession()?.person;
  const isAtDesk = person?.role === "officer" || person?.role === "auditor";
  if (isAtDesk && cell.startsWith("posted.")) return <WhyPosted {...{ cell, onOpen }} />;
  return <WhyCell {...{ cell, asOf, knownAt, onOpen }} />;
}

type Asked = { readonly cell: string; readonly onOpen: (cell: string) => void };

function WhyCell({
  cell,
  asOf,
  knownAt,
  onOpen,
}: Asked & {
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
}): ReactNode {
  const query = {
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  const found = useParts("/api/v1/why/{cell}", { path: { cell }, query });
  return <Explanation found={found} onOpen={onOpen} />;
}

/** Of whatever subject: what those may see who run the fund or examine it. */
function WhyPosted({ cell, onOpen }: Asked): ReactNode {
  const found = useParts("/api/v1/why-posted/{cell}", { path: { cell } });
  return <Explanation found={found} onOpen={onOpen} />;
}

/** What was found of a number, as far as it has come. */
export function Explanation({
  found,
  onOpen,
}: {
  readonly found: Found;
  readonly onOpen: (cell: string) => void;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const why = found.first;
  const postings = found.parts.flatMap((part) => part.postings ?? []);
  const acts = new Map(found.parts.flatMap((part) => part.acts ?? []).map((act) => [act.id, act]));
  return (
    <div className="why" {...origin("why")}>
      <p className="why-label">{t(why.label)}</p>
      <p className="why-value">{exactCellText(why.value, language)}</p>
      <WhySource
        source={sourceOf(found.parts)}
        currency={why.value.kind === "money" ? why.value.currency : undefined}
        onOpen={onOpen}
      />
      {acts.size > 0 && <ActsBehind acts={[...acts.values()]} />}
      {why.postings !== undefined && <PostingsBehind postings={postings} />}
      <MoreButton of={found} />
    </div>
  );
}

type Source = { readonly [field: string]: unknown };

/** A source whose list has come in parts: of a list all that has come, of the rest the first. */
function sourceOf(parts: readonly Explained[]): Source {
  const [first = {}, ...others] = parts.map(({ source }) => source as Source);
  return Object.fromEntries(
    Object.entries(first).map(([field, value]) => [
      field,
      LISTS.includes(field) && Array.isArray(value)
        ? [...(value as unknown[]), ...others.flatMap((each) => each[field] as unknown[])]
        : value,
    ]),
  );
}

/** Fields of a source that can be long. */
const LISTS: readonly string[] = ["parts", "movements", "flows"];

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
