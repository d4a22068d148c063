import type { ReactNode } from "react";
import { type MarkKind, RangeChart } from "../../../charts/range-chart.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { type Amounts, shareText, useAmounts } from "./policy-amounts.ts";
import type { Outcome, View } from "./use-policy.ts";
import { words } from "./words.ts";

const KINDS: readonly MarkKind[] = [
  { id: "cash", name: words.cash, shape: "ring", colour: "var(--series-4)" },
  { id: "own", name: words.ownRate, shape: "dot", colour: "var(--series-1)" },
  { id: "fair", name: words.fair, shape: "diamond", colour: "var(--series-2)" },
];

/** Three present values of every policy, with how far the one at the own rate may go. */
export function PresentValues({ view: { side, outcomes } }: { readonly view: View }): ReactNode {
  const t = useText();
  const values = outcomes.flatMap(({ presentValue: { cash, treasury, fair } }) => [
    ...[cash.mean, treasury.mean, treasury.p5, treasury.p95, fair.value],
  ]);
  const amounts = useAmounts(values, side.currency);
  const said = (language: "en" | "ja"): string =>
    t(
      { en: words.presentValues[language], ja: words.presentValues[language] },
      side.name[language],
    );
  const title = { en: said("en"), ja: said("ja") };
  return (
    <Panel title={title} wide>
      <p>{t(words.presentNote, shareText(side.discountRate, 2))}</p>
      <RangeChart
        title={title}
        unit={amounts.unit}
        kinds={KINDS}
        band={words.band}
        axisText={amounts.axis}
        ranges={outcomes.map(({ id, name, presentValue: { cash, treasury, fair } }) => ({
          ...{ id, name, low: treasury.p5, high: treasury.p95 },
          marks: { cash: cash.mean, own: treasury.mean, fair: fair.value },
        }))}
        table={<ValueTable outcomes={outcomes} amounts={amounts} />}
      />
    </Panel>
  );
}

function ValueTable({
  outcomes,
  amounts,
}: {
  readonly outcomes: readonly Outcome[];
  readonly amounts: Amounts;
}): ReactNode {
  const t = useText();
  const amount = (
    id: "cash" | "ownRate" | "fair" | "p5" | "p95" | "shortfall" | "swing",
    of: (outcome: Outcome) => number,
  ) => ({
    ...{ id, title: words[id], isNumber: true as const },
    cell: (outcome: Outcome) => amounts.text(of(outcome)),
  });
  const hasLater = outcomes.some(({ presentValue }) => presentValue.later !== undefined);
  return (
    <DataTable
      caption={words.policy}
      keepsShape
      keyOf={({ id }) => id}
      rows={outcomes}
      columns={[
        { id: "policy", title: words.policy, isHead: true, cell: ({ name }) => t(name) },
        amount("cash", ({ presentValue }) => presentValue.cash.mean),
        amount("ownRate", ({ presentValue }) => presentValue.treasury.mean),
        amount("fair", ({ presentValue }) => presentValue.fair.value),
        amount("p5", ({ presentValue }) => presentValue.treasury.p5),
        amount("p95", ({ presentValue }) => presentValue.treasury.p95),
        {
          ...{ id: "loss", title: words.loss, isNumber: true },
          cell: ({ chanceOfLoss }) => shareText(chanceOfLoss),
        },
        amount("shortfall", ({ expectedShortfall }) => expectedShortfall),
        amount("swing", ({ swing }) => swing),
        ...(hasLater
          ? [
              {
                ...{ id: "later", title: words.later, isNumber: true as const },
                cell: ({ presentValue: { later } }: Outcome) =>
                  later === undefined ? "–" : amounts.text(later.treasury.mean),
              },
            ]
          : []),
      ]}
    />
  );
}
