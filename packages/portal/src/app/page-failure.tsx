import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useLocation, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/client.ts";
import { Button } from "../elements/button.tsx";
import { PageLink } from "../elements/page-link.tsx";
import { useText } from "../language/language-context.tsx";
import { Failure } from "./failure.tsx";
import { signInPage } from "../session/sign-in-address.ts";
import { words as sessionWords } from "../session/words.ts";
import { words } from "./words.ts";

/** What a page shows in its place when it cannot be shown: why, and how to go on. */
export function PageFailure({ error }: { readonly error: unknown }): ReactNode {
  const t = useText();
  const router = useRouter();
  const { pathname, searchStr } = useLocation();
  const { reset } = useQueryErrorResetBoundary();
  const tryAgain = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <section className="failure" aria-labelledby="failure">
      <h1 id="failure">{t(words.failed)}</h1>
      <Failure failure={error} />
      {error instanceof ApiProblem && error.problem.code === "sign_in_required" ? (
        <PageLink to={signInPage(pathname + searchStr)}>{t(sessionWords.signIn)}</PageLink>
      ) : (
        <Button onPress={tryAgain}>{t(words.again)}</Button>
      )}
    </section>
  );
}
