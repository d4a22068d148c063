import { dateParts, toDayNumber, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import {
  FUND_CHANCES,
  type ProjectedOutcome,
  type Projection,
  type Series,
} from "@jointfund/projection/outcomes/projection.ts";
import { localized, type Language } from "../../languages/language.ts";
import { filled } from "../../languages/page-texts.ts";
import { CHART_TEXTS, CHANCE_TEXTS, FUND_FAN_TEXTS } from "../../languages/projection-texts.ts";
import {
  amountScale,
  fiscalYearText,
  largestOf,
  monthText,
  numberText,
  percentText,
} from "../projected-figures.ts";
import { partyName } from "../projection-style.ts";
import { framed, placeX, type Legend } from "./chart-frame.ts";
import { areaPath, element, linePath, type Point, type Scale } from "./svg.ts";

export type Chart = { readonly name: string; readonly svg: string };

/** The charts of a projection in one language, by name. */
export function projectionCharts(
  projection: Projection,
  charter: Charter,
  language: Language,
): readonly Chart[] {
  return [
    { name: "net-assets", svg: netAssetChart(projection, charter, language) },
    ...projection.parties.map((party) => ({
      name: `distributions-${party.id}`,
      svg: distributionChart(party, charter, language),
    })),
    { name: "chances", svg: chanceChart(projection, charter, language) },
  ];
}

const swatch =
  (className: string) =>
  (x: number, y: number): string =>
    element("rect", { x, y: y - 6, width: 18, height: 12, class: className });

export const stroke =
  (className: string) =>
  (x: number, y: number): string =>
    element("path", {
      class: className,
      d: linePath([
        [x, y],
        [x + 18, y],
      ]),
    });

const dot = (x: number, y: number): string =>
  element("circle", { cx: x + 9, cy: y, r: 3.5, class: "dot" });

/** Time from the opening to the end, as places from left to right. */
function timeScale({ opens, ends }: Projection): (date: LocalDate) => number {
  const [first, last] = [toDayNumber(opens), toDayNumber(ends)];
  return (date) => placeX((toDayNumber(date) - first) / (last - first));
}

/** Years at the axis, at most ten. */
function yearMarks({ dates, opens }: Projection, x: (date: LocalDate) => number) {
  const { month } = dateParts(opens);
  const yearEnds = dates.filter((date) => dateParts(date).month === month);
  const every = Math.ceil(yearEnds.length / 10);
  return yearEnds
    .filter((_, index) => (index + 1) % every === 0)
    .map((date) => ({ x: x(date), text: String(dateParts(date).year) }));
}

const valuesOf = (series: Series): readonly number[] =>
  series.filter((value): value is number => value !== null);

function netAssetChart(projection: Projection, charter: Charter, language: Language): string {
  const { dates, fund, currency, paths } = projection;
  const fan = fund.netAssets;
  const scale = amountScale(largestOf([fan.p95]), currency, language);
  const x = timeScale(projection);
  const values = [...valuesOf(fan.p5), ...valuesOf(fan.p95), ...valuesOf(fan.mean)];
  const legend: Legend = [
    { mark: stroke("median"), text: CHART_TEXTS.median[language] },
    { mark: swatch("half"), text: CHART_TEXTS.half[language] },
    { mark: swatch("wide"), text: CHART_TEXTS.nine[language] },
    { mark: stroke("mean"), text: CHART_TEXTS.mean[language] },
  ];
  const plot = (y: Scale): string => {
    const points = (series: Series): readonly Point[] =>
      series.flatMap((value, index) =>
        value === null ? [] : [[x(dates[index]!), y(value)] as const],
      );
    return [
      element("path", { class: "wide", d: areaPath(points(fan.p95), points(fan.p5)) }),
      element("path", { class: "half", d: areaPath(points(fan.p75), points(fan.p25)) }),
      element("path", { class: "mean", d: linePath(points(fan.mean)) }),
      element("path", { class: "median", d: linePath(points(fan.p50)) }),
    ].join("\n");
  };
  const end = monthText(projection.ends, language);
  const [low, middle, high] = [fan.p5, fan.p50, fan.p95].map((series) =>
    scale.show(series.at(-1) ?? null),
  );
  return framed({
    ...{ language, legend, values, plot },
    title: `${FUND_FAN_TEXTS.netAssets[language]}: ${localized(charter.title)[language]}`,
    subtitle: filled(CHART_TEXTS.paths, scale.unit, numberText(paths, 0))[language],
    description: filled(CHART_TEXTS.fanInWords, end, middle!, low!, high!, scale.unit)[language],
    tickText: (value) => scale.show(value).replace(/\.0$/, ""),
    marks: yearMarks(projection, x),
  });
}

function distributionChart(party: ProjectedOutcome, charter: Charter, language: Language): string {
  const years = party.years.filter(({ isWhole }) => isWhole);
  const high = years.map(({ distributed }) => distributed.p95);
  const scale = amountScale(largestOf([high]), party.currency, language);
  const room = 1 / Math.max(1, years.length);
  const center = (index: number): number => placeX((index + 0.5) * room);
  const width = (placeX(room) - placeX(0)) * 0.6;
  const box = (index: number, y: Scale): string => {
    const { p5, p25, p50, p75, p95, mean } = years[index]!.distributed;
    if (p5 === null || p25 === null || p50 === null) return "";
    if (p75 === null || p95 === null || mean === null) return "";
    const left = center(index) - width / 2;
    const bar = (className: string, top: number, bottom: number): string =>
      element("rect", {
        ...{ x: left, y: y(top), width, height: Math.max(0, y(bottom) - y(top)) },
        class: className,
      });
    const median: readonly Point[] = [
      [left, y(p50)],
      [left + width, y(p50)],
    ];
    return [
      bar("wide", p95, p5),
      bar("half", p75, p25),
      element("path", { class: "median", d: linePath(median) }),
      element("circle", { cx: center(index), cy: y(mean), r: 3, class: "dot" }),
    ].join("");
  };
  const every = Math.ceil(years.length / 10);
  const name = partyName(charter, party.id)[language];
  return framed({
    language,
    title: filled(CHART_TEXTS.distributions, name)[language],
    subtitle: scale.unit,
    description: filled(CHART_TEXTS.distributionsInWords, name, scale.unit)[language],
    legend: [
      { mark: stroke("median"), text: CHART_TEXTS.median[language] },
      { mark: swatch("half"), text: CHART_TEXTS.half[language] },
      { mark: swatch("wide"), text: CHART_TEXTS.nine[language] },
      { mark: dot, text: CHART_TEXTS.mean[language] },
    ],
    values: [...valuesOf(high), ...valuesOf(years.map(({ distributed }) => distributed.mean))],
    tickText: (value) => scale.show(value).replace(/\.0$/, ""),
    marks: years.flatMap(({ year }, index) =>
      (index + 1) % every === 0 ? [{ x: center(index), text: fiscalYearText(year, language) }] : [],
    ),
    plot: (y) => years.map((_, index) => box(index, y)).join("\n"),
  });
}

function chanceChart(projection: Projection, charter: Charter, language: Language): string {
  const { dates, chances, paths } = projection;
  const x = timeScale(projection);
  const line = (index: number, y: Scale): string => {
    const { probability } = chances[FUND_CHANCES[index]!];
    const points = probability.map((share, at) => [x(dates[at]!), y(share)] as const);
    return element("path", { class: `series s${index}`, d: linePath(points) });
  };
  return framed({
    language,
    title: `${CHART_TEXTS.chances[language]}: ${localized(charter.title)[language]}`,
    subtitle: filled(CHART_TEXTS.paths, "%", numberText(paths, 0))[language],
    description: FUND_CHANCES.map((name) => {
      const last = percentText(chances[name].probability.at(-1) ?? null, 2);
      return `${CHANCE_TEXTS[name][language]} ${last}`;
    }).join(", "),
    legend: FUND_CHANCES.map((name, index) => ({
      mark: stroke(`series s${index}`),
      text: CHART_TEXTS[name][language],
    })),
    values: [0.01, ...FUND_CHANCES.flatMap((name) => chances[name].probability)],
    tickText: (share) => percentText(share, 1).replace(".0%", "%"),
    marks: yearMarks(projection, x),
    plot: (y) => FUND_CHANCES.map((_, index) => line(index, y)).join("\n"),
  });
}
