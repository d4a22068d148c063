import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import type { Text } from "../languages/language.ts";
import { filled } from "../languages/page-texts.ts";
import { PROJECTION_TEXTS } from "../languages/projection-texts.ts";
import { wrap } from "../page/layout.ts";
import { notProjected } from "./not-projected.ts";
import { amountAlone, numberText, percentText } from "./projected-figures.ts";
import { partyName, type ProjectionStyle } from "./projection-style.ts";

function leftOutNote(
  charter: Charter,
  assumptions: Assumptions,
  language: "en" | "ja",
): readonly string[] {
  const [comma, open, close, between] =
    language === "en" ? [", ", " (", ")", "; "] : ["、", "（", "）", "、"];
  const said = notProjected(charter, assumptions).map(
    ({ about, clauses }) => `${about[language]}${open}${clauses.join(comma)}${close}`,
  );
  if (said.length === 0) return [];
  return [filled(PROJECTION_TEXTS.leftOut, said.join(between))[language]];
}

/** A tenth above it is told. */
const WORTH_TELLING = 0.1;

/** What a reader of a projection has to know, by what is in it. */
export function projectionNotes(
  projection: Projection,
  charter: Charter,
  assumptions: Assumptions,
  language: "en" | "ja",
): readonly string[] {
  const { paths, asked, parties } = projection;
  const said: Text[] = [PROJECTION_TEXTS.noForecast];
  if (paths < asked) {
    said.push(
      filled(PROJECTION_TEXTS.endedEarly, ...[paths, asked].map((count) => numberText(count, 0))),
    );
  }
  for (const { id, currency, terminal } of parties) {
    const { medianBelowMean, p50, mean } = terminal.gain;
    if (medianBelowMean === null || medianBelowMean < WORTH_TELLING) continue;
    said.push(
      filled(
        PROJECTION_TEXTS.medianBelow,
        partyName(charter, id)[language],
        amountAlone((mean ?? 0) - (p50 ?? 0), currency, language),
        amountAlone(p50, currency, language),
        amountAlone(mean, currency, language),
      ),
    );
  }
  const error = Math.sqrt(0.1 * 0.9) / Math.sqrt(Math.max(1, paths));
  said.push(filled(PROJECTION_TEXTS.chanceError, percentText(0.1, 0), percentText(error, 2)));
  said.push(PROJECTION_TEXTS.revenueMeans);
  const least = Math.min(...Object.values(projection.fund).flatMap(({ count }) => count));
  if (least < paths) {
    said.push(filled(PROJECTION_TEXTS.notFinite, numberText(paths - least, 0)));
  }
  return [...said.map((text) => text[language]), ...leftOutNote(charter, assumptions, language)];
}

/** The same below their heading, as lines of a page. */
export function noteLines(
  projection: Projection,
  { charter, assumptions }: { readonly charter: Charter; readonly assumptions: Assumptions },
  { language, columns, paint }: ProjectionStyle,
): readonly string[] {
  const said = projectionNotes(projection, charter, assumptions, language);
  const notes = said.flatMap((note) =>
    wrap(note, columns - 4).map((line, index) => (index === 0 ? `  · ${line}` : `    ${line}`)),
  );
  return [paint("bold", PROJECTION_TEXTS.notes[language]), ...notes];
}
