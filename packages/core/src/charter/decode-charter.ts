import { canonicalBytes, decodeCanonical, encodingFault } from "../base/canonical.ts";
import { FORBIDDEN_KEY, textFault, type Json, type JsonPath } from "../base/json.ts";
import { err, type Result } from "../base/result.ts";
import { decode, encode } from "../base/schema.ts";
import { sha256Hex } from "../base/sha256.ts";
import { bracketsOf } from "./brackets.ts";
import { charterSchema } from "./charter-schema.ts";
import type { Charter } from "./charter.ts";
import type { CharterFinding, CharterFindingCode } from "./finding.ts";
import { clauseAt, isJsonList, isJsonObject, partAt } from "./charter-path.ts";

/** The most bytes that a charter's canonical form, or the file that it is written in, may have. */
export const MAX_CHARTER_BYTES = 1_048_576;

/**
 * Reads a charter from JSON, strictly [CH1]: unknown fields, other types and values out of range
 * are findings, all at once. A draft with open brackets is no charter yet [CH72].
 */
export function decodeCharter(json: Json): Result<Charter, readonly CharterFinding[]> {
  const unfit = encodingFindings(json);
  if (unfit.length > 0) return err(unfit);
  const open = bracketsOf(json);
  if (open.length > 0) {
    return err(open.map(({ path, sides }) => finding("bracket_open", json, path, { sides })));
  }
  const decoded = decode(charterSchema, json);
  if (decoded.ok) return decoded;
  return err(
    decoded.error.map(({ code, path, expected, actual }) =>
      finding(code, json, path, { expected, actual }),
    ),
  );
}

/** The same from the canonical bytes by which the record names it [CH2]. */
export function decodeCharterBytes(bytes: Uint8Array): Result<Charter, readonly CharterFinding[]> {
  const json = decodeCanonical(bytes, { maxBytes: MAX_CHARTER_BYTES });
  if (json.ok) return decodeCharter(json.value);
  const { code, path, offset } = json.error;
  return err([{ code, severity: "error", path, facts: { offset } }]);
}

/** The canonical bytes of a charter: what is kept as a blob, hashed and compared [CH2]. */
export function encodeCharter(charter: Charter): Uint8Array {
  return canonicalBytes(encode(charterSchema, charter));
}

/** SHA-256 of the canonical bytes, lower-case hex: the name of the charter's blob [CH2]. */
export function charterHash(charter: Charter): string {
  return sha256Hex(encodeCharter(charter));
}

function finding(
  code: CharterFindingCode,
  json: Json,
  path: JsonPath,
  facts: CharterFinding["facts"],
): CharterFinding {
  const clause = clauseAt(json, path);
  const place = clause === undefined ? { path } : { path, clause };
  return { code, severity: "error", ...place, facts };
}

/** Whether the record could hold the document; the first part that it could not [CH1] [CH4]. */
export function encodingFindings(json: Json): readonly CharterFinding[] {
  // What states the whole of a fund, a seal, encloses its charters twice.
  const fault = encodingFault(json) ?? encodingFault([[json]])?.slice(2);
  if (fault === undefined) return [];
  const path = withIndices(json, fault);
  return [finding(encodingCode(partAt(json, path)), json, path, {})];
}

/** The path with numbers for the items of lists, as every other finding writes it. */
function withIndices(json: Json, path: JsonPath): JsonPath {
  const indexed: (string | number)[] = [];
  for (const key of path) {
    indexed.push(isJsonList(partAt(json, indexed)) ? Number(key) : key);
  }
  return indexed;
}

function encodingCode(part: Json | undefined): CharterFindingCode {
  if (typeof part === "string") return textFault(part) ?? "not_json";
  if (typeof part === "number") return "number_not_safe_integer";
  if (!isJsonObject(part)) return isJsonList(part) ? "too_deep" : "not_json";
  for (const key of Object.keys(part)) {
    const fault = key === FORBIDDEN_KEY ? "forbidden_key" : textFault(key);
    if (fault !== undefined) return fault;
  }
  return "too_deep";
}
