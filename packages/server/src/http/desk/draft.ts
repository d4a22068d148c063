import { encodingFault, type Json } from "@jointfund/core/base/canonical.ts";
import { decode, encode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import type { Effects } from "@jointfund/core/fund/effects.ts";
import { decideTentatively } from "@jointfund/core/fund/decide.ts";
import { recordWith } from "@jointfund/core/fund/tentative.ts";
import { actIdOf } from "@jointfund/core/governance/identity.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import type { Act, Fact, Proposal } from "@jointfund/core/governance/statement.ts";
import { actSchema, statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import { statusOf } from "@jointfund/core/governance/status.ts";
import { tallyOf } from "@jointfund/core/statements/act-tally.ts";
import { fieldFindingText } from "../../languages/act-forms/field-findings.ts";
import { subjectSchema, subjectsOf } from "../act-subjects.ts";
import { refusalOf, refusalSchema } from "../refusal-schema.ts";
import { date, hash, minor, currency, string, text } from "../wire-schemas.ts";
import { effectsCompared, effectsOfDecision, effectsSchema } from "./effects-schema.ts";
import { consultationSchema, consultationsOf } from "./options.ts";
import type { Present } from "./present.ts";
import { ruleInWords, ruleLineSchema, tallyLines, tallySchema } from "./rule-words.ts";

const { array, json, object, oneOf, optional } = Schema;

const findingSchema = Schema.lazy("FieldFinding", () =>
  object({
    code: string(),
    path: array(json(), { description: "The field: of a body, behind `body`." }),
    expected: string(),
    actual: string(),
    text,
  }),
);

/** What would come of a draft if it were proposed or reported now. */
export const draftAnswerSchema = Schema.lazy("DraftAnswer", () =>
  object({
    outcome: oneOf(["accepted", "refused", "malformed"]),
    nature: optional(oneOf(["decision", "fact"])),
    act: optional(hash),
    statement: optional(json({ description: "What is to be signed to propose or report it." })),
    boundsDigest: optional(hash),
    findings: array(findingSchema),
    refusal: optional(refusalSchema),
    concerns: array(string()),
    about: array(subjectSchema, { description: "What it is about, by name." }),
    amount: optional(object({ currency, minor })),
    rule: array(ruleLineSchema),
    until: optional(date),
    tally: optional(tallySchema),
    consultations: array(consultationSchema),
    effects: optional(effectsSchema),
  }),
);

export type DraftAnswer = Infer<typeof draftAnswerSchema>;
type Finding = DraftAnswer["findings"][number];

const NOTHING: Pick<DraftAnswer, "findings" | "concerns" | "about" | "rule" | "consultations"> = {
  ...{ findings: [], concerns: [], about: [], rule: [], consultations: [] },
};

type Fields = { readonly [name: string]: Json };

const isFields = (value: Json): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const said = (finding: Omit<Finding, "text">): Finding => ({
  ...finding,
  text: fieldFindingText(finding),
});

/** What is wrong with the form of a draft: around the body, and in it, all at once. */
function findingsOn(act: Json, type: Json | undefined): readonly Finding[] {
  const around = decode(actSchema, act);
  const found = around.ok
    ? []
    : around.error.map((each) => said({ ...each, path: [...each.path] }));
  const definition = typeof type === "string" ? catalogue.get(type) : undefined;
  if (definition === undefined) return found;
  const body = decode(definition.schema, (act as Fields)["body"] ?? {});
  if (body.ok) return found;
  const inBody = body.error.map((each) => said({ ...each, path: ["body", ...each.path] }));
  return [...found, ...inBody];
}

/** The act that a draft would be, proposed by an officer under the charter in force. */
function actOfDraft(draft: Json, officer: string, charterVersion: number): Json {
  if (!isFields(draft)) return draft;
  return { evidence: [], ...draft, proposer: officer, charterVersion };
}

/** The answer to a draft: nothing is recorded, whatever it says. */
export function answerDraft(present: Present, draft: Json, officer: string): DraftAnswer {
  const { charter } = present.view.state;
  const fault = encodingFault(draft);
  if (fault !== undefined) {
    const code = "not_writable";
    const finding = said({ code, path: [...fault], expected: "text", actual: "" });
    return { ...NOTHING, outcome: "malformed", findings: [finding] };
  }
  const json_ = actOfDraft(draft, officer, charter.version);
  const type = isFields(json_) ? json_["type"] : undefined;
  const findings = findingsOn(json_, type);
  const rule =
    typeof type === "string" && Object.hasOwn(charter.acts, type) ? charter.acts[type] : undefined;
  const lines = rule === undefined ? [] : [...ruleInWords(charter, rule)];
  const act = decode(actSchema, json_);
  if (!act.ok || findings.length > 0) {
    return { ...NOTHING, rule: lines, outcome: "malformed", findings: [...findings] };
  }
  return { ...answerAct(present, act.value), rule: lines };
}

function answerAct(present: Present, act: Act): DraftAnswer {
  const { view, context } = present;
  const { state } = view;
  const { id: fund } = state.charter;
  const nature = catalogue.get(act.type)?.nature ?? "decision";
  const statement: Proposal | Fact =
    nature === "fact" ? { kind: "fact", fund, act } : { kind: "proposal", fund, act };
  const about = {
    ...{ ...NOTHING, nature, act: actIdOf(fund, act), about: subjectsOf(view, act.body) },
    statement: encode(statementSchema, statement),
  };
  const decided = decideTentatively(state, statement, context);
  if (!decided.ok) {
    return { ...about, outcome: "refused", refusal: refusalOf(decided.error, state.charter) };
  }
  const change = { statement, effects: decided.value, act, on: state.today };
  if (nature === "fact") {
    return { ...about, outcome: "accepted", effects: effectsCompared(present, change) };
  }
  return { ...about, outcome: "accepted", ...ofProposal(present, statement, decided.value) };
}

/** What a proposal then needs, and what it would do once it has it. */
function ofProposal(present: Present, statement: Proposal | Fact, effects: Effects) {
  const { view, context } = present;
  const proposed = recordWith(view, statement, effects, context);
  const after: Present = {
    ...present,
    view: { ...view, ...proposed, size: view.size + 1 },
    context: { ...context, index: context.index + 1 },
  };
  const { state } = proposed;
  const id = actIdOf(statement.fund, statement.act);
  const record: ActRecord | undefined = state.acts.get(id);
  if (record === undefined) return {};
  const { until } = statusOf(state, record);
  const { amount, boundsDigest, concerns } = record;
  return {
    ...{ boundsDigest, concerns: [...concerns] },
    ...(amount === undefined ? {} : { amount }),
    ...(until === undefined ? {} : { until }),
    tally: tallyLines(state.charter, tallyOf(state, record)),
    consultations: [...consultationsOf(after.view, record)],
    effects: effectsOfDecision(after, record, statement.act.proposer),
  };
}
