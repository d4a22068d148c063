import type { ReactNode } from "react";
import { useApi } from "../../../api/use-api.ts";
import { ActLink } from "../../../elements/act-link.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Fingerprint } from "../../../elements/fingerprint.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words } from "./words.ts";

/** Every version that was in force: from when, by which act, and what it changed. */
export function VersionsPanel(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/charter/versions", {});
  return (
    <Panel title={words.versions} aside={<a href="/api/v1/charter">{t(words.data)}</a>}>
      <DataTable
        caption={words.versions}
        rows={items.toReversed()}
        keyOf={({ hash }) => hash}
        columns={[
          {
            id: "version",
            title: words.version,
            isHead: true,
            cell: ({ version }) => version,
          },
          { id: "from", title: words.from, cell: ({ from }) => <Day date={from} /> },
          {
            id: "act",
            title: words.byAct,
            cell: ({ act, version }) => (
              <ActLink id={act} name={version === 1 ? words.adoption : words.amendment} />
            ),
          },
          {
            id: "changed",
            title: words.changed,
            cell: ({ changed, reason }) => (
              <>
                <Said text={reason} />
                {changed
                  .filter((path) => path !== "/version")
                  .map((path) => (
                    <code key={path} className="path">
                      {path}
                    </code>
                  ))}
              </>
            ),
          },
          { id: "hash", title: words.hash, cell: ({ hash }) => <Fingerprint of={hash} /> },
        ]}
      />
    </Panel>
  );
}
