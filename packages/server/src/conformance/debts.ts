import type { WholeAmounts } from "./whole-amounts.ts";

export const LINE = "line";
export const bondsOf = (step: number): string => `bonds-${step + 1}`;

/** What is to be repaid on one facility: whole minor units, or all that is owed on it. */
export type Repayment = { readonly facility: string; readonly minor: bigint | "all" };

/** Less than a minor unit is nothing. */
const NOTHING = 0.5;

/**
 * What a path owes on its line and on each issue of bonds. A path knows the issues together; what
 * is repaid falls on each by what is owed on it, so that their average rate stays as it is
 * [PJ104].
 */
export class Debts {
  readonly #owed = new Map<string, number>();
  readonly #whole: WholeAmounts;

  constructor(whole: WholeAmounts) {
    this.#whole = whole;
  }

  /** Facilities on which anything is or was owed. */
  get facilities(): readonly string[] {
    return [...this.#owed.keys()];
  }

  add(facility: string, amount: number): void {
    this.#owed.set(facility, (this.#owed.get(facility) ?? 0) + amount);
  }

  /** What an amount for all lenders comes to on each facility. */
  repay(amount: number): readonly Repayment[] {
    const sum = this.owed;
    const isAll = amount > 0 && amount >= sum - NOTHING;
    return [...this.#owed].flatMap(([facility, owed]): Repayment[] => {
      if (owed === 0 || amount <= 0) return [];
      const part = isAll ? owed : (amount * owed) / sum;
      this.#owed.set(facility, isAll ? 0 : owed - part);
      const minor = this.#whole.take(`repaid:${facility}`, part);
      if (isAll) return [{ facility, minor: "all" }];
      return minor === 0n ? [] : [{ facility, minor }];
    });
  }

  /** What is turned to the lenders in the entry that income comes in is theirs at once. */
  sweep(amount: number): void {
    const sum = this.owed;
    for (const [facility, owed] of this.#owed) {
      this.#owed.set(facility, owed - (amount * owed) / sum);
    }
  }

  /** Owed to all lenders together. */
  get owed(): number {
    let sum = 0;
    for (const owed of this.#owed.values()) sum += owed;
    return sum;
  }
}
