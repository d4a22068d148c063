import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

export const SEVERITIES = ["minor", "significant", "material"] as const;
export const OPINIONS = ["unqualified", "qualified", "adverse", "disclaimer"] as const;

/** What the auditor found, and what was said to it (OV20). */
export type AuditFinding = {
  readonly id: string;
  readonly severity: (typeof SEVERITIES)[number];
  /** Parties that have to answer. */
  readonly addressees: readonly string[];
  /** Acts that it is about. */
  readonly acts: readonly string[];
  /** Figures that it is about, by name. */
  readonly figures: readonly string[];
  readonly text: string;
  readonly foundOn: LocalDate;
  /** Last day of the time to answer. */
  readonly dueBy: LocalDate;
  readonly answers: readonly {
    readonly party: string;
    readonly text: string;
    readonly on: LocalDate;
  }[];
  readonly closedOn?: LocalDate;
};

/** The auditor's opinion on the statements of a period (OV22). */
export type AuditOpinion = {
  readonly id: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly opinion: (typeof OPINIONS)[number];
  readonly text: string;
  readonly on: LocalDate;
};

export type AuditState = {
  readonly findings: PersistentMap<AuditFinding>;
  readonly opinions: PersistentMap<AuditOpinion>;
};

export const noAudit: AuditState = { findings: PersistentMap.empty, opinions: PersistentMap.empty };

export type AuditEvent =
  | { readonly kind: "findingMade"; readonly finding: AuditFinding }
  | {
      readonly kind: "findingAnswered";
      readonly id: string;
      readonly answer: AuditFinding["answers"][number];
    }
  | { readonly kind: "findingClosed"; readonly id: string; readonly on: LocalDate }
  | { readonly kind: "opinionGiven"; readonly opinion: AuditOpinion };

export function evolveAudit(state: AuditState, event: AuditEvent): AuditState {
  if (event.kind === "opinionGiven") {
    return { ...state, opinions: state.opinions.set(event.opinion.id, event.opinion) };
  }
  if (event.kind === "findingMade") {
    return { ...state, findings: state.findings.set(event.finding.id, event.finding) };
  }
  const finding = state.findings.get(event.id);
  assert(finding !== undefined, `finding ${event.id} was made`);
  const change: Partial<AuditFinding> =
    event.kind === "findingClosed"
      ? { closedOn: event.on }
      : { answers: [...finding.answers, event.answer] };
  return { ...state, findings: state.findings.set(finding.id, { ...finding, ...change }) };
}

/** Parties that have not answered a finding by the day after its time (OV21). */
export function silentOn(finding: AuditFinding, day: LocalDate): readonly string[] {
  if (finding.closedOn !== undefined || day <= finding.dueBy) return [];
  const answered = new Set(finding.answers.map(({ party }) => party));
  return finding.addressees.filter((party) => !answered.has(party));
}
