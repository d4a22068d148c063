import type { Repayment } from "./debts.ts";
import type { Replay } from "./replay.ts";

/** Lenders are repaid before they have to be, and get the money the same day. */
export function prepay({ acts }: Replay, name: string, repayments: readonly Repayment[]): void {
  for (const { facility, minor } of repayments) {
    const amount = minor === "all" ? `= principalOf("${facility}")` : acts.text(minor);
    const as = `${name}-${facility}`;
    acts.decide("facility.prepay", { facility, currency: acts.currency, amount }, { as });
    acts.pay(as);
  }
}
