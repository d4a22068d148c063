import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

export const SIDE_LETTER_CODES = [
  "feeRate",
  "carryRate",
  "reporting",
  "excuseRight",
  "transferRight",
] as const;
export type SideLetterCode = (typeof SIDE_LETTER_CODES)[number];

/** Codes whose value is an exact ratio. */
export const RATE_CODES: readonly SideLetterCode[] = ["feeRate", "carryRate"];

/** A term that is granted to one party: a ratio for the rates, words for the rest. */
export type SideLetterTerm = {
  readonly code: SideLetterCode;
  readonly value: string;
  /** The one fee that a `feeRate` is of; without it the rate is of every fee. */
  readonly fee?: string;
};

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

/** A term as it holds for a party from a day on. */
export type TermSince = { readonly from: LocalDate; readonly value: string };

/**
 * The values of a term for a party by the letters granted to it or chosen by it, each from the day
 * on which it was, until the next. Of several on one day that of the greatest id holds; within a
 * letter the rate of one fee goes before that of all. Nothing where the charter alone holds.
 */
export function termHistory(
  letters: SideLetters,
  party: string,
  { code, fee }: Pick<SideLetterTerm, "code" | "fee">,
): readonly TermSince[] {
  const since: TermSince[] = [];
  for (const { party: grantee, terms, grantedOn, elected } of letters.values()) {
    const ofCode = terms.filter((each) => each.code === code);
    const general = ofCode.find((each) => each.fee === undefined);
    const term = ofCode.find((each) => fee !== undefined && each.fee === fee) ?? general;
    const from = grantee === party ? grantedOn : elected.find((each) => each.party === party)?.on;
    if (term !== undefined && from !== undefined) since.push({ from, value: term.value });
  }
  return since.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The value of a term for a party as it holds now; undefined where the charter alone holds. */
export const termFor = (
  letters: SideLetters,
  party: string,
  code: SideLetterCode,
): string | undefined => termHistory(letters, party, { code }).at(-1)?.value;
