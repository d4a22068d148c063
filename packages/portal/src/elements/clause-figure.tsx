import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import { PageLink } from "./page-link.tsx";
import { words } from "./words.ts";

/** A limit or a rate that the charter says: it leads to its clause. */
export function ClauseFigure({
  text,
  clause,
}: {
  readonly text: string;
  readonly clause: string;
}): ReactNode {
  const t = useText();
  return (
    <PageLink
      to={`/charter?clause=${encodeURIComponent(clause)}`}
      className="figure"
      aria-label={`${text}. ${t(words.clause, clause)}`}
    >
      {text}
    </PageLink>
  );
}
