import { choiceByField } from "../base/field-choice.ts";
import { Schema } from "../base/schema.ts";
import type { Instant, LocalDate } from "../calendar/date.ts";
import { assertionFields } from "./passkey.ts";
import { signatureText } from "./key-text.ts";
import type { Act, Signature, Statement } from "./statement.ts";

const { array, integer, json, literal, object, oneOf, optional, record, string, taggedUnion } =
  Schema;

const identifier = string({ format: "identifier" });
const hash = string({ format: "hex32" });
const date = string<LocalDate>({ format: "date" });
const instant = string<Instant>({ format: "instant" });
const decimal = string({ format: "decimal" });
/** Characters of a reason or an opinion. A reason says something. */
/** Most characters of what somebody says with a statement: a reason, an opinion. */
export const SAID_MAX = 2_000;

const reason = string({ minLength: 1, maxLength: SAID_MAX });
const text = string({ maxLength: SAID_MAX });
const evidence = array(hash, { max: 32, unique: true });

const minorUnitsText = string({
  format: {
    name: "minor-units",
    pattern: "^(?:0|[1-9][0-9]{0,37})$",
    maxLength: 38,
    accepts: (value) => /^(?:0|[1-9][0-9]{0,37})$/.test(value),
  },
});

const currency = string({
  format: {
    name: "currency",
    pattern: "^[A-Z]{3}$",
    accepts: (value) => /^[A-Z]{3}$/.test(value),
  },
});

/** The act itself, whatever its type: the body is read by the act type's own schema (R1). */
export const actSchema: Schema<Act> = object({
  type: identifier,
  body: record(string({ minLength: 1, maxLength: 64 }), json(), { max: 64 }),
  charterVersion: integer({ min: 1 }),
  effectiveDate: date,
  proposer: identifier,
  basis: oneOf(["commercial", "policy"]),
  reason,
  evidence,
  idempotencyKey: optional(string({ minLength: 1, maxLength: 64 })),
  bounds: optional(
    object({
      mostCash: optional(object({ currency, minor: minorUnitsText })),
      price: optional(object({ least: decimal, most: decimal })),
    }),
  ),
});

const key = string({ format: "hex16" });

/** A key id and an Ed25519 signature, or what a passkey gives in its place (R3, G62). */
export const signatureSchema: Schema<Signature> = choiceByField("authenticatorData", {
  without: object({ key, signature: signatureText }),
  having: object({ key, ...assertionFields }),
});

const fund = identifier;
const ofAct = { fund, actId: hash, officer: identifier };
const ofOperator = { fund, officer: identifier };

const founding = object({ kind: literal("founding"), fund, act: actSchema });
const proposal = object({ kind: literal("proposal"), fund, act: actSchema });
const fact = object({ kind: literal("fact"), fund, act: actSchema });

const approval = object({
  kind: literal("approval"),
  ...ofAct,
  decision: oneOf(["approve", "reject"]),
  boundsDigest: hash,
  logSize: integer({ min: 0 }),
  notAfter: instant,
  evidence,
});

const objection = object({
  kind: literal("objection"),
  ...ofAct,
  power: oneOf(["objection", "veto"]),
  reason,
});

const recusal = object({ kind: literal("recusal"), ...ofAct, reason });

const consultation = object({
  kind: literal("consultation"),
  ...ofAct,
  body: identifier,
  opinion: oneOf(["support", "noted", "concern"]),
  text,
});

const execution = object({ kind: literal("execution"), ...ofAct });

const refusal = object({
  kind: literal("refusal"),
  ...ofOperator,
  refused: object({ statement: json(), signatures: array(signatureSchema, { max: 256 }) }),
  rejection: json(),
});

const dayOpening = object({ kind: literal("day.open"), ...ofOperator, date });

const seal = object({
  kind: literal("seal"),
  ...ofOperator,
  size: integer({ min: 0 }),
  stateHash: hash,
});

const finalityRecord = object({
  kind: literal("finality.record"),
  ...ofOperator,
  checkpoint: string({ minLength: 1, maxLength: 16_384 }),
});

/** Everything that a key may sign, decoded strictly (R4). */
export const statementSchema: Schema<Statement> = taggedUnion("kind", [
  founding,
  proposal,
  fact,
  approval,
  objection,
  recusal,
  consultation,
  execution,
  refusal,
  dayOpening,
  seal,
  finalityRecord,
]);
