import { assert } from "@jointfund/core/base/assert.ts";
import { Schema } from "@jointfund/core/base/schema.ts";
import { finiteNumber } from "@jointfund/projection/outcomes/number-schema.ts";
import type { Desk } from "../../analysis/desk.ts";
import { sourceOf } from "../../analysis/known-charters.ts";
import {
  namedCharter,
  namedSource,
  readNamed,
  type NamedSource,
} from "../../projection/named-charter.ts";
import type { DeskQuestion } from "../../projection/desk-question.ts";
import { projectionDesk } from "../../projection/projection-desk.ts";
import { PATHS, projectionTerms, YEARS } from "../../projection/projection-terms.ts";
import { decodeBody } from "../body.ts";
import type { Office } from "../office.ts";
import {
  pathAnswer,
  projectionAnswer,
  projectionTermsSchema,
  rankedAnswer,
} from "../projection-schemas.ts";
import { RequestProblem } from "../problem.ts";
import { reading, RESTS_MS, type Asked, type Reply, type Route } from "../route.ts";
import { identifier, nothing, string } from "../wire-schemas.ts";
import { replyOfDesk } from "./charter-analysis-routes.ts";

const { array, integer, object, optional, record } = Schema;

const BODY_MAX = 16_384;

const desks = new WeakMap<Office["record"], Desk<DeskQuestion>>();

function deskOf({ record: of }: Office): Desk<DeskQuestion> {
  let desk = desks.get(of);
  if (desk === undefined) desks.set(of, (desk = projectionDesk()));
  return desk;
}

/** Which charter is meant: one that `listCharters` names, or the one in force. */
const whichCharter = {
  charter: optional(string({ minLength: 1, maxLength: 80 })),
  side: optional(identifier),
};
type WhichCharter = { readonly charter?: string; readonly side?: string };

function charterAsked({ record: of }: Office, { charter, side }: WhichCharter): NamedSource {
  const { state } = of.view;
  if (charter === undefined) return namedCharter(state.charter);
  const source = sourceOf(state, charter, side);
  if (source === undefined) throw new RequestProblem("unknown_id", ["charter", charter]);
  return namedSource(source);
}

export const projectionTermsRoute = reading({
  id: "getProjectionTerms",
  restsMs: RESTS_MS,
  path: "/api/v1/projection-terms",
  text: {
    en: "What can be asked about the future of a charter, the one in force if none is named",
    ja: "基本協定（指定がなければ施行中のもの）の将来推計で変更できる前提条件及びその出典",
  },
  pathSchema: nothing,
  querySchema: object(whichCharter),
  answer: projectionTermsSchema,
  problems: ["unknown_id", "charter_side_needed"],
  handle({ office, query }) {
    const named = charterAsked(office, query);
    const projected = readNamed(named);
    if (projected.ok) return { value: { ...projectionTerms(projected.value), hash: named.name } };
    const { code } = projected.error;
    assert(code === "charter_side_needed", "a charter that is known can be read");
    throw new RequestProblem(code);
  },
});

const question = {
  ...whichCharter,
  moved: record(string({ minLength: 1, maxLength: 80 }), finiteNumber, { max: 32 }),
  stresses: array(identifier, { max: 16, unique: true }),
  years: integer({ min: YEARS.least, max: YEARS.most }),
  seed: string({ minLength: 1, maxLength: 64 }),
};

const projectionBody = object({ ...question, paths: integer({ min: 1, max: PATHS.most }) });

/** Asks the desk, for as long as the client waits. */
async function asked(
  { office, request, language }: Asked<unknown, unknown>,
  body: WhichCharter & Omit<DeskQuestion, "charter" | "of">,
  of: DeskQuestion["of"],
): Promise<Reply<unknown>> {
  const { moved, stresses, years, seed } = body;
  const charter = charterAsked(office, body);
  const about = { charter, moved, stresses, years, seed, of };
  return replyOfDesk(await deskOf(office).ask(about, request.signal), request, language);
}

const analysis = {
  ...({ method: "post", access: "anyone" } as const),
  ...{ pathSchema: nothing, querySchema: nothing, ofRecord: false },
  problems: [
    ...(["body_too_large", "body_not_json", "body_wrong", "unknown_id"] as const),
    ...(["charter_side_needed", "charter_not_projected", "analysis_busy"] as const),
  ],
};

export const projectionRoute: Route = {
  ...analysis,
  id: "project",
  path: "/api/v1/projections",
  text: {
    en: "Many futures of a charter, the one in force if none is named, with figures moved",
    ja: "基本協定（指定がなければ施行中のもの）の将来推計（前提条件の変更を含む。）",
  },
  body: projectionBody,
  answer: { kind: "json", schema: projectionAnswer, status: 200 },
  async handle(of) {
    const { paths, ...body } = await decodeBody(of.request, projectionBody, BODY_MAX);
    return asked(of, body, { kind: "projection", paths });
  },
};

export const rankedPathsRoute: Route = {
  ...analysis,
  id: "rankPaths",
  path: "/api/v1/projections/ranked",
  text: {
    en: "Which of many paths end where among them, by each party's final gain",
    ja: "各当事者の最終損益による経路の順位（最下位から最上位まで）",
  },
  body: projectionBody,
  answer: { kind: "json", schema: rankedAnswer, status: 200 },
  async handle(of) {
    const { paths, ...body } = await decodeBody(of.request, projectionBody, BODY_MAX);
    return asked(of, body, { kind: "ranked", paths });
  },
};

/** A block is computed alone, so that a path may be far beyond those of a projection. */
const pathBody = object({ ...question, path: integer({ min: 0, max: 99_999_999 }) });

export const pathRoute: Route = {
  ...analysis,
  id: "tellPath",
  path: "/api/v1/projections/path",
  text: {
    en: "One path in full, step by step; the first is 0",
    ja: "一つの経路の期ごとの全数値（番号は0から）",
  },
  body: pathBody,
  answer: { kind: "json", schema: pathAnswer, status: 200 },
  async handle(of) {
    const { path, ...body } = await decodeBody(of.request, pathBody, BODY_MAX);
    return asked(of, body, { kind: "path", path });
  },
};
