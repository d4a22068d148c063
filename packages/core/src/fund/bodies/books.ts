import { Schema, type Infer } from "../../base/schema.ts";
import { currency, date, form, id, signedAmount } from "./scalars.ts";

export const periodCloseSchema = Schema.object({
  vehicle: id,
  /** Last day of a month. */
  through: date,
});
export type PeriodCloseBody = Infer<typeof periodCloseSchema>;

/** A journal entry: of an act, or of a day that was opened. */
const entryId = Schema.string({
  format: form("entry id", "^(?:[0-9a-f]{64}|day-[0-9]{4}-[0-9]{2}-[0-9]{2})/[0-9]{1,4}$"),
});

const account = Schema.string({ format: form("account code", "^[0-9]{4}$") });

const posting = Schema.object({
  account,
  subject: Schema.string({ maxLength: 140 }),
  currency,
  /** Debit positive. */
  amount: signedAmount,
});

export const correctionPostSchema = Schema.object({
  entry: entryId,
  /** What the entry should have posted to accounts without a sub-ledger. */
  postings: Schema.array(posting, { max: 40, unique: ["account", "subject", "currency"] }),
});
export type CorrectionPostBody = Infer<typeof correctionPostSchema>;

export const openingBalancesSchema = Schema.object({
  vehicle: id,
  balances: Schema.array(posting, {
    min: 2,
    max: 200,
    unique: ["account", "subject", "currency"],
  }),
});
export type OpeningBalancesBody = Infer<typeof openingBalancesSchema>;
