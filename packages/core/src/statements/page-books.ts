import { FIRST_DATE } from "../calendar/date.ts";
import { fiscalYearOf } from "../calendar/fiscal-year.ts";
import type { Charter, Vehicle } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { codesOf } from "./account-groups.ts";
import { capitalAccounts } from "./capital-shares.ts";
import type { ConsolidatedBook } from "./consolidated-book.ts";
import { bookOfVehicles, groupInCurrency } from "./consolidation.ts";
import { fiscalDefinition, periodBetween } from "./period.ts";
import { bookOf } from "./statement-input.ts";
import { Stakes } from "./stakes.ts";

/** What the page's figures are made from: the state, and the replay that led to it. */
export type PageRecords = { readonly state: FundState; readonly chronicle: Recorded };

/**
 * The vehicles whose books the page adds up [ST44]. A fund's own book holds its money; that of an
 * umbrella holds promises, and the money is in the vehicles below it.
 */
export function pageVehicles(charter: Charter): readonly Vehicle[] {
  const main = mainVehicle(charter);
  return main.kind === "umbrella" ? groupInCurrency(charter) : [main];
}

/**
 * The books of the page as one, from the start of the fund's fiscal year, or from the first of all
 * days where the fund was founded in that year, until today [ST44].
 */
export function pageBook(input: PageRecords): ConsolidatedBook {
  const { state, chronicle } = input;
  const { charter, today } = state;
  const definition = fiscalDefinition(charter, "fund");
  const year = definition && fiscalYearOf(definition, today);
  const start = year?.ok === true ? year.value.start : FIRST_DATE;
  const period = periodBetween(start > (chronicle.firstDay ?? today) ? start : FIRST_DATE, today);
  return bookOfVehicles({ ...input, period }, pageVehicles(charter));
}

/**
 * Whose the net assets of the page's books are, minor units by party, or owner without a seat
 * [ST45]: each vehicle's go by its capital accounts (ST31), those that are held first, and what is
 * another vehicle's of the page is that one's to share. Together they are the net assets.
 */
export function worthByHolder(
  input: PageRecords,
  book: ConsolidatedBook,
): ReadonlyMap<string, bigint> {
  const { state, chronicle } = input;
  const { charter } = state;
  const { period } = book;
  const vehicles = heldFirst(pageVehicles(charter));
  const [worth, fromHeld] = [new Map<string, bigint>(), new Map<string, bigint>()];
  const accounts = codesOf(charter, "asset", "liability");
  for (const { id: vehicle } of vehicles) {
    const own = book.sum({ accounts, of: "closing", sign: 1n }, vehicle);
    const shared = capitalAccounts(
      {
        ...{ charter, chronicle, book: bookOf({ ...input, vehicle, period }) },
        stakes: new Stakes(charter, chronicle, vehicle),
      },
      { of: "closing", on: period.to },
      own + (fromHeld.get(vehicle) ?? 0n),
    );
    for (const [holder, minor] of shared) {
      const to = vehicles.some(({ id }) => id === holder) ? fromHeld : worth;
      to.set(holder, (to.get(holder) ?? 0n) + minor);
    }
  }
  return worth;
}

/** Every vehicle before those that hold it; no vehicle holds one that holds it. */
function heldFirst(vehicles: readonly Vehicle[]): readonly Vehicle[] {
  const depthOf = ({ owners = [] }: Vehicle): number =>
    owners.reduce((depth, { vehicle }) => {
      const owner = vehicles.find(({ id }) => id === vehicle);
      return owner === undefined ? depth : Math.max(depth, depthOf(owner) + 1);
    }, 0);
  return vehicles.toSorted((a, b) => depthOf(b) - depthOf(a));
}
