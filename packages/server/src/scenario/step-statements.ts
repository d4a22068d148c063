import { hash } from "node:crypto";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import { addSeconds, instant, type Instant } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { actIdOf } from "@jointfund/core/governance/identity.ts";
import type { Act, Bounds, Statement } from "@jointfund/core/governance/statement.ts";
import { actBody, type Names } from "./act-body.ts";
import { verbOf } from "./check-scenario.ts";
import { foundingBody } from "./demonstration.ts";
import type { Scenario, ScenarioStep } from "./scenario-schema.ts";

/** How long an approval of a scenario may be recorded after it was signed. */
const APPROVAL_SECONDS = 30 * 86_400;

/** A statement that a step makes, and the officers who sign it. */
export type Planned = {
  readonly officers: readonly string[];
  /** Made when its turn comes: an approval names the digest of what is then proposed. */
  readonly statement: (state: FundState | undefined, size: number) => Statement;
};

export type StepContext = {
  readonly charter: Charter;
  readonly charterHash: string;
  readonly charterVersion: number;
  readonly scenario: Scenario;
  readonly names: Map<string, string>;
};

/** The statements of a step in order; a proposal may be decided and executed the same day. */
export function statementsOf(step: ScenarioStep, context: StepContext): readonly Planned[] {
  const { charter } = context;
  const fund = charter.id;
  switch (verbOf(step)) {
    case "found":
      return [founding(step, context)];
    case "propose":
    case "report":
      return acting(step, context);
    case "approve":
    case "reject": {
      const decision = step.reject === undefined ? "approve" : "reject";
      const actId = idOf(step.reject ?? step.approve, context.names);
      const decided = people(step.by, context).map((officer) =>
        approval(step, context, { fund, actId, officer, decision }),
      );
      const executed = step.execute === undefined ? [] : people(step.execute, context);
      return [...decided, ...executed.map((officer) => execution(fund, actId, officer))];
    }
    case "execute":
      return people(step.by, context).map((officer) =>
        execution(fund, idOf(step.execute, context.names), officer),
      );
    case "veto":
    case "object":
    case "recuse":
    case "consult":
      return people(step.by, context).map((officer) => spoken(step, officer, context));
    case "finalise":
    case "seal":
    case undefined:
      return [];
  }
}

/** Officers by name, groups expanded, in the order written. */
function people(json: Json | undefined, { scenario }: StepContext): readonly string[] {
  const names = Array.isArray(json) ? (json as readonly Json[]) : [json ?? ""];
  return names.flatMap((name) => {
    assert(typeof name === "string", "a checked scenario names officers and groups");
    return scenario.groups?.[name] ?? [name];
  });
}

function idOf(reference: Json | undefined, names: Names): string {
  const id = typeof reference === "string" ? names.get(reference.slice(1)) : undefined;
  assert(id !== undefined, "a checked scenario refers to steps that it has");
  return id;
}

function founding(step: ScenarioStep, context: StepContext): Planned {
  const { charter, charterHash, scenario } = context;
  const officers = scenario.officers.map(({ id }) => id);
  const act: Act = {
    type: "charter.adopt",
    body: foundingBody(charter, charterHash, scenario),
    charterVersion: charter.version,
    effectiveDate: step.on,
    proposer: officers[0]!,
    basis: "commercial",
    reason: step.found!,
    evidence: [],
  };
  return { officers, statement: () => ({ kind: "founding", fund: charter.id, act }) };
}

/** Evidence is the hash of the source's first text: what the scenario cites, not a copy of it. */
function evidenceOf(names: readonly string[], { sources }: Scenario): readonly string[] {
  return names.map((name) => hash("sha256", Object.values(sources[name]!)[0]!, "hex"));
}

function actOf(step: ScenarioStep, context: StepContext): Act {
  const { scenario, names } = context;
  const like = scenario.steps.find(({ as }) => as !== undefined && as === step.like);
  const evidence = step.evidence ?? like?.evidence ?? [];
  const type = step.propose ?? step.report!;
  const proposer = step.by as string;
  return {
    type,
    body: actBody(step.body ?? like?.body ?? {}, names) as Act["body"],
    charterVersion: context.charterVersion,
    effectiveDate: step.effectiveDate ?? step.on,
    proposer,
    basis: step.basis ?? "commercial",
    reason: step.reason!,
    evidence: evidenceOf(evidence, scenario),
    ...(step.bounds === undefined ? {} : { bounds: step.bounds as Bounds }),
  };
}

function acting(step: ScenarioStep, context: StepContext): readonly Planned[] {
  const fund = context.charter.id;
  const act = actOf(step, context);
  const kind = step.propose === undefined ? "fact" : "proposal";
  const actId = actIdOf(fund, act);
  if (step.as !== undefined) context.names.set(step.as, actId);
  const planned: Planned[] = [{ officers: [act.proposer], statement: () => ({ kind, fund, act }) }];
  for (const officer of step.approve === undefined ? [] : people(step.approve, context)) {
    planned.push(approval(step, context, { fund, actId, officer, decision: "approve" }));
  }
  for (const officer of step.execute === undefined ? [] : people(step.execute, context)) {
    planned.push(execution(fund, actId, officer));
  }
  return planned;
}

function approval(
  step: ScenarioStep,
  { scenario }: StepContext,
  of: { fund: string; actId: string; officer: string; decision: "approve" | "reject" },
): Planned {
  const isOwnStep = step.propose === undefined;
  const evidence = isOwnStep ? evidenceOf(step.evidence ?? [], scenario) : [];
  const notAfter = addSeconds(instant(`${step.on}T00:00:00Z`), APPROVAL_SECONDS);
  assert(notAfter.ok, "a scenario's approvals end within the calendar");
  return {
    officers: [of.officer],
    statement: (state, logSize) => ({
      kind: "approval",
      ...of,
      boundsDigest: state?.acts.get(of.actId)?.boundsDigest ?? "0".repeat(64),
      logSize,
      notAfter: notAfter.value satisfies Instant,
      evidence,
    }),
  };
}

function execution(fund: string, actId: string, officer: string): Planned {
  return { officers: [officer], statement: () => ({ kind: "execution", fund, actId, officer }) };
}

/** An objection, a veto, a recusal or an answer to a consultation. */
function spoken(step: ScenarioStep, officer: string, context: StepContext): Planned {
  const fund = context.charter.id;
  const actId = idOf(step.veto ?? step.object ?? step.recuse ?? step.consult, context.names);
  const reason = step.reason ?? "";
  const said = { fund, actId, officer };
  if (step.recuse !== undefined) {
    return { officers: [officer], statement: () => ({ kind: "recusal", ...said, reason }) };
  }
  if (step.consult !== undefined) {
    const body = step.consulted ?? context.charter.bodies[0]?.id ?? "";
    const opinion = step.opinion ?? "noted";
    return {
      officers: [officer],
      statement: () => ({ kind: "consultation", ...said, body, opinion, text: reason }),
    };
  }
  const power = step.veto === undefined ? "objection" : "veto";
  return { officers: [officer], statement: () => ({ kind: "objection", ...said, power, reason }) };
}
