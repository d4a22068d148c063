import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { percentText } from "../../format/ratio.ts";
import { useText } from "../../language/language-context.tsx";
import { effectWords, stepWords } from "./words/effects.ts";

type Compared = Schemas["Comparison"]["covenants"][number];
type Standing = Compared["before"];

/** The step whose distance is told: what stops borrowing and paying out. */
const LOCK = "lock";

const ALL_BPS = 10_000;

/** How far values may fall before the lock: "23.40%". */
export function useFallText(): (standing: Pick<Standing, "headroom">) => string {
  const t = useText();
  return ({ headroom }) => {
    const fall = headroom.find(({ step }) => step === LOCK)?.fallBps;
    if (fall === undefined || fall === ALL_BPS) return t(effectWords.never);
    return fall === null ? t(effectWords.reached) : percentText(`${fall}/${ALL_BPS}`);
  };
}

/** Covenants with their ratios, steps and headroom, before and after. */
export function CovenantsCompared({
  covenants,
}: {
  readonly covenants: readonly Compared[];
}): ReactNode {
  const t = useText();
  const fall = useFallText();
  if (covenants.length === 0) return null;
  const ratio = ({ ratio: text }: Standing): string =>
    text === undefined ? "–" : percentText(text);
  const columns: readonly Column<Compared>[] = [
    { id: "name", title: effectWords.covenant, isHead: true, cell: ({ name }) => t(name) },
    {
      id: "limit",
      title: effectWords.limit,
      isNumber: true,
      cell: ({ must, incurrence }) =>
        t(must === "atMost" ? effectWords.atMost : effectWords.atLeast, percentText(incurrence)),
    },
    {
      id: "before",
      title: effectWords.before,
      isNumber: true,
      cell: ({ before }) => ratio(before),
    },
    { id: "after", title: effectWords.after, isNumber: true, cell: ({ after }) => ratio(after) },
    {
      id: "settled",
      title: effectWords.settled,
      isNumber: true,
      cell: ({ settled }) => ratio(settled),
    },
    {
      id: "step",
      title: effectWords.step,
      cell: ({ before, after }) =>
        before.step === after.step
          ? t(stepWords[after.step])
          : `${t(stepWords[before.step])} → ${t(stepWords[after.step])}`,
    },
    {
      id: "fall",
      title: effectWords.fall,
      isNumber: true,
      cell: ({ before, after }) => {
        const [was, is] = [fall(before), fall(after)];
        return was === is ? is : `${was} → ${is}`;
      },
    },
  ];
  return (
    <>
      <h3>{t(effectWords.covenants)}</h3>
      <DataTable
        caption={effectWords.covenants}
        columns={columns}
        rows={covenants}
        keyOf={({ covenant }) => covenant}
      />
    </>
  );
}
