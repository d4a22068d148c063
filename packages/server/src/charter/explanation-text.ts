import { parse } from "@jointfund/core/expression/parser.ts";
import { check } from "@jointfund/core/expression/check.ts";
import { describe } from "@jointfund/core/expression/describe.ts";
import { formatMoney, formatValue } from "@jointfund/core/expression/figures.ts";
import { ENGLISH } from "@jointfund/core/expression/english.ts";
import { JAPANESE } from "@jointfund/core/expression/japanese.ts";
import type { Language as ExpressionLanguage } from "@jointfund/core/expression/language.ts";
import {
  ANY_MONEY,
  BOOLEAN,
  RATIO,
  type EnvironmentTypes,
  type TextChoice,
} from "@jointfund/core/expression/types.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { principalSeats } from "@jointfund/core/charter/approval-reach.ts";
import type {
  ApprovalRule,
  Charter,
  Days,
  LocalizedText,
  Term,
} from "@jointfund/core/charter/charter.ts";
import { parseRatioText } from "@jointfund/core/charter/ratio-text.ts";
import { charterKnowledge } from "@jointfund/core/fund/charter-knowledge.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import { CALENDAR_PLACES, CHARTER_PHRASES } from "../languages/charter-explanation.ts";
import { GROUP_WORDS } from "../languages/charter-explanation/capital.ts";
import type { CharterPhrases } from "../languages/charter-explanation/phrases.ts";
import { countryName } from "../languages/countries.ts";
import { localized, type Language } from "../languages/language.ts";
import { wordFor } from "../languages/words.ts";

const EXPECTED = { condition: BOOLEAN, amount: ANY_MONEY, ratio: RATIO } as const;

/** Says the parts of one charter in one language. The charter must be free of errors. */
export class CharterSpeaker {
  readonly charter: Charter;
  readonly language: Language;
  readonly phrases: CharterPhrases;
  private readonly names = new Map<string, EnvironmentTypes>();
  private readonly table: ExpressionLanguage;

  constructor(charter: Charter, language: Language) {
    this.charter = charter;
    this.language = language;
    this.phrases = CHARTER_PHRASES[language];
    this.table = language === "ja" ? JAPANESE : ENGLISH;
  }

  text(text: LocalizedText): string {
    return localized(text)[this.language];
  }

  party(id: string): string {
    const party = this.charter.parties.find((each) => each.id === id);
    if (party !== undefined) return this.text(party.short);
    return GROUP_WORDS[id]?.[this.language] ?? this.phrases.anyOfficer;
  }

  body(id: string): string {
    const body = this.charter.bodies.find((each) => each.id === id);
    return body === undefined ? id : this.text(body.name);
  }

  anyOf(parties: readonly string[]): string {
    return this.phrases.or(parties.map((id) => this.party(id)));
  }

  /** Decimal text in a currency, as "USD 300 billion" or "3000億米ドル". */
  money(amount: string, currency: string): string {
    const decimal = Ratio.fromDecimal(amount);
    const minor = Ratio.make(10n ** BigInt(exponentOf(currencyCode(currency))));
    const exact = Ratio.mul(decimal.ok ? decimal.value : Ratio.zero, minor);
    return formatMoney(exact, currency, this.table.figures);
  }

  /** A share or rate as it is written in the charter, as a percentage where it is a whole one. */
  ratio(text: string): string {
    const ratio = parseRatioText(text) ?? Ratio.zero;
    const percent = Ratio.toDecimalText(Ratio.mul(ratio, Ratio.make(100n)));
    return percent === undefined ? text : `${percent}%`;
  }

  period({ days, calendar }: Days): string {
    const members = this.charter.calendars.business[calendar];
    if (members === undefined) return this.phrases.everyDay(days);
    const own = this.charter.calendars.own ?? [];
    const places = members.map((id) => {
      const calendar = own.find((each) => each.id === id);
      if (calendar !== undefined) return this.text(calendar.name);
      return wordFor(CALENDAR_PLACES, id)[this.language];
    });
    return this.phrases.businessDays(days, places.join(this.language === "ja" ? "・" : ", "));
  }

