import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import { type ActStatus, statusWords } from "./act-words.ts";

/** Where an act stands: in words, and in a colour for those who see it. */
export function StatusTag({ status }: { readonly status: ActStatus }): ReactNode {
  const t = useText();
  return <span className={`tag tag-${status}`}>{t(statusWords[status])}</span>;
}
