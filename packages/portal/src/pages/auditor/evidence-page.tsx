import "./auditor.css";
import { type ReactNode, useMemo, useState } from "react";
import { type Answer, type Asked, useApi } from "../../api/use-api.ts";
import { useChoice } from "../../app/place.ts";
import { ActLink } from "../../elements/act-link.tsx";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { DocumentField, type HashedDocument } from "../../elements/document-field.tsx";
import { Fingerprint } from "../../elements/fingerprint.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { StatusTag } from "../../elements/status-tag.tsx";
import { useText } from "../../language/language-context.tsx";
import { JournalTable } from "../public/parts/journal-table.tsx";
import { usePartyNames } from "../public/parts/party-names.ts";
import { inclusionOf, type Step } from "./inclusion.ts";
import { kindWords, saidWords } from "./kind-words.ts";
import { evidenceWords as words, words as shared } from "./words.ts";

const PATH = "/api/v1/audit/evidence";
type Evidence = Answer<typeof PATH>;
type Of = NonNullable<Asked<typeof PATH>["query"]>["of"];

/** From a journal entry, an act or an entry of the record to signatures and proofs. */
export function EvidencePage(): ReactNode {
  const t = useText();
  const [of] = useChoice("of");
  const [id] = useChoice("id");
  return (
    <>
      <PageHeading title={shared.evidence}>{t(words.lead)}</PageHeading>
      {of === "" || id === "" ? (
        <Notice kind="note">{t(words.nothingAsked)}</Notice>
      ) : (
        <Shown of={of as Of} id={id} />
      )}
    </>
  );
}

function Shown({ of, id }: { readonly of: Of; readonly id: string }): ReactNode {
  const evidence = useApi(PATH, { query: { of, id } });
  const { journal, act, documents, steps } = evidence;
  return (
    <>
      <Verdict steps={steps} />
      <div className="grid">
        {act !== undefined && <ActPanel act={act} />}
        {documents.length > 0 && <DocumentPanel documents={documents} />}
      </div>
      {journal !== undefined && (
        <Panel title={words.journal} from="entry">
          <JournalTable entries={[journal]} />
        </Panel>
      )}
      <Panel title={words.steps}>
        <StepTable steps={steps} />
      </Panel>
    </>
  );
}

/** The documents that support an act, and whether those at hand are they. */
function DocumentPanel({ documents }: { readonly documents: readonly string[] }): ReactNode {
  const t = useText();
  const [brought, setBrought] = useState<readonly HashedDocument[]>([]);
  return (
    <Panel title={words.documents}>
      <ul className="audit-ways">
        {documents.map((hash) => (
          <li key={hash}>
            <Fingerprint of={hash} />
          </li>
        ))}
      </ul>
      <DocumentField label={words.compare} onHashed={setBrought} />
      {brought.map(({ name, hash }) => {
        const isNamed = documents.includes(hash);
        return (
          <Notice key={`${name} ${hash}`} kind={isNamed ? "good" : "wrong"}>
            <Said text={name} /> {t(isNamed ? words.isNamed : words.isNotNamed)}{" "}
            <Fingerprint of={hash} />
          </Notice>
        );
      })}
    </Panel>
  );
}

function ActPanel({ act }: { readonly act: NonNullable<Evidence["act"]> }): ReactNode {
  return (
    <Panel title={words.act}>
      <p>
        <ActLink id={act.id} name={act.name} /> <StatusTag status={act.status} />
      </p>
      <p>
        <Day date={act.effectiveDate} /> <ClauseLink clause={act.clause} />
      </p>
    </Panel>
  );
}

function Verdict({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const t = useText();
  const { signatures, invalid, included, broken } = useMemo(() => {
    const all = steps.flatMap((step) => step.signatures);
    const proofs = steps.map(inclusionOf);
    return {
      signatures: all.length,
      invalid: all.filter(({ isValid }) => !isValid).length,
      included: proofs.filter((proof) => proof === "holds").length,
      broken: proofs.filter((proof) => proof === "broken").length,
    };
  }, [steps]);
  if (invalid + broken > 0) return <Notice kind="wrong">{t(words.someFail)}</Notice>;
  return <Notice kind="good">{t(words.allHold, String(signatures), String(included))}</Notice>;
}

function StepTable({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const inclusions = { holds: words.included, broken: words.notIncluded, absent: words.notYet };
  const columns: readonly Column<Step>[] = [
    {
      id: "entry",
      title: words.step,
      isHead: true,
      cell: ({ entry, kind }) => (
        <span>
          {t(kindWords[kind] ?? { en: kind, ja: kind })}{" "}
          <PageLink to={`/entries/${entry}`}>{`#${entry}`}</PageLink>
        </span>
      ),
    },
    {
      id: "said",
      title: words.said,
      cell: ({ said }) => (said === undefined ? "" : t(saidWords[said] ?? { en: said, ja: said })),
    },
    {
      id: "officer",
      title: words.officer,
      cell: ({ officer, party }) => `${officer} · ${t(nameOf(party))}`,
    },
    {
      id: "at",
      title: words.at,
      cell: ({ recordedAt }) => (
        <span className="audit-at">
          <Day date={recordedAt} />
        </span>
      ),
    },
    {
      id: "signature",
      title: words.signature,
      cell: ({ signatures }) => {
        const valid = signatures.filter(({ isValid }) => isValid).length;
        const isRight = valid === signatures.length;
        return (
          <span className={isRight ? "tag tag-executed" : "tag tag-refused"}>
            {t(isRight ? words.valid : words.invalid)}
            {signatures.length > 1 ? ` ${valid}/${signatures.length}` : ""}
          </span>
        );
      },
    },
    {
      id: "inclusion",
      title: words.inclusion,
      cell: (step) => {
        const proof = inclusionOf(step);
        const look = proof === "broken" ? "tag tag-refused" : "tag tag-executed";
        return <span className={proof === "absent" ? "tag" : look}>{t(inclusions[proof])}</span>;
      },
    },
  ];
  return (
    <DataTable
      caption={words.steps}
      columns={columns}
      rows={steps}
      keyOf={({ entry }) => String(entry)}
    />
  );
}
