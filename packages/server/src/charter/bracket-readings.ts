import type { Json } from "@jointfund/core/base/json.ts";
import { bracketsOf, resolveBrackets, type Bracket } from "@jointfund/core/charter/brackets.ts";
import { charterPath } from "@jointfund/core/charter/charter-path.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { lintDocument } from "@jointfund/core/charter/lint.ts";
import { charterKnowledge } from "@jointfund/core/fund/charter-knowledge.ts";

/** One bracket of a draft as another side reads it, all others as the first side does. */
export type BracketReading = {
  /** Where the bracket stands in the draft. */
  readonly path: string;
  readonly side: string;
  /** Nothing where this reading alone, with the first side's others, makes no charter. */
  readonly charter: Charter | undefined;
};

export type DraftReadings = {
  readonly side: string;
  readonly charter: Charter;
  readonly alternatives: readonly BracketReading[];
};

/**
 * The readings of a draft that are priced [PJ110]: the first side's, and of each bracket each other
 * side's of it alone. A bracket on which the first side says nothing is read as its first reading;
 * one inside a reading is priced with that reading. Nothing if it has no brackets.
 */
export function draftReadings(draft: Json): DraftReadings | undefined {
  const brackets = bracketsOf(draft);
  const [side] = brackets[0]?.sides ?? [];
  if (side === undefined) return undefined;
  const firstOf = ({ sides }: Bracket): string | undefined =>
    sides.includes(side) ? side : sides[0];
  const charter = readAs(draft, firstOf);
  if (charter === undefined) return undefined;
  const alternatives = brackets.flatMap((bracket) =>
    bracket.sides
      .filter((each) => each !== firstOf(bracket))
      .map((each) => ({
        path: charterPath(draft, bracket.path),
        side: each,
        charter: readAs(draft, (other) => takenOf(other, bracket, each) ?? firstOf(other)),
      })),
  );
  return { side, charter, alternatives };
}

/** The side taken of a bracket, if it is the priced one or holds it. */
function takenOf(other: Bracket, priced: Bracket, side: string): string | undefined {
  const { length } = other.path;
  const isOnTheWay = other.path.every((key, index) => key === priced.path[index]);
  if (!isOnTheWay) return undefined;
  return length === priced.path.length ? side : String(priced.path[length + 1]);
}

function readAs(draft: Json, choice: (bracket: Bracket) => string | undefined) {
  const resolved = resolveBrackets(draft, choice);
  if (!resolved.ok) return undefined;
  const findings = lintDocument(resolved.value, charterKnowledge);
  if (findings.some(({ severity }) => severity === "error")) return undefined;
  const charter = decodeCharter(resolved.value);
  return charter.ok ? charter.value : undefined;
}
