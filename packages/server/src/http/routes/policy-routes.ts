import { Schema } from "@jointfund/core/base/schema.ts";
import type { Desk } from "../../analysis/desk.ts";
import { knownPolicies } from "../../analysis/known-policies.ts";
import { policyDesk } from "../../policy/policy-desk.ts";
import type { PolicyQuestion } from "../../policy/policy-question.ts";
import { decodeBody } from "../body.ts";
import type { Office } from "../office.ts";
import { policyAnswer } from "../policy-schemas.ts";
import { RequestProblem } from "../problem.ts";
import { reading, RESTS_MS, type Asked, type Reply, type Route } from "../route.ts";
import { nothing, string, text } from "../wire-schemas.ts";
import { replyOfDesk } from "./charter-analysis-routes.ts";

const { array, integer, object, optional, record } = Schema;

const BODY_MAX = 16_384;

/** How many futures a page may ask for, and gets if it does not say. */
const PATHS = { value: 4_000, most: 10_000 };

export const policiesRoute = reading({
  id: "listPolicies",
  restsMs: RESTS_MS,
  path: "/api/v1/policies",
  text: {
    en: "The policy files that can be compared: ways to raise the same revenue",
    ja: "比較できる政策ファイル（同じ歳入を得る方法）の一覧",
  },
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({ items: array(object({ id: string(), title: text })) }),
  handle: () => ({ value: { items: knownPolicies().map(({ id, title }) => ({ id, title })) } }),
});

const policyPath = object({ id: string({ minLength: 1, maxLength: 80 }) });
const asked = {
  paths: optional(integer({ min: 1, max: PATHS.most })),
  seed: optional(string({ minLength: 1, maxLength: 64 })),
};
const policyQuery = object(asked);
type Terms = { readonly paths?: number; readonly seed?: string };

const desks = new WeakMap<Office["record"], Desk<PolicyQuestion>>();

function deskOf({ record: of }: Office): Desk<PolicyQuestion> {
  let desk = desks.get(of);
  if (desk === undefined) desks.set(of, (desk = policyDesk()));
  return desk;
}

/** Asks the desk, for as long as the client waits. */
async function compared(
  { office, path, request, language }: Asked<unknown, unknown>,
  { paths = PATHS.value, seed = "1" }: Terms,
  figures: PolicyQuestion["figures"],
): Promise<Reply<unknown>> {
  const { id } = path as { readonly id: string };
  const file = knownPolicies().find((each) => each.id === id)?.file;
  if (file === undefined) throw new RequestProblem("unknown_id", ["policy", id]);
  const answer = await deskOf(office).ask({ file, paths, seed, figures }, request.signal);
  return replyOfDesk(answer, request, language);
}

export const policyComparisonRoute: Route = {
  id: "comparePolicies",
  method: "get",
  path: "/api/v1/policies/{id}/comparison",
  text: {
    en: "What each policy brings every side, by fiscal year and in three present values",
    ja: "各政策が各当事者にもたらす歳入（会計年度別及び三種の現在価値）",
  },
  ...{ access: "anyone", pathSchema: policyPath, querySchema: policyQuery, ofRecord: false },
  answer: { kind: "json", schema: policyAnswer, status: 200 },
  problems: ["unknown_id", "parameters_wrong", "analysis_busy"],
  handle: (of) => compared(of, of.query as Terms, {}),
};

const movedBody = object({
  ...asked,
  figures: record(string({ minLength: 1, maxLength: 80 }), string({ maxLength: 64 }), { max: 80 }),
});

export const movedPolicyRoute: Route = {
  id: "compareMovedPolicies",
  method: "post",
  path: "/api/v1/policies/{id}/comparison",
  text: {
    en: "The same with some of the file's figures moved, each within its range",
    ja: "政策ファイルの数値の一部を範囲内で変更した場合の比較",
  },
  ...{ access: "anyone", pathSchema: policyPath, querySchema: nothing, ofRecord: false },
  body: movedBody,
  answer: { kind: "json", schema: policyAnswer, status: 200 },
  problems: [
    ...(["body_too_large", "body_not_json", "body_wrong", "unknown_id"] as const),
    "analysis_busy",
  ],
  async handle(of) {
    const { figures, ...terms } = await decodeBody(of.request, movedBody, BODY_MAX);
    return compared(of, terms, figures);
  },
};
