import type { ReactNode } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { usePlace } from "../../app/place.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import { words } from "./words.ts";

/** Refusals that are looked through for those of this code. */
const LOOKED_THROUGH = 200;

type Refusal = Answer<"/api/v1/refusals">["items"][number];

/** What a refusal's code means, and the last times that it was given. */
export function ProblemPage(): ReactNode {
  const t = useText();
  const code = usePlace("code");
  const { kind, text } = useApi("/problems/{code}", { path: { code } });
  return (
    <>
      <PageHeading title={words.area}>{t(words[kind])}</PageHeading>
      <Panel title={{ en: code, ja: code }}>
        <Notice kind="note">
          <Said text={t(text)} />
        </Notice>
      </Panel>
      {kind === "rejection" && <OnRecord code={code} />}
    </>
  );
}

function OnRecord({ code }: { readonly code: string }): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/refusals", { query: { limit: LOOKED_THROUGH } });
  const columns: readonly Column<Refusal>[] = [
    { id: "when", title: words.when, isHead: true, cell: ({ on }) => <Day date={on} /> },
    { id: "who", title: words.who, cell: ({ officer, party }) => `${officer} (${party})` },
    { id: "what", title: words.what, cell: (refusal) => <Said text={t(refusal.text)} /> },
    {
      id: "entry",
      title: words.entry,
      isNumber: true,
      cell: ({ entry }) => <PageLink to={`/entries/${entry}`}>{`#${entry}`}</PageLink>,
    },
  ];
  return (
    <Panel title={words.onRecord}>
      <DataTable
        caption={words.onRecord}
        columns={columns}
        rows={items.filter((refusal) => refusal.code === code)}
        keyOf={({ entry }) => String(entry)}
      />
    </Panel>
  );
}
