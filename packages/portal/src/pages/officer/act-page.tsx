import { origin } from "../../elements/origin.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { actSchema } from "@jointfund/core/governance/statement-schema.ts";
import { type ReactNode, useState } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { usePlace } from "../../app/place.ts";
import { statusWords } from "../../elements/act-words.ts";
import { ActSubjects } from "../../elements/act-subjects.tsx";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { Day } from "../../elements/day.tsx";
import { Money } from "../../elements/money.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { StatusTag } from "../../elements/status-tag.tsx";
import { useText } from "../../language/language-context.tsx";
import { ActActions } from "./act-actions.tsx";
import { BodyView } from "./body-view.tsx";
import { EffectsView } from "./effects-view.tsx";
import "./officer.css";
import { useNameOf } from "./party-names.ts";
import { ConsultationView, TallyView } from "./tally-view.tsx";
import { words } from "./words.ts";
import { effectWords } from "./words/effects.ts";
import { saidWords } from "./words/options.ts";

export type DeskAct = Answer<"/api/v1/desk/acts/{id}">;

/** An act with everything that an officer weighs before speaking on it. */
export function ActPage(): ReactNode {
  const id = usePlace("id");
  const desk = useApi("/api/v1/desk/acts/{id}", { path: { id } });
  const told = useApi("/api/v1/acts/{id}", { path: { id }, query: {} });
  const decoded = decode(actSchema, told.act as Json);
  const act = decoded.ok ? decoded.value : undefined;
  const { tally, consultations, effects } = desk;
  return (
    <>
      <PageHeading title={desk.act.name}>
        {desk.act.about.length > 0 && (
          <p className="act-about">
            <ActSubjects of={desk.act.about} />
          </p>
        )}
        <Standing desk={desk} />
      </PageHeading>
      <News key={id} desk={desk} />
      <div className="weighing">
        <Panel title={words.actOf}>
          <Facts desk={desk} act={act} isFinal={told.isFinal} />
        </Panel>
        <div>
          <Panel title={words.yourPart}>
            <Voice desk={desk} act={act} />
          </Panel>
          {tally !== undefined && (
            <Panel title={words.tally}>
              <TallyView tally={tally} />
            </Panel>
          )}
          {consultations.length > 0 && (
            <Panel title={words.consultation}>
              <ConsultationView of={consultations} />
            </Panel>
          )}
        </div>
      </div>
      {effects !== undefined && (
        <Panel title={effectWords.title}>
          <EffectsView effects={effects} />
        </Panel>
      )}
    </>
  );
}

function Standing({ desk }: { readonly desk: DeskAct }): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  const { status, amount, party, proposer, proposedOn, clause } = desk.act;
  return (
    <span className="inbox-facts">
      <StatusTag status={status} />
      {amount !== undefined && (
        <strong {...origin("act")}>
          <Money minor={amount.minor} currency={amount.currency} />
        </strong>
      )}
      <span>{t(words.proposedBy, nameOf(party), proposer)}</span>
      <Day date={proposedOn} />
      <ClauseLink clause={clause} />
    </span>
  );
}

/** What others did to the act while this page was open: nobody is overtaken unawares. */
function News({ desk }: { readonly desk: DeskAct }): ReactNode {
  const t = useText();
  const [first] = useState({ votes: desk.votes.length, status: desk.act.status });
  const votes = desk.votes.slice(first.votes);
  const isOther = desk.act.status !== first.status;
  if (votes.length === 0 && !isOther) return null;
  const said = [
    ...votes.map(({ officer, decision }) => t(words.newVote, officer, t(saidWords[decision]))),
    ...(isOther ? [t(words.newStatus, t(statusWords[desk.act.status]))] : []),
  ];
  return (
    <div role="status">
      <Notice kind="note">
        <p>{t(words.news, said.join("; "))}</p>
      </Notice>
    </div>
  );
}

function Voice({
  desk,
  act,
}: {
  readonly desk: DeskAct;
  readonly act: Act | undefined;
}): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  const { status, concerns } = desk.act;
  if (status === "recorded") return <p>{t(words.fact)}</p>;
  const isConflicted = desk.needs.some(({ kind }) => kind === "conflict");
  const named = concerns.map(nameOf).join(", ");
  return (
    <>
      {isConflicted && (
        <Notice kind="caution">
          <p>{t(words.interest, named)}</p>
        </Notice>
      )}
      {!isConflicted && concerns.length > 0 && desk.needs.some(({ kind }) => kind === "vote") && (
        <p className="hint">{t(words.askInterest, named)}</p>
      )}
      <ActActions desk={desk} act={act} />
    </>
  );
}

function Facts({
  desk,
  act,
  isFinal,
}: {
  readonly desk: DeskAct;
  readonly act: Act | undefined;
  readonly isFinal: boolean;
}): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  const { effectiveDate, concerns, id } = desk.act;
  return (
    <>
      {act !== undefined && (
        <p className="act-facts">
          <strong>{t(words.reason)}</strong> <Said text={act.reason} />
        </p>
      )}
      <dl className="pairs">
        <dt>{t(words.effectiveOn)}</dt>
        <dd>
          <Day date={effectiveDate} />
        </dd>
        {concerns.length > 0 && (
          <>
            <dt>{t(words.concerns)}</dt>
            <dd>{concerns.map(nameOf).join(", ")}</dd>
          </>
        )}
      </dl>
      {act !== undefined && <BodyView type={act.type} body={act.body} />}
      <p className="hint">{t(isFinal ? words.final : words.notFinal)}</p>
      <p>
        <PageLink to={`/acts/${id}`}>{t(words.fullRecord)}</PageLink>
      </p>
    </>
  );
}
