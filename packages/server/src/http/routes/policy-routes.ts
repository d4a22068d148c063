import { Schema } from "@jointfund/core/base/schema.ts";
import { nameOfWork } from "../../analysis/analyses.ts";
import { knownPolicies } from "../../analysis/known-policies.ts";
import { policyAnswer } from "../policy-schemas.ts";
import { RequestProblem } from "../problem.ts";
import { reading, RESTS_MS, type Asked, type Route } from "../route.ts";
import { nothing, string, text } from "../wire-schemas.ts";
import { analysesOf, replyOf } from "./charter-analysis-routes.ts";

const { array, integer, object, optional } = Schema;

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
const policyQuery = object({
  paths: optional(integer({ min: 1, max: PATHS.most })),
  seed: optional(string({ minLength: 1, maxLength: 64 })),
});

const compare = async ({ office, path, query, request, language }: Asked<unknown, unknown>) => {
  const { id } = path as { readonly id: string };
  const { paths = PATHS.value, seed = "1" } = query as {
    readonly paths?: number;
    readonly seed?: string;
  };
  const file = knownPolicies().find((each) => each.id === id)?.file;
  if (file === undefined) throw new RequestProblem("unknown_id", ["policy", id]);
  const name = nameOfWork(["policy", id, paths, seed]);
  const work = () => ({ kind: "policy", file, paths, seed }) as const;
  return replyOf(await analysesOf(office).outcome(name, work), request, language);
};

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
  problems: ["unknown_id", "parameters_wrong", "analysis_too_long", "analysis_busy"],
  handle: compare,
};
