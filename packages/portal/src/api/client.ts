import createClient from "openapi-fetch";
import type { components, paths } from "./generated/types.ts";
import { mayChange, wantNewest, wantsNewest } from "./newest.ts";
import { knownSubject, signedInAgain } from "./signed-in.ts";

export type Problem = components["schemas"]["Problem"];
export type Schemas = components["schemas"];

/** The server said no, and why: a rejection, wrong input, or its own fault (RFC 9457). */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = "ApiProblem";
    this.problem = problem;
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("the office does not answer", { cause });
    this.name = "Unreachable";
  }
}

/**
 * Sends a request. Where the session has ended meanwhile, it waits until whoever asked has signed
 * in again, and is sent once more: what was typed is not lost.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetchOrUnreachable(request);
  if (response.status !== 401 || knownSubject() === undefined) return response;
  return (await signedInAgain()) ? fetchOrUnreachable(again) : response;
}

async function fetchOrUnreachable(request: Request): Promise<Response> {
  if (wantsNewest()) request.headers.set("Cache-Control", "no-cache");
  try {
    const response = await fetch(request);
    // Whoever has changed something finds it in what is shown next.
    if (response.ok && mayChange(request)) wantNewest();
    return response;
  } catch (failure) {
    // What was called off is not unreachable.
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw new Unreachable(failure);
  }
}

/** The office's API, with the types of its own description. */
export const api = createClient<paths>({ fetch: send });

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && "texts" in value;

/** What an answer brought. @throws ApiProblem, Unreachable */
export function answered<Value>({
  data,
  error,
  response,
}: {
  readonly data?: Value;
  readonly error?: unknown;
  readonly response: Response;
}): Value {
  if (data !== undefined) return data;
  if (isProblem(error)) throw new ApiProblem(error);
  // Something between the browser and the office answered in its place.
  throw new Unreachable(new Error(`status ${response.status}`));
}
