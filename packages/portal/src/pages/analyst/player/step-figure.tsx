import type { ReactNode } from "react";
import { Figure } from "../../../elements/figure.tsx";
import { MadeFigure } from "../../../elements/made-figure.tsx";
import { origin } from "../../../elements/origin.ts";
import { whyAt } from "../../../elements/why-at.ts";
import { exactMoney } from "../../../format/money.ts";
import { useLanguage } from "../../../language/language-context.tsx";
import { words as shared } from "../words.ts";
import type { Frame } from "./use-frames.ts";
import { words } from "./words.ts";

/** Figures of a step that the page has as cells. */
const CELLS = {
  investments: "owns.investments",
  cash: "owns.cash",
  otherAssets: "owns.other",
  debt: "leverage.debt",
  netAssets: "net-assets",
} as const;

type Item = keyof typeof CELLS | "otherLiabilities";

/** An amount of the balance sheet at a step, with its why by the entries until then. */
export function StepFigure({
  frame,
  item,
  text,
  currency,
}: {
  readonly frame: Frame;
  readonly item: Item;
  readonly text: string;
  readonly currency: string;
}): ReactNode {
  const { language } = useLanguage();
  const minor = frame.figures[item];
  const knownAt = String(frame.entry);
  if (BigInt(minor) === 0n) return <span {...origin("nothing")}>{text}</span>;
  const value = { kind: "money", currency, minor } as const;
  if (item !== "otherLiabilities") {
    return (
      <Figure
        cell={{ id: CELLS[item], label: shared[item], value }}
        {...{ knownAt }}
        inUnit={text}
      />
    );
  }
  const { debt } = frame.figures;
  const owed = String(BigInt(minor) + BigInt(debt));
  return (
    <MadeFigure
      {...{ text, label: shared[item], how: words.lessDebt }}
      exact={exactMoney(minor, currency, language)}
      parts={[
        {
          ...{ id: "owes", name: words.allOwed, text: exactMoney(owed, currency, language) },
          to: whyAt("owes", { knownAt }),
        },
        { id: "debt", name: shared.debt, text: `− ${exactMoney(debt, currency, language)}` },
      ]}
    />
  );
}

/** What a step changed: what it is after it, less what it was before. */
export function ChangeFigure({
  frame,
  before,
  item,
  text,
  currency,
}: {
  readonly frame: Frame;
  readonly before: Frame | undefined;
  readonly item: Item;
  readonly text: string;
  readonly currency: string;
}): ReactNode {
  const { language } = useLanguage();
  if (text === "") return "";
  const said = (of: Frame | undefined): string =>
    exactMoney(of?.figures[item] ?? "0", currency, language);
  return (
    <MadeFigure
      {...{ text, label: shared[item], how: words.changeOf }}
      parts={[
        {
          ...{ id: "after", name: words.after, text: said(frame) },
          to: `/entries/${frame.entry}`,
        },
        { id: "before", name: words.before, text: said(before) },
      ]}
    />
  );
}
