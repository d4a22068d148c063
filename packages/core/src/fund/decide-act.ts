import { assert } from "../base/assert.ts";
import type { Json } from "../base/canonical.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { ActRule } from "../charter/charter.ts";
import { evaluate } from "../expression/evaluate.ts";
import type { ActInHand, Context } from "../governance/act-definition.ts";
import { deadlocksDecided } from "../governance/deadlock.ts";
import { checkExecutable } from "../governance/execution.ts";
import { actIdOf } from "../governance/identity.ts";
import { boundsDigestOf, checkProposer } from "../governance/proposal.ts";
import { protocolInForce } from "../governance/protocol.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import type { ActRecord } from "../governance/state.ts";
import type { Act, Execution } from "../governance/statement.ts";
import { catalogue } from "./catalogue.ts";
import type { FundAct } from "./act-definition.ts";
import { withConsequences } from "./consequences.ts";
import { checkCovenants, proForma } from "./debt/covenants.ts";
import type { Effects, FundEvent } from "./effects.ts";
import { fundEnvironment, type ActFigures } from "./environment.ts";
import { changesBorrowing, touchesEntrenched } from "./adoption.ts";
import { evolve } from "./evolve.ts";
import { compiled } from "./expressions.ts";
import { checkOpenPeriods, inOpenPeriods } from "./open-periods.ts";
import { regimeLimits } from "./dealing/legal-regimes.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { FundState } from "./state.ts";
import { checkWindUp } from "./winding-up.ts";

/** An act with all that the rules need to judge it. */
type Judged = {
  readonly definition: FundAct<unknown>;
  readonly rule: ActRule;
  readonly inHand: ActInHand<unknown>;
  readonly concerns: readonly string[];
  readonly figures: ActFigures;
};

function judge(
  state: FundState,
  id: string,
  act: Act,
  context: Context,
): Result<Judged, Rejection> {
  const definition = catalogue.get(act.type);
  if (definition === undefined) {
    return err(rejection("act_type_unknown", "R1", { actual: act.type }));
  }
  const rule = state.charter.acts[act.type];
  if (rule === undefined) {
    assert(state.charter.unusedActs.includes(act.type), `no rule for the act ${act.type}`);
    return err(rejection("act_not_used", "CH50", { actual: act.type }));
  }
  const body = definition.decode(act.body, protocolInForce(state));
  if (!body.ok) {
    return err(rejection("body_malformed", rule.clause, { findings: body.error as Json }));
  }
  const { effectiveDate } = act;
  const inHand = { id, act, body: body.value, effectiveDate, clause: rule.clause };
  const concerns = definition.concerns(state, body.value);
  const figures = figuresOfAct(state, definition, inHand, concerns, context);
  return ok({ definition, rule, inHand, concerns, figures });
}

function figuresOfAct(
  state: FundState,
  definition: FundAct<unknown>,
  { act, body, effectiveDate }: ActInHand<unknown>,
  concerns: readonly string[],
  context: Context,
): ActFigures {
  const amount = definition.amount(state, body);
  const text = (field: string): string | undefined => {
    const value = act.body[field];
    return typeof value === "string" ? value : undefined;
  };
  const [investment, sector, geography] = ["investment", "sector", "geography"].map(text);
  return {
    type: act.type,
    ...(amount === undefined ? {} : { amount }),
    ...(investment === undefined ? {} : { investment }),
    ...(sector === undefined ? {} : { sector }),
    ...(geography === undefined ? {} : { geography }),
    concerns,
    effectiveDate,
    entrenched: act.type === "charter.amend" && touchesEntrenched(state.adopted, act.body, context),
    covenantsChanged:
      act.type === "charter.amend" && changesBorrowing(state.adopted, act.body, context),
  };
}

/**
 * What an act brings to the conditions that judge it, or why it cannot be read: what shows how much
 * room its limits leave.
 */
export function figuresOfJudged(
  state: FundState,
  act: Act,
  context: Context,
): Result<ActFigures, Rejection> {
  const judged = judge(state, actIdOf(state.charter.id, act), act, context);
  return judged.ok ? ok(judged.value.figures) : judged;
}

