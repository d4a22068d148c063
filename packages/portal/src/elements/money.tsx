import type { ReactNode } from "react";
import { exactMoney, type Minor, shortMoney } from "../format/money.ts";
import { useLanguage } from "../language/language-context.tsx";

/** An amount: at a glance, with every digit when one points at it, or `exact` right away. */
export function Money({
  minor,
  currency,
  exact,
}: {
  readonly minor: Minor;
  readonly currency: string;
  readonly exact?: true;
}): ReactNode {
  const { language } = useLanguage();
  const all = exactMoney(minor, currency, language);
  return (
    <data className="money" value={String(minor)} title={all}>
      {exact === true ? all : shortMoney(minor, currency, language)}
    </data>
  );
}
