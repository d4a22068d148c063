import type { JsonPath } from "../base/json.ts";
import { allSeats, everyoneApproves, wouldBeMet } from "./approval-reach.ts";
import type { ActRule, ApprovalRule } from "./charter.ts";
import { rulesWithin, type LintContext } from "./lint-context.ts";
import { alone, proposersOf } from "./powers.ts";

/**
 * Whether rules can be met, by all, after any one recusal, and by one side alone [CH54]–[CH56].
 *
 * Approvals never hurt a rule, so it can be met exactly when it is met with every seat approving.
 */
export function lintApprovals(context: LintContext): void {
  const { acts } = context.charter;
  const work = workOf(context);
  if (work > MAX_WORK) {
    context.error("approvals_too_complex", ["acts"], { actual: work, required: MAX_WORK });
    return;
  }
  for (const [type, act] of Object.entries(acts)) {
    for (const [index, { rule }] of act.approve.entries()) {
      const path = ["acts", type, "approve", index, "rule"];
      // A rule that names what does not exist is reported as such: its reach says nothing more.
      if (hasDanglingName(context, path)) continue;
      const able = lintReach(context, act, rule, path);
      lintRecusals(context, act, rule, path, able);
      if (context.knowledge.moneyActs.has(type)) lintAlone(context, act, rule, path);
    }
  }
}

/** Far above any real charter, and some seconds of work at most. */
const MAX_WORK = 1_000_000;

/** How many rules must be asked in all: each for every proposer and every recusal. */
function workOf({ charter }: LintContext): number {
  const seats = allSeats(charter).length;
  let rules = 0;
  for (const act of Object.values(charter.acts)) {
    const proposers = proposersOf(charter, act).length;
    for (const { rule } of act.approve) rules += proposers * rulesWithin(rule, []).length;
  }
  return rules * (seats + 1);
}

function hasDanglingName(context: LintContext, path: JsonPath): boolean {
  return context.findings.some(
    (finding) =>
      finding.code === "reference_unknown" &&
      path.every((key, index) => finding.path[index] === key),
  );
}

/** The proposers' parties for which the rule can be met. */
function lintReach(
  context: LintContext,
  act: ActRule,
  rule: ApprovalRule,
  path: JsonPath,
): readonly string[] {
  const proposers = proposersOf(context.charter, act);
  const able = proposers.filter((proposer) =>
    wouldBeMet(context.charter, rule, everyoneApproves(proposer, act.makerChecker === true)),
  );
  if (able.length === 0 && proposers.length > 0) context.error("rule_never_met", path);
  else {
    for (const party of proposers) {
      if (!able.includes(party)) context.error("rule_never_met_for_proposer", path, { party });
    }
  }
  return able;
}

/** A rule that one person's recusal blocks for ever [CH55]. */
function lintRecusals(
  context: LintContext,
  act: ActRule,
  rule: ApprovalRule,
  path: JsonPath,
  proposers: readonly string[],
): void {
  const { charter } = context;
  if (proposers.length === 0) return;
  const blocking = allSeats(charter).filter((seat) => {
    const recused = new Set([seat.id]);
    return proposers.every((proposer) => {
      const everyone = everyoneApproves(proposer, act.makerChecker === true);
      return !wouldBeMet(charter, rule, { ...everyone, recused });
    });
  });
  for (const seat of blocking) context.error("rule_fails_after_recusal", path, { seat: seat.id });
}

/** A party that could move money alone by a right that is not shown as its own [CH56]. */
function lintAlone(context: LintContext, act: ActRule, rule: ApprovalRule, path: JsonPath): void {
  for (const party of proposersOf(context.charter, act)) {
    if (wouldBeMet(context.charter, rule, alone(party, act, false))) {
      context.error("unilateral_not_shown", path, { party });
    }
  }
}
