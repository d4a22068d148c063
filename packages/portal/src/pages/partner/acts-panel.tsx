import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { DataTable } from "../../elements/data-table.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { useText } from "../../language/language-context.tsx";
import { words } from "./words.ts";

/** What the charter lets a partner propose or report of its own, each with the form for it. */
export function ActsPanel({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/act-types");
  const own = items.filter(({ isMine, propose }) => isMine && propose.includes(party));
  return (
    <Panel
      title={words.ownActs}
      aside={<PageLink to="/desk/propose">{t(words.everyAct)}</PageLink>}
      wide
    >
      <DataTable
        caption={words.ownActs}
        rows={own}
        keyOf={({ type }) => type}
        columns={[
          {
            id: "act",
            title: words.act,
            isHead: true,
            cell: ({ type, name, clause = "" }) => (
              <>
                <PageLink to={`/desk/draft?type=${type}`}>{t(name)}</PageLink>{" "}
                <ClauseLink clause={clause} />
              </>
            ),
          },
          { id: "what", title: words.whatItDoes, cell: ({ description }) => t(description) },
        ]}
      />
    </Panel>
  );
}
