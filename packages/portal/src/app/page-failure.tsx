import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiProblem, Unreachable } from "../api/client.ts";
import { Button } from "../elements/button.tsx";
import { Notice } from "../elements/notice.tsx";
import { ProblemNotice } from "../elements/problem-notice.tsx";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

/** What a page shows in its place when it cannot be shown: why, and how to go on. */
export function PageFailure({ error }: { readonly error: unknown }): ReactNode {
  const t = useText();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const tryAgain = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <section className="failure" aria-labelledby="failure">
      <h1 id="failure">{t(words.failed)}</h1>
      {error instanceof ApiProblem ? (
        <ProblemNotice problem={error.problem} />
      ) : (
        <Notice kind="wrong">
          {t(error instanceof Unreachable ? words.unreachable : words.fault)}
        </Notice>
      )}
      <Button onPress={tryAgain}>{t(words.again)}</Button>
    </section>
  );
}
