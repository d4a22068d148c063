import type { ReactNode } from "react";
import { percentText } from "../format/ratio.ts";
import { MadeFigure } from "./made-figure.tsx";
import { whyAt } from "./why-at.ts";

/** How far investments may fall before a covenant comes to a step, and what that is made of. */
export function FallFigure({
  text,
  covenant: { id, clause, name, ratio },
  at,
}: {
  readonly text: string;
  readonly covenant: {
    readonly id: string;
    readonly clause: string;
    readonly name: { readonly [language: string]: string };
    readonly ratio?: string | undefined;
  };
  /** Where the step begins, where that is told. */
  readonly at?: string;
}): ReactNode {
  return (
    <MadeFigure
      text={text}
      label={words.label}
      how={words.how}
      clause={clause}
      parts={[
        ...(ratio === undefined
          ? []
          : [{ id, name, text: percentText(ratio), to: whyAt(`leverage.${id}`) }]),
        ...(at === undefined ? [] : [{ id: "at", name: words.threshold, text: percentText(at) }]),
      ]}
    />
  );
}

const words = {
  label: { en: "Room for investments to fall", ja: "評価額の下落余地" },
  how: {
    en:
      "The furthest that all investments may fall before the covenant's ratio reaches the " +
      "threshold. Its formula is reckoned anew with each fall, in whole basis points.",
    ja: "財務制限条項の比率が基準値に達するまでの、全投資案件の評価額の下落幅の上限です。下落幅を1ベーシスポイントずつ変え、条項の算式で判定します。",
  },
  threshold: { en: "Threshold", ja: "基準値" },
} as const;
