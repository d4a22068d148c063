import { corrections, manualEntries } from "./books.ts";
import { backDatedActs } from "./dates.ts";
import { missingRecusals, relatedPartyActs } from "./interests.ts";
import type { AuditItem } from "./item.ts";
import { freshKeyApprovals } from "./keys.ts";
import { delegatedActs, sameSideActs, selfExecutedActs } from "./makers.ts";
import { overrides } from "./overrides.ts";
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

type ListMaker = (input: AuditInput, tolerances: AuditTolerances) => readonly AuditItem[];

const LISTS = {
  waivers,
  overrides,
  "back-dated": (input, { backDatedDays }) => backDatedActs(input, backDatedDays),
  "related-parties": relatedPartyActs,
  "missing-recusals": missingRecusals,
  "same-side": sameSideActs,
  "self-executed": selfExecutedActs,
  "last-minute": (input, { lastMinutes }) => lastMinuteVotes(input, lastMinutes),
  delegated: delegatedActs,
  "new-keys": (input, { newKeyDays }) => freshKeyApprovals(input, newKeyDays),
  refusals,
  "side-letters": sideLetterActs,
  corrections,
  "manual-entries": manualEntries,
  payments: releasedPayments,
} as const satisfies Readonly<Record<string, ListMaker>>;

export type AuditListName = keyof typeof LISTS;

/** What an auditor looks for, in the order of the desk. */
export const AUDIT_LIST_NAMES = Object.keys(LISTS) as readonly AuditListName[];

/** One of the lists, in the order of the log (docs/spec/audit.md). */
export function auditList(
  name: AuditListName,
  input: AuditInput,
  tolerances: AuditTolerances = USUAL_TOLERANCES,
): readonly AuditItem[] {
  return LISTS[name](input, tolerances);
}

/** How many items there are of each kind, party and calendar year; the greatest group first. */
export type AuditCounts = {
  readonly total: number;
  readonly years: readonly { readonly year: string; readonly count: number }[];
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly parties: readonly { readonly party: string; readonly count: number }[];
};

export function countsOf(items: readonly AuditItem[]): AuditCounts {
  const years = tally(items.map(({ on }) => on.slice(0, 4)));
  const kinds = tally(items.map(({ kind }) => kind));
  const parties = tally(items.flatMap((item) => item.parties));
  const byCount = (a: readonly [string, number], b: readonly [string, number]): number =>
    b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  return {
    total: items.length,
    years: years.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([year, count]) => ({ year, count })),
    kinds: kinds.toSorted(byCount).map(([kind, count]) => ({ kind, count })),
    parties: parties.toSorted(byCount).map(([party, count]) => ({ party, count })),
  };
}

function tally(keys: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts];
}
