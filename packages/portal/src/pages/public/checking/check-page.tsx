import "../parts/parts.css";
import "./checking.css";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { type ReactNode, useState } from "react";
import { useApi } from "../../../api/use-api.ts";
import { useChoice } from "../../../app/place.ts";
import { Button } from "../../../elements/button.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Loading } from "../../../elements/loading.tsx";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { TextField } from "../../../elements/text-field.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words as overview } from "../overview/words.ts";
import { usePartyNames } from "../parts/party-names.ts";
import { words as shared } from "../words.ts";
import { ConsistencyPanel } from "./consistency-panel.tsx";
import { InclusionResult } from "./inclusion-result.tsx";
import type { OpenedCheckpoint, Signer } from "./signers.ts";
import { useCheckpoint } from "./use-checkpoint.ts";
import { words } from "./words.ts";

/** The signed checkpoint, and checks of the record that run in the reader's own browser. */
export function CheckPage(): ReactNode {
  const t = useText();
  const { standing, opened, bytes } = useCheckpoint();
  return (
    <>
      <PageHeading title={shared.check}>{t(words.lead)}</PageHeading>
      {standing === "waiting" && <Loading />}
      {standing === "unable" && <Notice kind="caution">{t(overview.cannotVerify)}</Notice>}
      {(standing === "malformed" || standing === "absent") && (
        <Notice kind="wrong">{t(overview.signedBadly)}</Notice>
      )}
      {opened !== undefined && bytes !== undefined && (
        <>
          <CheckpointPanel opened={opened} bytes={bytes} />
          <InclusionPanel opened={opened} />
          <ConsistencyPanel opened={opened} />
        </>
      )}
      <ToolsPanel />
    </>
  );
}

const ROLES = { log: words.roleLog, mirror: words.roleMirror, witness: words.roleWitness };

function CheckpointPanel({
  opened: { checkpoint, signers },
  bytes,
}: {
  readonly opened: OpenedCheckpoint;
  readonly bytes: Uint8Array;
}): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const text = new TextDecoder().decode(bytes);
  return (
    <Panel title={words.checkpoint} from="verified">
      <p className="panel-note">{t(words.checkpointLead)}</p>
      <dl className="fields">
        <dt>{t(words.log)}</dt>
        <dd>{checkpoint.origin}</dd>
        <dt>{t(words.size)}</dt>
        <dd>{checkpoint.size.toLocaleString("en")}</dd>
        <dt>{t(words.root)}</dt>
        <dd>
          <code>{base64Encode(checkpoint.root)}</code>
        </dd>
      </dl>
      <DataTable
        caption={words.signers}
        rows={signers}
        keyOf={({ role, who }) => `${role} ${who}`}
        columns={[
          {
            id: "who",
            title: words.signer,
            isHead: true,
            cell: ({ role, who }) => (role === "mirror" ? t(nameOf(who)) : who),
          },
          { id: "role", title: words.role, cell: ({ role }) => t(ROLES[role]) },
          { id: "standing", title: words.signature, cell: (each) => <Standing signer={each} /> },
          {
            id: "time",
            title: words.signedAt,
            cell: ({ time }) =>
              time === undefined ? "" : <Day date={new Date(time * 1000).toISOString()} />,
          },
        ]}
      />
      <Keys />
      <details>
        <summary>{t(words.raw)}</summary>
        <pre className="checkpoint-raw">{text}</pre>
      </details>
      <p className="panel-note">{t(words.saveLead)}</p>
      <a href="/log/checkpoint" download={`checkpoint-${checkpoint.size}.txt`}>
        {t(words.save)}
      </a>
    </Panel>
  );
}

function Standing({ signer: { standing } }: { readonly signer: Signer }): ReactNode {
  const t = useText();
  return <span className={`signer-${standing}`}>{t(words[standing])}</span>;
}

function Keys(): ReactNode {
  const t = useText();
  const { keys } = useApi("/api/v1/fund");
  const all = [
    keys.log,
    ...keys.mirrors.map(({ vkey }) => vkey),
    ...keys.witnesses.map(({ vkey }) => vkey),
  ];
  return (
    <details>
      <summary>{t(words.keys)}</summary>
      <p className="panel-note">{t(words.keysLead)}</p>
      <pre className="checkpoint-raw">{all.join("\n")}</pre>
    </details>
  );
}

/** The entry is kept in the address, so that a check of it can be sent to somebody. */
function InclusionPanel({ opened }: { readonly opened: OpenedCheckpoint }): ReactNode {
  const t = useText();
  const [asked, ask] = useChoice("entry");
  const [typed, type] = useState(asked);
  const label = t(words.entryNumber, String(opened.checkpoint.size - 1));
  const index = /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
  return (
    <Panel title={words.inclusion}>
      <p className="panel-note">{t(words.inclusionLead)}</p>
      <form
        className="entry-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed.trim());
        }}
      >
        <TextField label={{ en: label, ja: label }} value={typed} onChange={type} />
        <Button type="submit" look="main">
          {t(words.run)}
        </Button>
      </form>
      {index !== undefined && <InclusionResult opened={opened} index={index} />}
    </Panel>
  );
}

function ToolsPanel(): ReactNode {
  const t = useText();
  return (
    <Panel title={words.tools}>
      <p className="panel-note">{t(words.toolsLead)}</p>
      <code className="command">jointfund verify DIR --against checkpoint.txt</code>
    </Panel>
  );
}
