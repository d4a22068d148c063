import {
  PARTY_GROUPS,
  type ActRule,
  type ApprovalRule,
  type Charter,
  type Party,
  type PartyKind,
  type Vehicle,
} from "./charter.ts";

/**
 * What acts have added to a charter since its adoption: the parties admitted and the vehicles made.
 * An agreement keeps such lists in schedules so that they grow without an amendment.
 */
export type Schedules = {
  readonly parties: readonly Party[];
  readonly vehicles: readonly Vehicle[];
  /** Of the parties, those that have left: their names stay, their rights do not. */
  readonly withdrawn: readonly string[];
};

export const noSchedules: Schedules = { parties: [], vehicles: [], withdrawn: [] };

/**
 * Kinds of party that can be admitted by an act: all but those on which the charter itself rests.
 */
export const ADMISSIBLE_KINDS = [
  "partner",
  "lender",
  "distributor",
  "manager",
  "adviser",
  "custodian",
  "valuer",
  "calculationAgent",
  "auditor",
  "engineer",
] as const satisfies readonly PartyKind[];

/** A list of proposers or of holders of a right, with the parties that group names stand for. */
function expanded(names: readonly string[], parties: readonly Party[]): readonly string[] {
  return names.flatMap((name) => {
    const kind = PARTY_GROUPS.get(name);
    if (kind === undefined) return [name];
    return [name, ...parties.filter((party) => party.kind === kind).map(({ id }) => id)];
  });
}

function ruleWith(rule: ApprovalRule, parties: readonly Party[]): ApprovalRule {
  const each = (parts: readonly ApprovalRule[]): readonly ApprovalRule[] =>
    parts.map((part) => ruleWith(part, parties));
  if ("all" in rule) return { ...rule, all: each(rule.all) };
  if ("any" in rule) return { ...rule, any: each(rule.any) };
  if ("of" in rule) return { ...rule, of: each(rule.of) };
  if ("unilateral" in rule) return { ...rule, unilateral: expanded(rule.unilateral, parties) };
  return rule;
}

function actWith(act: ActRule, parties: readonly Party[]): ActRule {
  return {
    ...act,
    propose: expanded(act.propose, parties),
    approve: act.approve.map((tier) => ({ ...tier, rule: ruleWith(tier.rule, parties) })),
  };
}

/**
 * The charter with its schedules [CH90]: parties and vehicles at the end of its lists, the parties
 * last in the order for odd units, and under every group name that stands for them.
 */
export function withSchedules(charter: Charter, schedules: Schedules): Charter {
  const { parties, vehicles, withdrawn } = schedules;
  if (parties.length === 0 && vehicles.length === 0) return charter;
  const present = parties.filter(({ id }) => !withdrawn.includes(id));
  const acts = Object.fromEntries(
    Object.entries(charter.acts).map(([type, act]) => [type, actWith(act, present)]),
  );
  const { rounding } = charter;
  const admitted = parties.map(({ id }) => id);
  return {
    ...charter,
    parties: [...charter.parties, ...parties],
    vehicles: [...charter.vehicles, ...vehicles],
    rounding: { ...rounding, tieBreak: [...rounding.tieBreak, ...admitted] },
    acts,
  };
}
