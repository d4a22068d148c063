import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import { mainVehicle } from "../fund/figures.ts";
import { paymentsTo } from "../ledger/payment.ts";
import { PAID_IN_ACCOUNTS } from "./account-groups.ts";
import { moneyWeightedReturn, type DatedFlow } from "./money-weighted-return.ts";
import {
  convertedExactly,
  DayRates,
  fundingCost,
  type AssumedRate,
  type ConvertedFlow,
  type PrincipalFlow,
} from "./own-currency.ts";
import { pageVehicles, type PageRecords } from "./page-books.ts";
import { ofAccounts, type DatedFigures } from "./page-postings.ts";
import { OWED_TO_PARTY } from "./party-flows.ts";
import type { SideColumn } from "./side-columns.ts";
import { distributionReceipts, payingVehicles, redemptionsOf } from "./sides.ts";

/** What a government's money costs it a year, by party; assumed, not on record. */
export type FundingRates = { readonly [party: string]: Ratio };

/** What returns are worked out from besides the columns. */
export type ReturnsInput = PageRecords & {
  readonly display?: AssumedRate;
  readonly fundingCost?: FundingRates;
};

/** A column in the currency of its party, at the rates of the days [ST61]; minor units of that. */
export type OwnCurrency = {
  readonly currency: string;
  readonly putIn: bigint;
  /** Received, due and owned, the last at the rate of today. */
  readonly value: bigint;
  readonly multiple?: Ratio;
  /** That multiple less the one in the fund's currency: what the exchange rate did. */
  readonly exchange?: Ratio;
  /** Income and gain that was received. */
  readonly earned: bigint;
  readonly rates: DayRates;
};

/** What was earned less what the money cost [ST62], minor units of the currency. */
export type NetOfFunding = {
  readonly currency: string;
  readonly rate: Ratio;
  readonly cost: bigint;
  readonly net: bigint;
};

export type SideReturns = {
  readonly irr?: { readonly rate: Ratio; readonly annualised: boolean };
  readonly own?: OwnCurrency;
  readonly funding?: NetOfFunding;
};

/** Flows by date, as returns and conversions read them; amounts are the fund's minor units. */
export class SideFlows {
  readonly #input: ReturnsInput;
  readonly #figures: DatedFigures;

  constructor(input: ReturnsInput, figures: DatedFigures) {
    this.#input = input;
    this.#figures = figures;
  }

  /** What was put in, by the day of the money. */
  putIn(party: string): readonly DatedFlow[] {
    const selects = ofAccounts(PAID_IN_ACCOUNTS, party);
    return this.#figures.dated({ selects, sign: -1n });
  }

  /** Distributions and redemptions by the day of their release, and the parts of the first. */
  received(party: string) {
    const { state } = this.#input;
    const redeemed = redemptionsOf(state, party).flatMap(({ releasedOn: on, minor }) =>
      on === undefined ? [] : [{ on, minor, income: 0n, gain: 0n, returnOfCapital: 0n }],
    );
    return [...distributionReceipts(state, party), ...redeemed];
  }

  /** Every flow between the members and the fund as they see it, and last what they are left. */
  all({ members, ownsNow }: SideColumn): readonly DatedFlow[] {
    const { state } = this.#input;
    const { charter, today } = state;
    const { currency } = mainVehicle(charter);
    const inPage = pageVehicles(charter).map(({ id }) => id);
    const flows: DatedFlow[] = inPage.flatMap((vehicle) =>
      this.#figures.flows({ vehicle, currency, to: today, parties: members }),
    );
    const elsewhere = payingVehicles(charter).filter((vehicle) => !inPage.includes(vehicle));
    const paid = members.flatMap((party) => paymentsTo(state.payments, party));
    for (const payment of paid.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const { purpose, vehicle, releasedOn: on, minor } = payment;
      const isDistribution = purpose === "distribution" || purpose === "carry";
      if (on === undefined || !isDistribution || !elsewhere.includes(vehicle)) continue;
      flows.push({ on, minor });
    }
    let left = ownsNow;
    for (const party of members) {
      const selects = ofAccounts(OWED_TO_PARTY, party);
      left += this.#figures.total({ selects, sign: -1n });
    }
    return [...flows, { on: today, minor: left }];
  }
}

