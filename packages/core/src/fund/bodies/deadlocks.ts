import { Schema, type Infer } from "../../base/schema.ts";
import { hash } from "./scalars.ts";

const text = Schema.string({ minLength: 1, maxLength: 2_000 });

export const deadlockDeclareSchema = Schema.object({
  /** The proposals that failed, one after the other. */
  rounds: Schema.array(hash, { min: 1, max: 16, unique: true }),
});
export type DeadlockDeclareBody = Infer<typeof deadlockDeclareSchema>;

export const deadlockAdviseSchema = Schema.object({ deadlock: hash, text });

export const deadlockResolveSchema = Schema.object({ deadlock: hash, text });
