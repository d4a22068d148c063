import {
  itemOf,
  partyOfDecision,
  executedIn,
  findAct,
  type AuditItem,
  type KnownAct,
} from "./item.ts";
import { missingRecusals } from "./interests.ts";
import type { ApprovedOtherwise, AuditInput } from "./trail.ts";

/**
 * Where somebody's word was not followed (AU15): an act was executed in spite of concerns of a
 * body that was consulted, of votes against it, of an objection, of a known interest of one who
 * approved it, or by a casting vote; and recommendations that those who decide did not follow.
 */
export function overrides(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  return [
    ...executedInSpite(input, known),
    ...interestsInSpite(input, known),
    ...recommendationsNotFollowed(input, known),
  ];
}

function executedInSpite(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { record } = known;
  const entry = executedIn(known);
  if (record === undefined || entry === undefined) return [];
  const items: AuditItem[] = [];
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
  return items;
}

/** A conflict was flagged, by charter or declaration, and its holder approved all the same. */
function interestsInSpite(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { record } = known;
  const entry = executedIn(known);
  if (record === undefined || entry === undefined) return [];
  return missingRecusals(input, known).flatMap((item) => {
    const approval = record.decisions.find((each) => each.entry === item.entry);
    if (approval?.decision !== "approve" || item.kind === "declaredLater") return [];
    return [{ ...item, entry, on: input.trail.dayOf(entry), kind: "interest" }];
  });
}

/** An act that a casting vote has approved. */
export function castingVotes(
  input: AuditInput,
  { by, act, entry }: ApprovedOtherwise,
): readonly AuditItem[] {
  const known = by === "casting" ? findAct(input, act) : undefined;
  return known === undefined ? [] : [itemOf(input, known, { entry, kind: "casting" })];
}

/** Investments that were recommended, and whose selection was stopped or voted down. */
function recommendationsNotFollowed(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { act, record } = known;
  if (act.type !== "investment.select" || record?.ended === undefined) return [];
  const { status, on } = record.ended;
  const said = [...record.objections, ...record.decisions].map(({ entry }) => entry);
  const entry = Math.max(known.entry, ...said);
  const { investment = "" } = act.body as { readonly investment?: string };
  const facts = { investment, status };
  return [itemOf(input, known, { entry, on, kind: "recommendation", facts })];
}
