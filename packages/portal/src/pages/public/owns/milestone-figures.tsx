import type { ReactNode } from "react";
import { ActFigure } from "../../../elements/act-figure.tsx";
import { MadeFigure, type MadePart } from "../../../elements/made-figure.tsx";
import { Money } from "../../../elements/money.tsx";
import { exactMoney, type Minor, shortMoney } from "../../../format/money.ts";
import { dateText } from "../../../format/date.ts";
import { useLanguage } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { usePartyNames } from "../parts/party-names.ts";
import type { Detail } from "./investment-page.tsx";
import { words } from "./words.ts";

type Milestone = Detail["milestones"][number];

/** Amounts of a milestone: what falls due, what is certified, what was paid. */
export type MilestoneAmount = "minor" | "certified" | "funded";

const LABELS = {
  minor: words.committed,
  certified: words.certified,
  funded: words.funded,
} as const;

const HOW = {
  minor: words.milestonesTogether,
  certified: words.certificatesTogether,
  funded: words.fundedBy,
} as const;

/** An amount of a milestone, with the act that set it, its certificates or its payments. */
export function MilestoneFigure({
  it: { currency, recommendation },
  step,
  of,
}: {
  readonly it: Detail;
  readonly step: Milestone;
  readonly of: MilestoneAmount;
}): ReactNode {
  const { language } = useLanguage();
  const nameOf = usePartyNames();
  const minor = step[of];
  const act = step.act ?? recommendation;
  if (of === "minor") {
    if (act === undefined) return <Money minor={minor} currency={currency} />;
    return <ActFigure {...{ minor, currency, act }} name={LABELS.minor} />;
  }
  const named = (name: Text, on: string): Text => ({
    en: `${name.en}, ${dateText(on, "en")}`,
    ja: `${name.ja}、${dateText(on, "ja")}`,
  });
  const parts: readonly MadePart[] =
    of === "funded"
      ? step.fundings.map((each, n) => ({
          ...{ id: `${each.act} ${n}`, name: words.funded, to: `/acts/${each.act}` },
          text: exactMoney(each.minor, currency, language),
        }))
      : step.certificates
          .filter(({ withdrawnOn }) => withdrawnOn === undefined)
          .map((each) => ({
            ...{ id: each.act, to: `/acts/${each.act}` },
            name: named(asText(nameOf(each.by)), each.reachedOn),
            text: exactMoney(each.minor, currency, language),
          }));
  return <Sum {...{ minor, currency, parts }} label={LABELS[of]} how={HOW[of]} />;
}

const asText = (name: { readonly [language: string]: string }): Text => ({
  en: name["en"] ?? "",
  ja: name["ja"] ?? name["en"] ?? "",
});

/** What the milestones of an investment come to together. */
export function MilestoneSum({
  it: { milestones, currency },
  of,
}: {
  readonly it: Detail;
  readonly of: MilestoneAmount;
}): ReactNode {
  const { language } = useLanguage();
  const parts = milestones.map((step) => ({
    ...{ id: step.id, name: { en: step.id, ja: step.id } },
    text: exactMoney(step[of], currency, language),
    to: step.act === undefined ? undefined : `/acts/${step.act}`,
  }));
  const minor = milestones.reduce((sum, step) => sum + BigInt(step[of]), 0n);
  return <Sum {...{ minor, currency, parts }} label={LABELS[of]} how={words.milestonesTogether} />;
}

function Sum({
  minor,
  currency,
  ...rest
}: {
  readonly minor: Minor;
  readonly currency: string;
  readonly label: Text;
  readonly how: Text;
  readonly parts: readonly MadePart[];
}): ReactNode {
  const { language } = useLanguage();
  return (
    <MadeFigure
      text={shortMoney(minor, currency, language)}
      exact={exactMoney(minor, currency, language)}
      {...rest}
    />
  );
}
