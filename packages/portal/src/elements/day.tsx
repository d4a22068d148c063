import type { ReactNode } from "react";
import { dateText, eraText, instantText } from "../format/date.ts";
import { useLanguage } from "../language/language-context.tsx";

/** A date, or an instant in UTC. Japanese readers have the era's year with it. */
export function Day({ date }: { readonly date: string }): ReactNode {
  const { language } = useLanguage();
  const isInstant = date.length > 10;
  const said = isInstant ? instantText(date, language) : dateText(date, language);
  return (
    <time dateTime={date} title={language === "ja" ? eraText(date) : date}>
      {said}
    </time>
  );
}
