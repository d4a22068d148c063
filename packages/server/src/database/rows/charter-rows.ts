import { dateOf, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Party, Vehicle } from "@jointfund/core/charter/charter.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import { CURRENCIES } from "@jointfund/core/money/currency.ts";
import { fiscalDefinition, fiscalYearsBetween } from "@jointfund/core/statements/period.ts";
import { asJson, type RecordedEntry, type Row, type RowsByKind } from "./row.ts";

/** What the charter names, and who came to which office. */
export const CHARTER_ROWS: RowsByKind = {
  dayOpened: ({ date }) => [{ table: "days", on: date, values: {} }],
  charterInForce: ({ version, hash, charter }, { after }) => [
    {
      table: "charters",
      values: {
        ...{ version, hash, fund: charter.id, title: asJson(charter.title) },
        main_vehicle: mainVehicle(charter).id,
      },
    },
    ...Object.entries(charter.acts).map(([type, { clause, nature, name }]): Row => {
      const act = { charter_version: version, act_type: type, clause, nature, name: asJson(name) };
      return { table: "charter_acts", values: act };
    }),
    ...charter.accounts.map(({ code, kind, name }): Row => {
      const account = { charter_version: version, account: code, kind, name: asJson(name) };
      return { table: "charter_accounts", values: account };
    }),
    ...after.charter.parties.map((party) => partyRow(after, party)),
    ...after.charter.vehicles.map((vehicle) => vehicleRow(after, vehicle)),
  ],
  scheduleExtended: ({ party, vehicle }, { after }) => [
    ...(party === undefined ? [] : [partyRow(after, party)]),
    ...(vehicle === undefined ? [] : [vehicleRow(after, vehicle)]),
  ],
  officerEnrolled: ({ officer: { id, party }, key }) => [
    { table: "officers", values: { officer: id, party, key: key.id } },
  ],
  seatFilled: ({ seat, officer }) => [{ table: "seat_changes", values: { seat, officer } }],
  seatVacated: ({ seat }) => [{ table: "seat_changes", values: { seat, officer: null } }],
};

function partyRow({ charter: { version } }: FundState, party: Party): Row {
  const { id, kind, name, currency, fiscalYear } = party;
  const values = {
    ...{ charter_version: version, party: id, kind, name: asJson(name) },
    ...{ currency, fiscal_calendar: fiscalYear },
  };
  return { table: "charter_parties", values };
}

function vehicleRow({ charter: { version } }: FundState, vehicle: Vehicle): Row {
  const { id, kind, name, currency } = vehicle;
  const values = { charter_version: version, vehicle: id, kind, name: asJson(name), currency };
  return { table: "charter_vehicles", values };
}

/** ISO 4217, once, with the founding. */
export function currencyRows({ before }: RecordedEntry): readonly Row[] {
  if (before !== undefined) return [];
  return CURRENCIES.map(({ code, exponent, name }) => {
    return { table: "currencies", values: { currency: code, exponent, name: asJson(name) } };
  });
}

/**
 * Fiscal years of each government that begin with the entry's day, and after a new charter all of
 * them since the founding anew, as that charter counts.
 */
export function fiscalYearRows(
  { before, after }: RecordedEntry,
  foundedOn: LocalDate,
): readonly Row[] {
  const isSameCharter = before?.charter.version === after.charter.version;
  if (isSameCharter && before.today === after.today) return [];
  return after.charter.parties.flatMap((party): Row[] => {
    if (party.kind !== "sovereign" || party.fiscalYear === undefined) return [];
    const definition = fiscalDefinition(after.charter, party.fiscalYear, party.currency);
    if (definition === undefined) return [];
    const from = isSameCharter ? before.today : foundedOn;
    return fiscalYearsBetween(definition, from, after.today)
      .filter(({ start }) => !isSameCharter || start > before.today)
      .map(({ label, eraLabel, start, end }): Row => {
        const year = { fiscal_year: label, era_year: eraLabel, first_day: start, last_day: end };
        const values = { charter_version: after.charter.version, party: party.id, ...year };
        return { table: "fiscal_years", on: start, values };
      });
  });
}

/** The day from which fiscal years are counted: that of the first entry. */
export const foundingDay = ({ entry }: RecordedEntry): LocalDate => dateOf(entry.recordedAt);
