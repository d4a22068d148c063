import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { PageLink } from "./page-link.tsx";

/** An act by its name, with its own page. */
export function ActLink({
  id,
  name,
}: {
  readonly id: string;
  readonly name: Text | LocalizedText;
}): ReactNode {
  const t = useText();
  return <PageLink to={`/acts/${id}`}>{t(name)}</PageLink>;
}
