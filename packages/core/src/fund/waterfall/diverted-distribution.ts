import type { LocalDate } from "../../calendar/date.ts";
import { divert } from "../../capital/diversion.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Payment } from "../../ledger/payment.ts";
import { posted } from "../act-definition.ts";
import { contribution } from "../contribution.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";

/** What a party's part of a distribution pays of its own debts, and what is left for it. */
export type DivertedPayment = {
  /** Minor units that are set off against unpaid calls and their interest. */
  readonly diverted: bigint;
  readonly events: readonly FundEvent[];
};

/**
 * Turns a party's part of a distribution to the calls that it has not paid, where its default has
 * come so far [CP23]: the payable is set off against capital called and late interest in the entry
 * that would pay it, units come with the capital, and the part stands as paid to the party, which
 * has had the worth of it. `n` is the number of the journal entry, `payment` of the payment.
 */
export function divertedPayment(
  state: FundState,
  inHand: ActInHand<unknown>,
  of: {
    readonly vehicle: string;
    readonly party: string;
    readonly currency: string;
    readonly minor: bigint;
    readonly n: number;
    readonly payment: string;
    readonly context: Context;
  },
): DivertedPayment {
  const { vehicle, party, currency, context } = of;
  const on: LocalDate = state.today;
  const parts = divert(state.capital.calls.values(), of).diverted;
  const paid = parts.flatMap(({ call: id, capital, interest }) => {
    const call = state.capital.calls.get(id);
    if (call === undefined) return [];
    return [contribution(state, call, { party, minor: capital + interest, on })];
  });
  const diverted = paid.reduce((sum, { capital, interest }) => sum + capital + interest, 0n);
  if (diverted === 0n) return { diverted, events: [] };
  const payable = { account: ACCOUNTS.distributionsPayable, subject: party };
  const payment: Payment = {
    ...{ id: of.payment, vehicle, payee: party, purpose: "distribution", currency },
    ...{ minor: diverted, liability: payable.account, subject: party, mandatory: true },
    ...{ entry: context.index, instructedAt: context.recordedAt, releasedOn: on },
  };
  return {
    diverted,
    events: [
      posted(inHand, of.n, vehicle, [
        { ...payable, currency, minor: diverted },
        ...paid.flatMap(({ postings }) => postings),
      ]),
      ...paid.flatMap(({ events }) => events),
      { kind: "paymentInstructed", payment },
    ],
  };
}
