import { wouldBeMet } from "./approval-reach.ts";
import type { ActRule, ApprovalRule, Charter } from "./charter.ts";
import { proposersOf } from "./powers.ts";

/** Parties that act together, in the order of the charter. */
export type Coalition = readonly string[];

/** Who together can bring an act about, and who together can stop it [CH87]. */
export type Coalitions = {
  /** Least groups that suffice whatever the others do. */
  readonly winning: readonly Coalition[];
  /** Least groups without which nobody suffices. */
  readonly blocking: readonly Coalition[];
};

/** Beyond this many groups of a kind nothing is listed: no reader would gain by it. */
export const COALITIONS_MAX = 128;

/**
 * Whether parties together can propose and approve an act under one of its rules while everybody
 * else rejects, objects, vetoes and answers no consultation [CH87]. More parties can never do less.
 */
export function suffices(
  charter: Charter,
  { act, rule }: { readonly act: ActRule; readonly rule: ApprovalRule },
  members: ReadonlySet<string>,
): boolean {
  const opponents = [...(act.veto?.by ?? []), ...(act.objection?.by ?? [])];
  if (opponents.some((party) => !members.has(party))) return false;
  const stalls = (act.consult ?? []).some(
    ({ body, silence }) =>
      silence === "blocks" && !partiesIn(charter, body).some((party) => members.has(party)),
  );
  if (stalls) return false;
  return proposersOf(charter, act).some(
    (proposer) =>
      members.has(proposer) &&
      wouldBeMet(charter, rule, {
        approves: (seat) => members.has(seat.party),
        recused: new Set(),
        proposer,
        makerChecker: act.makerChecker === true,
        openRights: true,
        silent: (party) => members.has(party),
      }),
  );
}

/**
 * The least groups of parties that can bring an act about under a rule, and the least that can stop
 * it. Both at once: a group stops it if and only if all others together do not suffice, so each of
 * the second is a least choice of one party from each of the first. Nothing where there are more
 * than `COALITIONS_MAX` of either.
 */
export function coalitionsOf(
  charter: Charter,
  of: { readonly act: ActRule; readonly rule: ApprovalRule },
): Coalitions | undefined {
  const parties = charter.parties.map(({ id }) => id);
  const wins = (members: ReadonlySet<string>): boolean => suffices(charter, of, members);
  const winning: ReadonlySet<string>[] = [];
  if (!wins(new Set(parties))) return { winning: [], blocking: [[]] };
  for (;;) {
    const blocking = leastTransversals(winning);
    if (winning.length > COALITIONS_MAX || blocking.length > COALITIONS_MAX) return undefined;
    const open = blocking
      .map((stoppers) => parties.filter((party) => !stoppers.has(party)))
      .find((others) => wins(new Set(others)));
    if (open === undefined) {
      return { winning: listed(winning, parties), blocking: listed(blocking, parties) };
    }
    winning.push(reduced(open, wins));
  }
}

/** A group with every party taken out that it can do without. */
function reduced(
  group: Coalition,
  wins: (members: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  const members = new Set(group);
  for (const party of group.toReversed()) {
    members.delete(party);
    if (!wins(members)) members.add(party);
  }
  return members;
}

/** The least sets that have a member in common with each of the given (Berge). */
function leastTransversals(sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  let found: readonly ReadonlySet<string>[] = [new Set()];
  for (const set of sets) {
    const wider = found.flatMap((chosen) =>
      [...set].some((member) => chosen.has(member))
        ? [chosen]
        : [...set].map((member) => new Set([...chosen, member])),
    );
    found = leastOf(wider);
    if (found.length > COALITIONS_MAX) return found;
  }
  return found;
}

/** Those that hold no other of them; of equal ones the first. */
function leastOf(sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  const least: ReadonlySet<string>[] = [];
  for (const set of sets.toSorted((a, b) => a.size - b.size)) {
    if (!least.some((smaller) => [...smaller].every((each) => set.has(each)))) least.push(set);
  }
  return least;
}

/** In the order of the charter, the smallest first. */
function listed(
  groups: readonly ReadonlySet<string>[],
  parties: readonly string[],
): readonly Coalition[] {
  const places = (group: Coalition): readonly number[] => group.map((id) => parties.indexOf(id));
  return groups
    .map((group) => parties.filter((party) => group.has(party)))
    .toSorted((a, b) => a.length - b.length || before(places(a), places(b)));
}

function before(a: readonly number[], b: readonly number[]): number {
  for (const [index, place] of a.entries()) {
    const other = b[index] ?? -1;
    if (place !== other) return place - other;
  }
  return 0;
}

/** Parties that have a seat anywhere in a body. */
export function partiesIn(charter: Charter, body: string): readonly string[] {
  const seats = charter.bodies.find(({ id }) => id === body)?.seats ?? [];
  return [...new Set(seats.map(({ party }) => party))];
}
