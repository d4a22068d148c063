import { origin } from "../elements/origin.ts";
import { type ReactNode, useState } from "react";
import { Button } from "../elements/button.tsx";
import { Dialog } from "../elements/dialog.tsx";
import { Loading } from "../elements/loading.tsx";
import { Notice } from "../elements/notice.tsx";
import { ProblemNotice } from "../elements/problem-notice.tsx";
import { useText } from "../language/language-context.tsx";
import { ElsewherePanel } from "./elsewhere-panel.tsx";
import { Digest, SignedContent } from "./signed-content.tsx";
import type { Receipt, SignerState, SigningRequest } from "./signer.ts";
import { broughtBack } from "./signers.ts";
import "./signing.css";
import type { ActTold } from "./told-rows.tsx";
import { useSigner } from "./use-signer.ts";
import { type Signing, type SigningPhase, useSigning } from "./use-signing.ts";
import { failureWords, kindWords, words } from "./words.ts";

type Ready = Extract<SignerState, { state: "ready" }>;

/**
 * Shows what is to be signed, signs it and hands it in. `onRecorded` is told once it is on record;
 * the dialog stays until it is closed, and says what became of it.
 */
export function SignDialog({
  request,
  told,
  onRecorded,
  onClose,
}: {
  readonly request: SigningRequest;
  /** What the office tells of the act besides, as things stand now. */
  readonly told?: ActTold | undefined;
  readonly onRecorded: (receipt: Receipt) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const signer = useSigner();
  const signing = useSigning(request.statement, onRecorded);
  const { state } = signing;
  const isOpen = state.phase !== "done" && state.phase !== "refused";
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="origin" {...origin("typed")}>
        <div className="sign">
          <p className="sign-summary">{t(request.summary)}</p>
          {isOpen && (
            <>
              <SignedContent request={request} told={told} />
              <Digest statement={request.statement} />
            </>
          )}
          <Outcome state={state} />
          {isOpen && <Ways signer={signer} signing={signing} request={request} onClose={onClose} />}
        </div>
      </div>
    </Dialog>
  );
}

/** What is being done, or has become of it; told to those who do not see it, too. */
function Outcome({ state }: { readonly state: SigningPhase }): ReactNode {
  const t = useText();
  if (state.phase === "refused") return <ProblemNotice problem={state.problem} />;
  if (state.phase === "done") {
    const { status, index } = state.receipt;
    return (
      <Notice kind="good">
        <p role="status">{t(status === "accepted" ? words.done : words.already, String(index))}</p>
      </Notice>
    );
  }
  if (state.phase === "unsent") {
    return (
      <Notice kind="caution">
        <p role="alert">{t(words.unsent)}</p>
      </Notice>
    );
  }
  if (state.phase === "review") {
    if (state.failure === undefined) return null;
    return (
      <Notice kind="wrong">
        <p>{t(failureWords[state.failure])}</p>
      </Notice>
    );
  }
  const isRetry = state.phase === "sending" && state.isRetry;
  const said = state.phase === "signing" ? words.signing : words.sending;
  return <p role="status">{t(isRetry ? words.retrying : said)}</p>;
}

const noneWords = {
  signed_out: words.signedOut,
  no_officer: words.noOfficer,
  no_key: words.noKey,
} as const;

function Ways({
  signer,
  signing,
  request,
  onClose,
}: {
  readonly signer: SignerState;
  readonly signing: Signing;
  readonly request: SigningRequest;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  if (signing.state.phase === "unsent") {
    return (
      <Button look="main" onPress={() => void signing.again()}>
        {t(words.handInAgain)}
      </Button>
    );
  }
  if (signer.state === "loading") return <Loading />;
  if (signer.state === "none") {
    return (
      <Notice kind="caution">
        <p>{t(noneWords[signer.reason])}</p>
      </Notice>
    );
  }
  return <SignerWays ready={signer} signing={signing} request={request} onClose={onClose} />;
}

function SignerWays({
  ready: { signer, key },
  signing,
  request,
  onClose,
}: {
  readonly ready: Ready;
  readonly signing: Signing;
  readonly request: SigningRequest;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const [isElsewhere, setElsewhere] = useState(signer.kind === "elsewhere");
  const isBusy = signing.state.phase !== "review";
  const onBrought = (content: Uint8Array): void => {
    void signing.start((statement) => broughtBack(key, statement, content));
  };
  return (
    <>
      <Notice kind={signer.kind === "demonstration" ? "caution" : "note"}>
        <p>{t(kindWords[isElsewhere ? "elsewhere" : signer.kind])}</p>
      </Notice>
      {isElsewhere && <ElsewherePanel request={request} onBrought={onBrought} />}
      <div className="row">
        {!isElsewhere && (
          <Button
            look="main"
            isDisabled={isBusy}
            onPress={() => void signing.start((statement) => signer.sign(statement))}
          >
            {t(words.sign)}
          </Button>
        )}
        {signer.kind === "demonstration" && (
          <Button isDisabled={isBusy} onPress={() => setElsewhere(!isElsewhere)}>
            {t(isElsewhere ? words.toHere : words.toElsewhere)}
          </Button>
        )}
        <Button onPress={onClose}>{t(words.cancel)}</Button>
      </div>
    </>
  );
}
