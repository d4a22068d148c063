import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import { PageLink } from "./page-link.tsx";
import { words } from "./words.ts";

/** A clause of the charter, where it can be read. */
export function ClauseLink({ clause }: { readonly clause: string }): ReactNode {
  const t = useText();
  if (clause === "") return null;
  return (
    <PageLink to={`/charter?clause=${encodeURIComponent(clause)}`} className="clause">
      {t(words.clause, clause)}
    </PageLink>
  );
}
