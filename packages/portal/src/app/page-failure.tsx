import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "../elements/button.tsx";
import { useText } from "../language/language-context.tsx";
import { Failure } from "./failure.tsx";
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
      <Failure failure={error} />
      <Button onPress={tryAgain}>{t(words.again)}</Button>
    </section>
  );
}
