import "./checking.css";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import type { ReactNode } from "react";
import { Loading } from "../../../elements/loading.tsx";
import { Notice } from "../../../elements/notice.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { Inclusion } from "./inclusion.ts";
import { isSigned, type OpenedCheckpoint } from "./signers.ts";
import { useInclusion } from "./use-inclusion.ts";
import { words } from "./words.ts";

/** The check of one entry against a checkpoint: the verdict, and every step that led to it. */
export function InclusionResult({
  opened,
  index,
}: {
  readonly opened: OpenedCheckpoint;
  readonly index: number;
}): ReactNode {
  const t = useText();
  const { size } = opened.checkpoint;
  if (index >= size) {
    return <Notice kind="caution">{t(words.notCovered, `#${index}`, String(size))}</Notice>;
  }
  return <Covered opened={opened} index={index} />;
}

function Covered({
  opened,
  index,
}: {
  readonly opened: OpenedCheckpoint;
  readonly index: number;
}): ReactNode {
  const t = useText();
  const here = useInclusion(opened, index);
  if (here.standing === "waiting") return <Loading />;
  if (here.standing === "unreachable") return <Broken text={t(words.unreachable)} />;
  if (here.standing === "broken") {
    const { code, facts } = here.rejection;
    const path = facts["path"];
    const what = path === undefined ? code : `${code}, ${String(path)}`;
    return <Broken text={t(words.broken, what)} />;
  }
  const { inclusion, files } = here;
  return (
    <div className="inclusion" data-holds={inclusion.holds && isSigned(opened)}>
      <Verdict inclusion={inclusion} opened={opened} index={index} />
      <details className="inclusion-steps" open>
        <summary>{t(words.steps)}</summary>
        <Steps inclusion={inclusion} files={files} signed={opened.checkpoint.root} />
      </details>
      <details>
        <summary>{t(words.content)}</summary>
        <pre className="entry-content">{readable(inclusion.entry)}</pre>
      </details>
    </div>
  );
}

function Broken({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="inclusion" data-holds="false">
      <Notice kind="wrong">{text}</Notice>
    </div>
  );
}

function Verdict({
  inclusion,
  opened,
  index,
}: {
  readonly inclusion: Inclusion;
  readonly opened: OpenedCheckpoint;
  readonly index: number;
}): ReactNode {
  const t = useText();
  if (!inclusion.holds) return <Notice kind="wrong">{t(words.holdsNot)}</Notice>;
  if (!isSigned(opened)) return <Notice kind="wrong">{t(words.notSigned)}</Notice>;
  return <Notice kind="good">{t(words.holds, `#${index}`)}</Notice>;
}

function Steps({
  inclusion: { leaf, steps, root },
  files,
  signed,
}: {
  readonly inclusion: Inclusion;
  readonly files: readonly string[];
  readonly signed: Uint8Array;
}): ReactNode {
  const t = useText();
  return (
    <ol className="hashes">
      <li>
        <span>{t(words.stepFiles)}</span>
        <span>
          {files.map((path) => (
            <a key={path} href={`/log/${path}`} className="log-path">
              /log/{path}
            </a>
          ))}
        </span>
      </li>
      <HashLine name={t(words.stepLeaf)} hash={leaf} />
      {steps.map(({ sibling, side, hash }, n) => (
        <li key={n}>
          <span>{t(words.stepJoin, t(words[side]))}</span>
          <code>{hexEncode(sibling)}</code>
          <span>{t(words.gives)}</span>
          <code>{hexEncode(hash)}</code>
        </li>
      ))}
      <HashLine name={t(words.stepRoot)} hash={root} />
      <HashLine name={t(words.stepSigned)} hash={signed} />
    </ol>
  );
}

function HashLine({ name, hash }: { readonly name: string; readonly hash: Uint8Array }): ReactNode {
  return (
    <li>
      <strong>{name}</strong>
      <code>{hexEncode(hash)}</code>
    </li>
  );
}

/** The entry as it lies in the log, with line breaks for people. */
function readable(entry: Uint8Array): string {
  const text = new TextDecoder().decode(entry);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
