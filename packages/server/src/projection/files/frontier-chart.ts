import type { Charter } from "@jointfund/core/charter/charter.ts";
import { ANALYSIS_TEXTS } from "../../languages/analysis-texts.ts";
import { localized, type Language } from "../../languages/language.ts";
import { filled } from "../../languages/page-texts.ts";
import { CHART_TEXTS } from "../../languages/projection-texts.ts";
import type { Frontier } from "../frontier.ts";
import { numberText, percentText } from "../projected-figures.ts";
import { partyName } from "../projection-style.ts";
import { framed, placeX } from "./chart-frame.ts";
import { stroke } from "./charts.ts";
import { element, linePath, type Scale } from "./svg.ts";

/** Median and mean rates of return of each side by target of debt, as SVG. */
export function frontierChart(frontier: Frontier, charter: Charter, language: Language): string {
  const { points, paths, most } = frontier;
  const x = (target: number): number => placeX(most === 0 ? 0 : target / most);
  const lines = (points[0]?.parties ?? []).flatMap(({ party }, place) =>
    (["median", "mean"] as const).map((name) => ({
      text: `${partyName(charter, party)[language]}, ${CHART_TEXTS[name][language]}`,
      values: points.map(({ parties }) => parties[place]!.irr[name]),
    })),
  );
  const line = (index: number, y: Scale): string =>
    element("path", {
      class: `series s${index % 5}`,
      d: linePath(
        lines[index]!.values.map((value, at) => [x(points[at]!.target), y(value)] as const),
      ),
    });
  return framed({
    language,
    title: `${ANALYSIS_TEXTS.frontier[language]}: ${localized(charter.title)[language]}`,
    subtitle: filled(CHART_TEXTS.paths, "%", numberText(paths, 0))[language],
    description: lines
      .map(({ text, values }) => `${text} ${percentText(values[0] ?? null, 2)}`)
      .join(", "),
    legend: lines.map(({ text }, index) => ({ mark: stroke(`series s${index % 5}`), text })),
    values: lines.flatMap(({ values }) => values),
    tickText: (rate) => percentText(rate, 1),
    marks: points.map(({ target }) => ({ x: x(target), text: percentText(target, 0) })),
    plot: (y) => lines.map((_, index) => line(index, y)).join("\n"),
  });
}
