import type { Json } from "../base/canonical.ts";
import { err, ok, type Result } from "../base/result.ts";
import { compareInstants, dateOf } from "../calendar/date.ts";
import type { Context } from "../governance/act-definition.ts";
import { authenticate, speakerOf } from "../governance/authenticate.ts";
import {
  decideApproval,
  decideConsultation,
  decideObjection,
  decideRecusal,
} from "../governance/decisions.ts";
import { actIdOf } from "../governance/identity.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import type {
  Founding,
  Refusal,
  Seal,
  SignedStatement,
  Statement,
} from "../governance/statement.ts";
import { decideExecution, decideFact, decideProposal } from "./decide-act.ts";
import { openFundDay } from "./day.ts";
import { decideFinality } from "./decide-finality.ts";
import { toJson, type Effects } from "./effects.ts";
import { decodeSignedJson } from "./entry.ts";
import { decideFounding } from "./founding.ts";
import { stateHash } from "./state-hash.ts";
import type { FundState } from "./state.ts";

/**
 * What a signed statement does to the fund, or why the rules refuse it (docs/spec/record.md, R20).
 *
 * Pure: the same state, statement and context give the same effects on any machine. Time, content
 * named by hash, log roots and signature verification are lent by the context.
 */
export function decide(
  state: FundState | undefined,
  signed: SignedStatement,
  context: Context,
): Result<Effects, Rejection> {
  const { statement } = signed;
  if (statement.kind === "founding") {
    if (state !== undefined) return err(foundedBefore(state, statement));
    return decideFounding({ statement, signatures: signed.signatures }, context);
  }
  if (state === undefined) return err(rejection("not_founded", "R7"));
  const refusal = checkTime(state, statement, context) ?? checkFund(state, statement);
  if (refusal !== undefined) return err(refusal);
  const officer = authenticate(state, signed, context);
  if (!officer.ok) return officer;
  return decideAuthenticated(state, statement, context);
}

/**
 * What the rules would say if the officer whom a statement names had signed it now. Nothing is
 * recorded, and whoever asks needs no key: only `decide` on what is really signed counts.
 */
export function decideTentatively(
  state: FundState,
  statement: Exclude<Statement, Founding>,
  context: Context,
): Result<Effects, Rejection> {
  const refusal = checkTime(state, statement, context) ?? checkFund(state, statement);
  if (refusal !== undefined) return err(refusal);
  const key = state.officers.get(speakerOf(statement))?.key;
  if (key === undefined) return err(rejection("unknown_key", "R3", { key: null }));
  return decideAuthenticated(state, statement, context);
}

/** The founding sent again is answered like anything sent again; another is refused (R5, R7). */
function foundedBefore(state: FundState, { fund, act }: Founding): Rejection {
  const entry = state.facts.get(actIdOf(fund, act));
  if (entry === undefined) return rejection("already_founded", "R7");
  return rejection("already_recorded", "R5", { entry });
}

function checkFund(state: FundState, { fund }: Statement): Rejection | undefined {
  if (fund === state.charter.id) return undefined;
  return rejection("wrong_fund", "R2", { actual: fund, required: state.charter.id });
}

/** The record's time never runs back, and every entry lies on the day that is open (R11, R14). */
function checkTime(
  state: FundState,
  statement: Statement,
  { recordedAt }: Context,
): Rejection | undefined {
  if (compareInstants(recordedAt, state.recordedAt) < 0) {
    return rejection("recorded_at_decreases", "R11", {
      actual: recordedAt,
      required: state.recordedAt,
    });
  }
  if (statement.kind === "day.open" || dateOf(recordedAt) === state.today) return undefined;
  return rejection("day_not_open", "R14", { actual: dateOf(recordedAt), required: state.today });
}

function decideAuthenticated(
  state: FundState,
  statement: Exclude<Statement, Founding>,
  context: Context,
): Result<Effects, Rejection> {
  switch (statement.kind) {
    case "proposal":
      return decideProposal(state, statement.act, context);
    case "fact":
      return decideFact(state, statement.act, context);
    case "execution":
      return decideExecution(state, statement, context);
    case "approval":
      return decideApproval(state, statement, context);
    case "objection":
      return decideObjection(state, statement, context);
    case "recusal":
      return decideRecusal(state, statement, context);
    case "consultation":
      return decideConsultation(state, statement, context);
    case "refusal":
      return decideRefusal(state, statement, context);
    case "day.open":
      return decideDay(state, statement.date, context);
    case "seal":
      return decideSeal(state, statement, context);
    case "finality.record":
      return decideFinality(state, statement, context);
  }
}

function decideDay(
  state: FundState,
  date: FundState["today"],
  context: Context,
): Result<Effects, Rejection> {
  const { recordedAt } = context;
  if (date <= state.today) {
    return err(rejection("day_not_later", "R14", { actual: date, required: state.today }));
  }
  if (date !== dateOf(recordedAt)) {
    return err(rejection("day_not_today", "R14", { actual: date, required: dateOf(recordedAt) }));
  }
  return ok(openFundDay(state, date, context));
}

/** A refusal stands only if the rules refuse the statement again, and for the same reason (R15). */
function decideRefusal(
  state: FundState,
  { refused, rejection: claimed }: Refusal,
  context: Context,
): Result<Effects, Rejection> {
  const signed = decodeSignedJson({
    statement: refused.statement,
    signatures: refused.signatures as unknown as Json,
  });
  if (!signed.ok) {
    return err(rejection("refusal_not_reproduced", "R15", { actual: signed.error.code }));
  }
  const outcome = decide(state, signed.value, context);
  if (outcome.ok || outcome.error.code === "already_recorded") {
    return err(rejection("refusal_not_reproduced", "R15", { actual: "accepted" }));
  }
  const { code, clause } = outcome.error;
  if (!sameJson(toJson(outcome.error), claimed)) {
    return err(rejection("refusal_not_reproduced", "R15", { actual: code }));
  }
  return ok([{ kind: "refused", code, clause }]);
}

function sameJson(a: Json, b: Json): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const left = Object.entries(a);
  const right = new Map<string, Json>(Object.entries(b));
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)!))
  );
}

function decideSeal(
  state: FundState,
  { size, stateHash: claimed }: Seal,
  { index }: Context,
): Result<Effects, Rejection> {
  if (size !== index) {
    return err(rejection("seal_not_reproduced", "R32", { actual: size, required: index }));
  }
  const derived = stateHash(state);
  if (derived !== claimed) {
    return err(rejection("seal_not_reproduced", "R32", { actual: claimed, required: derived }));
  }
  return ok([{ kind: "sealed", size, stateHash: derived }]);
}
