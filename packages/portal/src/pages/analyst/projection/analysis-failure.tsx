import type { ReactNode } from "react";
import { ApiProblem } from "../../../api/client.ts";
import { Button } from "../../../elements/button.tsx";
import { ProblemNotice } from "../../../elements/problem-notice.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words } from "./words.ts";

/** Why no answer came, and a button to ask again. */
export function AnalysisFailure({
  failure,
  onAgain,
}: {
  readonly failure: unknown;
  readonly onAgain: () => void;
}): ReactNode {
  const t = useText();
  if (failure === null) return null;
  return (
    <>
      {failure instanceof ApiProblem && <ProblemNotice problem={failure.problem} />}
      <div className="actions">
        {!(failure instanceof ApiProblem) && <p role="alert">{t(words.unreachable)}</p>}
        <Button onPress={onAgain}>{t(words.again)}</Button>
      </div>
    </>
  );
}
