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
  /** The same of the seats of each sovereign in the group, in the group's order. */
  readonly ofSovereign: readonly Votes[];
};

type Counter = { approving: number; ratifying: number; deciding: number; eligible: number };

const counter = (): Counter => ({ approving: 0, ratifying: 0, deciding: 0, eligible: 0 });

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
  const ofSovereign = group.sovereigns.map(counter);
  for (const place of places) {
    if (place.standing === "recused" || (place.standing === "empty" && !atBest)) continue;
    count(all, place, atBest);
    const sovereign = group.sovereigns.indexOf(place.party);
    if (sovereign >= 0) count(ofSovereign[sovereign]!, place, atBest);
  }
  return { ...all, ofSovereign };
}

function count(votes: Counter, { standing, withEvidence }: Place, atBest: boolean): void {
  const isUndecided = standing === "silent" || standing === "empty";
  votes.eligible++;
  if (!isUndecided || atBest) votes.deciding++;
  if (standing === "rejecting" || (isUndecided && !atBest)) return;
  votes.approving++;
  if (isUndecided || withEvidence) votes.ratifying++;
}

/** Whether at least one seat of each sovereign in the group approves. */
export function eachSovereignApproves({ ofSovereign }: GroupVotes): boolean {
  return ofSovereign.every(({ approving }) => approving > 0);
}

/** How many of a party's seats must agree: its threshold or all left, at least one (G31). */
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
  for (const own of votes.ofSovereign) {
    const needed = Math.max(1, Math.min(quorum.eachSovereign, own.eligible));
    if (own.deciding < needed) return false;
  }
  return true;
}
