import { Schema, type Infer } from "../../base/schema.ts";
import { amount, amountOrNone, bankReference, currency, date, id, line, texts } from "./scalars.ts";

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
  amount: amountOrNone,
  level: Schema.oneOf([1, 2, 3]),
  technique: line,
});
export type ValuationSubmitBody = Infer<typeof valuationSubmitSchema>;

export const investmentIncomeSchema = Schema.object({
  investment: id,
  character: Schema.oneOf(["dividend", "interest"]),
  /** The investment's currency, or another that exchange rates are fixed for. */
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type InvestmentIncomeBody = Infer<typeof investmentIncomeSchema>;
