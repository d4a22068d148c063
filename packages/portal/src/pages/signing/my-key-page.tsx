import { SAID_MAX } from "@jointfund/core/governance/statement-schema.ts";
import { type ReactNode, useState } from "react";
import { ApiProblem, Unreachable } from "../../api/client.ts";
import { useApi } from "../../api/use-api.ts";
import { Button } from "../../elements/button.tsx";
import { Fingerprint } from "../../elements/fingerprint.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { ProblemNotice } from "../../elements/problem-notice.tsx";
import { Said } from "../../elements/said.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useText } from "../../language/language-context.tsx";
import { useKeptText } from "../../session/kept-text.ts";
import { SignDialog } from "../../signing/sign-dialog.tsx";
import { type SignerState, SigningFailure, type SigningRequest } from "../../signing/signer.ts";
import type { SigningAnswer, SigningKey } from "../../signing/signing-key.ts";
import { useSigner } from "../../signing/use-signer.ts";
import { failureWords, words as signingWords } from "../../signing/words.ts";
import { words as appWords } from "../../app/words.ts";
import { enrolmentRequest, PasskeyIsSynced, rotationRequest } from "./passkey-acts.ts";
import "./my-key.css";
import { words } from "./words.ts";

/** The officer's own key: which it is, and how it becomes a passkey. */
export function MyKeyPage(): ReactNode {
  const t = useText();
  const answer = useApi("/api/v1/signing");
  const signer = useSigner();
  const key = signer.state === "ready" ? signer.key : undefined;
  return (
    <>
      <PageHeading title={words.myKey}>{t(words.lead)}</PageHeading>
      <div className="grid">
        <Panel title={words.inForce}>
          <KeyInForce signer={signer} answer={answer} />
        </Panel>
        <Panel title={words.rotate}>
          <p>{t(words.rotateLead)}</p>
          <Terms answer={answer} />
          {key !== undefined && isPageOfSite(answer) && <Rotation of={key} answer={answer} />}
        </Panel>
        {key !== undefined && isPageOfSite(answer) && (
          <Panel title={words.newOfficer}>
            <p>{t(words.newOfficerLead)}</p>
            <Enrolment by={key} answer={answer} />
          </Panel>
        )}
      </div>
    </>
  );
}

const originsOf = ({ passkeys }: SigningAnswer): readonly string[] =>
  passkeys?.sites.flatMap(({ origins }) => origins) ?? [];

const isPageOfSite = (answer: SigningAnswer): boolean =>
  originsOf(answer).includes(location.origin);

function KeyInForce({
  signer,
  answer,
}: {
  readonly signer: SignerState;
  readonly answer: SigningAnswer;
}): ReactNode {
  const t = useText();
  const { officer, party, key } = answer;
  if (officer === undefined || key === undefined) {
    return <p>{t(officer === undefined ? signingWords.noOfficer : signingWords.noKey)}</p>;
  }
  const { passkey } = key;
  const isDerived = signer.state === "ready" && signer.signer.kind === "demonstration";
  const kind =
    passkey === undefined
      ? t(isDerived ? words.derived : words.file)
      : t(words.passkeyOf, passkey.site, passkey.algorithm);
  return (
    <dl className="key-facts">
      <dt>{t(words.officer)}</dt>
      <dd>
        <Said text={officer} />
      </dd>
      <dt>{t(words.party)}</dt>
      <dd>
        <Said text={party ?? ""} />
      </dd>
      <dt>{t(words.kind)}</dt>
      <dd>{kind}</dd>
      <dt>{t(words.keyId)}</dt>
      <dd>
        <Fingerprint of={key.id} />
      </dd>
    </dl>
  );
}

