import type { ReactNode } from "react";
import { BarChart } from "../../../charts/bar-chart.tsx";
import { YearChart } from "../../../charts/year-chart.tsx";
import { useChoice } from "../../../app/place.ts";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { Panel } from "../../../elements/panel.tsx";
import type { Text } from "../../../language/text.ts";
import { type Amounts, useAmounts } from "./policy-amounts.ts";
import type { Compared, Outcome, View } from "./use-policy.ts";
import { words } from "./words.ts";
import { YearTable } from "./year-table.tsx";
import { useYears } from "./yearly-revenue.tsx";

const QUANTILES = ["p5", "p25", "median", "p75", "p95"] as const;

/** One policy of a side: its range in each year, and what it is made of. */
export function PolicyDetail({
  compared,
  view: { side, shown },
}: {
  readonly compared: Compared;
  readonly view: View;
}): ReactNode {
  const [policy, onPolicy] = useChoice("policy");
  const outcome = shown.find((each) => each.policy === policy) ?? shown[0];
  const years = useYears(side);
  const amounts = useAmounts(
    (outcome?.years ?? []).flatMap(({ net, invested }) => [net.p5, net.p95, invested]),
    side.currency,
  );
  if (outcome === undefined) return null;
  const of = { outcome, years, amounts };
  return (
    <Panel
      title={words.detail}
      wide
      aside={
        <ChoiceField
          label={words.policy}
          value={outcome.policy}
          onChange={onPolicy}
          options={shown.map((each) => ({ id: each.policy, name: each.name }))}
        />
      }
    >
      <div className="policy-detail">
        <RangeOfYears {...of} />
        <Parts {...of} names={compared.names.parts} />
      </div>
    </Panel>
  );
}

type Of = {
  readonly outcome: Outcome;
  readonly years: ReturnType<typeof useYears>;
  readonly amounts: Amounts;
};

function RangeOfYears({ outcome, years, amounts }: Of): ReactNode {
  const of = (at: "mean" | (typeof QUANTILES)[number]): number[] =>
    outcome.years.map(({ net }) => net[at]);
  const texts = (values: readonly number[]): string[] => values.map(amounts.text);
  const column = (
    id: "mean" | "central" | "invested" | "returned" | "fundingCost",
    values: number[],
  ) => ({ id, title: words[id], texts: texts(values) });
  return (
    <YearChart
      title={words.range}
      unit={amounts.unit}
      years={years.short}
      bands={[
        {
          ...{ id: "nine", name: words.nine, low: of("p5"), high: of("p95") },
          colour: "var(--fan-nine)",
        },
        {
          ...{ id: "half", name: words.half, low: of("p25"), high: of("p75") },
          colour: "var(--fan-half)",
        },
      ]}
      lines={[
        { id: "median", name: words.median, values: of("median"), colour: "var(--series-1)" },
        {
          ...{ id: "mean", name: words.mean, values: of("mean"), colour: "var(--series-2)" },
          isDashed: true,
        },
      ]}
      axisText={amounts.axis}
      table={
        <YearTable
          title={words.range}
          years={years.full}
          columns={[
            column("mean", of("mean")),
            ...QUANTILES.map((id) => ({ id, title: words[id], texts: texts(of(id)) })),
            column(
              "central",
              outcome.years.map(({ central }) => central),
            ),
            column(
              "invested",
              outcome.years.map(({ invested }) => invested),
            ),
            column(
              "returned",
              outcome.years.map(({ returned }) => returned),
            ),
            column(
              "fundingCost",
              outcome.years.map(({ fundingCost }) => fundingCost),
            ),
          ]}
        />
      }
    />
  );
}

function Parts({
  outcome,
  years,
  amounts,
  names,
}: Of & { readonly names: { readonly [part: string]: Text } }): ReactNode {
  const parts = Object.keys(outcome.years[0]?.parts ?? {});
  if (parts.length === 0) return null;
  return (
    <BarChart
      title={words.parts}
      unit={amounts.unit}
      series={parts.map((id) => ({ id, name: names[id] ?? { en: id, ja: id } }))}
      bars={outcome.years.map(({ year, parts: of }, at) => ({
        ...{ id: String(year), name: years.short[at] ?? "" },
        parts: parts.map((series) => {
          const value = of[series as keyof typeof of] ?? 0;
          return { series, value, text: amounts.text(value) };
        }),
      }))}
      axisText={amounts.axis}
    />
  );
}
