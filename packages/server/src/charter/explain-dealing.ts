import type { UnitClass } from "@jointfund/core/charter/charter.ts";
import type { DealingTerms } from "@jointfund/core/charter/dealing-terms.ts";
import { DEALING_PHRASES } from "../languages/charter-explanation/dealing.ts";
import type { CharterSpeaker } from "./explanation-text.ts";

function vehicleName({ charter, ...speaker }: Speaking, id: string): string {
  const vehicle = charter.vehicles.find((each) => each.id === id);
  return vehicle === undefined ? id : speaker.text(vehicle.name);
}

type Speaking = Pick<CharterSpeaker, "charter" | "text">;

const className = ({ charter, text }: Speaking, id: string): string => {
  const unitClass = charter.classes.find((each) => each.id === id);
  return unitClass === undefined ? id : text(unitClass.name);
};

/** The vehicles, and the classes of units by which they are held. */
export function structure(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases, language } = speaker;
  const said = DEALING_PHRASES[language];
  const speaking: Speaking = { charter, text: (text) => speaker.text(text) };
  const space = language === "ja" ? "" : " ";
  const vehicles = charter.vehicles.map(({ id, clause, name, kind, currency, feeds }) => {
    const parts = [
      said.vehicle({ name: speaker.text(name), kind: said.vehicleKinds[kind], currency }),
      ...(id === charter.capital.vehicle ? [said.main] : []),
      ...(feeds === undefined ? [] : [said.feeds(className(speaking, feeds))]),
    ];
    return `- ${parts.join(space)}${phrases.clause(clause)}`;
  });
  return [...vehicles, ...charter.classes.map((each) => classLine(speaker, speaking, each))];
}

function classLine(
  speaker: CharterSpeaker,
  speaking: Speaking,
  { clause, name, vehicle, opens, regime, founderPrice }: UnitClass,
): string {
  const { charter, phrases, language } = speaker;
  const said = DEALING_PHRASES[language];
  const parts = [said.opens[opens](speaking.text(name), vehicleName(speaking, vehicle))];
  const feeder = charter.vehicles.find(({ id, kind }) => id === vehicle && kind === "feeder");
  if (feeder !== undefined) {
    parts.push(said.firstPrice(speaker.money(founderPrice, feeder.currency)));
  }
  if (regime !== undefined) {
    const limit = charter.limits.find(({ id }) => id === regime.limit)?.clause ?? regime.limit;
    parts.push(said.regime(speaking.text(regime.name), limit));
  }
  return `- ${parts.join(language === "ja" ? "" : " ")}${phrases.clause(clause)}`;
}

/** On which days and terms units are bought and given back; nothing where they are not. */
export function dealing(speaker: CharterSpeaker): readonly string[] {
  const { charter, language } = speaker;
  const terms = charter.dealing ?? [];
  if (terms.length === 0) return [];
  const said = DEALING_PHRASES[language];
  return [...terms.flatMap((each) => dealingLines(speaker, each)), `- ${said.equalisation}`];
}

function dealingLines(speaker: CharterSpeaker, terms: DealingTerms): readonly string[] {
  const { charter, phrases, language } = speaker;
  const said = DEALING_PHRASES[language];
  const unitClass = charter.classes.find(({ id }) => id === terms.unitClass);
  const currency = charter.vehicles.find(({ id }) => id === unitClass?.vehicle)?.currency ?? "";
  const { suspension } = terms;
  const distributors = speaker.anyOf(terms.distributors);
  const period = speaker.period(terms.cutOff);
  const lines = [
    said.cutOff({ period, time: terms.cutOffTime, distributors }),
    said.least(speaker.money(terms.least, currency)),
    said.gate(speaker.ratio(terms.gate), terms.deferred === "first"),
    said.pays(speaker.period(terms.payWithin)),
  ];
  if (suspension !== undefined) {
    const grounds = suspension.grounds.map(({ name }) => speaker.text(name));
    const text = said.suspension(grounds, speaker.period(suspension.longest));
    lines.push(`${text}${phrases.clause(suspension.clause)}`);
  }
  const name = unitClass === undefined ? terms.unitClass : speaker.text(unitClass.name);
  return [
    `- ${said.days[terms.every](name)}${phrases.clause(terms.clause)}`,
    ...lines.map((line) => `  - ${line}`),
  ];
}
