import { Schema, type TextFormat } from "../base/schema.ts";
import {
  amount,
  clause,
  days,
  format,
  id,
  ids,
  items,
  localizedText,
  ratio,
} from "./term-schemas.ts";
import type { Days, LocalizedText } from "./basic-terms.ts";

/** The law that a public class stands under, and the limit on leverage that comes with it. */
export type LegalRegime = {
  readonly name: LocalizedText;
  /** A limit of the charter that binds every decision once the class is open. */
  readonly limit: string;
};

export const DEALING_PERIODS = ["month", "quarter"] as const;

/** On which days and terms units of a class are bought and given back. */
export type DealingTerms = {
  readonly clause: string;
  readonly unitClass: string;
  /** Distributors whose orders are taken. */
  readonly distributors: readonly string[];
  /**
   * The dealing day is the last day of each such period on which the cut-off's calendar is open.
   */
  readonly every: (typeof DEALING_PERIODS)[number];
  /** Orders that came in so many days ahead of a dealing day, or earlier, take part in it. */
  readonly cutOff: Days;
  /** An order at this time of day (UTC) or later counts as of the next day. */
  readonly cutOffTime: string;
  /** Most units that may be given back on one dealing day, as a share of those outstanding. */
  readonly gate: string;
  /** How orders beyond the gate fare on the next dealing day. */
  readonly deferred: "equal" | "first";
  /** Least subscription, decimal text of the class's currency. */
  readonly least: string;
  readonly payWithin: Days;
  readonly suspension?: SuspensionTerms;
};

/** On which grounds dealing in a class may be suspended, and for how long at most. */
export type SuspensionTerms = {
  readonly clause: string;
  readonly grounds: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly longest: Days;
};

const TIME_OF_DAY: TextFormat = format("time of day", "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$");

export const legalRegime: Schema<LegalRegime> = Schema.object({ name: localizedText, limit: id() });

export const dealingTerms: Schema<DealingTerms> = Schema.object({
  clause: clause(),
  unitClass: id(),
  distributors: ids(1),
  every: Schema.oneOf(DEALING_PERIODS),
  cutOff: days,
  cutOffTime: Schema.string({ format: TIME_OF_DAY, description: 'Time of day in UTC, "06:00".' }),
  gate: ratio(),
  deferred: Schema.oneOf(["equal", "first"]),
  least: amount(),
  payWithin: days,
  suspension: Schema.optional(
    Schema.object({
      clause: clause(),
      grounds: items(Schema.object({ id: id(), name: localizedText }), 1, 16),
      longest: days,
    }),
  ),
});
