import "../parts/parts.css";
import "./act.css";
import type { ReactNode } from "react";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { usePlace } from "../../../app/place.ts";
import { ClauseLink } from "../../../elements/clause-link.tsx";
import { Day } from "../../../elements/day.tsx";
import { Fingerprint } from "../../../elements/fingerprint.tsx";
import { Money } from "../../../elements/money.tsx";
import { origin } from "../../../elements/origin.ts";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { StatusTag } from "../../../elements/status-tag.tsx";
import { useText } from "../../../language/language-context.tsx";
import { JournalTable } from "../parts/journal-table.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import { words as shared } from "../words.ts";
import { BodyFields } from "./body-fields.tsx";
import { CoursePanel } from "./course-panel.tsx";
import { VoicesPanel } from "./voices-panel.tsx";
import { VotesPanel } from "./votes-panel.tsx";
import { words } from "./words.ts";

export type ActDetail = Answer<"/api/v1/acts/{id}">;

/** The act as it was signed: the parts of it that every act has. */
type Signed = {
  readonly body: { readonly [field: string]: unknown };
  readonly charterVersion: number;
  readonly basis: "commercial" | "policy";
  readonly reason: string;
  readonly evidence: readonly string[];
};

/** One act: what, by which clause, who approved, who stood against, and what it did. */
export function ActPage(): ReactNode {
  const detail = useApi("/api/v1/acts/{id}", { path: { id: usePlace("id") } });
  const { summary } = detail;
  return (
    <>
      <PageHeading title={summary.name}>
        <span className="act-lead" {...origin("act")}>
          <StatusTag status={summary.status} />
          <About summary={summary} />
          {summary.amount !== undefined && (
            <Money minor={summary.amount.minor} currency={summary.amount.currency} />
          )}
          <ClauseLink clause={summary.clause} />
        </span>
      </PageHeading>
      <div className="grid">
        <WhatPanel detail={detail} />
        <CoursePanel detail={detail} />
      </div>
      <VotesPanel detail={detail} />
      {detail.decision !== undefined && <VoicesPanel decision={detail.decision} />}
      <EffectsPanel detail={detail} />
      <FinalityPanel detail={detail} />
    </>
  );
}

function About({ summary }: { readonly summary: ActDetail["summary"] }): ReactNode {
  const t = useText();
  return summary.about.map(({ kind, id, name }) => {
    const key = `${kind} ${id}`;
    if (kind === "investment") {
      return (
        <PageLink key={key} to={`/investments/${id}`}>
          {t(name)}
        </PageLink>
      );
    }
    if (kind === "act") {
      return (
        <PageLink key={key} to={`/acts/${id}`}>
          {t(name)}
        </PageLink>
      );
    }
    return <span key={key}>{t(name)}</span>;
  });
}

function WhatPanel({ detail: { summary, act } }: { readonly detail: ActDetail }): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const { body, basis, charterVersion, reason, evidence } = act as Signed;
  return (
    <Panel title={summary.kind === "proposal" ? words.what : words.whatFact} from="act">
      <blockquote className="reason">
        <Said text={reason} />
      </blockquote>
      <dl className="fields">
        <dt>{t(words.by)}</dt>
        <dd>
          {t(nameOf(summary.party))} (<Said text={summary.proposer} />)
        </dd>
        <dt>{t(words.effectiveDate)}</dt>
        <dd>
          <Day date={summary.effectiveDate} />
        </dd>
        <dt>{t(words.basis)}</dt>
        <dd>{t(words[basis])}</dd>
        <dt>{t(words.charterVersion)}</dt>
        <dd>{charterVersion}</dd>
        {evidence.length > 0 && (
          <>
            <dt>{t(words.evidence)}</dt>
            <dd>
              {evidence.map((hash) => (
                <div key={hash}>
                  <Fingerprint of={hash} />
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <BodyFields body={body} />
    </Panel>
  );
}

function EffectsPanel({ detail }: { readonly detail: ActDetail }): ReactNode {
  const t = useText();
  const { postings, preview } = detail;
  const isOpen = preview !== undefined;
  const shown = isOpen ? preview.postings : postings;
  return (
    <Panel title={isOpen ? words.preview : words.effects} from={isOpen ? "draft" : "act"}>
      {preview?.refused !== undefined && (
        <Notice kind="caution">{t(words.wouldBeRefused, t(preview.refused.text))}</Notice>
      )}
      {shown.length === 0 ? (
        <p className="nothing">{t(words.noPostings)}</p>
      ) : (
        <JournalTable entries={shown} />
      )}
    </Panel>
  );
}

function FinalityPanel({
  detail: { isFinal, summary },
}: {
  readonly detail: ActDetail;
}): ReactNode {
  const t = useText();
  return (
    <Panel title={words.finality}>
      <Notice kind={isFinal ? "good" : "note"}>
        {t(isFinal ? words.isFinal : words.notFinal)}
      </Notice>
      <dl className="fields">
        <dt>{t(words.id)}</dt>
        <dd>
          <Fingerprint of={summary.id} />
        </dd>
        <dt>{t(shared.entry)}</dt>
        <dd>
          <PageLink to={`/entries/${summary.entry}`}>
            {t(words.entry, `#${summary.entry}`)}
          </PageLink>
        </dd>
      </dl>
      <PageLink to={`/check?entry=${summary.entry}`}>{t(words.checkInclusion)}</PageLink>
    </Panel>
  );
}
