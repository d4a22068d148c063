import { PARTY_GROUPS } from "@jointfund/core/charter/charter.ts";
import { OVERSIGHT_PHRASES } from "../languages/charter-explanation/oversight.ts";
import { dateText } from "../languages/figures.ts";
import type { CharterSpeaker } from "./explanation-text.ts";

/** The sections on trouble; each says nothing where the charter has none. */

type Lines = readonly string[];

/** A line behind its bullet, with the clause that it comes from. */
const bullet = ({ phrases }: CharterSpeaker, said: string, clause: string): string =>
  `- ${said}${phrases.clause(clause)}`;

/** A party of the charter, or whoever a group name stands for. */
function named(speaker: CharterSpeaker, name: string): string {
  const kind = PARTY_GROUPS.get(name);
  return kind === undefined ? speaker.party(name) : speaker.phrases.kinds[kind];
}

export function oversight(speaker: CharterSpeaker): Lines {
  const terms = speaker.charter.oversight;
  if (terms === undefined) return [];
  const said = OVERSIGHT_PHRASES[speaker.language];
  const lines: string[] = [];
  const { instructionsPublicAfter, disputes, audit, sideLetters } = terms;
  if (instructionsPublicAfter !== undefined) {
    const text = said.instructions(speaker.period(instructionsPublicAfter));
    lines.push(bullet(speaker, text, terms.clause));
  }
  if (disputes !== undefined) {
    lines.push(bullet(speaker, said.disputes, disputes.clause));
    for (const [index, { name, within }] of disputes.ladder.entries()) {
      const stage = speaker.text(name);
      const isLast = index === disputes.ladder.length - 1;
      const line = isLast ? said.lastStage(stage) : said.stage(stage, speaker.period(within));
      lines.push(`  - ${line}`);
    }
    lines.push(bullet(speaker, said.escrow(disputes.escrow), disputes.clause));
  }
  if (audit !== undefined) {
    lines.push(bullet(speaker, said.audit(speaker.period(audit.answerWithin)), audit.clause));
  }
  if (sideLetters !== undefined) {
    const { mostFavoured, electWithin, clause } = sideLetters;
    const parties = speaker.phrases.and(mostFavoured.map((name) => named(speaker, name)));
    const text = said.sideLetters(parties, speaker.period(electWithin));
    lines.push(bullet(speaker, text, clause));
    const { fees = [], carry } = speaker.charter;
    if (fees.length > 0 || carry !== undefined) lines.push(bullet(speaker, said.rebates, clause));
  }
  return lines;
}

export function deadlock(speaker: CharterSpeaker): Lines {
  const terms = speaker.charter.deadlock;
  if (terms === undefined) return [];
  const said = OVERSIGHT_PHRASES[speaker.language];
  const steps = terms.ladder.map(({ remedy, within, party }) => {
    const who = party === undefined ? "" : speaker.party(party);
    return `  - ${said.remedy(remedy, who, speaker.period(within))}`;
  });
  return [
    bullet(speaker, said.deadlock(terms.rounds), terms.clause),
    ...steps,
    bullet(speaker, said.bounds, terms.clause),
  ];
}

export function exit(speaker: CharterSpeaker): Lines {
  const terms = speaker.charter.exit;
  if (terms === undefined) return [];
  const said = OVERSIGHT_PHRASES[speaker.language];
  const { clause, noticePeriod, callDiscount, offerWindow } = terms;
  const offer = said.offer(speaker.ratio(callDiscount), speaker.period(offerWindow));
  return [
    bullet(speaker, said.notice(speaker.period(noticePeriod)), clause),
    bullet(speaker, offer, clause),
  ];
}

export function windUp(speaker: CharterSpeaker): Lines {
  const terms = speaker.charter.windUp;
  if (terms === undefined) return [];
  const said = OVERSIGHT_PHRASES[speaker.language];
  const { clause, sunset, order } = terms;
  const ends =
    sunset === undefined
      ? []
      : [bullet(speaker, said.sunset(dateText(sunset, speaker.language)), clause)];
  return [...ends, bullet(speaker, said.order(order), clause)];
}
