import { assert } from "@jointfund/core/base/assert.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { decodeCharterBytes } from "@jointfund/core/charter/decode-charter.ts";
import type { CharterFileFinding } from "../charter/charter-file.ts";
import { readReading } from "../charter/charter-reading.ts";
import type { Reading } from "../charter/comparison-report.ts";
import { findingText } from "../charter/finding-text.ts";
import type { CharterSource, Refused } from "./work.ts";

/** Findings that are told of one text: more than that nobody mends at once. */
const FINDINGS_MAX = 50;

/** Which of the texts sent it is, so that what is wrong with it is told at its place. */
type Which = "charter" | "first" | "second";

/** A charter as it was named or sent, or everything that is wrong with it. */
export function readSource(source: CharterSource, which: Which): Result<Reading, Refused> {
  if (source.kind === "bytes") {
    const charter = decodeCharterBytes(source.bytes);
    assert(charter.ok, "a charter on record decodes");
    return ok({ charter: charter.value });
  }
  const bytes = new TextEncoder().encode(source.text);
  const reading = readReading(which, bytes, source.side);
  if (reading.ok) return reading;
  const { file, sides } = reading.error;
  const code = sides.length > 0 ? "charter_side_needed" : "charter_wrong";
  const errors = file.findings.filter(({ severity }) => severity === "error");
  const facts = {
    ...{ which, sides, count: errors.length },
    findings: errors.slice(0, FINDINGS_MAX).map(describeFinding),
  };
  return err({ kind: "refused", code, facts: JSON.stringify(facts) });
}

/** A finding with its place and what it says in both languages. */
function describeFinding(finding: CharterFileFinding) {
  const { code, severity, path, clause, position } = finding;
  const texts = { en: findingText(finding, "en"), ja: findingText(finding, "ja") };
  return {
    ...{ code, severity, path: path.join("."), ...position, texts },
    ...(clause === undefined ? {} : { clause }),
  };
}
