import type { LocalDate } from "../calendar/date.ts";
import type { StatementInput } from "./statement-input.ts";

/**
 * A distribution that reached a party, minor units of its vehicle's currency; the parts are all.
 */
export type Receipt = {
  /** The day on which it left for the party's bank. */
  readonly on: LocalDate;
  readonly minor: bigint;
  readonly income: bigint;
  readonly gain: bigint;
  readonly returnOfCapital: bigint;
};

/**
 * The distributions of a vehicle that a party was paid by the end of the period, in order of id.
 */
export function receiptsOf(
  { state, vehicle, period }: Pick<StatementInput, "state" | "vehicle" | "period">,
  party: string,
): readonly Receipt[] {
  return [...state.payments.values()].flatMap((payment): Receipt[] => {
    const { payee, purpose, releasedOn: on, minor } = payment;
    if (payment.vehicle !== vehicle || payee !== party || purpose !== "distribution") return [];
    if (on === undefined || on > period.to) return [];
    return [{ on, minor, income: minor, gain: 0n, returnOfCapital: 0n }];
  });
}
