import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { bracketsOf, resolveBrackets } from "@jointfund/core/charter/brackets.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { readCharterFile, type CharterFile } from "./charter-file.ts";
import type { Reading } from "./comparison-report.ts";

/** Why a text cannot be read as a charter: what is wrong with it, or whose reading was not said. */
export type Unreadable = {
  readonly file: CharterFile;
  /** Of a draft: the sides of which one is to be chosen; empty where the text has errors. */
  readonly sides: readonly string[];
};

/** A charter's text, or one side's reading of a draft [CH71]; everything that is wrong with it. */
export function readReading(
  name: string,
  bytes: Uint8Array,
  side?: string,
): Result<Reading, Unreadable> {
  const file = readCharterFile(name, bytes);
  if (file.findings.some(({ severity }) => severity === "error")) return err({ file, sides: [] });
  if (file.charter !== undefined) return ok({ charter: file.charter });
  const { json } = file.document;
  const sides = json === undefined ? [] : sidesOf(json);
  if (json === undefined || side === undefined || !sides.includes(side)) {
    return err({ file, sides });
  }
  const resolved = resolveBrackets(json, side);
  const charter = resolved.ok ? decodeCharter(resolved.value) : resolved;
  return charter.ok ? ok({ charter: charter.value, side }) : err({ file, sides });
}

/** The sides that offer a reading anywhere in a draft, in the order of writing. */
const sidesOf = (json: Parameters<typeof bracketsOf>[0]): readonly string[] => [
  ...new Set(bracketsOf(json).flatMap(({ sides }) => sides)),
];
