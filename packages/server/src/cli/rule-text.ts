import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { SeatRule } from "@jointfund/core/governance/approval.ts";
import { localized, type Text } from "../languages/language.ts";
import { RULE_WORDS } from "../languages/labels.ts";
import { filledWith, partyName } from "./invocation.ts";

function bodyName(charter: Charter, id: string): Text {
  const body = charter.bodies.find((of) => of.id === id);
  if (body === undefined) return { en: id, ja: id };
  const name = localized(body.name);
  return { en: name.en.toLowerCase(), ja: name.ja };
}

const same = (text: string | number): Text => ({ en: String(text), ja: String(text) });

function listed(charter: Charter, parties: readonly string[]): Text {
  const names = parties.map((party) => partyName(charter, party));
  return {
    en: names.map(({ en }) => en).join(", "),
    ja: names.map(({ ja }) => ja).join("、"),
  };
}

/** A rule of seats in a few words: "majority of the board including each sovereign". */
export function ruleText(charter: Charter, rule: SeatRule): Text {
  if ("party" in rule) return filledWith(RULE_WORDS.party, partyName(charter, rule.party));
  if ("ratifiedBy" in rule) {
    return filledWith(RULE_WORDS.ratifiedBy, partyName(charter, rule.ratifiedBy));
  }
  if ("unilateral" in rule) return RULE_WORDS.unilateral;
  if ("seat" in rule) return filledWith(RULE_WORDS.seat, same(rule.seat));
  if ("soleDecider" in rule) return filledWith(RULE_WORDS.soleDecider, same(rule.soleDecider));
  if ("majorityOf" in rule) {
    const text = rule.includingEachSovereign ? RULE_WORDS.includingEach : RULE_WORDS.majorityOf;
    return filledWith(text, bodyName(charter, rule.majorityOf));
  }
  if ("seatsOf" in rule) {
    return filledWith(RULE_WORDS.seatsOf, bodyName(charter, rule.seatsOf), same(rule.atLeast));
  }
  if ("unanimous" in rule) {
    return filledWith(RULE_WORDS.unanimous, bodyName(charter, rule.unanimous));
  }
  if ("independent" in rule) {
    const ofKind = charter.parties.filter(({ kind }) => kind === rule.independent);
    const names = listed(
      charter,
      ofKind.map(({ id }) => id),
    );
    return filledWith(RULE_WORDS.independent, names);
  }
  const { by } = rule.noObjection;
  return by.length === 0
    ? RULE_WORDS.waiting
    : filledWith(RULE_WORDS.noObjection, listed(charter, by));
}
