import { EffectFigure } from "./effect-figure.tsx";
import { MadeFigure } from "../../elements/made-figure.tsx";
import { whyAt } from "../../elements/why-at.ts";
import { Figure } from "../../elements/figure.tsx";
import { useCells } from "../../api/page-cells.ts";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { shortMoney } from "../../format/money.ts";
import { percentText } from "../../format/ratio.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { effectWords } from "./words/effects.ts";

type Side = Schemas["Comparison"]["sides"][number];
type Figures = Side["before"];

/** Figures of a side, and how the cells of the page call them. */
const FIGURES = {
  promised: ["promised", "promised"],
  putIn: ["putIn", "put-in"],
  owns: ["ownsNow", "owns"],
  due: ["due", "due"],
  share: ["shareOfUnits", "share"],
} as const satisfies { readonly [shown: string]: readonly [field: keyof Figures, cell: string] };

type Shown = keyof typeof FIGURES;

/** What each side has, before and after: one value where nothing changes. */
export function SidesCompared({
  sides,
  currency,
  effects,
}: {
  readonly sides: readonly Side[];
  readonly currency: string;
  readonly effects: Schemas["EffectsAhead"];
}): ReactNode {
  const t = useText();
  if (sides.length === 0) return null;
  const columns: readonly Column<Side>[] = [
    { id: "side", title: effectWords.side, isHead: true, cell: ({ name }) => t(name) },
    ...(Object.keys(FIGURES) as readonly Shown[]).map((of) => ({
      ...{ id: of, title: effectWords[of], isNumber: true as const },
      cell: (side: Side) => <SideFigure {...{ side, of, currency, effects }} />,
    })),
  ];
  return (
    <>
      <h3>{t(effectWords.sides)}</h3>
      <DataTable
        caption={effectWords.sides}
        columns={columns}
        rows={sides}
        keyOf={({ party }) => party}
      />
    </>
  );
}

/** A figure of a side as it is, and as the act would leave it where that is another. */
function SideFigure({
  side: { party, name, before, after },
  of,
  currency,
  effects,
}: {
  readonly side: Side;
  readonly of: Shown;
  readonly currency: string;
  readonly effects: Schemas["EffectsAhead"];
}): ReactNode {
  const { language } = useLanguage();
  const known = useCells();
  const [field, cell] = FIGURES[of];
  const id = `sides.${party}.${cell}`;
  const text = (figures: Figures): string =>
    of === "share"
      ? percentText(figures.shareOfUnits)
      : shortMoney(figures[field], currency, language);
  const [was, is] = [text(before), text(after)];
  const part = { id: "before", name: effectWords.before, text: was };
  const found = known.get(id);
  const isKnown = effects.isToday && found !== undefined;
  const now = isKnown ? (
    <Figure cell={found} inUnit={was} />
  ) : (
    <MadeFigure text={was} label={effectWords[of]} how={effectWords.howSide} parts={[part]} />
  );
  if (was === is) return now;
  return (
    <>
      {now} →{" "}
      <EffectFigure
        text={is}
        label={effectWords[of]}
        how={effectWords.howSide}
        parts={[{ ...part, name, to: found === undefined ? undefined : whyAt(id) }]}
        entries={effects.postings}
        touched={of === "owns" || of === "share" ? {} : { subject: party }}
      />
    </>
  );
}
