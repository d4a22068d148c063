/** What a rejection of one code tells besides the clause. */
export type RejectionFacts = {
  /** Names of the facts that it always has. */
  readonly facts: readonly string[];
  /** Names of those that it has in some cases. */
  readonly sometimes?: readonly string[];
  /**
   * Whether the very same statement may be accepted at another time: `later` when what is missing
   * may still come, `never` when only another statement can help.
   */
  readonly retry: "never" | "later";
};

export const never = (...facts: readonly string[]): RejectionFacts => ({ facts, retry: "never" });
export const later = (...facts: readonly string[]): RejectionFacts => ({ facts, retry: "later" });
