import { Schema } from "@jointfund/core/base/schema.ts";
import { nameOfWork } from "../../analysis/analyses.ts";
import { Experiments, type Experiment } from "../../analysis/experiments.ts";
import { knownScenarios, scenarioFile } from "../../analysis/known-charters.ts";
import { decodeBody } from "../body.ts";
import { compressed, responseOf } from "../make-answer.ts";
import type { Office } from "../office.ts";
import { RequestProblem } from "../problem.ts";
import { reading, RESTS_MS, type Asked, type Route } from "../route.ts";
import { runSchema, termsSchema } from "../run-schema.ts";
import { count, date, hash, identifier, nothing, string, text } from "../wire-schemas.ts";
import { analysesOf, replyOf } from "./charter-analysis-routes.ts";

const { array, boolean, object, oneOf, optional } = Schema;

const BODY_MAX = 32_768;
const SETTINGS_MAX = 20;
/** What of a scenario may be set: its numbers, not what happens in it. */
const SETTABLE = /^(?:capital|(?:parameters|charter|series)(?:\.[A-Za-z0-9-]{1,64}){1,12})$/;

const desks = new WeakMap<Office["record"], Experiments>();

function experimentsOf({ record }: Office): Experiments {
  let desk = desks.get(record);
  if (desk === undefined) desks.set(record, (desk = new Experiments()));
  return desk;
}

export const scenariosRoute = reading({
  id: "listScenarios",
  restsMs: RESTS_MS,
  path: "/api/v1/scenarios",
  text: {
    en: "The demonstration scenarios that can be played with other terms",
    ja: "条件を変えて実行できる実演用シナリオの一覧",
  },
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    items: array(
      object({
        ...{ id: string(), title: text, charter: string() },
        isServed: boolean({ description: "Whether it is about the fund that is served." }),
      }),
    ),
  }),
  handle: ({ office }) => {
    const { charter } = office.record.view.state;
    return {
      value: {
        items: knownScenarios().map((each) => ({ ...each, isServed: each.charter === charter.id })),
      },
    };
  },
});

const scenarioTerms = async ({ office, path, request, language }: Asked<unknown, unknown>) => {
  const { id } = path as { readonly id: string };
  const scenario = fileOf(id);
  const name = nameOfWork(["terms", id]);
  const outcome = await analysesOf(office).outcome(name, () => ({ kind: "terms", scenario }));
  return replyOf(outcome, request, language);
};

function fileOf(id: string): string {
  const file = scenarioFile(id);
  if (file === undefined) throw new RequestProblem("unknown_id", ["scenario", id]);
  return file;
}

const scenarioId = object({ id: string({ minLength: 1, maxLength: 80 }) });

export const scenarioTermsRoute: Route = {
  id: "listScenarioTerms",
  method: "get",
  path: "/api/v1/scenarios/{id}/terms",
  text: {
    en: "The terms of a scenario and of its charter that a run may change",
    ja: "シナリオ及びその基本協定の変更可能な条件",
  },
  ...{ access: "anyone", pathSchema: scenarioId, querySchema: nothing, ofRecord: false },
  answer: { kind: "json", schema: termsSchema, status: 200 },
  problems: ["unknown_id", "analysis_too_long", "analysis_busy"],
  handle: scenarioTerms,
};

const settingSchema = object({
  path: string({
    format: { name: "term", pattern: SETTABLE.source, accepts: (path) => SETTABLE.test(path) },
  }),
  value: string({ minLength: 1, maxLength: 200 }),
});

const experimentBody = object({
  scenario: string({ minLength: 1, maxLength: 80 }),
  settings: array(settingSchema, { min: 1, max: SETTINGS_MAX }),
});

