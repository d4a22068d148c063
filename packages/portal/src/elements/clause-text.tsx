import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

/** A clause by its number, where there is no charter in force yet to lead to. */
export function ClauseText({ clause }: { readonly clause: string }): ReactNode {
  const t = useText();
  return <span className="clause">{t(words.clause, clause)}</span>;
}
