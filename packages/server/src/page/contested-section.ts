import { vehicleOf } from "@jointfund/core/fund/figures.ts";
import {
  episodeKind,
  weightiest,
  type ContestedEpisode,
} from "@jointfund/core/statements/contested-episodes.ts";
import { daysBetween } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { ContestedLine } from "@jointfund/core/statements/fund-page.ts";
import { amountText, dateText } from "../languages/figures.ts";
import { LANGUAGES, localized, textsIn, type Language, type Text } from "../languages/language.ts";
import {
  CONTESTED_TEXTS,
  DEFAULT_STEP_TEXTS,
  EPISODE_TEXTS,
  EPISODE_WORDS,
  filled,
  PAGE_TEXTS,
  REFUSED_WORDS,
} from "../languages/page-texts.ts";
import { rejectionTemplates, rejectionText } from "../languages/rejections.ts";
import { STATEMENT_WORDS, STEP_WORDS, wordFor } from "../languages/words.ts";
import { troubleText } from "./trouble-text.ts";
import { percent } from "./figures.ts";
import { bracketed, figure, inline, label, type Section } from "./section.ts";
import { apart, padEnd, padStart, wrap } from "./layout.ts";

const SHOWN_MAX = 8;
const DATE = 9;
const CLAUSE = 8;

/** Section 5: the weightiest of what was stopped or contested, and how much more there is. */
export function contestedSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const all = page.episodes;
  const shown = weightiest(all, SHOWN_MAX);
  const count = figure(section, "contested", () =>
    all.length > shown.length
      ? inline(section, filled(PAGE_TEXTS.ofHowMany, `${shown.length}`, `${all.length}`))
      : `${all.length}${section.choice === "ja" ? "件" : ""}`,
  );
  const title = `5 ${label(section, PAGE_TEXTS.contested)}${bracketed(section, count)}`;
  return [
    paint("bold", apart(title, inline(section, PAGE_TEXTS.clause), columns)),
    ...shown.flatMap((episode) => episodeLines(section, episode)),
    ...restLines(
      section,
      all.filter((episode) => !shown.includes(episode)),
    ),
  ];
}

function episodeLines(section: Section, episode: ContestedEpisode): readonly string[] {
  const text = episodeText(section, episode);
  const width = section.columns - DATE - CLAUSE - 2;
  const [first = "", ...others] = textsIn(section.choice, text).flatMap((each) =>
    wrap(each, width),
  );
  const head = `  ${padEnd(episode.on.slice(0, 7), DATE)}${padEnd(first, width)}`;
  const lines = [
    head + padStart(episode.clause, CLAUSE),
    ...others.map((line) => " ".repeat(DATE + 2) + line),
  ];
  for (const line of lines) figure(section, episode.id, () => line);
  return lines;
}

