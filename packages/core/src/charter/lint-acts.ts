import type { ActRule } from "./charter.ts";
import { roughLength, type LintContext } from "./lint-context.ts";
import type { FindingFacts } from "./finding.ts";
import { withSuggestion } from "../expression/suggestion.ts";

/** Every act type has its rule, and every rule makes sense for its act's nature [CH50]–[CH53]. */
export function lintActs(context: LintContext): void {
  const { charter, knowledge } = context;
  const known = [...knowledge.actTypes.keys()];
  const unused = new Set(charter.unusedActs);
  for (const type of known) {
    if (Object.hasOwn(charter.acts, type) || unused.has(type)) continue;
    context.error("act_rule_missing", ["acts"], { type });
  }
  for (const [index, type] of charter.unusedActs.entries()) {
    const path = ["unusedActs", index];
    context.refer("actType", type, new Set(known), path);
    if (Object.hasOwn(charter.acts, type)) context.error("act_unused_with_rule", path, { type });
    if (ALWAYS_USED.has(type)) context.error("act_indispensable", path, { type });
  }
  for (const [type, act] of Object.entries(charter.acts)) {
    const nature = knowledge.actTypes.get(type);
    if (nature === undefined) {
      const facts: FindingFacts = withSuggestion({ actual: type, required: [] }, known);
      context.error("act_type_unknown", ["acts", type], facts);
    } else if (nature !== act.nature) {
      const facts = { actual: act.nature, required: nature };
      context.error("act_nature_wrong", ["acts", type, "nature"], facts);
    }
    if (act.nature === "fact") lintFact(context, type, act);
    else lintTiers(context, type, act);
    if (act.carvedOut === true) lintCarveOut(context, type, act);
    lintExpiry(context, type, act);
  }
}

/** No record can be kept, and no charter changed, without these. */
const ALWAYS_USED = new Set([
  "charter.adopt",
  "charter.amend",
  "key.enrol",
  "key.rotate",
  "key.revoke",
  "appointment.seat",
]);

/** What a fact may not have: a fact is recorded on its reporter's word and refused by nothing. */
const CONTROLS = [
  "consult",
  "limits",
  "makerChecker",
  "objection",
  "veto",
  "timelock",
  "expiry",
  "frozen",
] as const;

function lintFact(context: LintContext, type: string, act: ActRule): void {
  const path = ["acts", type];
  if (act.approve.length > 0) context.error("fact_with_approval", [...path, "approve"]);
  for (const control of CONTROLS) {
    if (act[control] === undefined || act[control] === false) continue;
    context.error("fact_with_control", [...path, control], { control });
  }
}

/** The first tier whose condition holds decides, so all but the last have one [CH52]. */
function lintTiers(context: LintContext, type: string, act: ActRule): void {
  const path = ["acts", type, "approve"];
  if (act.approve.length === 0) context.error("tier_missing", path);
  for (const [index, { when }] of act.approve.entries()) {
    const isLast = index === act.approve.length - 1;
    if (isLast && when !== undefined) {
      context.error("tier_condition_on_last", [...path, index, "when"], { actual: when });
    }
    if (!isLast && when === undefined) {
      context.error("tier_condition_missing", [...path, index], { tier: index + 1 });
    }
  }
}

function lintCarveOut(context: LintContext, type: string, act: ActRule): void {
  const stops = {
    veto: act.veto,
    objection: act.objection,
    frozen: act.frozen === true || undefined,
  };
  for (const [control, stop] of Object.entries(stops)) {
    if (stop === undefined) continue;
    context.error("carved_out_and_stoppable", ["acts", type, control], { control });
  }
}

/** An act that lapses before its own waiting times are over can never take effect. */
function lintExpiry(context: LintContext, type: string, act: ActRule): void {
  if (act.expiry === undefined) return;
  const consultations = (act.consult ?? []).map(({ window }) => roughLength(window));
  const waits = [act.objection?.window, act.timelock].map((period) =>
    period === undefined ? 0 : roughLength(period),
  );
  const wait = waits.reduce((sum, each) => sum + each, Math.max(0, ...consultations));
  if (wait === 0 || roughLength(act.expiry) > wait) return;
  const facts = {
    actual: act.expiry.days,
    required: Math.floor(wait / roughLength({ ...act.expiry, days: 1 })) + 1,
  };
  context.warn("expiry_too_short", ["acts", type, "expiry"], facts);
}
