import { EffectFigure } from "./effect-figure.tsx";
import { whyAt } from "../../elements/why-at.ts";
import { Figure } from "../../elements/figure.tsx";
import { FallFigure } from "../../elements/fall-figure.tsx";
import { ClauseFigure } from "../../elements/clause-figure.tsx";
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
  effects,
}: {
  readonly covenants: readonly Compared[];
  readonly effects: Schemas["EffectsAhead"];
}): ReactNode {
  const t = useText();
  const fall = useFallText();
  if (covenants.length === 0) return null;
  const ratio = (of: "before" | "after" | "settled") => (compared: Compared) => (
    <RatioFigure {...{ compared, of, effects }} />
  );
  const columns: readonly Column<Compared>[] = [
    { id: "name", title: effectWords.covenant, isHead: true, cell: ({ name }) => t(name) },
    {
      id: "limit",
      title: effectWords.limit,
      isNumber: true,
      cell: (covenant) => <Test of={covenant} />,
    },
    {
      id: "before",
      title: effectWords.before,
      isNumber: true,
      cell: ratio("before"),
    },
    { id: "after", title: effectWords.after, isNumber: true, cell: ratio("after") },
    {
      id: "settled",
      title: effectWords.settled,
      isNumber: true,
      cell: ratio("settled"),
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
      cell: ({ before, after, covenant, ...of }) => {
        const [was, is] = [fall(before), fall(after)];
        const text = was === is ? is : `${was} → ${is}`;
        if (!text.includes("%")) return text;
        return <FallFigure text={text} covenant={{ id: covenant, ...of, ratio: after.ratio }} />;
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

/** A covenant's ratio before, after or once all is settled, with how it is reckoned. */
function RatioFigure({
  compared: { covenant, clause, name, ...values },
  of,
  effects,
}: {
  readonly compared: Compared;
  readonly of: "before" | "after" | "settled";
  readonly effects: Schemas["EffectsAhead"];
}): ReactNode {
  const { ratio } = values[of];
  if (ratio === undefined) return "–";
  const text = percentText(ratio);
  const id = `leverage.${covenant}`;
  const was = values.before.ratio;
  if (of === "before" && effects.isToday) {
    return <Figure cell={{ id, label: name, value: { kind: "share", ratio } }} />;
  }
  const before =
    was === undefined || of === "before"
      ? []
      : [{ id, name: effectWords.before, text: percentText(was), to: whyAt(id) }];
  return (
    <EffectFigure
      {...{ text, clause, label: name, how: effectWords.howCovenant, parts: before }}
      entries={effects.postings}
      touched={{}}
    />
  );
}

/** The incurrence test with its clause. */
function Test({ of: { must, incurrence, clause } }: { readonly of: Compared }): ReactNode {
  const t = useText();
  const said = must === "atMost" ? effectWords.atMost : effectWords.atLeast;
  return <ClauseFigure text={t(said, percentText(incurrence))} clause={clause} />;
}
