import { Schema, type Infer } from "../../base/schema.ts";
import { CALL_PURPOSES } from "../../capital/call.ts";
import { amount, amountOrNone, bankReference, currency, date, hash, id, line } from "./scalars.ts";

const authority = Schema.object({ law: line, fiscalYear: line, amount, expires: date });
export type AuthorityBody = Infer<typeof authority>;

export const commitmentAcceptSchema = Schema.object({
  party: id,
  currency,
  amount,
  /** Of a sovereign always; others promise their own money. */
  authority: Schema.optional(authority),
});
export type CommitmentAcceptBody = Infer<typeof commitmentAcceptSchema>;

export const commitmentIncreaseSchema = Schema.object({
  commitment: hash,
  currency,
  /** Nothing where only a further authority is given for what is promised already. */
  amount: amountOrNone,
  authority: Schema.optional(authority),
});
export type CommitmentIncreaseBody = Infer<typeof commitmentIncreaseSchema>;

export const commitmentReleaseSchema = Schema.object({ commitment: hash, currency, amount });
export type CommitmentReleaseBody = Infer<typeof commitmentReleaseSchema>;

export const capitalCallSchema = Schema.object({
  /** The class whose units it buys, or the vehicle without units that it pays in to. */
  class: Schema.optional(id),
  vehicle: Schema.optional(id),
  currency,
  dueDate: date,
  /** Price per unit in the vehicle's currency, of a call that buys units. */
  price: Schema.optional(Schema.string({ format: "decimal" })),
  purpose: Schema.optional(Schema.oneOf(CALL_PURPOSES)),
  /** The investment that it is for. */
  investment: Schema.optional(id),
  items: Schema.array(Schema.object({ party: id, commitment: hash, amount }), {
    min: 1,
    max: 100,
    unique: ["party"],
  }),
});
export type CapitalCallBody = Infer<typeof capitalCallSchema>;

export const capitalReceiveSchema = Schema.object({
  call: hash,
  party: id,
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type CapitalReceiveBody = Infer<typeof capitalReceiveSchema>;

const ofItem = { call: hash, party: id };

export const capitalExcuseSchema = Schema.object({
  ...ofItem,
  ground: Schema.oneOf(["conflict", "law"]),
});
export type CapitalExcuseBody = Infer<typeof capitalExcuseSchema>;

export const capitalOptOutSchema = Schema.object(ofItem);
export type CapitalOptOutBody = Infer<typeof capitalOptOutSchema>;

export const capitalDeferSchema = Schema.object({ ...ofItem, dueDate: date });
export type CapitalDeferBody = Infer<typeof capitalDeferSchema>;

export const capitalFundShortfallSchema = Schema.object({
  call: hash,
  /** The party in default in whose place another pays; none for what parties were let off. */
  inPlaceOf: Schema.optional(id),
  /** Who pays, and the commitment that it draws on. */
  party: id,
  commitment: hash,
  currency,
  amount,
  dueDate: date,
});
export type CapitalFundShortfallBody = Infer<typeof capitalFundShortfallSchema>;

export const capitalRemedySchema = Schema.object({
  ...ofItem,
  /** A new due date, where something is still unpaid. */
  dueDate: Schema.optional(date),
  waiveInterest: Schema.boolean(),
});
export type CapitalRemedyBody = Infer<typeof capitalRemedySchema>;

export const capitalReturnSchema = Schema.object({ call: hash, currency, amount });
export type CapitalReturnBody = Infer<typeof capitalReturnSchema>;

export const capitalTrueUpSchema = Schema.object({
  class: id,
  party: id,
  commitment: hash,
  dueDate: date,
});
export type CapitalTrueUpBody = Infer<typeof capitalTrueUpSchema>;

export const contributionAppraiseSchema = Schema.object({
  party: id,
  investment: id,
  /** What it is: land, a lease, plant. */
  asset: line,
  currency,
  amount,
});
export type ContributionAppraiseBody = Infer<typeof contributionAppraiseSchema>;

export const capitalContributeInKindSchema = Schema.object({
  ...ofItem,
  investment: id,
  milestone: id,
  appraisal: hash,
});
export type CapitalContributeInKindBody = Infer<typeof capitalContributeInKindSchema>;
