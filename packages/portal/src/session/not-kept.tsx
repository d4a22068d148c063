import type { ReactNode } from "react";
import { Notice } from "../elements/notice.tsx";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

/** Says that what is typed is more than the store of a tab takes. */
export function NotKept(): ReactNode {
  const t = useText();
  return <Notice kind="caution">{t(words.notKept)}</Notice>;
}
