import { type ReactNode, useMemo } from "react";
import { LineChart, type Series } from "../../../charts/line-chart.tsx";
import type { Schemas } from "../../../api/client.ts";
import { DataTable } from "../../../elements/data-table.tsx";
import { Notice } from "../../../elements/notice.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { cellText, type CellValue } from "../../../format/cell.ts";
import { drawn, inUnit, tableUnit } from "../../../format/money.ts";
import { drawnRatio, percentText } from "../../../format/ratio.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { LocalizedText, Text } from "../../../language/text.ts";
import { differenceText, isSameValue } from "./difference.ts";
import { words } from "./words.ts";

type Run = Schemas["ScenarioRun"];

/** Two runs beside each other: their courses, what differs in the end, what was contested. */
export function BothRuns({
  first,
  changed,
}: {
  readonly first: Run;
  readonly changed: Run;
}): ReactNode {
  return (
    <>
      <Stopped run={first} said={words.stoppedFirst} />
      <Stopped run={changed} said={words.stopped} />
      <div className="grid">
        <Course first={first} changed={changed} />
        <Share first={first} changed={changed} />
      </div>
      <Figures first={first} changed={changed} />
      <Contested first={first} changed={changed} />
    </>
  );
}

function Stopped({
  run: { stopped },
  said,
}: {
  readonly run: Run;
  readonly said: Text;
}): ReactNode {
  const t = useText();
  if (stopped === undefined) return null;
  return (
    <Notice kind="caution">
      <p>{t(said)}</p>
      <Said text={t(stopped)} />
    </Notice>
  );
}

type Runs = { readonly first: Run; readonly changed: Run };

function Course({ first, changed }: Runs): ReactNode {
  const { language } = useLanguage();
  const { currency } = first;
  const all = [first, changed].flatMap(({ series }) => series.points);
  const unit = tableUnit(
    all.map(({ figures }) => figures.netAssets),
    currency,
    language,
  );
  const line = (run: Run, id: string, name: Text): Series => ({
    ...{ id, name },
    points: run.series.points.map(({ on, figures }) => ({
      date: on,
      value: drawn(figures.netAssets, currency),
      text: inUnit(figures.netAssets, unit),
    })),
  });
  const per = drawn(`${10n ** BigInt(unit.power)}`, currency);
  return (
    <Panel title={words.course}>
      <LineChart
        title={words.course}
        unit={unit.word}
        series={[line(first, "first", words.from), line(changed, "changed", words.to)]}
        axisText={(value) => (value / per).toLocaleString("en")}
      />
    </Panel>
  );
}

/** The share of the first side, a government, in both runs. */
function Share({ first, changed }: Runs): ReactNode {
  const t = useText();
  const [side] = first.series.sides;
  const hasUnits = first.series.points.some(({ units }) => units.some((each) => each !== "0"));
  if (side === undefined || !hasUnits) return null;
  const name = t(side.name);
  const title = { en: t(words.share, name), ja: t(words.share, name) };
  const line = (run: Run, id: string, said: Text): Series => ({
    ...{ id, name: said },
    points: run.series.points.flatMap(({ on, units }) => {
      const total = units.reduce((sum, each) => sum + BigInt(each), 0n);
      if (total === 0n) return [];
      const ratio = `${units[0] ?? "0"}/${total}`;
      return [{ date: on, value: drawnRatio(ratio) * 100, text: percentText(ratio) }];
    }),
  });
  return (
    <Panel title={title}>
      <LineChart
        title={title}
        unit="%"
        fromZero={false}
        series={[line(first, "first", words.from), line(changed, "changed", words.to)]}
        axisText={(value) => value.toLocaleString("en")}
      />
    </Panel>
  );
}

type Compared = {
  readonly id: string;
  readonly label: LocalizedText;
  readonly first?: CellValue;
  readonly changed?: CellValue;
};

function comparedCells({ first, changed }: Runs): readonly Compared[] {
  const others = new Map(changed.cells.map((cell) => [cell.id, cell]));
  const both = first.cells.map(({ id, label, value }): Compared => {
    const other = others.get(id)?.value;
    return { id, label, first: value, ...(other === undefined ? {} : { changed: other }) };
  });
  const known = new Set(first.cells.map(({ id }) => id));
  const more = changed.cells.filter(({ id }) => !known.has(id));
  return [...both, ...more.map(({ id, label, value }) => ({ id, label, changed: value }))];
}

function Figures({ first, changed }: Runs): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const cells = useMemo(() => comparedCells({ first, changed }), [first, changed]);
  const rows = cells.filter((cell) => !isSameValue(cell.first, cell.changed));
  const said = (value: CellValue | undefined): string =>
    value === undefined ? "–" : cellText(value, language);
  return (
    <Panel title={words.figures} aside={t(words.count, String(rows.length), String(cells.length))}>
      {rows.length === 0 ? (
        <p className="nothing">{t(words.same)}</p>
      ) : (
        <DataTable
          caption={words.figures}
          keyOf={({ id }) => id}
          rows={rows}
          columns={[
            {
              ...{ id: "figure", title: words.figure, isHead: true },
              cell: ({ label }) => t(label),
            },
            {
              ...{ id: "first", title: words.from, isNumber: true },
              cell: (cell) => said(cell.first),
            },
            {
              ...{ id: "changed", title: words.to, isNumber: true },
              cell: (cell) => said(cell.changed),
            },
            {
              ...{ id: "difference", title: words.difference, isNumber: true },
              cell: (cell) => differenceText(cell.first, cell.changed, language),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** What was stopped or contested in one of the runs and not in the other. */
function Contested({ first, changed }: Runs): ReactNode {
  const t = useText();
  const only = (run: Run, other: Run): readonly Text[] => {
    const said = new Set(other.contested.map(({ en }) => en));
    return run.contested.filter(({ en }) => !said.has(en));
  };
  const lists = [
    { name: words.from, texts: only(first, changed) },
    { name: words.to, texts: only(changed, first) },
  ].filter(({ texts }) => texts.length > 0);
  if (lists.length === 0) return null;
  return (
    <Panel title={words.contested}>
      {lists.map(({ name, texts }) => (
        <div key={name.en}>
          <h3>{t(name)}</h3>
          <ul>
            {texts.map((text) => (
              <li key={text.en}>
                <Said text={t(text)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
