import { canonicalBytes, decodeCanonical, type Json } from "../base/canonical.ts";
import { err, ok, type Result } from "../base/result.ts";
import { decode, Schema } from "../base/schema.ts";
import { actIdOf, rememberBytes, STATEMENT_TAG } from "./identity.ts";
import type { Act, Statement } from "./statement.ts";
import { actSchema, statementSchema } from "./statement-schema.ts";

/**
 * What is carried to another machine to be signed there (R41): the statement, and the act that it
 * is about where it names it by its id alone, so that the other machine can show it.
 */
export type SigningRequest = { readonly statement: Statement; readonly act?: Act };

const requestSchema = Schema.object({
  format: Schema.literal("jointfund/signing-request/v1"),
  statement: statementSchema,
  act: Schema.optional(actSchema),
});

/** Why a file is nothing that can be signed. */
export type SigningRequestFault = {
  readonly code: "not_a_request" | "act_differs";
  readonly facts: { readonly [fact: string]: Json };
};

export function encodeSigningRequest({ statement, act }: SigningRequest): Uint8Array {
  return canonicalBytes({
    format: "jointfund/signing-request/v1",
    statement: statement as unknown as Json,
    ...(act === undefined ? {} : { act: act as unknown as Json }),
  });
}

/** Reads a request, or the bare bytes that a key signs (R2, R41, R42). */
export function decodeSigningRequest(
  bytes: Uint8Array,
): Result<SigningRequest, SigningRequestFault> {
  const isBare = STATEMENT_TAG.every((byte, i) => byte === bytes[i]);
  const content = isBare ? bytes.subarray(STATEMENT_TAG.length) : bytes;
  const json = decodeCanonical(content);
  if (!json.ok) return err({ code: "not_a_request", facts: { ...json.error } });
  if (isBare) {
    const statement = decode(statementSchema, json.value);
    if (!statement.ok) return malformed(statement.error);
    rememberBytes(statement.value, content);
    return ok({ statement: statement.value });
  }
  const request = decode(requestSchema, json.value);
  if (!request.ok) return malformed(request.error);
  const { statement, act } = request.value;
  if (act === undefined) return ok({ statement });
  const [actual, required] = [actIdOf(statement.fund, act), namedAct(statement)];
  if (actual !== required) {
    return err({ code: "act_differs", facts: { actual, required: required ?? null } });
  }
  return ok({ statement, act });
}

function malformed(findings: Json): Result<never, SigningRequestFault> {
  return err({ code: "not_a_request", facts: { findings } });
}

/** The id of the act that a statement is about, if it names one by its id. */
function namedAct(statement: Statement): string | undefined {
  return "actId" in statement ? statement.actId : undefined;
}
