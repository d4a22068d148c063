import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { ActRule, Charter } from "@jointfund/core/charter/charter.ts";
import type { ActTally, TallyNode } from "@jointfund/core/statements/act-tally.ts";
import { actRuleLines } from "../../charter/explain.ts";
import { CharterSpeaker } from "../../charter/explanation-text.ts";
import { CHARTER_PHRASES } from "../../languages/charter-explanation.ts";
import { LANGUAGES, type Text } from "../../languages/language.ts";
import { count, string, text } from "../wire-schemas.ts";

const { array, boolean, object, oneOf, optional } = Schema;

const speakers = new WeakMap<
  Charter,
  { readonly en: CharterSpeaker; readonly ja: CharterSpeaker }
>();

/** Who says the parts of a charter, in either language. */
export function speakersOf(charter: Charter): {
  readonly en: CharterSpeaker;
  readonly ja: CharterSpeaker;
} {
  let known = speakers.get(charter);
  if (known === undefined) {
    known = { en: new CharterSpeaker(charter, "en"), ja: new CharterSpeaker(charter, "ja") };
    speakers.set(charter, known);
  }
  return known;
}

/** The same said in both languages. */
export function saidIn(charter: Charter, say: (speaker: CharterSpeaker) => string): Text {
  const { en, ja } = speakersOf(charter);
  return { en: say(en), ja: say(ja) };
}

/** A line of a rule in words; parts of a rule stand deeper than the rule. */
export const ruleLineSchema = Schema.lazy("RuleLine", () => object({ depth: count, text }));

/** "  - all of these:" as a depth and a text. */
const LINE = /^( *)- (.*)$/;

/** The charter's rule for an act type, line by line. */
export function ruleInWords(
  charter: Charter,
  rule: ActRule,
): readonly Infer<typeof ruleLineSchema>[] {
  const { en, ja } = speakersOf(charter);
  const japanese = actRuleLines(ja, rule);
  return actRuleLines(en, rule).map((line, index) => {
    const [, indent = "", english = line] = LINE.exec(line) ?? [];
    const [, , other = ""] = LINE.exec(japanese[index] ?? "") ?? [];
    return { depth: indent.length / 2, text: { en: english, ja: other } };
  });
}

const placeSchema = object({
  seat: string(),
  speaker: string({ description: "The seat that speaks here: the same, or its alternate." }),
  party: string(),
  officer: optional(string()),
  standing: oneOf(["approving", "rejecting", "silent", "empty", "recused"]),
});

/** A tally in reading order: a rule, its parts below it, the seats of each rule of seats. */
export const tallySchema = Schema.lazy("Tally", () =>
  object({
    outcome: oneOf(["met", "open", "impossible"]),
    rules: array(
      object({
        depth: count,
        text,
        needed: optional(count),
        of: optional(count),
        approving: optional(count),
        outcome: optional(oneOf(["met", "open", "impossible"])),
        isOfSeats: boolean(),
        places: array(placeSchema),
      }),
    ),
  }),
);

type Line = Infer<typeof tallySchema>["rules"][number];

function linesOf(charter: Charter, node: TallyNode, depth: number): readonly Line[] {
  if ("parts" in node) {
    const { needed, parts } = node;
    const say = (language: "en" | "ja"): string => {
      const { rules } = CHARTER_PHRASES[language];
      if (needed === parts.length) return rules.all;
      return needed === 1 ? rules.any : rules.atLeast(needed);
    };
    const [en, ja] = LANGUAGES.map(say);
    return [
      {
        ...{ depth, text: { en: en ?? "", ja: ja ?? "" }, needed, of: parts.length },
        ...{ isOfSeats: false, places: [] },
      },
      ...parts.flatMap((part) => linesOf(charter, part, depth + 1)),
    ];
  }
  const { rule, outcome, required, places, approving, counted } = node;
  return [
    {
      depth,
      text: saidIn(charter, (speaker) => speaker.rule(rule).head),
      ...{ outcome, isOfSeats: true, approving, of: counted },
      ...(required === undefined ? {} : { needed: required }),
      places: places.map(({ withEvidence: _evidence, ...place }) => place),
    },
  ];
}

/** The tally of an act, rule by rule and seat by seat. */
export function tallyLines(charter: Charter, tally: ActTally): Infer<typeof tallySchema> {
  return { outcome: tally.outcome, rules: linesOf(charter, tally.root, 0) };
}
