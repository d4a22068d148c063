import type { Charter } from "@jointfund/core/charter/charter.ts";
import { localized, type Language, type Text } from "../languages/language.ts";
import type { PageStyle } from "../page/section.ts";

/** How a page of a projection is written: in one language. */
export type ProjectionStyle = Pick<PageStyle, "columns" | "paint"> & {
  readonly language: Language;
};

/** The short name of a party, or the name of a class of units, as the charter has it. */
export function partyName(charter: Charter, id: string): Text {
  const party = charter.parties.find((each) => each.id === id);
  if (party !== undefined) return localized(party.short);
  const unitClass = charter.classes.find((each) => each.id === id);
  return unitClass === undefined ? { en: id, ja: id } : localized(unitClass.name);
}
