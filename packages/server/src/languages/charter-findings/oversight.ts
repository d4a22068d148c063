import type { LintCode } from "@jointfund/core/charter/finding.ts";
import type { Text } from "../language.ts";

/** What findings on the sections on trouble, and on acts without theirs, say. */
export const OVERSIGHT_FINDING_TEXTS = {
  stage_party_wrong: {
    en: "A stage of “expert” or “casting” names a party, and no other does: {remedy}, {party}.",
    ja: "当事者を定めるのはexpert又はcastingの段階に限り、かつ必須です（{remedy}、{party}）。",
  },
  stage_out_of_place: {
    en: "The stage {remedy} comes once, and “windUp” only as the last.",
    ja: "段階{remedy}は一度に限り、windUpは最後に限ります。",
  },
  claims_order_incomplete: {
    en: "The order of claims, {actual}, names each of {required} once, the owners last.",
    ja: "支払の順位（{actual}）は{required}をそれぞれ一度ずつ定め、ownersを最後とします。",
  },
  section_missing: {
    en: "The charter has acts that need a section {section}, and no such section.",
    ja: "この行為には{section}の定めを要しますが、基本協定にその定めがありません。",
  },
} as const satisfies Partial<Record<LintCode, Text>>;
