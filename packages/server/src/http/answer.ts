import { FundStopped } from "../application/fund-stopped.ts";
import { AnswerCache, type Fresh } from "./answer-cache.ts";
import { languageAsked } from "./language.ts";
import { makeAnswer, responseOf } from "./make-answer.ts";
import type { Office } from "./office.ts";
import { readParameters } from "./parameters.ts";
import type { Person } from "./person.ts";
import { problemOf, RequestProblem, type Problem } from "./problem.ts";
import type { ReadingThread } from "./reading/reading-thread.ts";
import { hasRevision, revisionOf, revisionWith } from "./revision.ts";
import type { Asked, Route } from "./route.ts";

/** What came in: the request, and what the address of the route has in its places. */
export type Incoming = {
  readonly request: Request;
  readonly places: readonly (readonly [string, string])[];
  readonly person?: Person | undefined;
  readonly client: string;
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

/** A request that was read: what the handler is asked, and the address that it was asked under. */
type Read = {
  readonly asked: Asked<unknown, unknown>;
  readonly url: string;
  readonly places: readonly (readonly [string, string])[];
};

/** How long after a change what many ask for is made again, if nobody has asked before. */
const REFRESH_MS = 400;

/** Answers requests by the table of routes: reads, asks the handler, writes by the schema. */
export class Answerer {
  readonly #office: Office;
  readonly #reader: ReadingThread | undefined;
  readonly #cache = new AnswerCache();

  /** A reader makes the answers that cost much; without one they are made here. */
  constructor(office: Office, reader: ReadingThread | undefined) {
    this.#office = office;
    this.#reader = reader;
    let timer: NodeJS.Timeout | undefined;
    office.record.onGrown(() => {
      this.#cache.changed();
      // Without a reader it would be made here, where others wait.
      if (reader?.isReading !== true) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        this.#cache.refresh();
      }, REFRESH_MS).unref();
    });
  }

  async answer(route: Route, incoming: Incoming): Promise<Response> {
    checkAccess(route, incoming.person);
    const read = readRequest(route, this.#office, incoming);
    const { request } = incoming;
    if (!route.ofRecord) {
      if (!this.#isForReader(route, read)) return this.#here(route, read);
      const { made } = await (isSameForAll(route)
        ? this.#kept(route, read, await revisionOf(this.#office))
        : this.#fresh(route, read));
      return responseOf(made, request);
    }
    const revision = await revisionOf(this.#office);
    const tags = request.headers.get("If-None-Match");
    if (hasRevision(tags, revision)) return unchanged(revision);
    const kept = await this.#kept(route, read, revision);
    if (kept.made.isProblem) return responseOf(kept.made, request);
    if (hasRevision(tags, kept.revision)) return unchanged(kept.revision);
    return responseOf(kept.made, request, kept.revision);
  }

  /** The answer of a revision, or, unless the newest is asked for, one that is shortly behind. */
  #kept(route: Route, read: Read, revision: string): Promise<Fresh> {
    const asked = read.asked.request.headers.get("Cache-Control") ?? "";
    const restsMs = /\bno-cache\b/.test(asked) ? 0 : (route.restsMs ?? 0);
    const wanted = { revision, url: read.url, restsMs };
    return this.#cache.get(wanted, () => this.#fresh(route, read));
  }

  /** Where the handler may answer with a response of its own. */
  async #here(route: Route, { asked }: Read): Promise<Response> {
    const made = await makeAnswer(route, asked);
    return made instanceof Response ? made : responseOf(made, asked.request);
  }

  /** What takes long: much to compute, or an earlier record that has to be replayed. */
  #isForReader({ method, answer, restsMs, isFile }: Route, { asked }: Read): boolean {
    if (this.#reader?.isReading !== true || method !== "get") return false;
    if (answer.kind !== "json") return isFile === true;
    const { knownAt, asOf } = asked.query as {
      readonly knownAt?: unknown;
      readonly asOf?: unknown;
    };
    return restsMs !== undefined || knownAt !== undefined || asOf !== undefined;
  }

  async #fresh(route: Route, read: Read): Promise<Fresh> {
    const { office, language, request, person } = read.asked;
    const { clock, record } = office;
    const published = await office.published();
    if (this.#reader !== undefined && this.#isForReader(route, read)) {
      return this.#reader.make({
        ...{ route: route.id, url: request.url, places: read.places, language, published },
        ...{ size: record.size, now: clock.now(), isStanding: clock.isStanding },
        ...(person === undefined ? {} : { person }),
      });
    }
    const revision = revisionWith(office, published);
    const made = await makeAnswer(route, read.asked);
    if (made instanceof Response) throw new Error("what is kept under a tag is JSON");
    return { made, revision };
  }
}

/** Of the record alone, and the same for whoever of some roles asks (H47). */
const isSameForAll = ({ scope, restsMs }: Route): boolean =>
  scope === undefined && restsMs !== undefined;

function readRequest(
  route: Route,
  office: Office,
  { request, places, person, client }: Incoming,
): Read {
  const path = readParameters(route.pathSchema, places);
  const { pathname, search, searchParams } = new URL(request.url);
  const query = readParameters(route.querySchema, searchParams);
  const language = languageAsked(request.headers.get("Accept-Language"));
  const whose = person === undefined ? {} : { person };
  const asked = { path, query, request, office, language, client, ...whose };
  return { asked, url: pathname + search, places };
}

/** Whether a person may ask this: the one place where a route's access is looked at (H4). */
function checkAccess({ access }: Route, person: Person | undefined): void {
  if (access === "anyone" || access === "signer") return;
  if (person === undefined) throw new RequestProblem("sign_in_required");
  if (!access.includes(person.role)) throw new RequestProblem("not_allowed", [person.role]);
}

const unchanged = (revision: string): Response =>
  new Response(null, { status: 304, headers: { ETag: revision, "Cache-Control": "no-cache" } });
