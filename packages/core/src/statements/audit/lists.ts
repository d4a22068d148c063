import { corrections, manualEntries } from "./books.ts";
import { backDatedActs } from "./dates.ts";
import { FollowedList, ofLines, type ListSources } from "./followed-list.ts";
import { missingRecusals, relatedPartyActs } from "./interests.ts";
import type { AuditItem } from "./item.ts";
import { freshKeyApprovals } from "./keys.ts";
import { delegatedActs, sameSideActs, selfExecutedActs } from "./makers.ts";
import { castingVotes, overrides } from "./overrides.ts";
import { releasedPayments } from "./payments.ts";
import { refusals } from "./refused.ts";
import { sideLetterActs, waivers } from "./relief.ts";
import type { AuditInput } from "./trail.ts";
import { lastMinuteVotes } from "./windows.ts";

/** Where the lists draw their lines. */
export type AuditTolerances = {
  /** Days that an act may reach back and not be listed. */
  readonly backDatedDays: number;
  /** A vote is of the last minutes of its window within so many of its end. */
  readonly lastMinutes: number;
  /** Days for which a changed key or seat is new. */
  readonly newKeyDays: number;
};

export const USUAL_TOLERANCES: AuditTolerances = {
  backDatedDays: 0,
  lastMinutes: 60,
  newKeyDays: 30,
};

type ListMaker = (tolerances: AuditTolerances) => ListSources;

const approvedOtherwise = ({ trail }: AuditInput) => trail.approvedOtherwise;

const LISTS = {
  waivers: () => ({ acts: waivers }),
  overrides: () => ({ acts: overrides, lines: ofLines(approvedOtherwise, castingVotes) }),
  "back-dated": ({ backDatedDays }) => ({
    acts: (input, known) => backDatedActs(input, known, backDatedDays),
  }),
  "related-parties": () => ({ acts: relatedPartyActs }),
  "missing-recusals": () => ({ acts: missingRecusals }),
  "same-side": () => ({ acts: sameSideActs }),
  "self-executed": () => ({ acts: selfExecutedActs }),
  "last-minute": ({ lastMinutes }) => ({
    acts: (input, known) => lastMinuteVotes(input, known, lastMinutes),
  }),
  delegated: () => ({ lines: ofLines(approvedOtherwise, delegatedActs) }),
  "new-keys": ({ newKeyDays }) => ({
    acts: (input, known) => freshKeyApprovals(input, known, newKeyDays),
  }),
  refusals: () => ({ lines: ofLines(({ chronicle }) => chronicle.contested, refusals) }),
  "side-letters": () => ({ acts: sideLetterActs }),
  corrections: () => ({ acts: corrections }),
  "manual-entries": () => ({ acts: manualEntries }),
  payments: () => ({ lines: ofLines(({ chronicle }) => chronicle.releases, releasedPayments) }),
} as const satisfies Readonly<Record<string, ListMaker>>;

export type AuditListName = keyof typeof LISTS;

/** What an auditor looks for, in the order of the desk. */
export const AUDIT_LIST_NAMES = Object.keys(LISTS) as readonly AuditListName[];

/** One of the lists, to be followed (docs/spec/audit.md). */
export function followedList(name: AuditListName, tolerances: AuditTolerances): FollowedList {
  return new FollowedList(LISTS[name](tolerances));
}

/** One of the lists, in the order of the log. */
export function auditList(
  name: AuditListName,
  input: AuditInput,
  tolerances: AuditTolerances = USUAL_TOLERANCES,
): readonly AuditItem[] {
  const list = followedList(name, tolerances);
  list.follow(input);
  return list.found.flatMap((found) => list.itemOf(input, found) ?? []);
}

/** How many items there are of each kind, party and calendar year; the greatest group first. */
export type AuditCounts = {
  readonly total: number;
  readonly years: readonly { readonly year: string; readonly count: number }[];
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly parties: readonly { readonly party: string; readonly count: number }[];
};

export function countsOf({ found, counts }: FollowedList): AuditCounts {
  const { years, kinds, parties } = counts;
  const byCount = (a: readonly [string, number], b: readonly [string, number]): number =>
    b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  return {
    total: found.length,
    years: [...years]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([year, count]) => ({ year, count })),
    kinds: [...kinds].toSorted(byCount).map(([kind, count]) => ({ kind, count })),
    parties: [...parties].toSorted(byCount).map(([party, count]) => ({ party, count })),
  };
}
