import type { Json } from "@jointfund/core/base/canonical.ts";
import { actIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import { wordDigest } from "@jointfund/core/governance/word-digest.ts";
import type { ReactNode } from "react";
import { Day } from "../elements/day.tsx";
import { Fingerprint } from "../elements/fingerprint.tsx";
import { Money } from "../elements/money.tsx";
import { Notice } from "../elements/notice.tsx";
import { AsSigned } from "../elements/said.tsx";
import { useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";
import type { SigningRequest } from "./signer.ts";
import { statementWords, words } from "./words.ts";

/** What the statement is, where approvals and objections are of two kinds each. */
function kindOf(statement: Statement): Text {
  if (statement.kind === "approval" && statement.decision === "reject") {
    return statementWords.rejection;
  }
  if (statement.kind === "objection" && statement.power === "veto") return statementWords.veto;
  return statementWords[statement.kind];
}

function Row({ name, children }: { readonly name: Text; readonly children: ReactNode }): ReactNode {
  const t = useText();
  return (
    <div className="signed-row">
      <dt>{t(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** All that is signed: the statement, and the act that it is about. */
export function SignedContent({ request }: { readonly request: SigningRequest }): ReactNode {
  const t = useText();
  const { statement, act } = request;
  const own = "act" in statement ? statement.act : undefined;
  const isOther =
    act !== undefined && "actId" in statement && actIdOf(statement.fund, act) !== statement.actId;
  const shown = own ?? (isOther ? undefined : act);
  return (
    <>
      {isOther && (
        <Notice kind="wrong">
          <p>{t(words.otherAct)}</p>
        </Notice>
      )}
      <dl className="signed-content">
        <Row name={words.statement}>{t(kindOf(statement))}</Row>
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
        {shown !== undefined && <ActRows act={shown} />}
      </dl>
    </>
  );
}

function ActRows({ act }: { readonly act: Act }): ReactNode {
  const { bounds, evidence } = act;
  return (
    <>
      <Row name={words.act}>
        <code>{act.type}</code>
      </Row>
      <Row name={words.proposer}>
        <AsSigned text={act.proposer} />
      </Row>
      <Row name={words.effective}>
        <Day date={act.effectiveDate} />
      </Row>
      <Row name={words.reason}>
        <AsSigned text={act.reason} />
      </Row>
      <Row name={words.content}>
        <Content of={act.body} />
      </Row>
      {bounds !== undefined && (
        <Row name={words.bounds}>
          <Content of={bounds} />
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

type JsonObject = { readonly [name: string]: Json };

const isObject = (json: Json): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** Keys, hashes and signatures: nobody reads them, and they must not hide what is to be read. */
const OPAQUE = /^[A-Za-z0-9+/=]{32,}$/;

const AMOUNT = /^(?:0|-?[1-9][0-9]{0,37})$/;

/** A part of a body: amounts beside a currency as money, all else as it is written. */
function Content({ of, currency }: { readonly of: Json; readonly currency?: Json }): ReactNode {
  if (Array.isArray(of)) {
    return (
      <ul>
        {(of as readonly Json[]).map((item) => (
          <li key={JSON.stringify(item)}>
            <Content of={item} {...(currency === undefined ? {} : { currency })} />
          </li>
        ))}
      </ul>
    );
  }
  if (!isObject(of)) {
    const text = typeof of === "string" ? of : JSON.stringify(of);
    return (
      <span className={OPAQUE.test(text) ? "opaque" : ""}>
        <AsSigned text={text} />
      </span>
    );
  }
  const inHand = of["currency"] ?? currency;
  return (
    <dl className="signed-fields">
      {Object.entries(of).map(([name, value]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            {isAmount(name, value) && typeof inHand === "string" ? (
              <Money minor={value} currency={inHand} exact />
            ) : (
              <Content of={value} {...(inHand === undefined ? {} : { currency: inHand })} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isAmount = (name: string, value: Json): value is string =>
  /amount|minor/i.test(name) && typeof value === "string" && AMOUNT.test(value);

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
