import type { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { FiscalYear, FiscalYearDefinition } from "../calendar/fiscal-year.ts";
import type { Party } from "../charter/charter.ts";
import type { FundState } from "../fund/state.ts";
import { fiscalDefinition, fiscalYearsBetween } from "./period.ts";
import { convertedFor, distributionsTo } from "./sides.ts";

/** What a treasury was paid in one of its own fiscal years, by the day on which it was released. */
export type RevenueOfYear = {
  readonly year: FiscalYear;
  /** Minor units of the fund's currency. */
  readonly minor: bigint;
  /** The same in the party's own currency, where that is another. */
  readonly converted?: bigint;
  /** Whether the year is still running. */
  readonly toDate: boolean;
};

export type PartyRevenue = {
  readonly party: string;
  /** The party's own currency. */
  readonly currency: string;
  readonly years: readonly RevenueOfYear[];
};

function revenueOfParty(
  state: FundState,
  party: Party,
  definition: FiscalYearDefinition,
  of: { readonly since: LocalDate; readonly display: Display | undefined },
): PartyRevenue {
  const years = fiscalYearsBetween(definition, of.since, state.today).map((year): RevenueOfYear => {
    let minor = 0n;
    for (const { releasedOn, minor: paid } of distributionsTo(state, party.id)) {
      if (releasedOn === undefined) continue;
      if (year.start <= releasedOn && releasedOn <= year.end) minor += paid;
    }
    const converted = convertedFor(state, party, minor, of.display);
    const toDate = state.today <= year.end;
    return { year, minor, toDate, ...(converted === undefined ? {} : { converted }) };
  });
  return { party: party.id, currency: party.currency ?? "", years };
}

type Display = { readonly currency: string; readonly rate: Ratio };

/** Distributions that were paid to each sovereign, by its own fiscal years since the founding. */
export function revenueOf(
  state: FundState,
  since: LocalDate,
  display?: Display,
): readonly PartyRevenue[] {
  const { charter } = state;
  return charter.parties.flatMap((party) => {
    if (party.kind !== "sovereign" || party.fiscalYear === undefined) return [];
    const definition = fiscalDefinition(charter, party.fiscalYear, party.currency);
    return definition === undefined
      ? []
      : [revenueOfParty(state, party, definition, { since, display })];
  });
}
