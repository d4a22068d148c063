import { Schema } from "../base/schema.ts";
import { amount, clause, days, id, localizedText, ratio } from "./term-schemas.ts";
import type { Days, LocalizedText } from "./basic-terms.ts";

/** The law that a public class stands under, and the limit on leverage that comes with it. */
export type LegalRegime = {
  readonly name: LocalizedText;
  /** A limit of the charter that binds every decision once the class is open. */
  readonly limit: string;
};

/** On which days and terms units of a class are bought and given back. */
export type DealingTerms = {
  readonly clause: string;
  readonly unitClass: string;
  /** Orders that came in before this many days ahead of the dealing day take part in it. */
  readonly cutOff: Days;
  /** Most units that may be given back on one dealing day, as a share of those outstanding. */
  readonly gate: string;
  /** How orders beyond the gate fare on the next dealing day. */
  readonly deferred: "equal" | "first";
  /** Least first order, decimal text of the class's currency. */
  readonly least: string;
  readonly payWithin: Days;
};

export const legalRegime: Schema<LegalRegime> = Schema.object({ name: localizedText, limit: id() });

export const dealingTerms: Schema<DealingTerms> = Schema.object({
  clause: clause(),
  unitClass: id(),
  cutOff: days,
  gate: ratio(),
  deferred: Schema.oneOf(["equal", "first"]),
  least: amount(),
  payWithin: days,
});
