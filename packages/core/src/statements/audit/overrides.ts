import {
  executedActs,
  findAct,
  itemOf,
  knownActs,
  partyOfDecision,
  type AuditItem,
} from "./item.ts";
import { missingRecusals } from "./interests.ts";
import type { AuditInput } from "./trail.ts";

/**
 * Where somebody's word was not followed (AU15): an act was executed in spite of concerns of a
 * body that was consulted, of votes against it, of an objection, of a known interest of one who
 * approved it, or by a casting vote; and recommendations that those who decide did not follow.
 */
export function overrides(input: AuditInput): readonly AuditItem[] {
  const items = [...executedInSpite(input), ...interestsInSpite(input)];
  items.push(...castingVotes(input), ...recommendationsNotFollowed(input));
  return items.toSorted((a, b) => a.entry - b.entry);
}

function executedInSpite(input: AuditInput): readonly AuditItem[] {
  const items: AuditItem[] = [];
  for (const known of executedActs(input)) {
    const { record, executedIn: entry } = known;
    for (const answer of record.consultations) {
      if (answer.opinion !== "concern") continue;
      const { officer, body } = answer;
      const whose = { parties: [partyOfDecision(input, record, answer)], officers: [officer] };
      items.push(itemOf(input, known, { entry, kind: "concern", ...whose, facts: { body } }));
    }
    for (const decision of record.decisions) {
      if (decision.decision !== "reject") continue;
      const { officer, seats } = decision;
      const whose = { parties: [partyOfDecision(input, record, decision)], officers: [officer] };
      items.push(itemOf(input, known, { entry, kind: "dissent", ...whose, facts: { seats } }));
    }
    for (const { officer, party, reason } of record.objections) {
      const whose = { parties: [party], officers: [officer], reason };
      items.push(itemOf(input, known, { entry, kind: "objection", ...whose }));
    }
  }
  return items;
}

/** A conflict was flagged, by charter or declaration, and its holder approved all the same. */
function interestsInSpite(input: AuditInput): readonly AuditItem[] {
  return missingRecusals(input).flatMap((item) => {
    const record = item.act === undefined ? undefined : input.state.acts.get(item.act);
    const approval = record?.decisions.find(({ entry }) => entry === item.entry);
    const entry = record?.executed?.entry;
    if (entry === undefined || approval?.decision !== "approve") return [];
    if (item.kind === "declaredLater") return [];
    return [{ ...item, entry, on: input.trail.dayOf(entry), kind: "interest" }];
  });
}

function castingVotes(input: AuditInput): readonly AuditItem[] {
  return input.trail.approvedOtherwise.flatMap(({ by, act, entry }) => {
    const known = by === "casting" ? findAct(input, act) : undefined;
    return known === undefined ? [] : [itemOf(input, known, { entry, kind: "casting" })];
  });
}

/** Investments that were recommended, and whose selection was stopped or voted down. */
function recommendationsNotFollowed(input: AuditInput): readonly AuditItem[] {
  const items: AuditItem[] = [];
  for (const known of knownActs(input)) {
    const { act, record } = known;
    if (act.type !== "investment.select" || record?.ended === undefined) continue;
    const { status, on } = record.ended;
    const said = [...record.objections, ...record.decisions].map(({ entry }) => entry);
    const entry = Math.max(known.entry, ...said);
    const { investment = "" } = act.body as { readonly investment?: string };
    const facts = { investment, status };
    items.push(itemOf(input, known, { entry, on, kind: "recommendation", facts }));
  }
  return items;
}
