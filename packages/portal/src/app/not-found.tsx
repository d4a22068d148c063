import type { ReactNode } from "react";
import { PageLink } from "../elements/page-link.tsx";
import { PageHeading } from "../elements/page-heading.tsx";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

export function NotFound(): ReactNode {
  const t = useText();
  return (
    <>
      <PageHeading title={words.notFound} />
      <PageLink to="/">{t(words.home)}</PageLink>
    </>
  );
}
