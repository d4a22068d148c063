import type { SeatGroup } from "./charter-index.ts";
import type { Place } from "./place.ts";

/** What the places of a party or body have come to, in numbers. */
export type Votes = {
  readonly approving: number;
  /** Approvals with evidence of the domestic procedure. */
  readonly ratifying: number;
  /** Approving or rejecting. */
  readonly deciding: number;
  readonly eligible: number;
};

export type GroupVotes = Votes & {
  /** The same of each sovereign's own seats among them. */
  readonly ofSovereign: ReadonlyMap<string, Votes>;
};

type Counter = { approving: number; ratifying: number; deciding: number; eligible: number };

const counter = (): Counter => ({ approving: 0, ratifying: 0, deciding: 0, eligible: 0 });

const NOBODY: Votes = counter();

/**
 * Counts places. `atBest` counts as if every silent or empty place approved with evidence: no rule
 * asks for fewer approvals, so what is not met then can never be met (G25).
 */
export function countVotes(
  group: SeatGroup,
  places: readonly Place[],
  atBest: boolean,
): GroupVotes {
  const all = counter();
  const ofSovereign = new Map(group.sovereigns.map((id) => [id, counter()]));
  for (const { standing, party, withEvidence } of places) {
    if (standing === "recused") continue;
    const isUndecided = standing === "silent" || standing === "empty";
    if (standing === "empty" && !atBest) continue;
    const isApproving = standing === "approving" || (isUndecided && atBest);
    const isRatifying = isApproving && (isUndecided || withEvidence);
    const own = ofSovereign.get(party);
    for (const count of own === undefined ? [all] : [all, own]) {
      count.eligible++;
      if (isApproving) count.approving++;
      if (isRatifying) count.ratifying++;
      if (!isUndecided || atBest) count.deciding++;
    }
  }
  return { ...all, ofSovereign };
}

/** The votes of one sovereign's seats. */
export function votesOf(votes: GroupVotes, sovereign: string): Votes {
  return votes.ofSovereign.get(sovereign) ?? NOBODY;
}

/** How many of a party's seats must agree: its threshold, or all that are left, at least one (G31). */
export function partyNeeds(threshold: number, eligible: number): number {
  return Math.max(1, Math.min(threshold, eligible));
}

/**
 * Whether enough seats have decided (G24). Where fewer are left than the quorum asks, all of those
 * must have decided; but one at least of each sovereign, if the quorum asks for any of its seats.
 */
export function isQuorate(
  quorum: { readonly seats: number; readonly eachSovereign: number },
  votes: GroupVotes,
): boolean {
  const { eligible, deciding } = votes;
  if (deciding < Math.min(quorum.seats, eligible)) return false;
  if (quorum.eachSovereign === 0) return true;
  for (const own of votes.ofSovereign.values()) {
    const needed = Math.max(1, Math.min(quorum.eachSovereign, own.eligible));
    if (own.deciding < needed) return false;
  }
  return true;
}
