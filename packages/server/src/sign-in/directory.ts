import type { FundState } from "@jointfund/core/fund/state.ts";
import { holdersOf } from "@jointfund/core/capital/state.ts";
import { indexOf } from "@jointfund/core/governance/charter-index.ts";
import type { Person } from "../http/person.ts";
import { DEMONSTRATION, type PersonEntry, type ProviderEntry } from "./office-schema.ts";
import { roleOfKind } from "./roles.ts";
import type { Vouched } from "./sessions.ts";

/** Who people are to the fund, by who vouches for them. */
export type Directory = {
  /** The person, as long as the record bears out what they are said to be. */
  readonly find: (vouched: Vouched, state: FundState) => Person | undefined;
};

const subjectOf = ({ provider, subject }: Vouched): string => `${provider}#${subject}`;

/** The people of the providers that the office file names. */
export function configuredDirectory(providers: readonly ProviderEntry[]): Directory {
  const entries = new Map<string, PersonEntry>();
  for (const { id, people } of providers) {
    for (const person of people) {
      entries.set(subjectOf({ provider: id, subject: person.subject }), person);
    }
  }
  return {
    find(vouched, state) {
      const entry = entries.get(subjectOf(vouched));
      return entry === undefined ? undefined : personOf(entry, subjectOf(vouched), state);
    },
  };
}

function personOf(entry: PersonEntry, subject: string, state: FundState): Person | undefined {
  const { name, role } = entry;
  if (role === "citizen") return { subject, name, role, holding: entry.holding };
  const { party, officer } = entry;
  const kind = indexOf(state.charter).parties.get(party)?.kind;
  // An amendment may have changed the party, and an officer may have been replaced.
  if (kind === undefined || roleOfKind(kind) !== role) return undefined;
  if (officer === undefined) return { subject, name, role, party };
  if (state.officers.get(officer)?.party !== party) return undefined;
  return { subject, name, role, party, officer };
}

/** Somebody whom the demonstration provider lets anybody be. */
export type DemonstrationPerson = {
  readonly id: string;
  readonly person: Person;
  readonly seats: readonly string[];
};

/** Citizens that the demonstration offers of each feeder. */
const CITIZENS_MAX = 8;

const listed = new WeakMap<FundState, readonly DemonstrationPerson[]>();

/**
 * The people of a demonstration, whatever its charter: each officer on record, and of each feeder
 * the first of those who hold its units.
 */
export function demonstrationPeople(state: FundState): readonly DemonstrationPerson[] {
  let people = listed.get(state);
  if (people === undefined) listed.set(state, (people = [...officers(state), ...citizens(state)]));
  return people;
}

function officers(state: FundState): readonly DemonstrationPerson[] {
  const { parties } = indexOf(state.charter);
  const seatsOf = new Map<string, string[]>();
  for (const [seat, holder] of state.seats.entries()) {
    seatsOf.set(holder, [...(seatsOf.get(holder) ?? []), seat]);
  }
  return [...state.officers.values()].flatMap(({ id, party }) => {
    const kind = parties.get(party)?.kind;
    if (kind === undefined) return [];
    const subject = subjectOf({ provider: DEMONSTRATION, subject: id });
    const person: Person = { subject, name: id, role: roleOfKind(kind), party, officer: id };
    return [{ id, person, seats: seatsOf.get(id) ?? [] }];
  });
}

function citizens({ charter, capital }: FundState): readonly DemonstrationPerson[] {
  const feeders = charter.vehicles.filter(({ kind }) => kind === "feeder");
  return feeders.flatMap(({ id: feeder }) => {
    const classes = charter.classes.filter(({ vehicle }) => vehicle === feeder);
    const holders = classes.flatMap(({ id }) => holdersOf(capital, id));
    const names = [...new Set(holders.map(({ holder }) => holder))].slice(0, CITIZENS_MAX);
    return names.map((holder) => {
      const id = `${feeder}:${holder}`;
      const subject = subjectOf({ provider: DEMONSTRATION, subject: id });
      const holding = { feeder, holder };
      return {
        id,
        person: { subject, name: holder, role: "citizen" as const, holding },
        seats: [],
      };
    });
  });
}

/** The people of the demonstration provider. */
export const demonstrationDirectory: Directory = {
  find: ({ subject }, state) => demonstrationPeople(state).find(({ id }) => id === subject)?.person,
};
