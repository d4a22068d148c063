import { comparisonReport } from "../charter/comparison-report.ts";
import { powersReport } from "../charter/powers-report.ts";
import { comparisonSchema } from "../http/comparison-schema.ts";
import { powersSchema } from "../http/powers-schema.ts";
import { done } from "./done.ts";
import { performRun } from "./perform-run.ts";
import { performTerms } from "./perform-terms.ts";
import { readSource } from "./read-source.ts";
import type { Outcome, Progress, Work } from "./work.ts";

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
