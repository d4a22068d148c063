import type { Text } from "../../../language/text.ts";
import type { Evidence } from "./evidence.ts";

/** How far the record bears a principle out: by what is on it, in part, or not at all. */
export type Standing = "shown" | "partly" | "notYet";

/** One thing that bears a principle out: what it is, how much of it, where it can be read. */
export type Proof = {
  readonly text: Text;
  readonly to: string;
  /** How many there are on record; nothing where it is a text that is there or not. */
  readonly count?: number;
};

export type Principle = {
  readonly number: number;
  readonly text: Text;
  readonly proofs: (evidence: Evidence) => readonly Proof[];
  /** What is missing; none where the record bears all of it out. */
  readonly missing?: Text;
};

export type Judged = Principle & { readonly standing: Standing; readonly found: readonly Proof[] };

/** What is found decides: nothing found is "not yet", however well a thing was meant. */
export function judge(principle: Principle, evidence: Evidence): Judged {
  const found = principle.proofs(evidence).filter(({ count }) => count !== 0);
  if (found.length === 0) return { ...principle, found, standing: "notYet" };
  const isWhole = principle.missing === undefined;
  return { ...principle, found, standing: isWhole ? "shown" : "partly" };
}
