import { indexOf } from "../../governance/charter-index.ts";
import {
  executedIn,
  findAct,
  itemOf,
  partyOf,
  partyOfDecision,
  type AuditItem,
  type KnownAct,
} from "./item.ts";
import type { ApprovedOtherwise, AuditInput } from "./trail.ts";

/**
 * Executed decisions whose maker is of a sovereign and that nobody of another party has approved
 * (AU11): the charter may allow that, as a right that one side has alone, and an auditor wants to
 * see where it was used.
 */
export function sameSideActs(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { record } = known;
  const entry = executedIn(known);
  if (record === undefined || entry === undefined) return [];
  const maker = partyOf(input, record.act.proposer);
  if (!indexOf(input.state.charter).sovereigns.includes(maker)) return [];
  const approving = record.decisions.filter(({ decision }) => decision === "approve");
  const checkers = new Set(approving.map((each) => partyOfDecision(input, record, each)));
  if ([...checkers].some((party) => party !== maker)) return [];
  const kind = approving.length === 0 ? "uncheckedBySilence" : "checkedByOwnSide";
  const officers = [record.act.proposer, ...approving.map(({ officer }) => officer)];
  const facts = { approvals: approving.length };
  return [itemOf(input, known, { entry, kind, facts, officers: [...new Set(officers)] })];
}

/** Decisions that were executed by the officer who had proposed them (AU12). */
export function selfExecutedActs(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const entry = executedIn(known);
  if (entry === undefined || input.trail.speakerOf(entry) !== known.act.proposer) return [];
  return [itemOf(input, known, { entry, kind: "executedByProposer" })];
}

/** Decisions that their own rule would not have approved without a delegate (AU18, DG2). */
export function delegatedActs(
  input: AuditInput,
  { by, act, entry, delegations }: ApprovedOtherwise,
): readonly AuditItem[] {
  const known = by === "delegation" ? findAct(input, act) : undefined;
  if (known?.record === undefined) return [];
  const officer = input.trail.speakerOf(entry);
  const parties = [partyOf(input, officer)];
  const given = delegations.flatMap((id) => findAct(input, id)?.entry ?? []);
  const evidence = [...given, ...itemOf(input, known, { entry, kind: "" }).evidence];
  const facts = { delegations };
  const said = { entry, kind: "approvedByDelegate", facts, parties, officers: [officer] };
  return [itemOf(input, known, { ...said, evidence })];
}
