import { daysBetween } from "../../calendar/date.ts";
import { itemOf, knownActs, partyOfDecision, type AuditItem } from "./item.ts";
import type { AuditInput, SeatingChange } from "./trail.ts";

/**
 * Approvals by an officer whose key or seat had been changed no more than so many days before
 * (AU22). What the founding enrolled is no change.
 */
export function freshKeyApprovals(input: AuditInput, days: number): readonly AuditItem[] {
  const changes = Map.groupBy(input.trail.seatings, ({ officer }) => officer);
  if (changes.size === 0) return [];
  const items: AuditItem[] = [];
  for (const known of knownActs(input)) {
    for (const decision of known.record?.decisions ?? []) {
      const { officer, entry } = decision;
      const change = lastBefore(changes.get(officer) ?? [], entry);
      if (change === undefined || decision.decision !== "approve") continue;
      const between = daysBetween(input.trail.dayOf(change.entry), decision.on);
      if (between > days) continue;
      const party = partyOfDecision(input, known.record!, decision);
      const facts = { days: between, changedIn: change.entry };
      const evidence = [change.entry, entry];
      const whose = { parties: [party], officers: [officer] };
      items.push(itemOf(input, known, { entry, kind: change.what, facts, evidence, ...whose }));
    }
  }
  return items.toSorted((a, b) => a.entry - b.entry);
}

const lastBefore = (changes: readonly SeatingChange[], entry: number): SeatingChange | undefined =>
  changes.findLast((change) => change.entry < entry);
