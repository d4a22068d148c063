import { Schema, type Infer } from "../../base/schema.ts";
import { TERM_DAY_COUNTS } from "../../charter/basic-terms.ts";
import { FACILITY_KINDS, LADDER_STEPS } from "../../charter/leverage-terms.ts";
import { RATIO_TEXT } from "../../charter/ratio-text.ts";
import {
  amount,
  amountOrNone,
  bankReference,
  currency,
  date,
  hash,
  id,
  line,
  texts,
} from "./scalars.ts";

const rateText = Schema.string({ format: RATIO_TEXT });

export const rateFixSchema = Schema.object({
  index: id,
  /** A year, as decimal text; it may be below nothing. */
  rate: Schema.string({ format: "decimal" }),
});

const loanTerms = {
  /** The most that may be out at a time. */
  limit: amount,
  /** The fixed rate, or the spread over the index's fixing; a year. */
  rate: rateText,
  index: Schema.optional(id),
  dayCount: Schema.oneOf(TERM_DAY_COUNTS),
  firstPayment: date,
  everyMonths: Schema.integer({ min: 1, max: 12 }),
  maturity: date,
  /** Principal that must be repaid before maturity. */
  instalments: Schema.array(Schema.object({ on: date, amount }), { max: 120, unique: ["on"] }),
  /** A year on what is not drawn. */
  commitmentFee: rateText,
  /** On each payment date. */
  agencyFee: amountOrNone,
};
const loanTermsSchema = Schema.object(loanTerms);
export type LoanTermsBody = Infer<typeof loanTermsSchema>;

export const facilityEnterSchema = Schema.object({
  facility: id,
  name: Schema.optional(texts),
  kind: Schema.oneOf(FACILITY_KINDS),
  vehicle: id,
  lender: id,
  currency,
  /** Owed to the lender for entering. */
  upfrontFee: amountOrNone,
  terms: loanTermsSchema,
});
export type FacilityEnterBody = Infer<typeof facilityEnterSchema>;

export const facilityAmendSchema = Schema.object({
  facility: id,
  currency,
  terms: loanTermsSchema,
});

/** The lender is to pay by the due day; what has not come then lapses. */
export const facilityDrawSchema = Schema.object({ facility: id, currency, amount, due: date });
export type FacilityDrawBody = Infer<typeof facilityDrawSchema>;

export const facilityReceiveSchema = Schema.object({
  facility: id,
  drawing: hash,
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type FacilityReceiveBody = Infer<typeof facilityReceiveSchema>;

export const facilityRepaySchema = Schema.object({
  facility: id,
  part: Schema.oneOf(["principal", "interest", "fees"]),
  currency,
  amount,
});
export type FacilityRepayBody = Infer<typeof facilityRepaySchema>;

export const facilityPrepaySchema = Schema.object({ facility: id, currency, amount });

/** What is drawn on one facility repays as much of another, before it has to be. */
export const facilityRefinanceSchema = Schema.object({
  facility: id,
  replaces: id,
  currency,
  amount,
  due: date,
});
export type FacilityRefinanceBody = Infer<typeof facilityRefinanceSchema>;

export const facilityNamedSchema = Schema.object({ facility: id });

export const guaranteeGrantSchema = Schema.object({
  party: id,
  facility: id,
  currency,
  amount,
  expires: date,
  authority: Schema.object({ law: line, fiscalYear: line, amount, expires: date }),
});
export type GuaranteeGrantBody = Infer<typeof guaranteeGrantSchema>;

export const guaranteeCallSchema = Schema.object({
  guarantee: hash,
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type GuaranteeCallBody = Infer<typeof guaranteeCallSchema>;

export const covenantWaiveSchema = Schema.object({
  covenant: id,
  /** No step beyond this one. */
  upTo: Schema.oneOf(["clear", ...LADDER_STEPS]),
  until: date,
});

export const covenantCureSchema = Schema.object({ covenant: id, currency, amount, due: date });

export const deleveragePlanSchema = Schema.object({
  covenant: id,
  currency,
  amount,
  investments: Schema.array(id, { min: 1, max: 100, unique: true }),
  due: date,
});
