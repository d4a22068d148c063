import type { Recorded } from "../chronicle.ts";
import type { FundState } from "../state.ts";

/** What a check looks at: a state, and the replay that led to it. */
export type CheckInput = {
  readonly state: FundState;
  readonly chronicle: Recorded;
  /** The log as its files are, where the caller has them. */
  readonly log?: LogEvidence;
};

/** Sizes and roots of the log: of the entries that were replayed, and of the signed checkpoint. */
export type LogEvidence = {
  readonly entries: number;
  /** Hexadecimal root over as many of them as the checkpoint covers. */
  readonly root: string;
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string };
};

/** One thing that does not hold: of what, what was found and what the rest of the record says. */
export type Breach = {
  readonly of: string;
  readonly actual: string;
  readonly required: string;
};

export type CheckOutcome = {
  readonly name: string;
  /** How many things were compared: a check of nothing holds and says so. */
  readonly examined: number;
  readonly breaches: readonly Breach[];
};

/** Collects comparisons: everything that is compared is counted, and every difference is told. */
export class Comparison {
  #examined = 0;
  readonly #breaches: Breach[] = [];

  /** The two must be the same; `of` names what they are. */
  same(of: string, actual: bigint | number | string, required: bigint | number | string): void {
    this.#examined++;
    if (actual === required) return;
    this.#breaches.push({ of, actual: String(actual), required: String(required) });
  }

  /** The condition must be true; the facts say what was found and what is needed. */
  holds(of: string, condition: boolean, actual: string, required: string): void {
    this.#examined++;
    if (!condition) this.#breaches.push({ of, actual, required });
  }

  /** The same of so many things, all of which held. */
  held(count: number): void {
    this.#examined += count;
  }

  /** Takes over what another has compared. */
  add(other: Comparison): void {
    this.#examined += other.#examined;
    this.#breaches.push(...other.#breaches);
  }

  outcome(name: string): CheckOutcome {
    return { name, examined: this.#examined, breaches: this.#breaches };
  }
}

/** What a check gives: nothing, or, where it looks at very much, its work part by part. */
export type CheckWork = Iterable<undefined> | undefined;

export type NamedCheck = {
  readonly name: string;
  /**
   * Between two parts of its work the record may grow: a check that has parts takes state and
   * chronicle from the input once for what it compares with each other, and counts how far the
   * chronicle had come by then.
   */
  readonly run: (input: CheckInput, compare: Comparison) => CheckWork | void;
};

/** Entries or acts that are looked at in one part of a check's work. */
export const PART = 5_000;

/** Runs checks in order, part by part; each says all that it found. */
export function* checking(
  checks: readonly NamedCheck[],
  input: CheckInput,
): Generator<undefined, readonly CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  for (const { name, run } of checks) {
    const comparison = new Comparison();
    const work = run(input, comparison);
    if (work !== undefined) yield* work;
    outcomes.push(comparison.outcome(name));
    yield undefined;
  }
  return outcomes;
}

/** Runs checks in order; each says all that it found. */
export function runChecks(
  checks: readonly NamedCheck[],
  input: CheckInput,
): readonly CheckOutcome[] {
  const work = checking(checks, input);
  for (;;) {
    const part = work.next();
    if (part.done === true) return part.value;
  }
}
