import { encode } from "@jointfund/core/base/schema.ts";
import { FundStopped } from "../application/fund-stopped.ts";
import { AnswerCache, responseOf } from "./answer-cache.ts";
import { languageAsked } from "./language.ts";
import type { Office } from "./office.ts";
import { readParameters } from "./parameters.ts";
import type { Person } from "./person.ts";
import { problemOf, RequestProblem, type Problem } from "./problem.ts";
import { hasRevision, revisionOf } from "./revision.ts";
import type { Route } from "./route.ts";

/** What came in: the request, and what the address of the route has in its places. */
export type Incoming = {
  readonly request: Request;
  readonly places: Iterable<readonly [string, string]>;
  readonly person?: Person | undefined;
};

/** Told of faults that are nobody's but ours: each is answered by an empty problem. */
export type OnFault = (fault: unknown, request: Request) => void;

/** A problem as its response (RFC 9457). */
export function problemResponse(problem: Problem, headers = new Headers()): Response {
  headers.set("Content-Type", "application/problem+json");
  headers.set("Cache-Control", "no-store");
  headers.append("Vary", "Accept-Language");
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Whatever was thrown while a request was handled, as a response. */
export function responseToFailure(failure: unknown, request: Request, onFault: OnFault): Response {
  const language = languageAsked(request.headers.get("Accept-Language"));
  const headers = new Headers();
  if (failure instanceof RequestProblem) {
    if (failure.code === "too_many_requests") headers.set("Retry-After", failure.parts[0] ?? "1");
    return problemResponse(problemOf(failure, language), headers);
  }
  const isStopped = failure instanceof FundStopped;
  if (!isStopped) onFault(failure, request);
  const problem = new RequestProblem(isStopped ? "fund_stopped" : "internal_fault");
  return problemResponse(problemOf(problem, language));
}

/** Answers requests by the table of routes: reads, asks the handler, writes by the schema. */
export class Answerer {
  readonly #office: Office;
  readonly #cache = new AnswerCache();

  constructor(office: Office) {
    this.#office = office;
  }

  async answer(route: Route, { request, places, person }: Incoming): Promise<Response> {
    checkAccess(route, person);
    const path = readParameters(route.pathSchema, places);
    const query = readParameters(route.querySchema, new URL(request.url).searchParams);
    const whose = person === undefined ? {} : { person };
    const asked = { path, query, request, office: this.#office, ...whose };
    if (!route.ofRecord) return this.#handle(route, asked);
    const revision = await revisionOf(this.#office);
    const { headers } = request;
    const tags = headers.get("If-None-Match");
    if (hasRevision(tags, revision)) return unchanged(revision);
    const { pathname, search } = new URL(request.url);
    const isFresh = /\bno-cache\b/.test(headers.get("Cache-Control") ?? "");
    const restsMs = isFresh ? 0 : (route.restsMs ?? 0);
    const wanted = { revision, url: pathname + search, restsMs };
    const known = this.#cache.find(wanted);
    if (known !== undefined) {
      return hasRevision(tags, known.revision)
        ? unchanged(known.revision)
        : responseOf(known, request);
    }
    const made = await this.#handle(route, asked);
    if (made.status !== 200) return made;
    return responseOf(this.#cache.keep(wanted, await made.text()), request);
  }

  async #handle(
    { handle, answer }: Route,
    asked: Omit<Parameters<Route["handle"]>[0], "language">,
  ): Promise<Response> {
    const language = languageAsked(asked.request.headers.get("Accept-Language"));
    const reply = await handle({ ...asked, language });
    if (reply instanceof Response) return reply;
    if ("problem" in reply) return problemResponse(reply.problem);
    if (answer.kind !== "json") throw new Error("a handler of bytes answers with a response");
    const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
    const json = JSON.stringify(encode(answer.schema, reply.value));
    return new Response(json, { status: answer.status, headers });
  }
}

/** Whether a person may ask this: the one place where a route's access is looked at (H4). */
function checkAccess({ access }: Route, person: Person | undefined): void {
  if (access === "anyone" || access === "signer") return;
  if (person === undefined) throw new RequestProblem("sign_in_required");
  if (!access.includes(person.role)) throw new RequestProblem("not_allowed", [person.role]);
}

const unchanged = (revision: string): Response =>
  new Response(null, { status: 304, headers: { ETag: revision, "Cache-Control": "no-cache" } });
