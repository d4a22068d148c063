import type { ReactNode } from "react";
import { ApiProblem, type Problem } from "../../../api/client.ts";
import { Failure } from "../../../app/failure.tsx";
import { words as appWords } from "../../../app/words.ts";
import { Button } from "../../../elements/button.tsx";
import { Notice } from "../../../elements/notice.tsx";
import { ProblemNotice } from "../../../elements/problem-notice.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { words } from "../words.ts";

type Finding = {
  readonly line: number;
  readonly code: string;
  readonly path: string;
  readonly texts: Text;
};

type Facts = {
  readonly which?: "charter" | "first" | "second";
  readonly sides?: readonly string[];
  readonly count?: number;
  readonly findings?: readonly Finding[];
};

/** What is wrong with a text that was sent: every finding with its line. */
export function CharterProblem({
  failure,
  onAgain,
}: {
  readonly failure: unknown;
  readonly onAgain: () => void;
}): ReactNode {
  const t = useText();
  if (!(failure instanceof ApiProblem)) {
    return (
      <>
        <Failure failure={failure} />
        <div className="actions">
          <Button onPress={onAgain}>{t(appWords.again)}</Button>
        </div>
      </>
    );
  }
  const { problem } = failure;
  return (
    <>
      <ProblemNotice problem={problem} />
      <Findings problem={problem} />
    </>
  );
}

function Findings({ problem }: { readonly problem: Problem }): ReactNode {
  const t = useText();
  const { which, sides = [], count = 0, findings = [] } = (problem.facts ?? {}) as Facts;
  if (findings.length === 0 && sides.length === 0) return null;
  return (
    <Notice kind="caution">
      {which !== undefined && which !== "charter" && <h3>{t(words[which])}</h3>}
      {sides.length > 0 && (
        <p>
          {t(words.side)}: {sides.join(" / ")}
        </p>
      )}
      {count > 0 && <p>{t(words.errors, String(count))}</p>}
      <ul className="charter-findings">
        {findings.map(({ line, code, path, texts }) => (
          <li key={`${line} ${code} ${path}`}>
            <strong>{t(words.line, String(line))}</strong> <Said text={t(texts)} />{" "}
            <code>
              <Said text={path} />
            </code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