const experimentSchema = Schema.lazy("Experiment", () =>
  object({
    id: hash,
    scenario: identifier,
    settings: array(object({ path: string(), value: string() })),
    status: oneOf(["queued", "running", "done", "refused", "cancelled", "failed"]),
    ahead: count,
    progress: optional(
      object({ run: oneOf(["first", "changed"]), played: count, of: count, on: date }),
    ),
    facts: optional(Schema.json()),
    result: optional(object({ first: runSchema, changed: runSchema })),
  }),
);

/** An experiment as JSON; the runs are in it as the threads wrote them. */
function jsonOf(experiments: Experiments, experiment: Experiment): string {
  const { id, asked, status, progress, facts, result } = experiment;
  const { scenario, settings } = asked;
  const head = JSON.stringify({
    ...{ id, scenario, settings, status, ahead: experiments.ahead(experiment) },
    ...(progress === undefined || status !== "running" ? {} : { progress }),
  });
  const more = [
    ...(facts === undefined ? [] : [`"facts":${facts}`]),
    ...(result === undefined
      ? []
      : [`"result":{"first":${result.first},"changed":${result.changed}}`]),
  ];
  return `${[head.slice(0, -1), ...more].join(",")}}`;
}

function respond({ office, request }: Asked<unknown, unknown>, experiment: Experiment): Response {
  const body = new TextEncoder().encode(jsonOf(experimentsOf(office), experiment));
  return responseOf(compressed({ status: 200, body, isProblem: false }), request);
}

/** Who asks, as they are counted. */
const clientOf = ({ client = "local" }: Asked<unknown, unknown>): string => client;

const answer = { kind: "json", schema: experimentSchema, status: 200 } as const;

export const experimentRoute: Route = {
  id: "startExperiment",
  method: "post",
  path: "/api/v1/experiments",
  text: {
    en: "Play a demonstration scenario with some terms set otherwise, beside the same as it stands",
    ja: "実演用シナリオの条件変更による実行（変更前との比較）",
  },
  ...{ access: "anyone", pathSchema: nothing, querySchema: nothing, ofRecord: false },
  body: experimentBody,
  answer,
  problems: [
    "body_too_large",
    "body_not_json",
    "body_wrong",
    "unknown_id",
    "analysis_busy",
    "experiment_running",
  ],
  async handle(asked) {
    const { office, request } = asked;
    const { scenario, settings } = await decodeBody(request, experimentBody, BODY_MAX);
    const of = { scenario, settings, file: fileOf(scenario) };
    return respond(asked, experimentsOf(office).ask(of, clientOf(asked)));
  },
};

const experimentId = object({ id: hash });

function experimentAsked({ office, path }: Asked<unknown, unknown>): Experiment {
  const { id } = path as { readonly id: string };
  const experiment = experimentsOf(office).get(id);
  if (experiment === undefined) throw new RequestProblem("unknown_id", ["experiment", id]);
  return experiment;
}

export const experimentStatusRoute: Route = {
  id: "getExperiment",
  method: "get",
  path: "/api/v1/experiments/{id}",
  text: {
    en: "How far an experiment is, and both runs once it is done",
    ja: "実行の進捗及び結果（変更前後の両方）",
  },
  ...{ access: "anyone", pathSchema: experimentId, querySchema: nothing, ofRecord: false },
  answer,
  problems: ["unknown_id"],
  handle: (asked) => respond(asked, experimentAsked(asked)),
};

export const cancellationRoute: Route = {
  id: "cancelExperiment",
  method: "post",
  path: "/api/v1/experiments/{id}/cancellation",
  text: {
    en: "Wait no longer for an experiment; it ends if nobody else waits for it",
    ja: "実行の取消し（他に待つ者がなければ終了）",
  },
  ...{ access: "anyone", pathSchema: experimentId, querySchema: nothing, ofRecord: false },
  answer,
  problems: ["unknown_id"],
  handle(asked) {
    const experiment = experimentAsked(asked);
    experimentsOf(asked.office).cancel(experiment, clientOf(asked));
    return respond(asked, experiment);
  },
};
