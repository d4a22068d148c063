import { Followed } from "../../base/followed.ts";
import { daysBetween } from "../../calendar/date.ts";
import { itemOf, partyOfDecision, type AuditItem, type KnownAct } from "./item.ts";
import type { AuditInput, SeatingChange } from "./trail.ts";

/**
 * Approvals by an officer whose key or seat had been changed no more than so many days before
 * (AU22). What the founding enrolled is no change.
 */
export function freshKeyApprovals(
  input: AuditInput,
  known: KnownAct,
  days: number,
): readonly AuditItem[] {
  const { record } = known;
  if (record === undefined || input.trail.seatings.length === 0) return [];
  const changes = changesByOfficer.of(input.trail.seatings);
  return record.decisions.flatMap((decision) => {
    const { officer, entry } = decision;
    const change = lastBefore(changes.get(officer) ?? [], entry);
    if (change === undefined || decision.decision !== "approve") return [];
    const between = daysBetween(input.trail.dayOf(change.entry), decision.on);
    if (between > days) return [];
    const party = partyOfDecision(input, record, decision);
    const facts = { days: between, changedIn: change.entry };
    const evidence = [change.entry, entry];
    const whose = { parties: [party], officers: [officer] };
    return [itemOf(input, known, { entry, kind: change.what, facts, evidence, ...whose })];
  });
}

const changesByOfficer = new Followed<SeatingChange, Map<string, SeatingChange[]>>(
  () => new Map(),
  (changes, change) => {
    const known = changes.get(change.officer);
    if (known === undefined) changes.set(change.officer, [change]);
    else known.push(change);
  },
);

const lastBefore = (changes: readonly SeatingChange[], entry: number): SeatingChange | undefined =>
  changes.findLast((change) => change.entry < entry);
