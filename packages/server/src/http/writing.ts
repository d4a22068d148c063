import type { ObjectSchema, Schema } from "@jointfund/core/base/schema.ts";
import type { HttpProblemCode } from "../languages/http-problems.ts";
import { decodeBody } from "./body.ts";
import type { Role } from "./person.ts";
import type { Asked, Reply, Route } from "./route.ts";
import { nothing } from "./wire-schemas.ts";

type WritingRoute<Path, Body, Value> = Pick<Route, "id" | "path" | "text" | "scope"> & {
  readonly access: readonly Role[];
  readonly pathSchema: ObjectSchema<Path>;
  readonly body: Schema<Body>;
  readonly answer: Schema<Value>;
  readonly problems: readonly HttpProblemCode[];
  readonly handle: (asked: Asked<Path, unknown>, body: Body) => Promise<Reply<Value>>;
};

/** A route by which somebody who has signed in changes what the office keeps beside the log. */
export function writing<Path, Body, Value>(route: WritingRoute<Path, Body, Value>): Route {
  const { answer, problems, ...rest } = route;
  return {
    ...rest,
    ...{ method: "post", querySchema: nothing, ofRecord: false },
    problems: [...problems, "body_too_large", "body_not_json", "body_wrong"],
    answer: { kind: "json", schema: answer, status: 200 },
    async handle(asked) {
      const body = await decodeBody(asked.request, route.body);
      return route.handle(asked as Asked<Path, unknown>, body);
    },
  };
}
