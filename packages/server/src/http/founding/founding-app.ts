import { encode } from "@jointfund/core/base/schema.ts";
import { Hono } from "hono";
import { problemResponse, responseToFailure, type OnFault } from "../answer.ts";
import { languageAsked } from "../language.ts";
import { openApiOf } from "../openapi.ts";
import type { PortalFiles } from "../portal-files.ts";
import { RequestProblem } from "../problem.ts";
import { pagesWithHeaders } from "../security-headers.ts";
import { FOUNDING_ROUTES, type FoundingOffice, type FoundingRoute } from "./founding-routes.ts";

export type FoundingAppOptions = { readonly onFault: OnFault; readonly portal?: PortalFiles };

async function answerOf(
  route: FoundingRoute,
  office: FoundingOffice,
  request: Request,
): Promise<Response> {
  const language = languageAsked(request.headers.get("Accept-Language"));
  const reply = await route.handle(office, request, language);
  if (reply instanceof Response) return reply;
  if ("problem" in reply) return problemResponse(reply.problem);
  const { answer } = route;
  if (answer.kind !== "json") throw new Error("a founding answers in JSON");
  const json = JSON.stringify(encode(answer.schema, reply.value));
  const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
  return new Response(json, { status: answer.status, headers });
}

/** What is served where no fund is founded yet: the founding, and a clear no to all else (H95). */
export function createFoundingApp(
  office: FoundingOffice,
  { onFault, portal }: FoundingAppOptions,
): Hono {
  const app = new Hono();
  app.use(pagesWithHeaders(portal));
  for (const route of FOUNDING_ROUTES) {
    app.on(route.method, route.path, (context) => answerOf(route, office, context.req.raw));
  }
  const description = JSON.stringify(openApiOf(FOUNDING_ROUTES));
  app.get("/openapi.json", () => {
    return new Response(description, { headers: { "Content-Type": "application/json" } });
  });
  app.notFound((context) =>
    responseToFailure(new RequestProblem("not_founded"), context.req.raw, onFault),
  );
  app.onError((failure, context) => responseToFailure(failure, context.req.raw, onFault));
  return app;
}
