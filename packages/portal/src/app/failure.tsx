import type { ReactNode } from "react";
import { ApiProblem, Unreachable } from "../api/client.ts";
import { Notice } from "../elements/notice.tsx";
import { ProblemNotice } from "../elements/problem-notice.tsx";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

/** Why something did not go: what the office refused, that it is away, or our own fault. */
export function Failure({ failure }: { readonly failure: unknown }): ReactNode {
  const t = useText();
  if (failure instanceof ApiProblem) return <ProblemNotice problem={failure.problem} />;
  return (
    <Notice kind="wrong">
      {t(failure instanceof Unreachable ? words.unreachable : words.fault)}
    </Notice>
  );
}
