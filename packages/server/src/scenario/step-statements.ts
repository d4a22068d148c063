import { hash } from "node:crypto";
import { assert } from "@jointfund/core/base/assert.ts";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { addSeconds, instant, type Instant } from "@jointfund/core/calendar/date.ts";
import { interestOwed, openOf } from "@jointfund/core/capital/call.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { actIdOf } from "@jointfund/core/governance/identity.ts";
import type { Act, Bounds, Statement } from "@jointfund/core/governance/statement.ts";
import type { Payment } from "@jointfund/core/ledger/payment.ts";
import { actBody, type Names } from "./act-body.ts";
import { vehicleIn, verbOf } from "./check-scenario.ts";
import { foundingBody, officerSigner } from "./demonstration.ts";
import type { ScenarioExpressions } from "./scenario-expression.ts";
import type { Scenario, Step } from "./scenario.ts";

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
  readonly scenario: Scenario;
  readonly expressions: ScenarioExpressions;
  readonly names: Map<string, string>;
  /** Hash of the charter that the step's amendment makes. */
  readonly amended?: string;
  /** Where the fund stands when the step's turn comes; nothing before the founding. */
  readonly state: FundState | undefined;
};

/** The statements of a step in order; a proposal may be decided and executed the same day. */
export function statementsOf(step: Step, context: StepContext): readonly Planned[] {
  const fund = context.charter.id;
  switch (verbOf(step)) {
    case "found":
      return [founding(step, context)];
    case "propose":
    case "report":
      return acting(step, context, actOf(step, context));
    case "pay":
      return openPayments(step, context).flatMap((payment) =>
        acting(step, context, releaseOf(payment, step, context)),
      );
    case "receive":
      return receiptsOf(step, context).flatMap((act) => acting(step, context, act));
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

/** Payments that an act has instructed and that have not left, in their order. */
export function openPayments(
  { pay }: Step,
  { state, names }: Pick<StepContext, "state" | "names">,
): readonly Payment[] {
  const prefix = `${idOf(pay, names)}/`;
  const all = [...(state?.payments.range(prefix) ?? [])].map(([, payment]) => payment);
  return all
    .filter(({ releasedOn }) => releasedOn === undefined)
    .toSorted((a, b) => Number(a.id.slice(prefix.length)) - Number(b.id.slice(prefix.length)));
}

/** Officers by name, groups expanded, in the order written. */
function people(json: Json | undefined, { scenario }: StepContext): readonly string[] {
  const names = Array.isArray(json) ? (json as readonly Json[]) : [json ?? ""];
  return names.flatMap((name) => {
    assert(typeof name === "string", "a checked scenario names officers and groups");
    return scenario.groups[name] ?? [name];
  });
}

function idOf(reference: Json | undefined, names: Names): string {
  const id = typeof reference === "string" ? names.get(reference.slice(1)) : undefined;
  return id ?? "";
}

function founding(step: Step, context: StepContext): Planned {
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

function actOf(step: Step, context: StepContext): Act {
  const { scenario } = context;
  const like =
    step.like === undefined ? undefined : scenario.steps.find(({ as }) => as === step.like);
  const amended = context.amended === undefined ? undefined : { charter: context.amended };
  const said = amended ?? step.body ?? like?.body ?? {};
  const body = step.propose === "key.enrol" ? withKey(said, context.charter) : said;
  const type = step.propose ?? step.report!;
  const evidence = step.evidence ?? like?.evidence ?? [];
  return { ...actFrame(step, context, evidence), type, body: bodyOf(body, step, context) };
}

/** Whoever is enrolled in a demonstration has the key that everybody can derive. */
function withKey(body: NonNullable<Step["body"]>, charter: Charter): typeof body {
  const { officer } = body;
  assert(typeof officer === "string", "a checked scenario names the officer that it enrols");
  return { publicKey: base64Encode(officerSigner(charter, officer).publicKey), ...body };
}

/** What stands around the body of an act. */
function actFrame(step: Step, { scenario, state, charter }: StepContext, cited: readonly string[]) {
  return {
    charterVersion: state?.charter.version ?? charter.version,
    effectiveDate: step.effectiveDate ?? step.on,
    proposer: step.by as string,
    basis: step.basis ?? "commercial",
    reason: step.reason!,
    evidence: evidenceOf(cited, scenario),
    ...(step.bounds === undefined ? {} : { bounds: step.bounds as Bounds }),
  } as const;
}

function bodyOf(body: Json, step: Step, context: StepContext): Act["body"] {
  const { expressions, scenario, names, state, charter } = context;
  assert(state !== undefined, "the first step founds the fund");
  const { series } = scenario;
  const moment = { state, on: step.on, series, names };
  return actBody(body, {
    names,
    valueOf: (text, kind, currency) =>
      expressions.evaluate(text, kind, moment, vehicleIn(body, charter, currency)),
  }) as Act["body"];
}

function releaseOf(payment: Payment, step: Step, context: StepContext): Act {
  const { id, payee, currency, minor } = payment;
  const body = { payment: id, payee, currency, amount: minor.toString() };
  return { ...actFrame(step, context, step.evidence ?? []), type: "payment.release", body };
}

/** That each party's open item of a call has come in, with the interest that it owes. */
function receiptsOf(step: Step, context: StepContext): readonly Act[] {
  const call = context.state?.capital.calls.get(idOf(step.receive, context.names));
  const items = call?.items ?? [];
  return items
    .filter(({ party }) => step.from === undefined || step.from.includes(party))
    .map((item) => ({ party: item.party, minor: openOf(item) + interestOwed(item) }))
    .filter(({ minor }) => minor > 0n)
    .map(({ party, minor }) => ({
      ...actFrame(step, context, step.evidence ?? []),
      type: "capital.receive",
      body: { call: call!.id, party, currency: call!.currency, amount: minor.toString() },
    }));
}

function acting(step: Step, context: StepContext, act: Act): readonly Planned[] {
  const fund = context.charter.id;
  const isFact = step.report !== undefined || step.receive !== undefined;
  const kind = isFact ? "fact" : "proposal";
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
  step: Step,
  { scenario }: StepContext,
  of: { fund: string; actId: string; officer: string; decision: "approve" | "reject" },
): Planned {
  const isOwnStep = step.propose === undefined && step.pay === undefined;
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
function spoken(step: Step, officer: string, context: StepContext): Planned {
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
