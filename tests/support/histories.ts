import { localDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type {
  PostedEntry,
  Recorded,
  RecordedAct,
  RecordedValuation,
  UnitMovement,
} from "@jointfund/core/fund/chronicle.ts";
import { MICRO_UNITS_PER_UNIT } from "@jointfund/core/capital/state.ts";
import type { Posting } from "@jointfund/core/ledger/journal.ts";
import { periodBetween } from "@jointfund/core/statements/period.ts";
import type { StatementInput } from "@jointfund/core/statements/statement-input.ts";
import { chronicleOf } from "./chronicles.ts";
import { fundAt } from "./stages.ts";

/** One journal entry as it is written in a test: account, subject, minor units of US dollars. */
export type WrittenEntry = {
  readonly on: string;
  readonly act: string;
  readonly legs: readonly (readonly [account: string, subject: string, minor: number])[];
};

const founded = chronicleOf(fundAt("closed"));

/** A record whose books are what a test says, whichever acts there would have to be for it. */
export function chronicleWith(
  entries: readonly {
    readonly on: LocalDate;
    readonly act?: string;
    readonly postings: readonly Posting[];
  }[],
  units: readonly Omit<UnitMovement, "entry" | "unitClass">[],
  valuations: readonly RecordedValuation[] = [],
): Recorded {
  const postings = entries.map(({ on, postings: made }, index): PostedEntry => {
    const journal = { id: `act-${index}/1`, vehicle: "fund", effectiveDate: on, postings: made };
    return { entry: index, journal };
  });
  const acts = new Map(
    entries.flatMap(({ act: type }, index) => {
      if (type === undefined) return [];
      const id = `act-${index}`;
      const act = { type } as RecordedAct["act"];
      return [[id, { id, act, entry: index, kind: "fact" } as const] as const];
    }),
  );
  return {
    ...{ firstDay: founded.chronicle.firstDay, entries: entries.length, acts, postings },
    unitMovements: units.map((of, entry) => ({ ...of, entry, unitClass: "founders" })),
    ...{ contested: [], releases: [], finality: [], kinds: new Map(), valuations },
    fixings: [],
    stateOn: () => undefined,
  };
}

/** The same written shorter, as what a statement of the fund is made from. */
export function historyOf(
  entries: readonly WrittenEntry[],
  units: readonly { readonly on: string; readonly holder: string; readonly units: number }[],
  between: readonly [from: string, to: string],
): StatementInput {
  const [from, to] = between.map(localDate) as [LocalDate, LocalDate];
  const chronicle = chronicleWith(
    entries.map(({ on, act, legs }) => ({
      ...{ on: localDate(on), act },
      postings: legs.map(([account, subject, minor]) => ({
        ...{ account, subject, currency: "USD", minor: BigInt(minor) },
      })),
    })),
    units.map(({ on, holder, units: count }) => ({
      ...{ on: localDate(on), holder, microUnits: BigInt(count) * MICRO_UNITS_PER_UNIT },
    })),
  );
  return { state: founded.state, chronicle, vehicle: "fund", period: periodBetween(from, to) };
}
