import { INVESTMENT_PHRASES } from "../languages/charter-explanation/investments.ts";
import { countryName } from "../languages/countries.ts";
import type { CharterSpeaker } from "./explanation-text.ts";

/** The sections on what the fund may own, and what it is worth. */

type Lines = readonly string[];

/** A line behind its bullet, with the clause that it comes from. */
const bullet = ({ phrases }: CharterSpeaker, said: string, clause: string): string =>
  `- ${said}${phrases.clause(clause)}`;

/** What may be invested in, and how far certificates, overruns and obligations in kind reach. */
export function mandate(speaker: CharterSpeaker): Lines {
  const { charter, phrases, language } = speaker;
  const { clause, sectors, geographies, milestonesCertified, overrun } = charter.mandate;
  const said = INVESTMENT_PHRASES[language];
  const names = sectors.map(({ name }) => speaker.text(name));
  const countries = geographies.map((code) => countryName(code)[language]);
  const { conflicts } = charter;
  const lines = [
    bullet(speaker, phrases.sectors(names), clause),
    bullet(speaker, phrases.geographies(countries), clause),
    bullet(speaker, phrases.conflicts(conflicts.proposerExcluded), conflicts.clause),
  ];
  if (milestonesCertified === true) lines.push(bullet(speaker, said.certified, clause));
  if (overrun !== undefined) {
    const text = said.overrun(speaker.period(overrun.window), overrun.weight);
    lines.push(bullet(speaker, text, overrun.clause));
  }
  for (const { kind, owedBy, text, clause: of } of charter.mandate.obligations ?? []) {
    const owed = said.obligation(speaker.party(owedBy), said.kinds[kind], speaker.text(text));
    lines.push(bullet(speaker, owed, of));
  }
  return lines;
}

/** How long a value is good and who may challenge one; nothing where the charter is silent. */
export function valuation(speaker: CharterSpeaker): Lines {
  const terms = speaker.charter.valuation;
  if (terms === undefined) return [];
  const said = INVESTMENT_PHRASES[speaker.language];
  const { clause, staleAfter, challenge } = terms;
  const stale = bullet(speaker, said.stale(speaker.period(staleAfter)), clause);
  if (challenge === undefined) return [stale];
  const text = said.challenge(speaker.anyOf(challenge.by), speaker.period(challenge.window));
  return [stale, bullet(speaker, text, challenge.clause)];
}