/** What is not shown, counted by what it is. */
function restLines(section: Section, rest: readonly ContestedEpisode[]): readonly string[] {
  if (rest.length === 0) return [];
  const counts = new Map<string, number>();
  for (const episode of rest) {
    const kind = episodeKind(episode);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const each = [...counts].toSorted(([, a], [, b]) => b - a);
  const said = (language: Language): string => {
    const parts = each.map(([kind, n]) => {
      const word = wordFor(EPISODE_WORDS, kind)[language];
      return language === "ja" ? `${word}${n}件` : `${n} ${word}`;
    });
    const all = parts.join(language === "ja" ? "、" : ", ");
    return filled(PAGE_TEXTS.more, `${rest.length}`, all)[language];
  };
  const text = { en: said("en"), ja: said("ja") };
  const lines = textsIn(section.choice, text).flatMap((line) => wrap(line, section.columns - 2));
  return lines.map((line) => figure(section, "contested", () => `  ${line}`));
}

/** What belongs together in one line, in each language. */
export function episodeText(section: Pick<Section, "record">, episode: ContestedEpisode): Text {
  if (episode.kind === "single") return contestedText(section, episode.line);
  const said = episode.kind === "covenant" ? covenantText : lateCallText;
  const [en, ja] = LANGUAGES.map((language) => said(section, episode as never, language));
  return { en: en!, ja: ja! };
}

type EpisodeOf<Kind extends ContestedEpisode["kind"]> = Extract<
  ContestedEpisode,
  { readonly kind: Kind }
>;

/** "Write-down of USD 2.4 billion; Asset coverage at 178.0%, “lock”; clear since 30 April 2026". */
function covenantText(
  { record: { charter } }: Pick<Section, "record">,
  episode: EpisodeOf<"covenant">,
  language: Language,
): string {
  const { covenant: id, worst, ratio, writeDown, step, clearedOn } = episode;
  const covenant = charter.leverage?.covenants.find((of) => of.id === id);
  const { currency } = vehicleOf(charter, covenant?.vehicle ?? charter.capital.vehicle);
  const fill = (text: Text, parts: Parts): string => place(text[language], parts);
  const word = (of: string): string => wordFor(STEP_WORDS, of)[language];
  const parts = [
    ...(writeDown === 0n
      ? []
      : [fill(EPISODE_TEXTS.writeDown, { amount: amountText(writeDown, currency, language) })]),
    fill(ratio === undefined ? EPISODE_TEXTS.covenant : EPISODE_TEXTS.covenantAt, {
      covenant: localized(covenant?.name ?? { en: id })[language],
      ratio: ratio === undefined ? "" : percent(ratio, 1),
      step: word(worst),
    }),
    ...(clearedOn !== undefined
      ? [fill(EPISODE_TEXTS.clear, { date: dateText(clearedOn, language) })]
      : step === worst
        ? []
        : [fill(EPISODE_TEXTS.nowAt, { step: word(step) })]),
  ];
  return parts.join(language === "ja" ? "、" : "; ");
}

/** "US paid USD 3 billion 12 days late; interest USD 4.5 million; default: made public; ...". */
function lateCallText(
  section: Pick<Section, "record">,
  episode: EpisodeOf<"lateCall">,
  language: Language,
): string {
  const { currency, paid, open, days, interest, steps, remediedOn } = episode;
  const party = namingOf(section).party(episode.party)[language];
  const money = (minor: bigint): string => amountText(minor, currency, language);
  const fill = (text: Text, parts: Parts): string => place(text[language], parts);
  const stepped = steps.map((step) => DEFAULT_STEP_TEXTS[step][language]);
  const parts = [
    ...(paid === 0n
      ? []
      : [fill(CONTESTED_TEXTS.paidLate, { party, amount: money(paid), days: `${days}` })]),
    ...(open === 0n
      ? []
      : [fill(EPISODE_TEXTS.unpaid, { party, amount: money(open), days: `${days}` })]),
    ...(interest === 0n ? [] : [fill(EPISODE_TEXTS.interest, { amount: money(interest) })]),
    ...(stepped.length === 0
      ? []
      : [fill(EPISODE_TEXTS.default, { steps: stepped.join(language === "ja" ? "・" : ", ") })]),
    ...(remediedOn === undefined
      ? []
      : [fill(EPISODE_TEXTS.remedied, { date: dateText(remediedOn, language) })]),
  ];
  return parts.join(language === "ja" ? "、" : "; ");
}

/** Names of a charter's parties and acts, and a template filled in both languages. */
type Naming = {
  readonly party: (id: string) => Text;
  readonly act: (type: string) => Text;
  readonly each: (text: (language: Language) => Parts, template: Text) => Text;
};

function namingOf({ record }: Pick<Section, "record">): Naming {
  const { parties, acts } = record.charter;
  return {
    party: (id) => localized(parties.find((of) => of.id === id)?.short ?? { en: id }),
    act: (type) => localized(acts[type]?.name ?? { en: type }),
    each: (text, template) => {
      const [en, ja] = LANGUAGES.map((language) => place(template[language], text(language)));
      return { en: en!, ja: ja! };
    },
  };
}

/** Why, in few words where there are such, otherwise as the refusal itself says it. */
function whyRefused(
  rejection: Extract<ContestedLine, { readonly kind: "refused" }>,
  charter: Charter,
): Text {
  const { code } = rejection;
  // A code of a later version has no words here, and is shown as it is.
  if (Object.hasOwn(REFUSED_WORDS, code) || rejectionTemplates(code) === undefined) {
    const { en, ja } = wordFor(REFUSED_WORDS, code);
    return { en: `, ${en}`, ja };
  }
  const [en, ja] = LANGUAGES.map((language) =>
    rejectionText(rejection, language, charter).replace(/[.。]$/u, ""),
  );
  return { en: `: ${en!}`, ja: ja! };
}

function refusedText(
  { party, act, each }: Naming,
  charter: Charter,
  contested: Extract<ContestedLine, { readonly kind: "refused" }>,
): Text {
  const { actType, statement, officer, about } = contested;
  const why = whyRefused(contested, charter);
  const who = contested.party === "" ? { en: officer, ja: officer } : party(contested.party);
  const template = actType === undefined ? CONTESTED_TEXTS.refused : CONTESTED_TEXTS.refusedAct;
  return each(
    (language) => ({
      party: who[language],
      act: actType === undefined ? "" : act(actType)[language] + aboutText(about, language),
      statement: wordFor(STATEMENT_WORDS, statement)[language],
      why: why[language],
    }),
    template,
  );
}

/** One line of the record on what was stopped or contested, in each language. */
export function contestedText(section: Pick<Section, "record">, contested: ContestedLine): Text {
  const naming = namingOf(section);
  const { party, act, each } = naming;
  const { charter } = section.record;
  switch (contested.kind) {
    case "refused":
      return refusedText(naming, charter, contested);
    case "trouble":
      return troubleText(charter, contested);
    case "frozen":
      return each(
        (language) => ({
          party: contested.parties.map((id) => party(id)[language]).join(", "),
          until: dateText(contested.until, language),
        }),
        CONTESTED_TEXTS.frozen,
      );
    case "paidLate":
      return each(
        (language) => ({
          party: party(contested.party)[language],
          amount: amountText(contested.minor, contested.currency, language),
          days: `${daysBetween(contested.dueDate, contested.on)}`,
        }),
        CONTESTED_TEXTS.paidLate,
      );
    case "covenantStepped": {
      const { covenant: id, step } = contested;
      const covenant = charter.leverage?.covenants.find((of) => of.id === id);
      const name = localized(covenant?.name ?? { en: id });
      const at = wordFor(STEP_WORDS, step);
      const parts = (language: Language): Parts => ({
        covenant: name[language],
        step: at[language],
      });
      return each(parts, CONTESTED_TEXTS.covenantStepped);
    }
    case "valueChallenged": {
      const name = localized(contested.name);
      const parts = (language: Language): Parts => ({
        party: party(contested.party)[language],
        investment: name[language],
      });
      return each(parts, CONTESTED_TEXTS.valueChallenged);
    }
    case "excused":
    case "optedOut":
    case "defaultStepped":
    case "defaultRemedied":
      return each(
        (language) => ({
          party: party(contested.party)[language],
          ...capitalParts(contested, language),
        }),
        CONTESTED_TEXTS[contested.kind],
      );
    default:
      return each((language) => {
        const { votes } = contested;
        const tally = votes === undefined ? "" : VOTES[language](votes.approving, votes.counted);
        return {
          act: act(contested.actType)[language] + aboutText(contested.about, language),
          proposer: "proposedBy" in contested ? party(contested.proposedBy)[language] : "",
          party: "party" in contested ? party(contested.party)[language] : "",
          seats: "seats" in contested ? contested.seats.join(", ") : "",
          votes: tally,
        };
      }, CONTESTED_TEXTS[contested.kind]);
  }
}

/** "Selection of an investment, Stargate Abilene", 「投資案件の選定「スターゲート」」. */
function aboutText(about: ContestedLine["about"], language: Language): string {
  if (about === undefined) return "";
  const name = localized(about)[language];
  return language === "ja" ? `「${name}」` : `, ${name}`;
}

/** The amount that a party was let off, or the step that its default has come to. */
const capitalParts = (
  contested: Extract<ContestedLine, { readonly call: string }>,
  language: Language,
): Parts => ({
  amount: "minor" in contested ? amountText(contested.minor, contested.currency, language) : "",
  step: "step" in contested ? DEFAULT_STEP_TEXTS[contested.step][language] : "",
});

const VOTES: Readonly<Record<Language, (approving: number, counted: number) => string>> = {
  en: (approving, counted) => `; ${approving} of ${counted} yes`,
  ja: (approving, counted) => `（${counted}席中${approving}席賛成）`,
};

type Parts = { readonly [name: string]: string };

function place(template: string, parts: Parts): string {
  return template.replace(/\{([a-z]+)\}/g, (_place, name: string) => parts[name] ?? "");
}
