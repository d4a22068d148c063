import type { Json } from "@jointfund/core/base/canonical.ts";
import { Schema } from "@jointfund/core/base/schema.ts";
import { readBody } from "../body.ts";
import { answerDraft, draftAnswerSchema } from "../desk/draft.ts";
import { effectsToldTo, needOwnMatter } from "../desk/partner-part.ts";
import { presentOf } from "../desk/present.ts";
import { RequestProblem } from "../problem.ts";
import type { Route } from "../route.ts";
import { nothing } from "../wire-schemas.ts";
import { DESK_AND_PARTNERS, personAsking } from "./desk-routes.ts";

const { json, object, optional, record, string } = Schema;

/** A draft as a form has it: any of it may be missing or wrong, which the answer then says. */
const draftSchema = object({
  type: string(),
  body: record(string(), json()),
  effectiveDate: string(),
  basis: string(),
  reason: string(),
  evidence: optional(json()),
  bounds: optional(json()),
  idempotencyKey: optional(string()),
});

function parsed(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json;
  } catch {
    throw new RequestProblem("body_not_json");
  }
}

/** Tells what would come of an act, without recording anything. */
export const draftRoute: Route = {
  id: "tryDraft",
  method: "post",
  path: "/api/v1/drafts",
  text: {
    en: "Dry run: what would come of an act if it were proposed or reported now",
    ja: "試行（提案又は報告した場合の結果。記録はされない）",
  },
  access: DESK_AND_PARTNERS,
  pathSchema: nothing,
  querySchema: nothing,
  body: draftSchema,
  answer: { kind: "json", schema: draftAnswerSchema, status: 200 },
  problems: ["body_too_large", "body_not_json", "no_key", "not_yours"],
  ofRecord: false,
  async handle({ office, request, person: asking }) {
    const person = personAsking(asking);
    if (person.officer === undefined) throw new RequestProblem("no_key");
    const draft = parsed(await readBody(request));
    const present = presentOf(office);
    needOwnMatter(present.view.state, person, draft);
    const answer = answerDraft(present, draft, person.officer);
    const { effects } = answer;
    return {
      value:
        effects === undefined ? answer : { ...answer, effects: effectsToldTo(person, effects) },
    };
  },
};
