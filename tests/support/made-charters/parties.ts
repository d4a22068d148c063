import type { Body, Party, PartyKind, Seat } from "@jointfund/core/charter/charter.ts";
import type { Drafting } from "./drafting.ts";

const COUNTRIES = ["AA", "BB", "CC", "DD", "EE"] as const;

/** Everybody of a made charter by what they are. */
export type Cast = {
  readonly parties: readonly Party[];
  readonly bodies: readonly Body[];
  readonly sovereigns: readonly string[];
  /** The first party of a kind that every made charter has, or that this one has. */
  readonly of: (kind: PartyKind) => string;
  readonly has: (kind: PartyKind) => boolean;
};

/**
 * Seats of one party: two to four, now and then with an alternate, who takes the place of one seat
 * only. With two that decide, or with an alternate, one recusal leaves somebody.
 */
function seatsOf({ choice }: Drafting, prefix: string, party: string): readonly Seat[] {
  const count = 2 + choice.below(3);
  const seats = Array.from({ length: count }, (_, n): Seat => ({ id: `${prefix}${n + 1}`, party }));
  if (!choice.oneIn(3)) return seats;
  const alternate = `${prefix}A`;
  const [first, ...others] = seats;
  return [{ ...first!, alternate }, ...others, { id: alternate, party }];
}

/** Seats that decide: all but those that only stand in for another. */
const principals = (seats: readonly Seat[]): readonly Seat[] =>
  seats.filter(({ id }) => !seats.some(({ alternate }) => alternate === id));

function partyOf(drafting: Drafting, id: string, kind: PartyKind): Party {
  const { choice } = drafting;
  const seats = seatsOf(drafting, `${id}-`, id);
  const isState = kind === "sovereign";
  return {
    ...{ id, clause: drafting.clause(), kind, seats },
    name: drafting.text(`The ${kind} ${id}`),
    short: drafting.text(id),
    threshold: 1 + choice.below(principals(seats).length),
    ...(isState ? { currency: choice.pick(drafting.currencies), fiscalYear: "civil" } : {}),
    ...(kind === "adviser" ? { affiliates: ["affiliate"] } : {}),
  };
}

/** A body with seats of every sovereign, at least two of each, and a quorum that can be met. */
function bodyOf(drafting: Drafting, id: string, sovereigns: readonly string[]): Body {
  const { choice } = drafting;
  const seats = sovereigns.flatMap((party) => seatsOf(drafting, `${id}-${party}-`, party));
  return {
    ...{ id, clause: drafting.clause(), name: drafting.text(`The ${id}`), seats },
    quorum: {
      seats: 1 + choice.below(principals(seats).length),
      eachSovereign: choice.below(2),
    },
  };
}

/** What every fund needs to be kept going, and what it may have besides. */
const NEEDED = [
  ["MGR", "manager"],
  ["CUS", "custodian"],
  ["VAL", "valuer"],
  ["CAL", "calculationAgent"],
  ["OPR", "operator"],
] as const satisfies readonly (readonly [string, PartyKind])[];
const MORE = [
  ["AUD", "auditor"],
  ["ENG", "engineer"],
  ["LEN", "lender"],
  ["ADV", "adviser"],
  ["DIS", "distributor"],
  ["LP1", "partner"],
  ["ARB", "arbitrator"],
] as const satisfies readonly (readonly [string, PartyKind])[];

export function castOf(drafting: Drafting): Cast {
  const { choice } = drafting;
  const sovereigns = COUNTRIES.slice(0, 2 + choice.below(COUNTRIES.length - 1));
  const others = [...NEEDED, ...MORE.filter(() => choice.oneIn(2))];
  const parties = [
    ...sovereigns.map((id) => partyOf(drafting, id, "sovereign")),
    ...others.map(([id, kind]) => partyOf(drafting, id, kind)),
  ];
  const bodies = ["board", "committee"]
    .slice(0, choice.below(3))
    .map((id) => bodyOf(drafting, id, sovereigns));
  const find = (kind: PartyKind) => parties.find((party) => party.kind === kind)?.id;
  return {
    ...{ parties, bodies, sovereigns },
    of(kind) {
      const id = find(kind);
      if (id === undefined) throw new Error(`no ${kind} among the parties`);
      return id;
    },
    has: (kind) => find(kind) !== undefined,
  };
}

/** How many seats of a body decide, and how many of them one party has at most. */
export function sizeOf({ seats }: Body): { readonly all: number; readonly most: number } {
  const deciding = principals(seats);
  const byParty = new Map<string, number>();
  for (const { party } of deciding) byParty.set(party, (byParty.get(party) ?? 0) + 1);
  return { all: deciding.length, most: Math.max(...byParty.values()) };
}