/** The first tier whose condition holds; the last has none (docs/spec/charter.md). */
function tierOf(state: FundState, { rule, figures }: Judged): Result<number, Rejection> {
  const environment = fundEnvironment(state, figures);
  for (const [index, { when }] of rule.approve.entries()) {
    if (when === undefined) return ok(index);
    const holds = evaluate(compiled(state.charter, when, "boolean"), environment);
    if (!holds.ok) {
      return err(rejection("expression_undefined", rule.clause, { reason: holds.error.reason }));
    }
    if (holds.value.kind === "boolean" && holds.value.value) return ok(index);
  }
  assert(false, `the last approval tier of ${figures.type} has a condition`);
}

export function decideProposal(
  state: FundState,
  act: Act,
  context: Context,
): Result<Effects, Rejection> {
  const id = actIdOf(state.charter.id, act);
  const known = state.acts.get(id);
  if (known !== undefined) return err(alreadyRecorded(known.entry));
  const judged = judge(state, id, act, context);
  if (!judged.ok) return judged;
  const { definition, rule, inHand, concerns } = judged.value;
  if (definition.nature === "fact") {
    return err(rejection("act_is_a_fact", rule.clause, { actual: act.type }));
  }
  const refusal =
    checkProposer(state, act, rule, concerns) ??
    checkWindUp(state, act.type, judged.value.figures.amount) ??
    definition.check(state, inHand, context);
  if (refusal !== undefined) return err(refusal);
  const tier = tierOf(state, judged.value);
  if (!tier.ok) return tier;
  const { amount } = judged.value.figures;
  const boundsDigest = boundsDigestOf(id, definition.fixed(inHand.body), act.bounds);
  return ok([
    {
      kind: "actProposed",
      ...{ id, act, entry: context.index, on: state.today, tier: tier.value },
      ...{ concerns, boundsDigest },
      ...(amount === undefined ? {} : { amount }),
    },
  ]);
}

/** Facts are recorded on their reporters' word: limits never refuse them. */
export function decideFact(
  state: FundState,
  act: Act,
  context: Context,
): Result<Effects, Rejection> {
  const id = actIdOf(state.charter.id, act);
  const known = state.facts.get(id);
  if (known !== undefined) return err(alreadyRecorded(known));
  const judged = judge(state, id, act, context);
  if (!judged.ok) return judged;
  const { definition, rule, inHand } = judged.value;
  if (definition.nature !== "fact") {
    return err(rejection("act_is_a_decision", rule.clause, { actual: act.type }));
  }
  const early = checkEffectiveDate(state, judged.value);
  if (early !== undefined) return err(early);
  // Reporters may have an interest in what they report: the fact stands, and the interest is known.
  const refusal = checkProposer(state, act, rule, []) ?? definition.check(state, inHand, context);
  if (refusal !== undefined) return err(refusal);
  const effects = definition.effects(state, inHand, context);
  if (!effects.ok) return effects;
  const recorded: FundEvent[] = [
    { kind: "factRecorded", id, act, entry: context.index },
    ...inOpenPeriods(state, effects.value),
  ];
  return ok(withConsequences(state, recorded, { id, context }));
}

const alreadyRecorded = (entry: number): Rejection =>
  rejection("already_recorded", "R5", { entry });

export function decideExecution(
  state: FundState,
  { actId }: Execution,
  context: Context,
): Result<Effects, Rejection> {
  const record = state.acts.get(actId);
  if (record === undefined) return err(rejection("act_unknown", "G17", { actual: actId }));
  if (record.executed !== undefined) return err(alreadyRecorded(record.executed.entry));
  const refusal = checkExecutable(state, record);
  if (refusal !== undefined) return err(refusal);
  return executionEffects(state, record, context);
}

