import { ChangeFigure, StepFigure } from "./step-figure.tsx";
import { type ReactNode, useMemo } from "react";
import { seriesColour } from "../../../charts/colours.ts";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { drawn, inUnit, tableUnit } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { words as shared } from "../words.ts";
import type { Frame } from "./use-frames.ts";
import { words } from "./words.ts";

const HAS = ["investments", "cash", "otherAssets"] as const;
const OWES = ["debt", "otherLiabilities", "netAssets"] as const;
const ROWS = [...HAS, ...OWES] as const;
type Item = (typeof ROWS)[number];

const COLOURS: { readonly [item in Item]: string } = {
  investments: seriesColour(0),
  cash: seriesColour(3),
  otherAssets: seriesColour(5),
  debt: seriesColour(1),
  otherLiabilities: seriesColour(4),
  netAssets: seriesColour(2),
};

/** Both sides of the balance sheet, drawn on one scale over all the years, and in figures. */
export function BalancePanel({
  frames,
  frame,
  before,
  currency,
}: {
  readonly frames: readonly Frame[];
  readonly frame: Frame;
  readonly before: Frame | undefined;
  readonly currency: string;
}): ReactNode {
  const { language } = useLanguage();
  const unit = tableUnit(
    frames.map(({ figures }) => figures.investments),
    currency,
    language,
  );
  const most = useMemo(
    () => Math.max(1, ...frames.map(({ figures }) => assetsOf(figures, currency))),
    [frames, currency],
  );
  const changeOf = (item: Item): string => {
    const change = BigInt(frame.figures[item]) - BigInt(before?.figures[item] ?? "0");
    if (change === 0n) return "";
    return `${change > 0n ? "+" : ""}${inUnit(change, unit)}`;
  };
  return (
    <Panel title={words.balance} aside={unit.word}>
      <Stack name={words.has} items={HAS} {...{ frame, currency, most }} />
      <Stack name={words.owes} items={OWES} {...{ frame, currency, most }} />
      <DataTable
        caption={words.balance}
        keepsShape
        keyOf={(item) => item}
        rows={ROWS}
        columns={[
          { id: "item", title: words.item, isHead: true, cell: (item) => <Marked item={item} /> },
          {
            ...{ id: "after", title: words.after, isNumber: true },
            cell: (item) => (
              <StepFigure {...{ frame, item, currency }} text={inUnit(frame.figures[item], unit)} />
            ),
          },
          {
            id: "change",
            title: words.change,
            isNumber: true,
            cell: (item) => (
              <ChangeFigure {...{ frame, before, item, currency }} text={changeOf(item)} />
            ),
          },
        ]}
      />
    </Panel>
  );
}

const assetsOf = (figures: Frame["figures"], currency: string): number =>
  HAS.reduce((sum, item) => sum + Math.max(0, drawn(figures[item], currency)), 0);

function Marked({ item }: { readonly item: Item }): ReactNode {
  const t = useText();
  return (
    <>
      <svg className="item-mark" viewBox="0 0 12 12" aria-hidden="true">
        <rect width="12" height="12" rx="2" fill={COLOURS[item]} />
      </svg>
      {t(shared[item])}
    </>
  );
}

function Stack({
  name,
  items,
  frame,
  currency,
  most,
}: {
  readonly name: { readonly en: string; readonly ja: string };
  readonly items: readonly Item[];
  readonly frame: Frame;
  readonly currency: string;
  readonly most: number;
}): ReactNode {
  const t = useText();
  let from = 0;
  return (
    <div className="stack">
      <span>{t(name)}</span>
      {/* The figures stand in the table beneath. */}
      <svg viewBox="0 0 1000 22" preserveAspectRatio="none" aria-hidden="true">
        {items.map((item) => {
          const width = (Math.max(0, drawn(frame.figures[item], currency)) / most) * 1000;
          const x = from;
          from += width;
          return <rect key={item} x={x} width={width} height="22" fill={COLOURS[item]} />;
        })}
      </svg>
    </div>
  );
}
