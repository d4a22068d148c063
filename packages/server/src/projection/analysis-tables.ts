import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Price } from "@jointfund/projection/pricing/price.ts";
import { ANALYSIS_TEXTS, FALL_EVENT_TEXTS, MOVED_TEXTS } from "../languages/analysis-texts.ts";
import type { Language } from "../languages/language.ts";
import { filled } from "../languages/page-texts.ts";
import type { Bearable } from "./bearable.ts";
import type { Frontier } from "./frontier.ts";
import { amountScale, largestOf, numberText, percentText } from "./projected-figures.ts";
import { partyName } from "./projection-style.ts";
import type { Sensitivity, SensitivityRow } from "./sensitivity.ts";

/** A table of an analysis with its words in one language: for a terminal, and for a report. */
export type AnalysisTable = {
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
};

/** A difference with its sign; none before a zero. */
export const signed = (text: string): string =>
  /^[0-9]/.test(text) && /[1-9]/.test(text) ? `+${text}` : text;

const said = (name: keyof typeof ANALYSIS_TEXTS, language: Language): string =>
  ANALYSIS_TEXTS[name][language];

/** One table for each side: what each move does to its median and bad case. */
export function sensitivityTables(
  { rows, assumed }: Sensitivity,
  charter: Charter,
  language: Language,
): readonly AnalysisTable[] {
  return assumed.parties.map(({ party, currency }, place) => {
    const prices = rows.flatMap(({ down, up }) => [down.price, up.price]);
    const differences = prices.flatMap(({ parties }) => parties[place]?.difference ?? []);
    const largest = largestOf([differences.flatMap(({ median, bad }) => [median, bad])]);
    const scale = amountScale(largest, currency, language);
    const cellsOf = ({ parties, chances }: Price): readonly string[] => {
      const difference = parties[place]?.difference;
      return [
        signed(scale.show(difference?.median ?? null)),
        signed(scale.show(difference?.bad ?? null)),
        signed(percentText(chances.forcedSale.difference, 2)),
      ];
    };
    const name = partyName(charter, party)[language];
    return {
      id: `sensitivity-${party}`,
      title: filled(ANALYSIS_TEXTS.sensitivityOf, name, scale.unit)[language],
      heads: [said("median", language), said("bad", language), said("sale", language)],
      rows: rows.flatMap((row) => [
        { label: movedText(row, row.down.size, language), cells: cellsOf(row.down.price) },
        { label: movedText(row, row.up.size, language), cells: cellsOf(row.up.price) },
      ]),
    };
  });
}

function movedText(
  { moved, currency, by }: SensitivityRow,
  size: number,
  language: Language,
): string {
  const name = filled(MOVED_TEXTS[moved], currency ?? "")[language];
  return by === "points"
    ? filled(ANALYSIS_TEXTS.points, name, signed(numberText(100 * size, 0)))[language]
    : filled(ANALYSIS_TEXTS.times, name, numberText(size, 2))[language];
}

/** One table for each side, and one of the chances. */
export function frontierTables(
  { points, marks }: Frontier,
  charter: Charter,
  language: Language,
): readonly AnalysisTable[] {
  const label = (target: number): string => percentText(target, 0);
  const ofParties = points[0]!.parties.map(({ party, currency }, place): AnalysisTable => {
    const told = points.map(({ parties }) => parties[place]!);
    const scale = amountScale(largestOf([told.map(({ gain }) => gain.mean)]), currency, language);
    const best = marks.find((each) => each.party === party);
    const starred = (text: string, isBest: boolean): string => (isBest ? `* ${text}` : text);
    const name = partyName(charter, party)[language];
    return {
      id: `frontier-${party}`,
      title: filled(ANALYSIS_TEXTS.sensitivityOf, name, scale.unit)[language],
      heads: (["medianRate", "meanRate", "medianGain", "meanGain", "loss"] as const).map((each) =>
        said(each, language),
      ),
      rows: told.map(({ irr, gain, lossOfCapital }, index) => ({
        label: label(points[index]!.target),
        cells: [
          starred(percentText(irr.median, 2), best?.median === index),
          starred(percentText(irr.mean, 2), best?.mean === index),
          ...[scale.show(gain.median), scale.show(gain.mean), percentText(lossOfCapital)],
        ],
      })),
    };
  });
  const chances: AnalysisTable = {
    id: "frontier-chances",
    title: said("chances", language),
    heads: EVENTS.map(([name]) => said(name, language)),
    rows: points.map(({ target, chances: at }) => ({
      label: label(target),
      cells: EVENTS.map(([, event]) => percentText(at[event], 2)),
    })),
  };
  return [...ofParties, chances];
}

const EVENTS = [
  ["lock", "locked"],
  ["sale", "forcedSale"],
  ["default", "defaulted"],
] as const;

/** What the frontier says in words: the most, where each side does best, where they part. */
export function frontierNotes(
  { most, marks, points }: Frontier,
  charter: Charter,
  language: Language,
): readonly string[] {
  const at = (place: number): string => percentText(points[place]!.target, 0);
  return [
    filled(ANALYSIS_TEXTS.most, percentText(most, 0))[language],
    ...marks.flatMap(({ party, median, mean, parting }) => {
      const name = partyName(charter, party)[language];
      const best = filled(ANALYSIS_TEXTS.best, name, at(median), at(mean))[language];
      if (parting === null) return [best];
      return [best, filled(ANALYSIS_TEXTS.parting, name, at(parting))[language]];
    }),
  ];
}

/** The falls that lead to each event, with each side's loss; and the chances on random paths. */
export function bearableTables(
  { falls, random }: Bearable,
  charter: Charter,
  language: Language,
): readonly AnalysisTable[] {
  const parties = random[0]!.price.parties.flatMap(({ party, currency }, place) => {
    // A page has room for the parties of the charter; all classes are in the files.
    if (!charter.parties.some(({ id }) => id === party)) return [];
    const losses = falls.map(({ losses: each }) => each[place]?.loss ?? 0);
    const scale = amountScale(largestOf([losses]), currency, language);
    const name = partyName(charter, party)[language];
    return [{ place, scale, head: filled(ANALYSIS_TEXTS.lost, name, scale.unit)[language] }];
  });
  const fallText = (fall: number | null): string => {
    if (fall === null) return said("never", language);
    return fall === 0 ? said("already", language) : percentText(fall);
  };
  return [
    {
      id: "bearable-falls",
      title: said("until", language),
      heads: [said("fall", language), ...parties.map(({ head }) => head)],
      rows: falls.map(({ event, fall, losses }) => ({
        label: FALL_EVENT_TEXTS[event][language],
        cells: [
          fallText(fall),
          ...parties.map(({ place, scale }) => scale.show(losses[place]?.loss ?? null)),
        ],
      })),
    },
    {
      id: "bearable-random",
      title: said("random", language),
      heads: EVENTS.map(([name]) => said(name, language)),
      rows: random.map(({ fall, price }) => ({
        label: percentText(fall, 0),
        cells: EVENTS.map(([, event]) => percentText(price.chances[event].probability, 2)),
      })),
    },
  ];
}
