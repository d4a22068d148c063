import type { ReactNode } from "react";
import { exactMoney, type Minor, shortMoney } from "../format/money.ts";
import { useLanguage, useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { PageLink } from "./page-link.tsx";
import { words } from "./words.ts";

/** An amount that an act says: it leads to the act, its postings, approvals and clause. */
export function ActFigure({
  minor,
  currency,
  act,
  name,
  exact,
  at = "/acts",
}: {
  readonly minor: Minor;
  readonly currency: string;
  readonly act: string;
  /** What the act is called. */
  readonly name: Text | LocalizedText;
  readonly exact?: true;
  /** Where the act is shown: on its public page, or on the desk. */
  readonly at?: "/acts" | "/desk/acts";
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const all = exactMoney(minor, currency, language);
  const shown = exact === true ? all : shortMoney(minor, currency, language);
  return (
    <PageLink to={`${at}/${act}`} className="figure" title={t(words.why, t(name))}>
      {shown}
    </PageLink>
  );
}
