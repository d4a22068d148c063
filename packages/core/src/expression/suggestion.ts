import type { FindingFacts } from "./finding.ts";

/** Longer names are not compared: the table of distances grows with the product of lengths. */
const MAX_COMPARED = 80;

/** The facts with the nearest of the known names, when one is near enough to be meant [X60]. */
export function withSuggestion(facts: FindingFacts, known: Iterable<string>): FindingFacts {
  const suggestion = nearest(facts.actual, known);
  return suggestion === undefined ? facts : { ...facts, suggestion };
}

/** The first of the names with the fewest edits, within a third of the length. */
function nearest(actual: string, known: Iterable<string>): string | undefined {
  if (actual.length > MAX_COMPARED) return undefined;
  let best: string | undefined;
  let least = Math.floor(actual.length / 3) + 1;
  for (const name of known) {
    const near = name.length <= MAX_COMPARED && Math.abs(name.length - actual.length) < least;
    const edits = near ? editDistance(actual.toLowerCase(), name.toLowerCase()) : least;
    if (edits < least) {
      least = edits;
      best = name;
    }
  }
  return best;
}

/** Levenshtein's distance: insertions, deletions and replacements of one code unit. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = row[j]! + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
