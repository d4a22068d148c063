import type { CapitalTerms } from "@jointfund/core/charter/capital-terms.ts";
import { CAPITAL_PHRASES } from "../languages/charter-explanation/capital.ts";
import type { CharterSpeaker } from "./explanation-text.ts";

/** What the parties promise, how it is called, and what follows when it is not paid. */
export function capital(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  const { clause, currency, initial, shares, callNotice } = charter.capital;
  const split = Object.entries(shares).map(([party, share]) =>
    phrases.share(speaker.party(party), speaker.ratio(share)),
  );
  return [
    `- ${phrases.initialCapital(speaker.money(initial, currency), split)}${phrases.clause(clause)}`,
    `- ${phrases.callNotice(speaker.period(callNotice))}${phrases.clause(clause)}`,
    ...units(speaker),
    ...limitsOfCalls(speaker, charter.capital),
    ...latePayment(speaker, charter.capital),
    ...reliefs(speaker, charter.capital),
  ];
}

function units(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  // Other classes are bought at a struck price, or at the first of their own orders.
  const founders = charter.classes.filter(({ opens }) => opens === "adoption");
  return founders.map((unit) => {
    const vehicle = charter.vehicles.find(({ id }) => id === unit.vehicle);
    const price = speaker.money(unit.founderPrice, vehicle?.currency ?? charter.capital.currency);
    const eligible = phrases.and(unit.eligible.map((kind) => phrases.kinds[kind]));
    const said = phrases.unitPrice({ name: speaker.text(unit.name), price, eligible });
    return `- ${said}${phrases.clause(unit.clause)}`;
  });
}

/** A line with its clause, where the charter has the section. */
function line<T extends { readonly clause: string }>(
  { phrases }: CharterSpeaker,
  terms: T | undefined,
  say: (terms: T) => string,
): readonly string[] {
  return terms === undefined ? [] : [`- ${say(terms)}${phrases.clause(terms.clause)}`];
}

function limitsOfCalls(speaker: CharterSpeaker, terms: CapitalTerms): readonly string[] {
  const said = CAPITAL_PHRASES[speaker.language];
  const money = (amount: string): string => speaker.money(amount, terms.currency);
  return [
    ...line(speaker, terms.partners, ({ least, most }) => said.partners(money(least), money(most))),
    ...line(speaker, terms.yearlyCap, ({ amount }) => said.yearlyCap(money(amount))),
  ];
}

function latePayment(speaker: CharterSpeaker, { late }: CapitalTerms): readonly string[] {
  if (late === undefined) return [];
  const { phrases, language } = speaker;
  const said = CAPITAL_PHRASES[language];
  const { dayCount } = late;
  const grace = speaker.period(late.grace);
  return [
    ...line(speaker, late, () => said.late({ grace, rate: speaker.ratio(late.rate), dayCount })),
    ...late.ladder.map(({ step, after, share, of }) => {
      const kinds = of?.map((kind) => phrases.kinds[kind]);
      const rung = said.step({
        ...{ step, after: speaker.period(after) },
        ...(share === undefined ? {} : { share: speaker.ratio(share) }),
        ...(kinds === undefined ? {} : { of: phrases.and(kinds) }),
      });
      return `  - ${rung}`;
    }),
  ];
}

function reliefs(speaker: CharterSpeaker, terms: CapitalTerms): readonly string[] {
  const { charter } = speaker;
  const said = CAPITAL_PHRASES[speaker.language];
  const className = (id: string): string => {
    const unitClass = charter.classes.find((each) => each.id === id);
    return unitClass === undefined ? id : speaker.text(unitClass.name);
  };
  return [
    ...line(speaker, terms.deferral, ({ by, longest, ground }) =>
      said.deferral({
        by: speaker.anyOf(by),
        longest: speaker.period(longest),
        ground: speaker.text(ground),
      }),
    ),
    ...line(speaker, terms.optOut, ({ by, consequence, othersMayFund }) =>
      said.optOut({ by: speaker.anyOf(by), consequence: speaker.text(consequence), othersMayFund }),
    ),
    ...line(speaker, terms.recall, ({ within }) => said.recall(speaker.period(within))),
    ...line(speaker, terms.admission, ({ classes, trueUpRate, dayCount }) => {
      const names = speaker.phrases.and(classes.map(className));
      return said.admission({ classes: names, rate: speaker.ratio(trueUpRate), dayCount });
    }),
  ];
}
