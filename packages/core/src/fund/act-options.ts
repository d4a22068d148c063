import type { Instant } from "../calendar/date.ts";
import type { Context } from "../governance/act-definition.ts";
import { ruleOf } from "../governance/act-view.ts";
import type { Rejection } from "../governance/rejection.ts";
import type { ActRecord } from "../governance/state.ts";
import type { Founding, Statement } from "../governance/statement.ts";
import { decideTentatively } from "./decide.ts";
import type { FundState } from "./state.ts";

/** What an officer may say of an act, or do with it. */
export const ACT_OPTIONS = [
  "approve",
  "reject",
  "consult",
  "object",
  "veto",
  "recuse",
  "execute",
] as const;

export type ActOptionName = (typeof ACT_OPTIONS)[number];

/** One of them, for one officer, now: possible, or refused for a reason. */
export type ActOption = {
  readonly option: ActOptionName;
  /** The body that is answered for. */
  readonly body?: string;
  /** What would be signed; a reason, opinion or evidence is still to be put into it. */
  readonly statement: Exclude<Statement, Founding>;
  readonly refusal?: Rejection;
};

/** Where a text is still to come. `decide` looks at who speaks and when, not at what is said. */
const TO_BE_SAID = "-";

type Asked = { readonly officer: string; readonly notAfter: Instant };

function statementsOf(
  state: FundState,
  record: ActRecord,
  { officer, notAfter }: Asked,
  index: number,
): readonly Omit<ActOption, "refusal">[] {
  const about = { fund: state.charter.id, actId: record.id, officer };
  const sighted = { boundsDigest: record.boundsDigest, logSize: index, notAfter, evidence: [] };
  const reason = TO_BE_SAID;
  const vote = (decision: "approve" | "reject"): Omit<ActOption, "refusal"> => ({
    option: decision,
    statement: { kind: "approval", ...about, decision, ...sighted },
  });
  const answers = (ruleOf(state, record).consult ?? []).map(
    ({ body }): Omit<ActOption, "refusal"> => ({
      ...{ option: "consult", body },
      statement: { kind: "consultation", ...about, body, opinion: "noted", text: "" },
    }),
  );
  return [
    vote("approve"),
    vote("reject"),
    ...answers,
    { option: "object", statement: { kind: "objection", ...about, power: "objection", reason } },
    { option: "veto", statement: { kind: "objection", ...about, power: "veto", reason } },
    { option: "recuse", statement: { kind: "recusal", ...about, reason } },
    { option: "execute", statement: { kind: "execution", ...about } },
  ];
}

/**
 * Everything that an officer could do with a decision, each with what the rules say to it now. They
 * are asked, not copied: `decide` judges every statement as if it had been signed.
 */
export function actOptions(
  state: FundState,
  record: ActRecord,
  asked: Asked,
  context: Context,
): readonly ActOption[] {
  return statementsOf(state, record, asked, context.index).map((option) => {
    const decided = decideTentatively(state, option.statement, context);
    return decided.ok ? option : { ...option, refusal: decided.error };
  });
}
