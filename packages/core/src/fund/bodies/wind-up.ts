import { Schema, type Infer } from "../../base/schema.ts";
import { id } from "./scalars.ts";

const reason = Schema.string({ minLength: 1, maxLength: 2_000 });

export const windUpStartSchema = Schema.object({ reason });

export const windUpDistributeSchema = Schema.object({
  vehicle: id,
  investment: Schema.optional(id),
});
export type WindUpDistributeBody = Infer<typeof windUpDistributeSchema>;

export const windUpCloseSchema = Schema.object({ reason });