/** The rates for a party's own currency, where that is another than the fund's. */
function ratesFor({ state, display }: ReturnsInput, party: string): DayRates | undefined {
  const { charter } = state;
  const from = mainVehicle(charter).currency;
  const to = charter.parties.find(({ id }) => id === party)?.currency;
  if (to === undefined || to === from) return undefined;
  const rates = new DayRates(state.exchangeRates, { from, to, assumed: display });
  return rates.hasAny ? rates : undefined;
}

/** A government's own currency and its rates; nothing where no rate is known. */
export function ownRates(input: ReturnsInput, party: string) {
  const rates = ratesFor(input, party);
  const currency = input.state.charter.parties.find(({ id }) => id === party)?.currency;
  return rates === undefined || currency === undefined ? undefined : { currency, rates };
}

/** Dated amounts with the rates of their days. */
export const atRates = (flows: readonly DatedFlow[], rates: DayRates): readonly ConvertedFlow[] =>
  flows.map(({ on, minor }) => ({ on, minor, rate: rates.on(on) }));

/** The flows that a column in its own currency is made of. */
export function ownFlows(
  flows: SideFlows,
  { party, due, redemptionDue, ownsNow }: SideColumn,
  { rates, today }: { readonly rates: DayRates; readonly today: LocalDate },
) {
  const received = flows.received(party);
  const left = { on: today, minor: due + redemptionDue + ownsNow };
  const earned = received.map(({ on, income, gain }) => ({ on, minor: income + gain }));
  return {
    putIn: atRates(flows.putIn(party), rates),
    value: atRates([...received, left], rates),
    earned: atRates(earned, rates),
  };
}

/** Capital put in, less what was had back as such, in the currency that its cost is told in. */
export function principalFlows(
  flows: SideFlows,
  party: string,
  of: { readonly from: string; readonly to: string; readonly rates: DayRates | undefined },
): readonly PrincipalFlow[] {
  const back = flows.received(party).map(({ on, returnOfCapital }) => ({
    ...{ on, minor: -returnOfCapital },
  }));
  return [...flows.putIn(party), ...back].map(({ on, minor }) => ({
    on,
    amount:
      of.rates === undefined
        ? Ratio.make(minor)
        : convertedExactly([{ on, minor, rate: of.rates.on(on) }], of),
  }));
}

/** Return, own currency and funding cost of one column. */
export function returnsOfColumn(
  input: ReturnsInput,
  flows: SideFlows,
  column: SideColumn,
): SideReturns {
  const { party, multiple, kind, income, gain } = column;
  const { state, fundingCost: fundingRates = {} } = input;
  const { today } = state;
  const from = mainVehicle(state.charter).currency;
  const weighted = moneyWeightedReturn(flows.all(column));
  const irr = weighted.defined
    ? { rate: weighted.rate, annualised: weighted.annualised }
    : undefined;
  const found = kind === "sovereign" ? ownRates(input, party) : undefined;
  let own: OwnCurrency | undefined;
  if (found !== undefined) {
    const { currency, rates } = found;
    const of = ownFlows(flows, column, { rates, today });
    const cut = (each: readonly ConvertedFlow[]): bigint =>
      Ratio.floor(convertedExactly(each, { from, to: currency }));
    const [putIn, value, earned] = [cut(of.putIn), cut(of.value), cut(of.earned)];
    const owned = putIn === 0n ? undefined : Ratio.make(value, putIn);
    own = {
      ...{ currency, putIn, value, earned, rates },
      ...(owned === undefined ? {} : { multiple: owned }),
      ...(owned === undefined || multiple === undefined
        ? {}
        : { exchange: Ratio.sub(owned, multiple) }),
    };
  }
  const rate = fundingRates[party];
  let funding: NetOfFunding | undefined;
  if (rate !== undefined) {
    const currency = own?.currency ?? from;
    const principal = principalFlows(flows, party, { from, to: currency, rates: own?.rates });
    const cost = fundingCost(principal, rate, today);
    funding = { currency, rate, cost, net: (own?.earned ?? income + gain) - cost };
  }
  return {
    ...(irr === undefined ? {} : { irr }),
    ...(own === undefined ? {} : { own }),
    ...(funding === undefined ? {} : { funding }),
  };
}
