import type { Ratio } from "../base/ratio.ts";
import { addDays, type LocalDate } from "../calendar/date.ts";
import {
  fiscalYearOf,
  isFiscalYearStart,
  JAPAN_FISCAL_YEAR,
  type FiscalYear,
  type FiscalYearDefinition,
} from "../calendar/fiscal-year.ts";
import type { Charter, Party } from "../charter/charter.ts";
import type { FundState } from "../fund/state.ts";
import { convertedFor } from "./sides.ts";

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

/** How the charter divides a party's time; Japan's years, known by yen, have eras' names too. */
function definitionFor(
  charter: Charter,
  name: string,
  currency?: string,
): FiscalYearDefinition | undefined {
  const fiscal = charter.calendars.fiscal[name];
  if (fiscal === undefined || !isFiscalYearStart(fiscal.start)) return undefined;
  const definition = { calendarId: name, ...fiscal };
  const { start, namedBy, eras } = JAPAN_FISCAL_YEAR;
  const isJapan = currency === "JPY" && start === fiscal.start && namedBy === fiscal.namedBy;
  return isJapan && eras !== undefined ? { ...definition, eras } : definition;
}

/** The last day of the fund's fiscal year before the one that holds the day. */
export function fiscalYearBefore(charter: Charter, day: LocalDate): LocalDate | undefined {
  const definition = definitionFor(charter, "fund");
  const year = definition && fiscalYearOf(definition, day);
  if (year === undefined || !year.ok) return undefined;
  const end = addDays(year.value.start, -1);
  return end.ok ? end.value : undefined;
}

/** The fiscal years from the one that holds `from` to the one that holds `to`. */
function yearsBetween(definition: FiscalYearDefinition, from: LocalDate, to: LocalDate) {
  const years: FiscalYear[] = [];
  for (let day = from; day <= to;) {
    const year = fiscalYearOf(definition, day);
    if (!year.ok) break;
    years.push(year.value);
    const next = addDays(year.value.end, 1);
    if (!next.ok) break;
    day = next.value;
  }
  return years;
}

function revenueOfParty(
  state: FundState,
  party: Party,
  definition: FiscalYearDefinition,
  of: { readonly since: LocalDate; readonly display: Display | undefined },
): PartyRevenue {
  const years = yearsBetween(definition, of.since, state.today).map((year): RevenueOfYear => {
    let minor = 0n;
    for (const { payee, purpose, releasedOn, minor: paid } of state.payments.values()) {
      if (payee !== party.id || purpose !== "distribution" || releasedOn === undefined) continue;
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
    const definition = definitionFor(charter, party.fiscalYear, party.currency);
    return definition === undefined
      ? []
      : [revenueOfParty(state, party, definition, { since, display })];
  });
}
