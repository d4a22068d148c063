import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import { localized, type Language, type Text } from "../languages/language.ts";
import { filled } from "../languages/page-texts.ts";
import { MODEL_TEXTS, PROJECTION_TEXTS } from "../languages/projection-texts.ts";
import { wrap } from "../page/layout.ts";
import { monthText, numberText } from "./projected-figures.ts";
import type { ProjectionStyle } from "./projection-style.ts";

/** What a projection was made of, as its page tells it. */
export type ProjectedOf = {
  readonly charter: Charter;
  readonly assumptions: Assumptions;
  readonly assumptionsFile: string | undefined;
  /** Ids of the stresses that happen. */
  readonly stresses: readonly string[];
  /** "path=value": what was set otherwise. */
  readonly settings: readonly string[];
};

/** The charter, the run and its assumptions. */
export function headLines(
  projection: Projection,
  of: ProjectedOf,
  { language, columns, paint }: ProjectionStyle,
): readonly string[] {
  const title = `${PROJECTION_TEXTS.title[language]}: ${localized(of.charter.title)[language]}`;
  return [
    ...wrap(title, columns).map((line) => paint("bold", line)),
    ...headTexts(projection, of, language).flatMap((text) => wrap(text, columns)),
  ];
}

/** What was asked: the run, and what it assumes. */
export function headTexts(
  projection: Projection,
  { assumptions, assumptionsFile, stresses, settings }: ProjectedOf,
  language: Language,
): readonly string[] {
  const names = assumptions.stresses
    .filter(({ id }) => stresses.includes(id))
    .map(({ name }) => localized(name)[language]);
  const assumed =
    assumptionsFile === undefined
      ? PROJECTION_TEXTS.assumedForAny
      : filled(PROJECTION_TEXTS.assumed, localized(assumptions.title)[language]);
  const told: readonly Text[] = [
    filled(
      projection.paths === 1 ? PROJECTION_TEXTS.runOfOne : PROJECTION_TEXTS.run,
      numberText(projection.paths, 0),
      monthText(projection.opens, language),
      monthText(projection.ends, language),
      MODEL_TEXTS[assumptions.market.model.kind][language],
      projection.seed,
    ),
    assumed,
    ...(names.length === 0 ? [] : [filled(PROJECTION_TEXTS.stressed, names.join(" · "))]),
    ...(settings.length === 0 ? [] : [filled(PROJECTION_TEXTS.changed, settings.join(", "))]),
  ];
  return told.map((text) => text[language]);
}
