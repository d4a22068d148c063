import type { ReactNode } from "react";
import type { Answer } from "../../../api/use-api.ts";
import { FanChart, type FanPoint } from "../../../charts/fan-chart.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { drawn, inUnit, tableUnit } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import {
  ChanceTable,
  FanTable,
  minorText,
  RevenueTable,
  TerminalTable,
} from "./projection-tables.tsx";
import type { Projected } from "./use-projection.ts";
import { words } from "./words.ts";

type Fan = Projected["projection"]["fund"]["netAssets"];
type Named = Answer<"/api/v1/projection-terms">["parties"];

/** Both answers: the one as assumed faint beside the one as moved. */
export function ProjectionResult({
  base,
  moved,
  parties,
  isWaiting,
}: {
  readonly base: Projected;
  readonly moved: Projected;
  readonly parties: Named;
  readonly isWaiting: boolean;
}): ReactNode {
  const t = useText();
  const { projection, milliseconds } = moved;
  const nameOf = (id: string): string =>
    t(parties.find((each) => each.id === id)?.name ?? { en: id, ja: id });
  const told = [projection.paths.toLocaleString("en"), projection.seed, `${milliseconds}`];
  return (
    <>
      <p role="status" className="told">
        {isWaiting ? t(words.computing) : t(words.told, ...told)}
      </p>
      <div className="grid">
        <Panel title={words.netAssets} wide>
          <Fanned
            title={t(words.netAssets)}
            dates={projection.dates}
            fan={projection.fund.netAssets}
            before={mediansOf(base.projection.dates, base.projection.fund.netAssets)}
            currency={projection.currency}
          />
        </Panel>
        {projection.parties.map((party) => {
          const title = t(words.distributed, nameOf(party.id));
          return (
            <Panel key={party.id} title={{ en: title, ja: title }}>
              <Fanned
                title={title}
                dates={party.years.map(({ ends }) => ends)}
                fan={party.fans.distributed}
                before={distributedIn(base, party.id)}
                currency={party.currency}
              />
            </Panel>
          );
        })}
        <Panel title={words.chances} wide>
          <ChanceTable base={base} moved={moved} nameOf={nameOf} />
        </Panel>
        {projection.parties.map((party) => {
          const title = t(words.terminal, nameOf(party.id));
          return (
            <Panel key={party.id} title={{ en: title, ja: title }} wide>
              <TerminalTable party={party} title={title} />
            </Panel>
          );
        })}
        {projection.parties.map((party) => {
          const title = t(words.revenue, nameOf(party.id));
          return (
            <Panel key={party.id} title={{ en: title, ja: title }}>
              <RevenueTable party={party} title={title} />
            </Panel>
          );
        })}
      </div>
    </>
  );
}

/** Medians by day: another horizon may have other days. */
type Medians = ReadonlyMap<string, number>;

const mediansOf = (dates: readonly string[], { p50 }: Fan): Medians =>
  new Map(dates.map((date, index) => [date, p50[index] ?? 0]));

/** What a party had received by the median, by the ends of its fiscal years. */
function distributedIn({ projection }: Projected, id: string): Medians | undefined {
  const party = projection.parties.find((each) => each.id === id);
  if (party === undefined) return undefined;
  return mediansOf(
    party.years.map(({ ends }) => ends),
    party.fans.distributed,
  );
}

/** A fan of amounts, with its axis in a unit that suits them. */
function Fanned({
  title,
  dates,
  fan,
  before,
  currency,
}: {
  readonly title: string;
  readonly dates: readonly string[];
  readonly fan: Fan;
  readonly before: Medians | undefined;
  readonly currency: string;
}): ReactNode {
  const { language } = useLanguage();
  const points = dates.flatMap((date, index): FanPoint[] => {
    const [p5, p25, p50, p75, p95] = [fan.p5, fan.p25, fan.p50, fan.p75, fan.p95].map(
      (band) => band[index] ?? 0,
    );
    return [{ date, p5: p5!, p25: p25!, p50: p50!, p75: p75!, p95: p95! }];
  });
  const unit = tableUnit(
    points.map(({ p95 }) => minorText(p95)),
    currency,
    language,
  );
  const major = (value: number): number => drawn(minorText(value), currency);
  const scale = major(1e15) / 1e15;
  const withBefore = (value: number | undefined): Pick<FanPoint, "before"> =>
    value === undefined ? {} : { before: major(value) };
  const onAxis = points.map((point): FanPoint => ({
    ...{ date: point.date, p5: major(point.p5), p25: major(point.p25), p50: major(point.p50) },
    ...{ p75: major(point.p75), p95: major(point.p95) },
    ...withBefore(before?.get(point.date)),
  }));
  return (
    <FanChart
      title={{ en: title, ja: title }}
      unit={unit.word}
      points={onAxis}
      axisText={(value) => inUnit(minorText(value / scale), { ...unit, decimals: 0 })}
      table={<FanTable title={{ en: title, ja: title }} points={points} unit={unit} />}
    />
  );
}
