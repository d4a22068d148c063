import { Schema, type Infer } from "../../base/schema.ts";
import { amount, currency, date, form, hash, id } from "./scalars.ts";

const actType = Schema.string({ format: form("act type", "^[a-z]+\\.[a-zA-Z]+$") });

export const delegationSetSchema = Schema.object({
  to: id,
  actTypes: Schema.array(actType, { min: 1, max: 50, unique: true }),
  currency,
  /** The largest amount of one act. */
  amount,
  until: date,
});
export type DelegationSetBody = Infer<typeof delegationSetSchema>;

export const delegationRevokeSchema = Schema.object({ delegation: hash });
