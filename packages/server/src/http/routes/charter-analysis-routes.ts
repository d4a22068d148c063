import { Schema } from "@jointfund/core/base/schema.ts";
import { Analyses, nameOfWork } from "../../analysis/analyses.ts";
import type { DeskAnswer } from "../../analysis/desk-messages.ts";
import { knownCharters, sourceOf } from "../../analysis/known-charters.ts";
import type { CharterSource, Outcome } from "../../analysis/work.ts";
import { powersReport } from "../../charter/powers-report.ts";
import type { Language } from "../../languages/language.ts";
import { namedSource } from "../../projection/named-charter.ts";
import { decodeBody } from "../body.ts";
import { comparisonSchema } from "../comparison-schema.ts";
import { knownAt, recordAt } from "../known-at.ts";
import { compressed, responseOf } from "../make-answer.ts";
import type { Office } from "../office.ts";
import { powersSchema } from "../powers-schema.ts";
import { problemOf, RequestProblem } from "../problem.ts";
import { reading, RESTS_MS, type Asked, type Reply, type Route } from "../route.ts";
import { identifier, nothing, string, text } from "../wire-schemas.ts";

const { array, integer, object, oneOf, optional } = Schema;

/** Characters of a charter's text, and bytes of a body with two of them as JSON. */
const TEXT_MAX = 1_048_576;
const BODY_MAX = 4 * TEXT_MAX;

const desks = new WeakMap<Office["record"], Analyses>();

/** The threads of an office for short work. */
export function analysesOf({ record }: Office): Analyses {
  let desk = desks.get(record);
  if (desk === undefined) desks.set(record, (desk = new Analyses()));
  return desk;
}

export const chartersRoute = reading({
  id: "listCharters",
  restsMs: RESTS_MS,
  path: "/api/v1/charters",
  text: {
    en: "Charters that can be compared by name: the fund's versions and the examples",
    ja: "名称で対照できる基本協定（本ファンドの各版及び収録例）",
  },
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    items: array(
      object({
        id: string(),
        of: oneOf(["fund", "example"]),
        title: text,
        version: integer({ min: 1 }),
        sides: array(identifier, { description: "Of a draft: whose readings there are." }),
      }),
    ),
  }),
  handle: ({ office }) => ({
    value: {
      items: knownCharters(office.record.view.state).map((each) => ({
        ...each,
        sides: [...each.sides],
      })),
    },
  }),
});

export const powersRoute = reading({
  id: "getPowers",
  restsMs: RESTS_MS,
  path: "/api/v1/charter/powers",
  text: {
    en: "Who can bring about or stop each act under the charter in force, alone or together",
    ja: "施行中の基本協定において各行為を成立させ、又は阻止できる者（単独及び共同）",
  },
  pathSchema: nothing,
  querySchema: object({ knownAt }),
  answer: powersSchema,
  problems: ["future_asked", "past_asked"],
  async handle({ office, query }) {
    const { state } = await recordAt(office, query.knownAt);
    return { value: powersReport(state.charter) };
  },
});

const sourceSchema = object(
  {
    charter: optional(string({ minLength: 1, maxLength: 80 })),
    text: optional(string({ minLength: 1, maxLength: TEXT_MAX })),
    side: optional(identifier),
  },
  { description: "A known charter by its id, or the YAML text of one; of a draft whose reading." },
);

type SourceAsked = { readonly charter?: string; readonly text?: string; readonly side?: string };

/** What work takes in hand; exactly one of the two ways to say it. */
function sourceAsked(office: Office, { charter, text: yaml, side }: SourceAsked): CharterSource {
  if ((charter === undefined) === (yaml === undefined)) {
    const finding = {
      code: "missing_field",
      path: ["charter"],
      expected: "charter or text",
    } as const;
    throw new RequestProblem("parameters_wrong", [], [{ ...finding, actual: "" }]);
  }
  if (yaml !== undefined) {
    return { kind: "text", text: yaml, ...(side === undefined ? {} : { side }) };
  }
  const source = sourceOf(office.record.view.state, charter!, side);
  if (source === undefined) throw new RequestProblem("unknown_id", ["charter", charter!]);
  return source;
}

/** The JSON of an outcome as it came, or why there is none. */
export function replyOf(outcome: Outcome, request: Request, language: Language): Reply<unknown> {
  if (outcome.kind === "done") {
    const body = new TextEncoder().encode(outcome.json);
    return responseOf(compressed({ status: 200, body, isProblem: false }), request);
  }
  const problem = problemOf(new RequestProblem(outcome.code), language);
  return { problem: { ...problem, facts: JSON.parse(outcome.facts) as never } };
}

/** A connection that ended before its answer: nobody reads what is said to it. */
const CLIENT_CLOSED = 499;

/** The same of a desk. */
export function replyOfDesk(
  answer: DeskAnswer,
  request: Request,
  language: Language,
): Reply<unknown> {
  if (answer.kind === "cancelled") return new Response(null, { status: CLIENT_CLOSED });
  if (answer.kind !== "wrong") return replyOf(answer, request, language);
  const { code, parts, findings } = answer;
  throw new RequestProblem(code, parts, findings);
}

type Handle = (asked: Asked<unknown, unknown>) => Promise<Reply<unknown>>;

const PROBLEMS: Route["problems"] = [
  ...(["body_too_large", "body_not_json", "body_wrong", "unknown_id", "charter_wrong"] as const),
  ...(["charter_side_needed", "analysis_too_long", "analysis_busy"] as const),
];

const comparisonBody = object({ first: sourceSchema, second: sourceSchema });

const compare: Handle = async ({ office, request, language }) => {
  const asked = await decodeBody(request, comparisonBody, BODY_MAX);
  const [first, second] = [sourceAsked(office, asked.first), sourceAsked(office, asked.second)];
  const name = nameOfWork(["comparison", namedSource(first).name, namedSource(second).name]);
  const work = () => ({ kind: "comparison", first, second }) as const;
  return replyOf(await analysesOf(office).outcome(name, work), request, language);
};

export const comparisonRoute: Route = {
  id: "compareCharters",
  method: "post",
  path: "/api/v1/charters/comparison",
  text: {
    en: "Two charters, or the readings of one draft, clause by clause",
    ja: "二つの基本協定（又は草案の各当事者案）の条項ごとの対照",
  },
  ...{ access: "anyone", pathSchema: nothing, querySchema: nothing, ofRecord: false },
  body: comparisonBody,
  answer: { kind: "json", schema: comparisonSchema, status: 200 },
  problems: PROBLEMS,
  handle: compare,
};

const powersOf: Handle = async ({ office, request, language }) => {
  const charter = sourceAsked(office, await decodeBody(request, sourceSchema, BODY_MAX));
  const name = nameOfWork(["powers", namedSource(charter).name]);
  const work = () => ({ kind: "powers", charter }) as const;
  return replyOf(await analysesOf(office).outcome(name, work), request, language);
};

export const powersOfRoute: Route = {
  id: "computePowers",
  method: "post",
  path: "/api/v1/charters/powers",
  text: {
    en: "Who can bring about or stop each act under a charter that is named or sent",
    ja: "指定又は送信した基本協定において各行為を成立させ、又は阻止できる者",
  },
  ...{ access: "anyone", pathSchema: nothing, querySchema: nothing, ofRecord: false },
  body: sourceSchema,
  answer: { kind: "json", schema: powersSchema, status: 200 },
  problems: PROBLEMS,
  handle: powersOf,
};
