import { scaleBand, scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { ChartFrame } from "../../../charts/chart-frame.tsx";
import { DrawnBox } from "../../../charts/drawn-box.tsx";
import { nameRow, rowRise } from "../../../charts/name-width.ts";
import { useWidth } from "../../../charts/use-width.ts";
import { BOX } from "../../../charts/value-axis.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { type Cell, Figure } from "../../../elements/figure.tsx";
import { Money } from "../../../elements/money.tsx";
import { drawn, exactMoney, shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { words } from "../words.ts";
import type { AmountAxis } from "./history-points.ts";

/** A level that is reached, or a change that leads to the next; minor units. */
export type WaterfallStep = {
  readonly id: string;
  readonly name: Text;
  readonly minor: string;
  readonly isLevel?: true;
  /** Where it comes from; of what is taken off, the cell says how much that is. */
  readonly cell: Cell | undefined;
};

type Drawn = WaterfallStep & { readonly from: number; readonly to: number };

function drawnSteps(steps: readonly WaterfallStep[], currency: string): readonly Drawn[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.isLevel === true ? 0 : level;
    const to = from + drawn(step.minor, currency);
    level = to;
    return { ...step, from, to };
  });
}

function kindOf({ isLevel, minor }: WaterfallStep): string {
  if (isLevel === true) return "level";
  return BigInt(minor) < 0n ? "down" : "up";
}

/** How one amount became another: the levels, and what moved them, one after the other. */
export function WaterfallChart({
  title,
  steps,
  currency,
  axis,
}: {
  readonly title: Text;
  readonly steps: readonly WaterfallStep[];
  readonly currency: string;
  readonly axis: AmountAxis;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const room = useWidth();
  const [, width] = room;
  const names = steps.map(({ name }) => t(name));
  const all = drawnSteps(steps, currency);
  const ends = all.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(low + 1, ...ends);
  const x = scaleBand(
    all.map(({ id }) => id),
    [BOX.left, width - BOX.right],
  ).padding(0.25);
  const y = scaleLinear([low, high], [BOX.height - BOX.bottom, BOX.top]).nice(5);
  return (
    <ChartFrame
      title={title}
      unit={axis.unit}
      table={<StepTable title={title} steps={steps} currency={currency} />}
    >
      <DrawnBox room={room} title={title} scale={y} axisText={axis.text}>
        {all.map((step, index) => (
          <g key={step.id}>
            <rect
              className={`waterfall-${kindOf(step)}`}
              x={x(step.id)}
              width={x.bandwidth()}
              y={Math.min(y(step.from), y(step.to))}
              height={Math.max(1, Math.abs(y(step.from) - y(step.to)))}
            >
              <title>{shortMoney(step.minor, currency, language)}</title>
            </rect>
            <text
              className="axis-text"
              x={(x(step.id) ?? 0) + x.bandwidth() / 2}
              y={BOX.height - rowRise(nameRow(names, x.step(), index))}
              textAnchor="middle"
            >
              {t(step.name)}
            </text>
          </g>
        ))}
      </DrawnBox>
    </ChartFrame>
  );
}

function StepTable({
  title,
  steps,
  currency,
}: {
  readonly title: Text;
  readonly steps: readonly WaterfallStep[];
  readonly currency: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  return (
    <DataTable
      caption={title}
      keepsShape
      rows={steps}
      keyOf={({ id }) => id}
      columns={[
        { id: "name", title, isHead: true, cell: ({ name }) => t(name) },
        {
          id: "amount",
          title: words.amount,
          isNumber: true,
          cell: ({ minor, cell }) =>
            cell === undefined ? (
              <Money minor={minor} currency={currency} exact />
            ) : (
              <Figure cell={cell} inUnit={exactMoney(minor, currency, language)} />
            ),
        },
      ]}
    />
  );
}
