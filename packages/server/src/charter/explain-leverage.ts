import type { Covenant, FacilityTerms } from "@jointfund/core/charter/leverage-terms.ts";
import { LEVERAGE_PHRASES } from "../languages/charter-explanation/leverage.ts";
import { FACILITY_KIND_WORDS, wordFor } from "../languages/words.ts";
import type { CharterSpeaker } from "./explanation-text.ts";

/** What may be borrowed, under which tests, and what parties guarantee. */
export function leverage(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases, language } = speaker;
  const terms = charter.leverage;
  if (terms === undefined) return [];
  const said = LEVERAGE_PHRASES[language];
  const line = (text: string, clause: string): string => `- ${text}${phrases.clause(clause)}`;
  return [
    line(said.introduction, terms.clause),
    ...terms.indices.map(({ clause, name, dayCount }) =>
      line(said.index(speaker.text(name), dayCount), clause),
    ),
    ...terms.facilities.map((facility) => line(facilityText(speaker, facility), facility.clause)),
    ...terms.covenants.flatMap((covenant) => covenantLines(speaker, covenant)),
    ...(terms.guarantees ?? []).map(({ clause, party, cap, currency }) =>
      line(said.guarantee(speaker.party(party), speaker.money(cap, currency)), clause),
    ),
  ];
}

function facilityText(speaker: CharterSpeaker, terms: FacilityTerms): string {
  const { language } = speaker;
  const said = LEVERAGE_PHRASES[language];
  const { kind, most, advanceRate, longestDraw } = terms;
  return [
    said.facility(wordFor(FACILITY_KIND_WORDS, kind)[language]),
    most === undefined ? "" : said.most(speaker.clause(most, "amount")),
    advanceRate === undefined ? "" : said.advance(speaker.ratio(advanceRate)),
    longestDraw === undefined ? "" : said.longestDraw(speaker.period(longestDraw)),
    language === "ja" ? "。" : ".",
  ].join("");
}

function covenantLines(speaker: CharterSpeaker, covenant: Covenant): readonly string[] {
  const { charter, phrases, language } = speaker;
  const said = LEVERAGE_PHRASES[language];
  const { clause, name, must, incurrence, ladder, ratio, vehicle: id } = covenant;
  const vehicle = charter.vehicles.find((one) => one.id === id);
  const head = said.covenant({
    name: speaker.text(name),
    vehicle: vehicle === undefined ? id : speaker.text(vehicle.name),
    ratio: speaker.clause(ratio, "ratio"),
  });
  const stop = language === "ja" ? "。" : ".";
  return [
    `- ${head}${phrases.clause(clause)}`,
    `  - ${said.incurrence(must, speaker.ratio(incurrence))}`,
    ...ladder.map(({ step, at, share, period }) => {
      const rung = said.rung({
        ...{ step, must, at: speaker.ratio(at) },
        ...(share !== undefined && { share: speaker.ratio(share) }),
        ...(period !== undefined && { period: speaker.period(period) }),
      });
      return `  - ${rung}${stop}`;
    }),
  ];
}
