import type { ReactNode } from "react";
import { LineChart, type Point } from "../../../charts/line-chart.tsx";
import { ActFigure } from "../../../elements/act-figure.tsx";
import { ActLink } from "../../../elements/act-link.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { origin } from "../../../elements/origin.ts";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { drawn, shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { amountAxis } from "../parts/history-points.ts";
import { usePartyNames } from "../parts/party-names.ts";
import { words as shared } from "../words.ts";
import { InvestmentFigure } from "./investment-figure.tsx";
import type { Detail } from "./investment-page.tsx";
import { words } from "./words.ts";

type Amount = Exclude<keyof Detail["history"][number], "on">;

/** What it was worth, cost and earned over time, and every value that somebody gave it. */
export function ValuationPanel({ it }: { readonly it: Detail }): ReactNode {
  if (it.history.length === 0) return null;
  return (
    <>
      <Panel title={words.value}>
        <AmountsOverTime
          it={it}
          title={words.value}
          lines={[
            ["fairValue", words.fairValue],
            ["cost", words.cost],
          ]}
        />
        <Valuations it={it} />
      </Panel>
      <Panel title={words.earnedOverTime}>
        <AmountsOverTime
          it={it}
          title={words.earnedOverTime}
          lines={[
            ["income", words.income],
            ["realised", words.realised],
          ]}
        />
      </Panel>
    </>
  );
}

function AmountsOverTime({
  it,
  title,
  lines,
}: {
  readonly it: Detail;
  readonly title: Text;
  readonly lines: readonly (readonly [amount: Amount, name: Text])[];
}): ReactNode {
  const { history, currency } = it;
  const { language } = useLanguage();
  const pointsOf = (amount: Amount): readonly Point[] =>
    history.map((point) => ({
      date: point.on,
      value: drawn(point[amount], currency),
      text: shortMoney(point[amount], currency, language),
    }));
  const axis = amountAxis(
    history.flatMap((point) => lines.map(([amount]) => point[amount])),
    currency,
    language,
  );
  return (
    <LineChart
      title={title}
      series={lines.map(([id, name]) => {
        const minors = new Map(history.map((point) => [point.on, point[id]]));
        return {
          ...{ id, name, points: pointsOf(id) },
          figure: ({ date }: Point) => (
            <InvestmentFigure it={it} of={id} minor={minors.get(date) ?? "0"} to={date} />
          ),
        };
      })}
      unit={axis.unit}
      axisText={axis.text}
    />
  );
}

function Valuations({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  if (it.valuations.length === 0) return null;
  return (
    <details className="twin">
      <summary>
        {t(words.technique)} ({it.valuations.length})
      </summary>
      <DataTable
        caption={words.value}
        rows={it.valuations.toReversed()}
        keyOf={({ act }) => act}
        columns={[
          { id: "on", title: shared.date, isHead: true, cell: ({ on }) => <Day date={on} /> },
          {
            id: "value",
            title: words.fairValue,
            isNumber: true,
            cell: ({ minor, act }) => (
              <ActFigure minor={minor} currency={it.currency} act={act} name={words.fairValue} />
            ),
          },
          {
            id: "level",
            title: words.level,
            isNumber: true,
            cell: ({ level }) => <span {...origin("place")}>{level}</span>,
          },
          {
            id: "technique",
            title: words.technique,
            cell: ({ technique }) => <Said text={technique} />,
          },
          {
            id: "by",
            title: words.valuer,
            cell: ({ by, act }) => <ActLink id={act} name={nameOf(by)} />,
          },
        ]}
      />
    </details>
  );
}
