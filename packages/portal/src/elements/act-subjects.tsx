import { Fragment, type ReactNode } from "react";
import type { Schemas } from "../api/client.ts";
import { useText } from "../language/language-context.tsx";
import { Said } from "./said.tsx";
import { words } from "./words.ts";

/** What an act is about, by name: an investment, a loan, the act that a step completes. */
export function ActSubjects({ of }: { readonly of: readonly Schemas["ActSubject"][] }): ReactNode {
  const t = useText();
  return of.map(({ kind, id, name }, place) => (
    <Fragment key={`${kind} ${id}`}>
      {place > 0 && t(words.comma)}
      <Said text={t(name)} />
    </Fragment>
  ));
}
