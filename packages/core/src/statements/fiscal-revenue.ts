import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { FiscalYear, FiscalYearDefinition } from "../calendar/fiscal-year.ts";
import type { Party } from "../charter/charter.ts";
import type { Contested } from "../fund/chronicle.ts";
import { isLocked } from "../facilities/covenant-ladder.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { Payment } from "../ledger/payment.ts";
import { convertedExactly, type DayRates } from "./own-currency.ts";
import { pageVehicles, type PageRecords } from "./page-books.ts";
import { fiscalDefinition, fiscalYearsBetween } from "./period.ts";
import { atRates, ownRates, type ReturnsInput } from "./side-returns.ts";
import { distributionsTo } from "./sides.ts";

/** What a treasury was paid in one of its own fiscal years, by the day on which it was released. */
export type RevenueOfYear = {
  readonly year: FiscalYear;
  /** Minor units of the fund's currency. */
  readonly minor: bigint;
  /** The same in the party's own currency, where that is another, at the rates of the days. */
  readonly converted?: bigint;
  /** Whether the year is still running. */
  readonly toDate: boolean;
  /** Whether a covenant had locked distributions on some day of it. */
  readonly locked: boolean;
};

export type PartyRevenue = {
  readonly party: string;
  /** The party's own currency. */
  readonly currency: string;
  readonly years: readonly RevenueOfYear[];
};

/** Distributions that left for a treasury on a day of a fiscal year, in order of payment. */
export function revenuePayments(
  { state }: PageRecords,
  party: string,
  { start, end }: FiscalYear,
): readonly (Payment & { readonly releasedOn: LocalDate })[] {
  return distributionsTo(state, party).flatMap((payment) => {
    const { releasedOn } = payment;
    if (releasedOn === undefined || releasedOn < start || releasedOn > end) return [];
    return [{ ...payment, releasedOn }];
  });
}

type Span = { readonly from: LocalDate; readonly to: LocalDate };

/** Days on which a covenant of a vehicle of the page stood on a step that locks distributions. */
export function lockedSpans({ state, chronicle }: PageRecords): readonly Span[] {
  const { charter, today } = state;
  const inPage = new Set(pageVehicles(charter).map(({ id }) => id));
  const covenants = (charter.leverage?.covenants ?? []).filter(({ vehicle }) =>
    inPage.has(vehicle),
  );
  return covenants.flatMap(({ id }) => {
    const spans: Span[] = [];
    let since: LocalDate | undefined;
    for (const line of chronicle.contested) {
      if (!isStepOf(line, id)) continue;
      if (isLocked(line.step)) since ??= line.on;
      else if (since !== undefined) {
        spans.push({ from: since, to: line.on });
        since = undefined;
      }
    }
    return since === undefined ? spans : [...spans, { from: since, to: today }];
  });
}

type Step = Extract<Contested, { readonly kind: "covenantStepped" }>;

const isStepOf = (line: Contested, covenant: string): line is Step =>
  line.kind === "covenantStepped" && line.covenant === covenant;

function revenueOfParty(
  input: ReturnsInput,
  party: Party,
  definition: FiscalYearDefinition,
  of: { readonly since: LocalDate; readonly locks: readonly Span[] },
): PartyRevenue {
  const { charter, today } = input.state;
  const own = ownRates(input, party.id);
  const from = mainVehicle(charter).currency;
  const convertedBy = (rates: DayRates, to: string, year: FiscalYear): bigint => {
    const flows = revenuePayments(input, party.id, year).map(({ releasedOn, minor }) => ({
      ...{ on: releasedOn, minor },
    }));
    return Ratio.floor(convertedExactly(atRates(flows, rates), { from, to }));
  };
  const years = fiscalYearsBetween(definition, of.since, today).map((year): RevenueOfYear => {
    let minor = 0n;
    for (const payment of revenuePayments(input, party.id, year)) minor += payment.minor;
    return {
      ...{ year, minor, toDate: today <= year.end },
      locked: of.locks.some((span) => span.from <= year.end && year.start <= span.to),
      ...(own === undefined ? {} : { converted: convertedBy(own.rates, own.currency, year) }),
    };
  });
  return { party: party.id, currency: party.currency ?? from, years };
}

/** Distributions that were paid to each sovereign, by its own fiscal years since the founding. */
export function revenueOf(input: ReturnsInput, since: LocalDate): readonly PartyRevenue[] {
  const { charter } = input.state;
  const locks = lockedSpans(input);
  return charter.parties.flatMap((party) => {
    if (party.kind !== "sovereign" || party.fiscalYear === undefined) return [];
    const definition = fiscalDefinition(charter, party.fiscalYear, party.currency);
    return definition === undefined
      ? []
      : [revenueOfParty(input, party, definition, { since, locks })];
  });
}