/** What the charter says of passkeys, and whether this page may be used for them. */
function Terms({ answer }: { readonly answer: SigningAnswer }): ReactNode {
  const t = useText();
  const { passkeys } = answer;
  if (passkeys === undefined) {
    return (
      <Notice kind="note">
        <p>{t(words.notAgreed)}</p>
      </Notice>
    );
  }
  return (
    <>
      <p>
        {t(words.allowed)}{" "}
        {originsOf(answer).map((origin) => (
          <code key={origin}>{origin} </code>
        ))}
        {t(passkeys.synced ? words.synced : words.device)}
      </p>
      {!isPageOfSite(answer) && (
        <Notice kind="caution">
          <p>{t(words.otherPage)}</p>
          <ul>
            {originsOf(answer).map((origin) => (
              <li key={origin}>
                <a href={`${origin}/my-key`}>{origin}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** What has come of making a passkey. */
type Made =
  | { readonly at: "rest"; readonly failure?: ReactNode }
  | { readonly at: "making" }
  | { readonly at: "request"; readonly request: SigningRequest };

/** Makes a passkey, then has the act that enrols it signed. */
function usePasskeyAct(make: () => Promise<SigningRequest>) {
  const [made, setMade] = useState<Made>({ at: "rest" });
  const [act, setAct] = useState<string>();
  const begin = async (): Promise<void> => {
    setMade({ at: "making" });
    try {
      setMade({ at: "request", request: await make() });
    } catch (failure) {
      setMade({ at: "rest", failure: <MakingFailed failure={failure} /> });
    }
  };
  const dialog = made.at === "request" && (
    <SignDialog
      request={made.request}
      onRecorded={(receipt) => setAct(receipt.act)}
      onClose={() => setMade({ at: "rest" })}
    />
  );
  return { made, act, begin, dialog };
}

function MakingFailed({ failure }: { readonly failure: unknown }): ReactNode {
  const t = useText();
  if (failure instanceof ApiProblem) return <ProblemNotice problem={failure.problem} />;
  const said =
    failure instanceof SigningFailure
      ? failureWords[failure.code]
      : failure instanceof PasskeyIsSynced
        ? words.tooMobile
        : failure instanceof Unreachable
          ? appWords.unreachable
          : appWords.fault;
  return (
    <Notice kind="wrong">
      <p>{t(said)}</p>
    </Notice>
  );
}

function Rotation({
  of,
  answer,
}: {
  readonly of: SigningKey;
  readonly answer: SigningAnswer;
}): ReactNode {
  const t = useText();
  const [reason, setReason] = useKeptText("key.rotate.reason", t(words.reasonOfRotation));
  const { made, act, begin, dialog } = usePasskeyAct(() => rotationRequest(of, answer, reason));
  return (
    <form
      className="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <TextField
        label={words.reason}
        value={reason}
        most={SAID_MAX}
        onChange={setReason}
        isRequired
      />
      <MakeButton made={made} isDisabled={reason.trim() === ""} />
      {act !== undefined && <PageLink to={`/acts/${act}`}>{t(words.proposed)}</PageLink>}
      {dialog}
    </form>
  );
}

const OFFICER_ID = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;

function Enrolment({
  by,
  answer,
}: {
  readonly by: SigningKey;
  readonly answer: SigningAnswer;
}): ReactNode {
  const t = useText();
  const [officer, setOfficer] = useKeptText("key.enrol.officer");
  const [reason, setReason] = useKeptText("key.enrol.reason", t(words.reasonOfEnrolment));
  const { made, act, begin, dialog } = usePasskeyAct(() =>
    enrolmentRequest(by, answer, { officer, reason }),
  );
  const isWrong = officer !== "" && (!OFFICER_ID.test(officer) || officer.length > 64);
  return (
    <form
      className="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <TextField
        label={words.newOfficerId}
        value={officer}
        onChange={setOfficer}
        isRequired
        wrong={isWrong ? t(words.wrongId) : undefined}
      />
      <TextField
        label={words.reason}
        value={reason}
        most={SAID_MAX}
        onChange={setReason}
        isRequired
      />
      <MakeButton made={made} isDisabled={officer === "" || isWrong || reason.trim() === ""} />
      {act !== undefined && <PageLink to={`/acts/${act}`}>{t(words.proposed)}</PageLink>}
      {dialog}
    </form>
  );
}

function MakeButton({
  made,
  isDisabled,
}: {
  readonly made: Made;
  readonly isDisabled: boolean;
}): ReactNode {
  const t = useText();
  return (
    <>
      <div>
        <Button look="main" type="submit" isDisabled={isDisabled || made.at === "making"}>
          {t(words.make)}
        </Button>
      </div>
      {made.at === "making" && <p role="status">{t(words.making)}</p>}
      {made.at === "rest" && made.failure}
    </>
  );
}
