import { Schema } from "../base/schema.ts";
import type { Instant } from "../calendar/date.ts";
import { PROTOCOLS } from "../governance/protocol.ts";
import { signatureSchema, statementSchema } from "../governance/statement-schema.ts";

const signatures = Schema.array(signatureSchema, { max: 200, unique: ["key"] });

export const signedStatementSchema = Schema.object({ statement: statementSchema, signatures });

/** The form of an entry (docs/spec/record.md, R10). */
export const entrySchema = Schema.object({
  protocol: Schema.oneOf(PROTOCOLS),
  recordedAt: Schema.string<Instant>({ format: "instant" }),
  statement: statementSchema,
  signatures,
  effectsHash: Schema.string({ format: "hex32" }),
});
