import { actIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import { wordDigest } from "@jointfund/core/governance/word-digest.ts";
import type { ReactNode } from "react";
import { Day } from "../elements/day.tsx";
import { Fingerprint } from "../elements/fingerprint.tsx";
import { Notice } from "../elements/notice.tsx";
import { AsSigned } from "../elements/said.tsx";
import { useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";
import { Row } from "./row.tsx";
import { SignedFields } from "./signed-fields.tsx";
import type { SigningRequest } from "./signer.ts";
import { type ActTold, ToldRows } from "./told-rows.tsx";
import { type ActForm, useActForm } from "./use-act-form.ts";
import { statementWords, words } from "./words.ts";

/** What the statement is, where approvals and objections are of two kinds each. */
function kindOf(statement: Statement): Text {
  if (statement.kind === "approval" && statement.decision === "reject") {
    return statementWords.rejection;
  }
  if (statement.kind === "objection" && statement.power === "veto") return statementWords.veto;
  return statementWords[statement.kind];
}

/**
 * All that is signed: the statement, and the act that it is about. What the office tells of it, the
 * names of fields among them, stands beside the keys and values that are signed, and replaces none.
 */
export function SignedContent({
  request,
  told,
}: {
  readonly request: SigningRequest;
  readonly told: ActTold | undefined;
}): ReactNode {
  const t = useText();
  const { statement, act } = request;
  const own = "act" in statement ? statement.act : undefined;
  const isOther =
    act !== undefined && "actId" in statement && actIdOf(statement.fund, act) !== statement.actId;
  const shown = own ?? (isOther ? undefined : act);
  const form = useActForm(shown?.type);
  return (
    <>
      {isOther && (
        <Notice kind="wrong">
          <p>{t(words.otherAct)}</p>
        </Notice>
      )}
      <dl className="signed-content">
        <Row name={words.statement}>{t(kindOf(statement))}</Row>
        {told !== undefined && !isOther && <ToldRows told={told} />}
        {"actId" in statement && (
          <Row name={words.actId}>
            <Fingerprint of={statement.actId} />
          </Row>
        )}
        {"officer" in statement && (
          <Row name={words.officer}>
            <AsSigned text={statement.officer} />
          </Row>
        )}
        {"reason" in statement && (
          <Row name={words.reason}>
            <AsSigned text={statement.reason} />
          </Row>
        )}
        {statement.kind === "consultation" && (
          <Row name={words.content}>
            <AsSigned text={`${statement.body}: ${statement.opinion}. ${statement.text}`} />
          </Row>
        )}
        {statement.kind === "approval" && (
          <Row name={words.counts}>
            <Day date={statement.notAfter} />
          </Row>
        )}
        {shown !== undefined && <ActRows act={shown} form={form} party={told?.party} />}
      </dl>
      {form !== undefined && <p className="hint">{t(words.whatIsTold)}</p>}
    </>
  );
}

function ActRows({
  act,
  form,
  party,
}: {
  readonly act: Act;
  readonly form: ActForm | undefined;
  /** The side that proposed it, by name. */
  readonly party: string | undefined;
}): ReactNode {
  const t = useText();
  const { bounds, evidence } = act;
  return (
    <>
      <Row name={words.act}>
        {form !== undefined && `${t(form.type.name)} `}
        <code>{act.type}</code>
      </Row>
      <Row name={words.proposer}>
        {party !== undefined && `${party} `}
        <code>
          <AsSigned text={act.proposer} />
        </code>
      </Row>
      <Row name={words.effective}>
        <Day date={act.effectiveDate} />
      </Row>
      <Row name={words.reason}>
        <AsSigned text={act.reason} />
      </Row>
      <Row name={words.content}>
        <SignedFields of={act.body} form={form} />
      </Row>
      {bounds !== undefined && (
        <Row name={words.bounds}>
          <SignedFields of={bounds} form={undefined} />
        </Row>
      )}
      {evidence.map((hash) => (
        <Row key={hash} name={words.evidence}>
          <Fingerprint of={hash} />
        </Row>
      ))}
    </>
  );
}

/** The words by which two screens are compared (R43), in both languages. */
export function Digest({ statement }: { readonly statement: Statement }): ReactNode {
  const t = useText();
  const pairs = wordDigest(signingBytes(statement));
  return (
    <figure className="digest">
      <figcaption>
        <strong>{t(words.digest)}</strong> {t(words.digestHint)}
      </figcaption>
      <ol>
        {pairs.map(({ en, ja }, place) => (
          // The same word may come twice, and the order is what counts.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            <span lang="en">{en}</span> <span lang="ja">{ja}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
