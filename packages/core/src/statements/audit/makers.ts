import { indexOf } from "../../governance/charter-index.ts";
import { executedActs, findAct, itemOf, partyOf, partyOfDecision, type AuditItem } from "./item.ts";
import type { AuditInput } from "./trail.ts";

/**
 * Executed decisions whose maker is of a sovereign and that nobody of another party has approved
 * (AU11): the charter may allow that, as a right that one side has alone, and an auditor wants to
 * see where it was used.
 */
export function sameSideActs(input: AuditInput): readonly AuditItem[] {
  const { sovereigns } = indexOf(input.state.charter);
  const items: AuditItem[] = [];
  for (const known of executedActs(input)) {
    const { record, executedIn: entry } = known;
    const maker = partyOf(input, record.act.proposer);
    if (!sovereigns.includes(maker)) continue;
    const approving = record.decisions.filter(({ decision }) => decision === "approve");
    const checkers = new Set(approving.map((each) => partyOfDecision(input, record, each)));
    if ([...checkers].some((party) => party !== maker)) continue;
    const kind = approving.length === 0 ? "uncheckedBySilence" : "checkedByOwnSide";
    const officers = [record.act.proposer, ...approving.map(({ officer }) => officer)];
    const facts = { approvals: approving.length };
    items.push(itemOf(input, known, { entry, kind, facts, officers: [...new Set(officers)] }));
  }
  return items;
}

/** Decisions that were executed by the officer who had proposed them (AU12). */
export function selfExecutedActs(input: AuditInput): readonly AuditItem[] {
  const items: AuditItem[] = [];
  for (const known of executedActs(input)) {
    const { record, executedIn: entry } = known;
    if (input.trail.speakerOf(entry) !== record.act.proposer) continue;
    items.push(itemOf(input, known, { entry, kind: "executedByProposer" }));
  }
  return items;
}

/** Decisions that their own rule would not have approved without a delegate (AU18, DG2). */
export function delegatedActs(input: AuditInput): readonly AuditItem[] {
  return input.trail.approvedOtherwise.flatMap(({ by, act, entry, delegations }) => {
    const known = by === "delegation" ? findAct(input, act) : undefined;
    if (known?.record === undefined) return [];
    const officer = input.trail.speakerOf(entry);
    const parties = [partyOf(input, officer)];
    const given = delegations.flatMap((id) => findAct(input, id)?.entry ?? []);
    const evidence = [...given, ...itemOf(input, known, { entry, kind: "" }).evidence];
    const facts = { delegations };
    const said = { entry, kind: "approvedByDelegate", facts, parties, officers: [officer] };
    return [itemOf(input, known, { ...said, evidence })];
  });
}
