import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

export const SIDE_LETTER_CODES = ["feeRate", "reporting", "excuseRight", "transferRight"] as const;
export type SideLetterCode = (typeof SIDE_LETTER_CODES)[number];

/** A term that is granted to one party: a ratio for `feeRate`, words for the rest. */
export type SideLetterTerm = { readonly code: SideLetterCode; readonly value: string };

/** What is granted to a party beside the charter, and who has chosen the same since (OV30). */
export type SideLetter = {
  readonly id: string;
  readonly party: string;
  readonly terms: readonly SideLetterTerm[];
  readonly grantedOn: LocalDate;
  /** Last day on which those most favoured may choose the same. */
  readonly electBy: LocalDate;
  readonly elected: readonly { readonly party: string; readonly on: LocalDate }[];
};

export type SideLetters = PersistentMap<SideLetter>;

export const noSideLetters: SideLetters = PersistentMap.empty;

export type SideLetterEvent =
  | { readonly kind: "sideLetterGranted"; readonly letter: SideLetter }
  | {
      readonly kind: "sideLetterElected";
      readonly id: string;
      readonly party: string;
      readonly on: LocalDate;
    };

export function evolveSideLetters(letters: SideLetters, event: SideLetterEvent): SideLetters {
  if (event.kind === "sideLetterGranted") return letters.set(event.letter.id, event.letter);
  const letter = letters.get(event.id);
  assert(letter !== undefined, `side letter ${event.id} was granted`);
  const { party, on } = event;
  return letters.set(letter.id, { ...letter, elected: [...letter.elected, { party, on }] });
}

/**
 * The value of a term for a party by the letters granted to it or chosen by it: of several the one
 * that came last, and on one day that of the greater id. Undefined where the charter alone holds.
 */
export function termFor(
  letters: SideLetters,
  party: string,
  code: SideLetterCode,
): string | undefined {
  let last: { readonly on: LocalDate; readonly value: string } | undefined;
  for (const { party: grantee, terms, grantedOn, elected } of letters.values()) {
    const term = terms.find((each) => each.code === code);
    const on = grantee === party ? grantedOn : elected.find((each) => each.party === party)?.on;
    if (term === undefined || on === undefined) continue;
    if (last === undefined || on >= last.on) last = { on, value: term.value };
  }
  return last?.value;
}
