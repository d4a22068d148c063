import { assert } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { DistributionShare } from "../distributions/state.ts";
import type { FundState } from "../fund/state.ts";
import { paymentsTo, type Payment } from "../ledger/payment.ts";
import { allocate } from "../money/allocation.ts";

/** Money that reached a party, minor units of its vehicle's currency; the parts are all of it. */
export type Receipt = {
  /** Id of the payment that it came by. */
  readonly payment: string;
  /** The day on which it left for the party's bank. */
  readonly on: LocalDate;
  readonly kind: "distribution" | "capital";
  readonly minor: bigint;
  readonly income: bigint;
  readonly gain: bigint;
  readonly returnOfCapital: bigint;
};

/**
 * What a vehicle, or all of them, paid a party by a day, in order of payment [ST40]: distributions
 * by the character that their declaration gave the party's part, and capital returned or redeemed.
 */
export function receiptsOf(
  state: Pick<FundState, "payments" | "acts" | "distributions">,
  of: { readonly vehicle?: string; readonly party: string; readonly to: LocalDate },
): readonly Receipt[] {
  return paymentsTo(state.payments, of.party).flatMap((payment): Receipt[] => {
    const { vehicle } = payment;
    if (vehicle !== (of.vehicle ?? vehicle)) return [];
    const receipt = receiptOf(state, payment);
    return receipt === undefined || receipt.on > of.to ? [] : [receipt];
  });
}

/** What a payment was to its payee; nothing before it left, and where it pays for something. */
export function receiptOf(
  state: Pick<FundState, "acts" | "distributions">,
  payment: Payment,
): Receipt | undefined {
  const { id, purpose, releasedOn: on, minor } = payment;
  if (on === undefined) return undefined;
  if (purpose === "returnOfCapital" || purpose === "redemption") {
    const parts = { income: 0n, gain: 0n, returnOfCapital: minor };
    return { payment: id, on, kind: "capital", minor, ...parts };
  }
  if (purpose !== "distribution" && purpose !== "carry") return undefined;
  const share = purpose === "carry" ? carriedShare(state, payment) : declaredShare(state, payment);
  return { payment: id, on, kind: "distribution", minor, ...charactersOf(minor, share) };
}

type Declared = Pick<DistributionShare, "income" | "gain" | "capital">;

/** A carry is paid out of all that its holder was given of the vehicle's distributions so far. */
function carriedShare(
  { distributions }: Pick<FundState, "distributions">,
  { vehicle, payee }: Payment,
): Declared {
  let [income, gain, capital] = [0n, 0n, 0n];
  for (const distribution of distributions.values()) {
    if (distribution.vehicle !== vehicle) continue;
    const share = distribution.shares?.find(({ party, carry }) => party === payee && carry > 0n);
    if (share === undefined) continue;
    income += share.income;
    gain += share.gain;
    capital += share.capital;
  }
  return { income, gain, capital };
}

/** The payee's part of the distribution that a payment is of. */
function declaredShare(
  { acts, distributions }: Pick<FundState, "acts" | "distributions">,
  { id, payee }: Payment,
): Declared {
  const declaration = acts.get(id.slice(0, id.indexOf("/")));
  const { distribution } = declaration?.act.body ?? {};
  const declared = typeof distribution === "string" ? distributions.get(distribution) : undefined;
  const share = declared?.shares?.find(({ party }) => party === payee);
  assert(share !== undefined, `payment ${id} is of a part of a distribution`);
  return share;
}

/** Carry is kept back in proportion, so that what is paid of a part has its characters too. */
function charactersOf(
  minor: bigint,
  { income, gain, capital }: Declared,
): Pick<Receipt, "income" | "gain" | "returnOfCapital"> {
  if (minor === income + gain + capital) return { income, gain, returnOfCapital: capital };
  const weights = { income, gain, returnOfCapital: capital };
  const allocation = allocate({
    total: minor,
    shares: Object.entries(weights).map(([key, weight]) => ({ key, weight })),
    tieBreak: { kind: "order", keys: Object.keys(weights) },
  });
  assert(allocation.ok, "a part that something is paid of is more than nothing");
  const [first, second, third] = allocation.value.map(({ part }) => part);
  return { income: first!, gain: second!, returnOfCapital: third! };
}
