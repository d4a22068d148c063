import { FIRST_DATE } from "../calendar/date.ts";
import { keepDays } from "../fund/posted-days.ts";
import { capitalFlowsWithin } from "./capital-movements.ts";
import type { PageRecords } from "./page-books.ts";
import { flowsOfParty, flowsWithin } from "./party-flows.ts";
import { periodBetween } from "./period.ts";
import { movementsOfHolder, unitsWithin } from "./unit-holdings.ts";

/** A day before all that is recorded: asked about it, nothing has to be looked through. */
const BEFORE = periodBetween(FIRST_DATE, FIRST_DATE);

/**
 * Takes what a record has grown by into all sums that statements and the page are made from, so
 * that whoever asks first does not wait for that [ST77].
 */
export function keepSums({ state, chronicle }: PageRecords): void {
  keepDays(chronicle);
  for (const { id: vehicle, currency } of state.charter.vehicles) {
    flowsWithin(chronicle, { vehicle, currency }, BEFORE);
    flowsOfParty(chronicle, { vehicle, currency, party: "" });
    capitalFlowsWithin(chronicle, { vehicle, currency, period: BEFORE });
  }
  unitsWithin(chronicle, "", BEFORE);
  movementsOfHolder(chronicle, { unitClass: "", holder: "" });
}
