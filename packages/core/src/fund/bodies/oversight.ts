import { Schema, type Infer } from "../../base/schema.ts";
import { OPINIONS, SEVERITIES } from "../../oversight/audit.ts";
import { SIDE_LETTER_CODES } from "../../oversight/side-letters.ts";
import { date, hash, id, line } from "./scalars.ts";

const text = Schema.string({ minLength: 1, maxLength: 2_000 });

export const auditFindingSchema = Schema.object({
  severity: Schema.oneOf(SEVERITIES),
  addressees: Schema.array(id, { min: 1, max: 20, unique: true }),
  acts: Schema.array(hash, { max: 50, unique: true }),
  figures: Schema.array(id, { max: 50, unique: true }),
  text,
});
export type AuditFindingBody = Infer<typeof auditFindingSchema>;

export const auditAnswerSchema = Schema.object({ finding: hash, text });

export const auditCloseSchema = Schema.object({ finding: hash });

export const auditOpinionSchema = Schema.object({
  from: date,
  to: date,
  opinion: Schema.oneOf(OPINIONS),
  text,
});
export type AuditOpinionBody = Infer<typeof auditOpinionSchema>;

export const sideLetterGrantSchema = Schema.object({
  party: id,
  terms: Schema.array(
    Schema.object({
      code: Schema.oneOf(SIDE_LETTER_CODES),
      value: line,
      fee: Schema.optional(id),
    }),
    { min: 1, max: 10, unique: ["code", "fee"] },
  ),
});
export type SideLetterGrantBody = Infer<typeof sideLetterGrantSchema>;

export const sideLetterElectSchema = Schema.object({ letter: hash });
