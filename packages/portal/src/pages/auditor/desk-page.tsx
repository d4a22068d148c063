import "./auditor.css";
import { origin } from "../../elements/origin.ts";
import { type ReactNode } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Waiting } from "../../elements/waiting.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { useText } from "../../language/language-context.tsx";
import { words } from "./words.ts";

type Listed = Answer<"/api/v1/audit/lists">["items"][number];

const grouped = (count: number): string => count.toLocaleString("en");

/** Everything that an auditor looks for, with how much there is of it in each year. */
export function DeskPage(): ReactNode {
  const t = useText();
  const { items, size } = useApi("/api/v1/audit/lists", {});
  return (
    <>
      <PageHeading title={words.desk}>{t(words.deskLead)}</PageHeading>
      <div className="grid">
        <Panel title={words.record}>
          <p className="audit-number">{t(words.entriesOn, grouped(size))}</p>
          <ul className="audit-ways">
            <li>
              <PageLink to="/auditor/verify">{t(words.verifyNow)}</PageLink>
            </li>
            <li>
              <PageLink to="/auditor/samples">{t(words.drawSample)}</PageLink>
            </li>
            <li>
              <PageLink to="/auditor/statements">{t(words.openStatements)}</PageLink>
            </li>
          </ul>
        </Panel>
        <Panel title={words.checks}>
          <Waiting>
            <ChecksVerdict />
          </Waiting>
        </Panel>
      </div>
      <Panel title={words.lists} aside={t(words.byYear)}>
        <ListTable items={items} />
      </Panel>
    </>
  );
}

function ChecksVerdict(): ReactNode {
  const t = useText();
  const { items, size } = useApi("/api/v1/checks");
  const broken = items.filter(({ holds }) => !holds).length;
  return (
    <>
      <Notice kind={broken === 0 ? "good" : "wrong"}>
        <p>
          {broken === 0
            ? t(words.checksHold, grouped(items.length))
            : t(words.checksBroken, grouped(broken), grouped(items.length))}
        </p>
        <p>{t(words.checkedUpTo, grouped(size - 1))}</p>
      </Notice>
      <PageLink to="/auditor/checks">{t(words.openChecks)}</PageLink>
    </>
  );
}

/** Years across, lists down: where something begins or ends stands out. */
function ListTable({ items }: { readonly items: readonly Listed[] }): ReactNode {
  const t = useText();
  const years = [...new Set(items.flatMap(({ counts }) => counts.years.map(({ year }) => year)))];
  const columns: readonly Column<Listed>[] = [
    {
      id: "list",
      title: words.list,
      isHead: true,
      cell: ({ name, title, holds }) => (
        <>
          <PageLink to={`/auditor/lists/${name}`}>{t(title)}</PageLink>
          <span className="audit-holds">{t(holds)}</span>
        </>
      ),
    },
    {
      id: "total",
      title: words.total,
      isNumber: true,
      cell: ({ name, counts: { total } }) => <Count count={total} list={name} />,
      sortBy: ({ counts }) => counts.total,
    },
    ...years
      .toSorted((a, b) => Number(a) - Number(b))
      .map((year): Column<Listed> => ({
        id: year,
        title: { en: year, ja: year },
        isNumber: true,
        cell: ({ name, counts }) => (
          <Count
            count={counts.years.find((of) => of.year === year)?.count ?? 0}
            list={`${name}?year=${year}`}
          />
        ),
      })),
  ];
  return (
    <DataTable
      caption={words.lists}
      columns={columns}
      rows={items}
      keyOf={({ name }) => name}
      keepsShape
    />
  );
}

/** None is as much worth seeing as many, but should not draw the eye. */
function Count({
  count,
  list,
}: {
  readonly count: number;
  /** The list that has what is counted. */
  readonly list: string;
}): ReactNode {
  if (count > 0) {
    return (
      <PageLink to={`/auditor/lists/${list}`} className="figure">
        {grouped(count)}
      </PageLink>
    );
  }
  return (
    <span className="audit-none" {...origin("nothing")}>
      {grouped(count)}
    </span>
  );
}