  /** A condition or value of the charter as a sentence without its full stop. */
  expression(source: string, kind: keyof typeof EXPECTED, vehicle?: string): string {
    const parsed = parse(source);
    const names = this.namesOf(vehicle ?? this.charter.capital.vehicle);
    const checked = parsed.ok ? check(parsed.value, names, EXPECTED[kind]) : parsed;
    if (!checked.ok) return source;
    const sentence = describe(checked.value, this.table, names);
    return sentence.replace(/[.。]$/, "");
  }

  /** The same to stand within a sentence. */
  clause(source: string, kind: keyof typeof EXPECTED, vehicle?: string): string {
    const sentence = this.expression(source, kind, vehicle);
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
  }

  /** An approval rule: a phrase, or a phrase with parts beneath it. */
  rule(rule: ApprovalRule): { readonly head: string; readonly parts: readonly ApprovalRule[] } {
    const { rules } = this.phrases;
    if ("all" in rule) return { head: rules.all, parts: rule.all };
    if ("any" in rule) return { head: rules.any, parts: rule.any };
    if ("of" in rule) return { head: rules.atLeast(rule.atLeast), parts: rule.of };
    return { head: this.simpleRule(rule), parts: [] };
  }

  private simpleRule(
    rule: Exclude<ApprovalRule, { all: unknown } | { any: unknown } | { of: unknown }>,
  ): string {
    const { rules, kinds } = this.phrases;
    if ("party" in rule) {
      const party = this.charter.parties.find(({ id }) => id === rule.party);
      const seats = principalSeats(party?.seats ?? []).length;
      return rules.party({
        party: this.party(rule.party),
        threshold: party?.threshold ?? 1,
        seats,
      });
    }
    if ("ratifiedBy" in rule) return rules.ratifiedBy(this.party(rule.ratifiedBy));
    if ("unilateral" in rule) {
      const isAll = this.charter.parties.every(({ id }) => rule.unilateral.includes(id));
      return rules.unilateral(isAll ? undefined : this.anyOf(rule.unilateral));
    }
    if ("seat" in rule) return rules.seat(rule.seat);
    if ("majorityOf" in rule) {
      return rules.majority(this.body(rule.majorityOf), rule.includingEachSovereign);
    }
    if ("seatsOf" in rule) return rules.seatsOf(rule.atLeast, this.body(rule.seatsOf));
    if ("unanimous" in rule) return rules.unanimous(this.body(rule.unanimous));
    if ("soleDecider" in rule) return rules.soleDecider(rule.soleDecider, rule.alternate);
    if ("independent" in rule) return rules.independent(kinds[rule.independent]);
    const { by, window } = rule.noObjection;
    return rules.noObjection(
      by.map((id) => this.party(id)),
      this.period(window),
    );
  }

  /** The names of expressions over a vehicle; one that is made later is said like the main one. */
  private namesOf(vehicle: string): EnvironmentTypes {
    const { vehicles, capital } = this.charter;
    const of = vehicles.some(({ id }) => id === vehicle) ? vehicle : capital.vehicle;
    const known = this.names.get(of) ?? this.environment(of);
    this.names.set(of, known);
    return known;
  }

  /** They are said with the value of each term and by the names of parties. */
  private environment(vehicle: string): EnvironmentTypes {
    const { charter } = this;
    const names = new Map(charterKnowledge.environment(charter, vehicle));
    for (const term of charter.terms) {
      const known = names.get(term.id);
      if (known === undefined) continue;
      const name = this.phrases.valued(known.description[this.language], this.termValue(term));
      const description = { ...known.description, [this.language]: name };
      names.set(term.id, { ...known, description });
    }
    const geography = names.get("geography");
    if (geography?.kind === "variable") {
      const values = charter.mandate.geographies.map((code) => choice(code, countryName(code)));
      names.set("geography", { ...geography, type: { kind: "text", values } });
    }
    return names;
  }

  private termValue({ value }: Term): string {
    switch (value.kind) {
      case "money":
        return this.money(value.amount, value.currency);
      case "ratio":
        return this.ratio(value.ratio);
      case "integer":
        return formatValue({ kind: "integer", value: BigInt(value.integer) }, this.table);
      case "date":
        return formatValue({ kind: "date", value: value.date }, this.table);
    }
  }
}

const choice = (value: string, text: LocalizedText): TextChoice => {
  const { en, ja } = localized(text);
  return { value, description: { en, ja } };
};
