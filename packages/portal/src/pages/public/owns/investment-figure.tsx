import type { ReactNode } from "react";
import type { Schemas } from "../../../api/client.ts";
import { MadeFigure, type MadePart } from "../../../elements/made-figure.tsx";
import { whyAt } from "../../../elements/why-at.ts";
import { postedCell, PostedFigure } from "../../../elements/posted-figure.tsx";
import { exactMoney, type Minor, shortMoney } from "../../../format/money.ts";
import { percentText } from "../../../format/ratio.ts";
import { useLanguage } from "../../../language/language-context.tsx";
import { type InvestmentAmount, usePostedOf } from "./investment-amounts.ts";
import { fairValueOf, type Investment } from "./places.ts";
import { words } from "./words.ts";

type Of = Pick<Schemas["Investment"], "id" | "vehicle" | "currency">;

/** An amount of an investment with the postings that it is made of. */
export function InvestmentFigure({
  it,
  of,
  minor,
  to,
}: {
  readonly it: Of;
  readonly of: InvestmentAmount;
  readonly minor: Minor;
  /** The last day that counts, if not all do. */
  readonly to?: string;
}): ReactNode {
  const postedOf = usePostedOf();
  const days = to === undefined ? {} : { to };
  return <PostedFigure minor={minor} label={words[of]} of={{ ...postedOf(it, of), ...days }} />;
}

/** Fair values one by one, as what a sum of them is made of. */
export function useFairValues(): (of: readonly Investment[]) => readonly MadePart[] {
  const { language } = useLanguage();
  const postedOf = usePostedOf();
  return (of) =>
    of.map((it) => ({
      ...{ id: it.id, name: it.name },
      text: exactMoney(it.fairValue, it.currency, language),
      to: whyAt(postedCell(postedOf(it, "fairValue"))),
    }));
}

/** What several investments are worth together. */
export function FairValueSum({
  of,
  currency,
}: {
  readonly of: readonly Investment[];
  readonly currency: string;
}): ReactNode {
  const { language } = useLanguage();
  const partsOf = useFairValues();
  const sum = fairValueOf(of);
  return (
    <MadeFigure
      text={shortMoney(sum, currency, language)}
      exact={exactMoney(sum, currency, language)}
      label={words.fairValue}
      how={words.sumOf}
      parts={partsOf(of)}
    />
  );
}

/** Which part of all that is held an investment is. */
export function PartOfAll({
  it,
  all,
}: {
  readonly it: Investment;
  readonly all: readonly Investment[];
}): ReactNode {
  const partsOf = useFairValues();
  const { language } = useLanguage();
  const total = fairValueOf(all);
  return (
    <MadeFigure
      text={percentText(`${it.fairValue}/${total}`)}
      label={words.ofAll}
      how={words.dividedBy}
      parts={[
        ...partsOf([it]),
        {
          ...{ id: "all", name: words.holdings, to: whyAt("owns.investments") },
          text: exactMoney(total, it.currency, language),
        },
      ]}
    />
  );
}
