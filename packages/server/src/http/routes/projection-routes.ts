import { Schema } from "@jointfund/core/base/schema.ts";
import { finiteNumber } from "@jointfund/projection/outcomes/number-schema.ts";
import { projectionSchema } from "@jointfund/projection/outcomes/projection-schema.ts";
import { ProjectionDesk } from "../../projection/projection-desk.ts";
import { PATHS, projectionTerms, YEARS } from "../../projection/projection-terms.ts";
import { decodeBody } from "../body.ts";
import type { Office } from "../office.ts";
import { RequestProblem } from "../problem.ts";
import { reading, RESTS_MS, type Asked, type Reply, type Route } from "../route.ts";
import { identifier, nothing, string, text } from "../wire-schemas.ts";

const { array, integer, object, oneOf, record } = Schema;

const BODY_MAX = 16_384;
const bounds = object({ value: finiteNumber, least: finiteNumber, most: finiteNumber });

const desks = new WeakMap<Office["record"], ProjectionDesk>();

function deskOf({ record: of }: Office): ProjectionDesk {
  let desk = desks.get(of);
  if (desk === undefined) desks.set(of, (desk = new ProjectionDesk()));
  return desk;
}

export const projectionTermsRoute = reading({
  id: "getProjectionTerms",
  restsMs: RESTS_MS,
  path: "/api/v1/projection-terms",
  text: {
    en: "What can be asked about the future of the charter in force, and what is assumed",
    ja: "施行中の基本協定の将来推計で変更できる前提条件及びその出典",
  },
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    ...{ charter: identifier, title: text, assumptions: text },
    sliders: array(
      object({
        ...{ id: string(), name: text, unit: oneOf(["percent", "factor"]) },
        ...{ value: finiteNumber, least: finiteNumber, most: finiteNumber, step: finiteNumber },
      }),
    ),
    stresses: array(object({ id: identifier, name: text })),
    parties: array(object({ id: identifier, name: text, currency: string() })),
    sources: array(object({ place: string(), text })),
    years: bounds,
    paths: object({ value: finiteNumber, most: finiteNumber }),
    seed: string(),
  }),
  handle: ({ office }) => ({ value: projectionTerms(office.record.view.state.charter) }),
});

const projectionBody = object({
  moved: record(string({ minLength: 1, maxLength: 80 }), finiteNumber, { max: 32 }),
  stresses: array(identifier, { max: 16, unique: true }),
  years: integer({ min: YEARS.least, max: YEARS.most }),
  paths: integer({ min: 1, max: PATHS.most }),
  seed: string({ minLength: 1, maxLength: 64 }),
});

type Moved = { readonly [slider: string]: number };

/** Names what the terms do not have, or have other bounds for. */
function checkAsked(office: Office, moved: Moved, stresses: readonly string[]): void {
  const terms = projectionTerms(office.record.view.state.charter);
  for (const [id, value] of Object.entries(moved)) {
    const slider = terms.sliders.find((each) => each.id === id);
    if (slider === undefined) throw new RequestProblem("unknown_id", ["moved", id]);
    if (value >= slider.least && value <= slider.most) continue;
    const finding = {
      ...({ code: "out_of_range", path: ["moved", id] } as const),
      ...{ expected: `${slider.least}..${slider.most}`, actual: `${value}` },
    };
    throw new RequestProblem("body_wrong", [], [finding]);
  }
  for (const id of stresses) {
    if (!terms.stresses.some((each) => each.id === id)) {
      throw new RequestProblem("unknown_id", ["stresses", id]);
    }
  }
}

const project = async ({ office, request }: Asked<unknown, unknown>): Promise<Reply<unknown>> => {
  const asked = await decodeBody(request, projectionBody, BODY_MAX);
  checkAsked(office, asked.moved, asked.stresses);
  const { charter } = office.record.view.state;
  const answer = await deskOf(office).ask({ charter, ...asked });
  if (answer.kind === "inexpressible") {
    throw new RequestProblem("charter_not_projected", [answer.clauses.join(", ")]);
  }
  const { milliseconds, projection } = answer;
  return { value: { milliseconds, projection } };
};

export const projectionRoute: Route = {
  id: "project",
  method: "post",
  path: "/api/v1/projections",
  text: {
    en: "Many futures of the charter in force, with figures moved",
    ja: "施行中の基本協定の将来推計（前提条件の変更を含む。）",
  },
  ...{ access: "anyone", pathSchema: nothing, querySchema: nothing, ofRecord: false },
  body: projectionBody,
  answer: {
    kind: "json",
    schema: object({ milliseconds: integer({ min: 0 }), projection: projectionSchema }),
    status: 200,
  },
  problems: [
    ...(["body_too_large", "body_not_json", "body_wrong", "unknown_id"] as const),
    ...(["charter_not_projected", "analysis_busy"] as const),
  ],
  handle: project,
};
