import { Schema, type Infer, type TextFormat } from "../base/schema.ts";
import type { LocalDate } from "../calendar/date.ts";
import { publicKeyText } from "../governance/key-text.ts";

/** Bodies of the act types that the fund itself defines (docs/reference/acts.md). */

function form(name: string, pattern: string): TextFormat {
  const regExp = new RegExp(pattern);
  return { name, pattern, accepts: (text) => regExp.test(text) };
}

const id = Schema.string({ format: "identifier" });
const date = Schema.string<LocalDate>({ format: "date" });
const hash = Schema.string({ format: "hex32" });
const currency = Schema.string({ format: form("currency code", "^[A-Z]{3}$") });
const line = Schema.string({ minLength: 1, maxLength: 300 });
/** Minor units of the currency that stands beside it, more than none. */
const amount = Schema.minorUnits({ min: 1n, max: 10n ** 30n });
const texts = Schema.record(Schema.string({ format: form("language code", "^[a-z]{2}$") }), line, {
  min: 1,
  max: 8,
});

export const foundingSchema = Schema.object({
  charter: hash,
  logKey: Schema.string({ minLength: 1, maxLength: 400 }),
  mirrors: Schema.array(
    Schema.object({ party: id, vkey: Schema.string({ minLength: 1, maxLength: 400 }) }),
    { max: 8, unique: ["party"] },
  ),
  witnesses: Schema.array(
    Schema.object({ name: id, vkey: Schema.string({ minLength: 1, maxLength: 400 }) }),
    { max: 16, unique: ["name"] },
  ),
  officers: Schema.array(
    Schema.object({
      id,
      party: id,
      publicKey: publicKeyText,
      seats: Schema.array(id, { max: 16, unique: true }),
    }),
    { min: 1, max: 200 },
  ),
});
export type FoundingBody = Infer<typeof foundingSchema>;

export const commitmentAcceptSchema = Schema.object({
  party: id,
  currency,
  amount,
  authority: Schema.object({
    law: line,
    fiscalYear: line,
    amount,
    expires: date,
  }),
});
export type CommitmentAcceptBody = Infer<typeof commitmentAcceptSchema>;

export const capitalCallSchema = Schema.object({
  class: id,
  currency,
  dueDate: date,
  /** Price per unit in the vehicle's currency. */
  price: Schema.string({ format: "decimal" }),
  items: Schema.array(Schema.object({ party: id, commitment: hash, amount }), {
    min: 1,
    max: 100,
    unique: ["party"],
  }),
});
export type CapitalCallBody = Infer<typeof capitalCallSchema>;

export const capitalReceiveSchema = Schema.object({ call: hash, party: id, currency, amount });
export type CapitalReceiveBody = Infer<typeof capitalReceiveSchema>;

export const investmentRecommendSchema = Schema.object({
  investment: id,
  name: texts,
  vehicle: id,
  sector: id,
  geography: id,
  currency,
  parties: Schema.array(
    Schema.object({
      company: id,
      role: Schema.oneOf(["sponsor", "developer", "operator", "tenant", "lender", "supplier"]),
    }),
    { min: 1, max: 50, unique: true },
  ),
  milestones: Schema.array(Schema.object({ id, due: date, amount }), {
    min: 1,
    max: 200,
    unique: ["id"],
  }),
});
export type InvestmentRecommendBody = Infer<typeof investmentRecommendSchema>;

export const investmentSelectSchema = Schema.object({ investment: id });
export type InvestmentSelectBody = Infer<typeof investmentSelectSchema>;

export const investmentFundSchema = Schema.object({ investment: id, milestone: id, payee: id });
export type InvestmentFundBody = Infer<typeof investmentFundSchema>;

export const valuationSubmitSchema = Schema.object({
  investment: id,
  currency,
  /** Fair value; nothing is a value too. */
  amount: Schema.minorUnits({ min: 0n, max: 10n ** 30n }),
  level: Schema.oneOf([1, 2, 3]),
  technique: line,
});
export type ValuationSubmitBody = Infer<typeof valuationSubmitSchema>;

export const investmentIncomeSchema = Schema.object({
  investment: id,
  character: Schema.oneOf(["dividend", "interest"]),
  currency,
  amount,
});
export type InvestmentIncomeBody = Infer<typeof investmentIncomeSchema>;

export const navStrikeSchema = Schema.object({ class: id });
export type NavStrikeBody = Infer<typeof navStrikeSchema>;

export const distributionDetermineSchema = Schema.object({ class: id });
export type DistributionDetermineBody = Infer<typeof distributionDetermineSchema>;

export const distributionDeclareSchema = Schema.object({ distribution: hash, amount, currency });
export type DistributionDeclareBody = Infer<typeof distributionDeclareSchema>;

export const paymentReleaseSchema = Schema.object({
  payment: Schema.string({ format: form("payment id", "^[0-9a-f]{64}/[0-9]{1,4}$") }),
  payee: id,
  currency,
  amount,
});
export type PaymentReleaseBody = Infer<typeof paymentReleaseSchema>;

export const charterAmendSchema = Schema.object({ charter: hash });
export type CharterAmendBody = Infer<typeof charterAmendSchema>;
