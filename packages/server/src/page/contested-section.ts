import { daysBetween } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { ContestedLine } from "@jointfund/core/statements/fund-page.ts";
import { amountText, dateText } from "../languages/figures.ts";
import { LANGUAGES, localized, textsIn, type Language, type Text } from "../languages/language.ts";
import {
  CONTESTED_TEXTS,
  DEFAULT_STEP_TEXTS,
  filled,
  PAGE_TEXTS,
  REFUSED_WORDS,
} from "../languages/page-texts.ts";
import { rejectionTemplates, rejectionText } from "../languages/rejections.ts";
import { STATEMENT_WORDS, STEP_WORDS, wordFor } from "../languages/words.ts";
import { troubleText } from "./trouble-text.ts";
import { bracketed, inline, label, type Section } from "./section.ts";
import { apart, padEnd, padStart, wrap } from "./layout.ts";

const SHOWN_MAX = 8;
const DATE = 9;
const CLAUSE = 8;

/** Section 5: what was refused, vetoed, disputed, recused or late, with the clause for it. */
export function contestedSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const all = page.contested;
  const shown = all.slice(-SHOWN_MAX);
  const count =
    all.length > shown.length
      ? inline(section, filled(PAGE_TEXTS.ofHowMany, `${shown.length}`, `${all.length}`))
      : `${all.length}${section.choice === "ja" ? "件" : ""}`;
  const title = `5 ${label(section, PAGE_TEXTS.contested)}${bracketed(section, count)}`;
  return [
    paint("bold", apart(title, inline(section, PAGE_TEXTS.clause), columns)),
    ...shown.flatMap((contested) => contestedLines(section, contested)),
  ];
}

function contestedLines(section: Section, contested: ContestedLine): readonly string[] {
  const text = contestedText(section, contested);
  const width = section.columns - DATE - CLAUSE - 2;
  const [first = "", ...others] = textsIn(section.choice, text).flatMap((each) =>
    wrap(each, width),
  );
  const head = `  ${padEnd(contested.on.slice(0, 7), DATE)}${padEnd(first, width)}`;
  return [
    head + padStart(contested.clause, CLAUSE),
    ...others.map((line) => " ".repeat(DATE + 2) + line),
  ];
}

/** Names of a charter's parties and acts, and a template filled in both languages. */
type Naming = {
  readonly party: (id: string) => Text;
  readonly act: (type: string) => Text;
  readonly each: (text: (language: Language) => Parts, template: Text) => Text;
};

function namingOf({ record }: Section): Naming {
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
  const { actType, statement, officer } = contested;
  const why = whyRefused(contested, charter);
  const who = contested.party === "" ? { en: officer, ja: officer } : party(contested.party);
  const template = actType === undefined ? CONTESTED_TEXTS.refused : CONTESTED_TEXTS.refusedAct;
  return each(
    (language) => ({
      party: who[language],
      act: actType === undefined ? "" : act(actType)[language],
      statement: wordFor(STATEMENT_WORDS, statement)[language],
      why: why[language],
    }),
    template,
  );
}

function contestedText(section: Section, contested: ContestedLine): Text {
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
          act: act(contested.actType)[language],
          proposer: "proposedBy" in contested ? party(contested.proposedBy)[language] : "",
          party: "party" in contested ? party(contested.party)[language] : "",
          seats: "seats" in contested ? contested.seats.join(", ") : "",
          votes: tally,
        };
      }, CONTESTED_TEXTS[contested.kind]);
  }
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
