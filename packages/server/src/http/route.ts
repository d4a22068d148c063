import type { ObjectSchema, Schema } from "@jointfund/core/base/schema.ts";
import type { HttpProblemCode } from "../languages/http-problems.ts";
import type { Language, Text } from "../languages/language.ts";
import type { Office } from "./office.ts";
import type { Person, Role } from "./person.ts";
import type { Problem } from "./problem.ts";

/**
 * Who may ask (H4): anyone, or those who have signed in in one of the roles. What is signed names
 * its signer itself: the server lets anybody hand it in.
 */
export type Access = "anyone" | "signer" | readonly Role[];

/**
 * Whose data an answer holds that is not the same for all who may ask (H47): their session's, their
 * party's, or their holding's.
 */
export type Scope = "session" | "party" | "holding";

/** For answers that take many milliseconds to make. */
export const RESTS_MS = 1_000;

/** What a route answers with: JSON by a schema, or bytes of a media type that are described. */
export type Answer =
  | { readonly kind: "json"; readonly schema: Schema<unknown>; readonly status: 200 | 201 }
  | { readonly kind: "bytes"; readonly type: string };

/** What a handler is given. Path and query are decoded by the route's own schemas. */
export type Asked<Path, Query> = {
  readonly office: Office;
  readonly path: Path;
  readonly query: Query;
  readonly language: Language;
  readonly request: Request;
  /** Who asks, if they have signed in. A route that is not for anyone always has one. */
  readonly person?: Person;
  /** From where, as requests are counted (H31); absent where the thread that reads answers. */
  readonly client?: string;
};

/** What a handler gives: a value of the answer's schema, or a whole response. */
export type Reply<Value> = { readonly value: Value } | { readonly problem: Problem } | Response;

/** A request that the API takes: routing, validation, OpenAPI and reference come from this (H1). */
export type Route = {
  /** Name of the operation, for generated clients. */
  readonly id: string;
  readonly method: "get" | "post";
  /** As OpenAPI writes it: "/api/v1/acts/{id}". */
  readonly path: string;
  readonly text: Text;
  readonly access: Access;
  readonly scope?: Scope;
  /** Whether the last parameter of the path may hold slashes. */
  readonly isTree?: true;
  readonly pathSchema: ObjectSchema<unknown>;
  readonly querySchema: ObjectSchema<unknown>;
  readonly body?: Schema<unknown>;
  /** Headers that it reads beside those of every request. */
  readonly headers?: readonly string[];
  readonly answer: Answer;
  readonly problems: readonly HttpProblemCode[];
  /** Whether the answer is the same as long as the record is: it has an ETag then (H20). */
  readonly ofRecord: boolean;
  /**
   * How long an answer may be given again although the record has grown, ms: what costs much to
   * make is not made for each of many entries (H20). A request with `no-cache` gets the newest.
   */
  readonly restsMs?: number;
  /** Whether it is a file that costs much to make, from the record and who asks alone. */
  readonly isFile?: true;
  readonly handle: (asked: Asked<unknown, unknown>) => Reply<unknown> | Promise<Reply<unknown>>;
};

type JsonRoute<Path, Query, Value> = Omit<
  Route,
  "pathSchema" | "querySchema" | "answer" | "handle" | "access" | "problems" | "ofRecord" | "method"
> & {
  readonly pathSchema: ObjectSchema<Path>;
  readonly querySchema: ObjectSchema<Query>;
  readonly answer: Schema<Value>;
  /** Whose it is, if not everybody's. */
  readonly access?: readonly Role[];
  readonly problems?: readonly HttpProblemCode[];
  readonly handle: (asked: Asked<Path, Query>) => Reply<Value> | Promise<Reply<Value>>;
};

/** A route that reads: an answer in JSON that depends on the record and on who asks alone. */
export function reading<Path, Query, Value>(route: JsonRoute<Path, Query, Value>): Route {
  const { answer, access = "anyone", problems = [], ...rest } = route;
  return {
    ...rest,
    ...{ method: "get", access, ofRecord: access === "anyone", problems },
    answer: { kind: "json", schema: answer, status: 200 },
    handle: (asked) => route.handle(asked as Asked<Path, Query>),
  };
}
