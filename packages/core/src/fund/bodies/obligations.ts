import { Schema, type Infer } from "../../base/schema.ts";
import { OBLIGATION_KINDS } from "../../charter/investment-terms.ts";
import { amount, currency, date, hash, id, line, texts } from "./scalars.ts";

export const obligationRecordSchema = Schema.object({
  obligation: id,
  kind: Schema.oneOf(OBLIGATION_KINDS),
  /** The party of the charter that owes it. */
  owedBy: id,
  investment: Schema.optional(id),
  text: texts,
  due: Schema.optional(date),
});
export type ObligationRecordBody = Infer<typeof obligationRecordSchema>;

export const obligationFulfilSchema = Schema.object({ obligation: id, how: line });
export type ObligationFulfilBody = Infer<typeof obligationFulfilSchema>;

export const pipelineApplySchema = Schema.object({
  application: id,
  applicant: id,
  name: texts,
  sector: id,
  geography: id,
  currency,
  amount,
  /** SHA-256 of the application, a blob that whoever may read it has. */
  document: hash,
});
export type PipelineApplyBody = Infer<typeof pipelineApplySchema>;
