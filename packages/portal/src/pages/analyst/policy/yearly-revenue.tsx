import type { ReactNode } from "react";
import { seriesColour } from "../../../charts/colours.ts";
import { YearChart } from "../../../charts/year-chart.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { shareText, useAmounts } from "./policy-amounts.ts";
import type { Outcome, Side, View } from "./use-policy.ts";
import { words } from "./words.ts";
import { YearTable } from "./year-table.tsx";

const COLOURS = { fund: 0, tariff: 1, incentive: 2, alone: 4 } as const;
/** A policy has one colour on the whole page. */
export const colourOf = ({ policy }: Outcome): string => seriesColour(COLOURS[policy]);

/** The fiscal years of a side as they are named, and short ones for the foot of a chart. */
export function useYears(side: Side): { readonly full: string[]; readonly short: string[] } {
  const t = useText();
  const { language } = useLanguage();
  const count = side.policies[0]?.years.length ?? 0;
  const years = Array.from({ length: count }, (_each, at) => String(side.firstYear + at));
  const full = years.map((year) => t(words.oneYear, year));
  return { full, short: language === "ja" ? years : full };
}

/** What each policy brings in each year, on average, under the regime that is looked at. */
export function YearlyRevenue({ view: { side, shown } }: { readonly view: View }): ReactNode {
  const t = useText();
  const years = useYears(side);
  const means = shown.map((each) => each.years.map(({ net }) => net.mean));
  const amounts = useAmounts(means.flat(), side.currency);
  const lines = shown.map((each, at) => ({
    ...{ id: each.id, name: each.name, values: means[at] ?? [], colour: colourOf(each) },
  }));
  return (
    <Panel title={words.revenue} wide>
      <p>{t(words.revenueNote)}</p>
      <YearChart
        title={words.revenue}
        unit={amounts.unit}
        years={years.short}
        lines={lines}
        axisText={amounts.axis}
        table={
          <YearTable
            title={words.revenue}
            years={years.full}
            columns={lines.map(({ id, name, values }) => ({
              ...{ id, title: name, texts: values.map(amounts.text) },
            }))}
          />
        }
      />
    </Panel>
  );
}

/** In how many futures a policy's revenue stays below that of the tariff, by year. */
export function BelowTariff({
  view: { side, base, regime, shown },
}: {
  readonly view: View;
}): ReactNode {
  const t = useText();
  const years = useYears(side);
  const tariff = shown.find(({ policy }) => policy === "tariff");
  const lines = shown.flatMap((each) => {
    const found = each.belowTariff?.find((of) => of.regime === regime && of.base === base);
    if (found === undefined) return [];
    return [{ id: each.id, name: each.name, values: found.net, colour: colourOf(each) }];
  });
  if (tariff === undefined || lines.length === 0) return null;
  return (
    <Panel title={words.below} wide>
      <p>{t(words.belowNote, t(tariff.name))}</p>
      <YearChart
        title={words.below}
        years={years.short}
        lines={lines}
        axisText={(value) => shareText(value)}
        table={
          <YearTable
            title={words.below}
            years={years.full}
            columns={lines.map(({ id, name, values }) => ({
              ...{ id, title: name, texts: values.map((value) => shareText(value)) },
            }))}
          />
        }
      />
    </Panel>
  );
}
