import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import { flowOf } from "@jointfund/core/statements/party-flows.ts";

type Flow = {
  readonly party: string;
  readonly entry: number;
  readonly on: LocalDate;
  readonly minor: bigint;
};

/** The flows of parties with a vehicle up to a day, by going through every journal entry [ST35]. */
export function plainFlows(
  { postings }: Pick<Recorded, "postings">,
  of: { readonly vehicle: string; readonly currency: string; readonly to: LocalDate },
): readonly Flow[] {
  return postings.flatMap(({ entry, journal }): readonly Flow[] => {
    const { vehicle, effectiveDate: on } = journal;
    if (vehicle !== of.vehicle || on > of.to) return [];
    return [...new Set(journal.postings.map(({ subject }) => subject))].flatMap((party) => {
      const minor = flowOf(journal, of.currency, party);
      return minor === undefined ? [] : [{ party, entry, on, minor }];
    });
  });
}
