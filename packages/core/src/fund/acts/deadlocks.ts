import { assert } from "../../base/assert.ts";
import { ok } from "../../base/result.ts";
import type { DeadlockTerms } from "../../charter/oversight-terms.ts";
import type { ActAmount, ActInHand, Context } from "../../governance/act-definition.ts";
import { indexOf } from "../../governance/charter-index.ts";
import {
  exceeds,
  matterOf,
  openDeadlock,
  stageOf,
  type Deadlock,
} from "../../governance/deadlock.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import type { ActRecord } from "../../governance/state.ts";
import { defineAct } from "../act-definition.ts";
import { touchesEntrenched } from "../adoption.ts";
import {
  deadlockAdviseSchema,
  deadlockDeclareSchema,
  deadlockResolveSchema,
  type DeadlockDeclareBody,
} from "../bodies/deadlocks.ts";
import type { FundState } from "../state.ts";
import { proposerParty } from "./claims.ts";

function termsOf({ charter }: FundState): DeadlockTerms {
  assert(charter.deadlock !== undefined, "a charter with acts on deadlocks says how they end");
  return charter.deadlock;
}

/**
 * Act types on which no side can be overruled: what concerns one side's own keys and seats, what
 * stops and starts again, and how deadlocks themselves end (DK3).
 */
const NEVER_DEADLOCKED = ["charter.adopt", "key.", "appointment.", "emergency.", "deadlock."];

/**
 * Whether a proposal counts as a round (DK1): it failed, not for what it would have done, though a
 * sovereign approved it and its own side did not turn against it.
 */
function hasFailed(state: FundState, { act, ended, decisions, objections }: ActRecord): boolean {
  if (ended === undefined || ended.because !== undefined) return false;
  const partyOf = (officer: string): string => state.officers.get(officer)?.party ?? "";
  const own = partyOf(act.proposer);
  const { sovereigns } = indexOf(state.charter);
  const turned =
    objections.some(({ party }) => party === own) ||
    decisions.some(({ officer, decision }) => decision === "reject" && partyOf(officer) === own);
  const supported = decisions.some(
    ({ officer, decision }) => decision === "approve" && sovereigns.includes(partyOf(officer)),
  );
  return supported && !turned;
}

/** The rounds in order, or why one of them does not count. */
function checkRounds(
  state: FundState,
  { body, clause }: ActInHand<DeadlockDeclareBody>,
): Rejection | undefined {
  const used = new Set([...state.deadlocks.values()].flatMap(({ rounds }) => rounds));
  let before: ActRecord | undefined;
  for (const id of body.rounds) {
    const record = state.acts.get(id);
    if (record === undefined) return rejection("round_unknown", clause, { actual: id });
    if (!hasFailed(state, record) || used.has(id)) {
      return rejection("round_not_failed", clause, { actual: id });
    }
    if (before !== undefined) {
      const [one, other] = [matterOf(before.act), matterOf(record.act)];
      if (one.actType !== other.actType || one.subject !== other.subject) {
        return rejection("round_of_other_matter", clause, {
          actual: `${other.actType} ${other.subject}`,
          required: `${one.actType} ${one.subject}`,
        });
      }
      // Proposals made at once are one round: nobody had time to think again.
      const required = before.ended!.on;
      if (record.proposedOn <= required) {
        return rejection("round_too_early", clause, {
          actual: record.proposedOn,
          required,
          act: id,
        });
      }
    }
    before = record;
  }
  return undefined;
}

function checkMatter(
  state: FundState,
  { body, clause }: ActInHand<DeadlockDeclareBody>,
  context: Context,
): Rejection | undefined {
  const { act } = state.acts.get(body.rounds[0]!)!;
  const matter = matterOf(act);
  const never = NEVER_DEADLOCKED.some((prefix) => act.type.startsWith(prefix));
  const entrenched =
    act.type === "charter.amend" && touchesEntrenched(state.adopted, act.body, context);
  if (never || entrenched)
    return rejection("matter_not_for_deadlock", clause, { actual: act.type });
  const open = openDeadlock(state, matter);
  if (open === undefined) return undefined;
  return rejection("deadlock_declared", clause, { actual: open.id, on: open.declaredOn });
}

/** The largest amount among the rounds, if they have amounts of one currency. */
function mostOf(records: readonly ActRecord[]): ActAmount | undefined {
  let most: ActAmount | undefined;
  for (const { amount } of records) {
    if (amount !== undefined && (most === undefined || exceeds(amount, most))) most = amount;
  }
  return most;
}

/** `deadlock.declare`: what everybody can see, that the sides could not agree, is put on record. */
export const deadlockDeclare = defineAct({
  type: "deadlock.declare",
  nature: "fact",
  schema: deadlockDeclareSchema,
  check(state, inHand, context) {
    const { rounds, clause } = termsOf(state);
    const actual = inHand.body.rounds.length;
    if (actual < rounds) {
      return rejection("rounds_too_few", clause, { actual, required: rounds });
    }
    return checkRounds(state, inHand) ?? checkMatter(state, inHand, context);
  },
  effects(state, { id, body }) {
    const records = body.rounds.map((round) => state.acts.get(round)!);
    const most = mostOf(records);
    const deadlock: Deadlock = {
      ...matterOf(records[0]!.act),
      ...{ id, rounds: body.rounds, declaredOn: state.today, stage: 0, since: state.today },
      ...(most === undefined ? {} : { most }),
      opinions: [],
    };
    return ok([{ kind: "deadlockDeclared", deadlock }]);
  },
});

/** A deadlock that has not ended, or why there is nothing to do about it. */
function checkOpen(state: FundState, id: string, clause: string): Rejection | undefined {
  const deadlock = state.deadlocks.get(id);
  if (deadlock === undefined) return rejection("deadlock_unknown", clause, { actual: id });
  if (deadlock.ended === undefined) return undefined;
  return rejection("deadlock_over", clause, { actual: id, on: deadlock.ended.on });
}

/** `deadlock.advise`: the expert's opinion at the stage that asks for it; it binds nobody (DK4). */
export const deadlockAdvise = defineAct({
  type: "deadlock.advise",
  nature: "fact",
  schema: deadlockAdviseSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const refusal = checkOpen(state, body.deadlock, clause);
    if (refusal !== undefined) return refusal;
    const stage = stageOf(state.charter, state.deadlocks.get(body.deadlock)!);
    const actual = proposerParty(state, inHand);
    if (stage?.remedy === "expert" && stage.party === actual) return undefined;
    return rejection("not_the_expert", clause, { actual, stage: stage?.remedy ?? null });
  },
  effects: (state, { body }) =>
    ok([{ kind: "deadlockAdvised", id: body.deadlock, text: body.text, on: state.today }]),
});

/** `deadlock.resolve`: the sides agree that it is over, whatever they have agreed (DK7). */
export const deadlockResolve = defineAct({
  type: "deadlock.resolve",
  nature: "decision",
  schema: deadlockResolveSchema,
  check: (state, { body, clause }) => checkOpen(state, body.deadlock, clause),
  effects: (state, { body }) =>
    ok([{ kind: "deadlockEnded", id: body.deadlock, on: state.today, how: "agreed" }]),
});
