import { assert } from "@jointfund/core/base/assert.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { decodeCharterBytes } from "@jointfund/core/charter/decode-charter.ts";
import type { CharterFileFinding } from "../charter/charter-file.ts";
import { readReading } from "../charter/charter-reading.ts";
import { comparisonReport, type Reading } from "../charter/comparison-report.ts";
import { findingText } from "../charter/finding-text.ts";
import { powersReport } from "../charter/powers-report.ts";
import { comparisonSchema } from "../http/comparison-schema.ts";
import { powersSchema } from "../http/powers-schema.ts";
import { done } from "./done.ts";
import { performRun } from "./perform-run.ts";
import { performTerms } from "./perform-terms.ts";
import type { CharterSource, Outcome, Progress, Refused, Work } from "./work.ts";

/** Findings that are told of one text: more than that nobody mends at once. */
const FINDINGS_MAX = 50;

/** Does a piece of work and tells how far it is. */
export async function perform(
  work: Work,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  switch (work.kind) {
    case "comparison":
      return compare(work);
    case "powers": {
      const reading = readSource(work.charter, "charter");
      if (!reading.ok) return reading.error;
      return done(powersSchema, powersReport(reading.value.charter));
    }
    case "run":
      return performRun(work, onProgress);
    case "terms":
      return performTerms(work.scenario);
  }
}

function compare({ first, second }: Extract<Work, { kind: "comparison" }>): Outcome {
  const one = readSource(first, "first");
  const other = readSource(second, "second");
  if (!one.ok) return one.error;
  if (!other.ok) return other.error;
  return done(comparisonSchema, comparisonReport(one.value, other.value));
}

/** Which of the texts sent it is, so that what is wrong with it is told at its place. */
type Which = "charter" | "first" | "second";

function readSource(source: CharterSource, which: Which): Result<Reading, Refused> {
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
