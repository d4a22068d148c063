import type { ReactNode } from "react";
import { LineChart, type Series } from "../../../charts/line-chart.tsx";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { drawn, inUnit, tableUnit } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { minorText } from "../projection/projection-tables.tsx";
import { rungName } from "./path-events.tsx";
import type { PathTold, Step } from "./use-path.ts";
import { words } from "./words.ts";

const BALANCE = ["netAssets", "trueNetAssets", "investments", "debt", "cash"] as const;
const MOVES = [
  ...(["invested", "income", "interest", "expenses", "proceeds", "forcedSales"] as const),
];

const at = ({ fund }: Step, name: string): number => fund[name] ?? 0;

/** Debt as a share of all assets; none where there are none. */
const leverageOf = (step: Step): number | undefined =>
  at(step, "totalAssets") > 0 ? at(step, "debt") / at(step, "totalAssets") : undefined;

const shareText = (share: number | undefined): string =>
  share === undefined ? "–" : `${(share * 100).toFixed(1)}%`;

/** The amounts of a path's fund in one unit. */
function useUnit({ steps, currency }: PathTold) {
  const { language } = useLanguage();
  const all = steps.flatMap((step) => BALANCE.map((name) => minorText(at(step, name))));
  const unit = tableUnit(all, currency, language);
  return { unit, text: (value: number): string => inUnit(minorText(value), unit) };
}

/** What the fund is worth, owes and holds, and how far it is indebted. */
export function FundStory({ path }: { readonly path: PathTold }): ReactNode {
  const t = useText();
  const { unit, text } = useUnit(path);
  const { steps, currency } = path;
  const series = (["netAssets", "trueNetAssets", "debt", "cash"] as const).map((id): Series => ({
    ...{ id, name: words[id] },
    points: steps.map((step) => {
      const value = at(step, id);
      return { date: step.ends, value: drawn(minorText(value), currency), text: text(value) };
    }),
  }));
  const scale = drawn("1000000000000", currency) / 1e12;
  const title = t(words.shown, path.path.toLocaleString("en"));
  const leverage: Series = {
    ...{ id: "leverage", name: words.leverage },
    points: steps.map((step) => {
      const value = leverageOf(step);
      return { date: step.ends, value: value ?? 0, text: shareText(value) };
    }),
  };
  return (
    <Panel title={{ en: title, ja: title }} wide>
      <LineChart
        title={words.fund}
        unit={unit.word}
        series={series}
        axisText={(value) => inUnit(minorText(value / scale), { ...unit, decimals: 0 })}
      />
      <LineChart
        title={words.leverage}
        series={[leverage]}
        axisText={(value) => `${Math.round(value * 100)}%`}
      />
    </Panel>
  );
}

/** Every figure of the fund by quarter: what stands, what moves, and each covenant's step. */
export function QuarterTables({ path }: { readonly path: PathTold }): ReactNode {
  const t = useText();
  const { unit, text } = useUnit(path);
  const { steps, covenants } = path;
  const rows = steps.map((step, index) => ({ step, index }));
  type Row = (typeof rows)[number];
  const ends: Column<Row> = {
    ...{ id: "ends", title: words.quarter, isHead: true },
    cell: ({ step }) => <Day date={step.ends} />,
  };
  const amount = (name: (typeof BALANCE | typeof MOVES)[number]): Column<Row> => ({
    ...{ id: name, title: words[name], isNumber: true },
    cell: ({ step }) => text(at(step, name)),
  });
  const table = (caption: Text, columns: readonly Column<Row>[]): ReactNode => (
    <Panel title={caption} wide aside={unit.word}>
      <DataTable
        caption={caption}
        keepsShape
        keyOf={({ step }) => step.ends}
        rows={rows}
        columns={[ends, ...columns]}
      />
    </Panel>
  );
  return (
    <>
      {table(words.stands, [
        ...BALANCE.map(amount),
        {
          ...{ id: "leverage", title: words.leverage, isNumber: true },
          cell: ({ step }) => shareText(leverageOf(step)),
        },
        {
          ...{ id: "price", title: words.pricePerUnit, isNumber: true },
          cell: ({ step }) => at(step, "pricePerUnit").toFixed(4),
        },
      ])}
      {table(words.moves, MOVES.map(amount))}
      {covenants.length > 0 &&
        table(
          words.covenants,
          covenants.map(({ id, name, ladder, rungs }) => ({
            ...{ id, title: name },
            cell: ({ index }) => t(rungName(ladder, rungs[index] ?? 0)),
          })),
        )}
    </>
  );
}
