import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { shortMoney } from "../../format/money.ts";
import { percentText } from "../../format/ratio.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { effectWords } from "./words/effects.ts";

type Side = Schemas["Comparison"]["sides"][number];
type Figures = Side["before"];

const AMOUNTS = ["promised", "putIn", "owns", "due"] as const;
const FIELDS = { promised: "promised", putIn: "putIn", owns: "ownsNow", due: "due" } as const;

/** What each side has, before and after: one value where nothing changes. */
export function SidesCompared({
  sides,
  currency,
}: {
  readonly sides: readonly Side[];
  readonly currency: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (sides.length === 0) return null;
  const pair = (side: Side, say: (figures: Figures) => string): string => {
    const [was, is] = [say(side.before), say(side.after)];
    return was === is ? is : `${was} → ${is}`;
  };
  const columns: readonly Column<Side>[] = [
    { id: "side", title: effectWords.side, isHead: true, cell: ({ name }) => t(name) },
    ...AMOUNTS.map((figure) => ({
      id: figure,
      title: effectWords[figure],
      isNumber: true as const,
      cell: (side: Side) =>
        pair(side, (figures) => shortMoney(figures[FIELDS[figure]], currency, language)),
    })),
    {
      id: "share",
      title: effectWords.share,
      isNumber: true,
      cell: (side) => pair(side, ({ shareOfUnits }) => percentText(shareOfUnits)),
    },
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
