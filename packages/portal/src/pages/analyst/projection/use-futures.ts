import { bodyOf, type Question, type Terms } from "./question.ts";
import { type Analysis, useAnalysis } from "./use-analysis.ts";

/** Paths are computed in blocks of so many. */
const BLOCK_PATHS = 1024;
/** More years have more figures, too, which take their part of the time. */
const PART_OF_PATHS = 0.75;

/**
 * Paths of a first answer. Beyond the years that are asked for as the page opens all paths would
 * keep a reader waiting, so as many are asked for first as take no longer than those years do.
 */
function sketchOf({ paths, years: usual }: Terms, years: number): number | undefined {
  if (years <= usual.value) return undefined;
  const alike = (paths.value * usual.value) / years;
  const blocks = Math.floor((PART_OF_PATHS * alike) / BLOCK_PATHS);
  return Math.max(1, blocks) * BLOCK_PATHS;
}

/** What comes of a charter by a question: by the first paths, if all of them take longer. */
export function useFutures(question: Question, terms: Terms): Analysis<"/api/v1/projections"> {
  const { hash, paths } = terms;
  const body = bodyOf(question);
  const sketch = sketchOf(terms, question.years);
  const first = useAnalysis(
    "/api/v1/projections",
    hash,
    sketch === undefined ? undefined : { ...body, paths: sketch },
  );
  const isSketching = sketch !== undefined && first.isWaiting;
  const whole = useAnalysis(
    "/api/v1/projections",
    hash,
    isSketching ? undefined : { ...body, paths: paths.value },
  );
  const isSketch = sketch !== undefined && first.isOfThis && !whole.isOfThis;
  return {
    ...whole,
    told: isSketch ? first.told : whole.told,
    isWaiting: isSketching || whole.isWaiting,
    failure: whole.failure ?? first.failure,
  };
}
