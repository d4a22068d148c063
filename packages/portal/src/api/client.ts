import createClient from "openapi-fetch";
import type { components, paths } from "./generated/types.ts";

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

async function fetchOrUnreachable(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    // What was called off is not unreachable.
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw new Unreachable(failure);
  }
}

/** The office's API, with the types of its own description. */
export const api = createClient<paths>({ fetch: fetchOrUnreachable });

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
