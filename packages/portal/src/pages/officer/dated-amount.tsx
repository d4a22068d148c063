import type { ReactNode } from "react";
import { ActFigure } from "../../elements/act-figure.tsx";
import { MadeFigure } from "../../elements/made-figure.tsx";
import { whyAt } from "../../elements/why-at.ts";
import { exactMoney, shortMoney } from "../../format/money.ts";
import { useLanguage } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import { cashWords } from "./words/cash.ts";

/** What is due or was said on a day: of an investment, a loan or a party. */
type About = {
  readonly label: Text;
  readonly subject: string;
  readonly act?: string | undefined;
  readonly investment?: string | undefined;
};

/** Where something without an act of its own is shown. */
function placeOf({ subject, investment }: About): string {
  if (investment !== undefined) return `/investments/${investment}`;
  return subject.startsWith("bank.") ? whyAt(subject) : "/owes";
}

/** An amount with the act that it is due by, or else what it is due by and where that is told. */
export function DatedAmount({
  minor,
  currency,
  of,
}: {
  readonly minor: string;
  readonly currency: string;
  readonly of: About;
}): ReactNode {
  const { language } = useLanguage();
  if (of.act !== undefined) {
    return <ActFigure {...{ minor, currency }} act={of.act} name={of.label} at="/desk/acts" />;
  }
  const exact = exactMoney(minor, currency, language);
  return (
    <MadeFigure
      text={shortMoney(minor, currency, language)}
      {...{ exact, label: of.label, how: cashWords.howDue }}
      parts={[{ id: "of", name: { en: of.subject, ja: of.subject }, text: exact, to: placeOf(of) }]}
    />
  );
}