/** The effects of an act as they are now: what `act show` previews and an execution records. */
export function executionEffects(
  state: FundState,
  record: ActRecord,
  context: Context,
): Result<Effects, Rejection> {
  const judged = judge(state, record.id, record.act, context);
  if (!judged.ok) return judged;
  const { definition, inHand } = judged.value;
  const refusal =
    checkEffectiveDate(state, judged.value) ??
    checkWindUp(state, definition.type, judged.value.figures.amount) ??
    definition.check(state, inHand, context);
  if (refusal !== undefined) return err(refusal);
  const effects = definition.effects(state, inHand, context);
  if (!effects.ok) return effects.error.code === "bounds_exceeded" ? lapse(state, record) : effects;
  if (exceedsCash(record.act, effects.value)) return lapse(state, record);
  const closed = checkOpenPeriods(state, effects.value, inHand.clause);
  if (closed !== undefined) return err(closed);
  const executed: FundEvent[] = [
    { kind: "actExecuted", id: record.id, entry: context.index, on: state.today },
    ...effects.value,
    ...deadlocksDecided(state, record),
  ];
  const breached =
    checkLimits(state, executed, judged.value, context) ??
    checkCovenants(state, executed, () => evolve(state, executed, context.recordedAt));
  if (breached !== undefined) return err(breached);
  return ok(withConsequences(state, executed, { id: record.id, context }));
}

/**
 * An act takes effect on its effective date or later: its proposer, who chose the date, could
 * otherwise claim that something is due (G47). A call takes effect before the day that it is due.
 */
function checkEffectiveDate(
  { today }: FundState,
  { definition, inHand }: Judged,
): Rejection | undefined {
  const { effectiveDate, clause } = inHand;
  if (effectiveDate <= today || definition.type === "capital.call") return undefined;
  const facts = { actual: effectiveDate, required: today };
  return rejection("effective_date_in_future", clause, facts);
}

/** What was approved is not what would happen: the approval lapses with the act (G45). */
function lapse(state: FundState, { id }: ActRecord): Result<Effects, Rejection> {
  return ok([
    { kind: "actEnded", id, status: "lapsed", on: state.today, because: "bounds_exceeded" },
  ]);
}

/** Whether more cash leaves, or is promised to leave, than the act's bounds allow. */
function exceedsCash({ bounds }: Act, effects: Effects): boolean {
  const most = bounds?.mostCash;
  if (most === undefined) return false;
  let leaving = 0n;
  for (const event of effects) {
    if (event.kind === "paymentInstructed" && event.payment.currency === most.currency) {
      leaving += event.payment.minor;
    }
    if (event.kind !== "posted") continue;
    for (const { account, currency, minor } of event.entry.postings) {
      if (account === ACCOUNTS.cash && currency === most.currency && minor < 0n) leaving -= minor;
    }
  }
  return leaving > BigInt(most.minor);
}

/** What is asked for is judged as if it had come: that is what the decision leads to. */
export function booksJudged(left: FundState, effects: Effects): FundState {
  return effects.some(({ kind }) => kind === "drawingRequested") ? proForma(left) : left;
}

/**
 * Limits hold of the books that the decision would leave. They refuse decisions, never facts. They
 * are those of the charter in force when it takes effect, also for an amendment of it (G46).
 */
function checkLimits(
  state: FundState,
  effects: Effects,
  { rule, figures }: Judged,
  { recordedAt }: Context,
): Rejection | undefined {
  const { charter } = state;
  const limits = new Set([...(rule.limits ?? []), ...regimeLimits(state, effects)]);
  if (limits.size === 0) return undefined;
  const after = booksJudged({ ...evolve(state, effects, recordedAt), charter }, effects);
  const environment = fundEnvironment(after, figures);
  for (const id of limits) {
    const limit = charter.limits.find((it) => it.id === id);
    assert(limit !== undefined, `an adopted charter has the limit ${id}`);
    const holds = evaluate(compiled(charter, limit.holds, "boolean"), environment);
    if (!holds.ok) {
      return rejection("expression_undefined", limit.clause, {
        limit: id,
        reason: holds.error.reason,
      });
    }
    if (holds.value.kind !== "boolean" || !holds.value.value) {
      return rejection("limit_not_held", limit.clause, { limit: id, required: limit.holds });
    }
  }
  return undefined;
}
