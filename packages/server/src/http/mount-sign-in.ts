import type { Context, Hono } from "hono";
import { DEMONSTRATION_PATH } from "../sign-in/demonstration-provider.ts";
import { RETURN_PATH, START_PATH, type SignIn } from "../sign-in/sign-in.ts";
import { RequestProblem } from "./problem.ts";

/** Pages that a browser goes through to sign in: they redirect, and are no part of the API. */
export function mountSignIn<Env extends object>(
  app: Hono<Env>,
  signIn: SignIn,
  take: (context: Context<Env>) => void,
): void {
  const found = (response: Response | undefined): Response => {
    if (response === undefined) throw new RequestProblem("not_found");
    return response;
  };
  app.get(`${START_PATH}/:provider`, async (context) => {
    take(context);
    return found(await signIn.start(context.req.raw, context.req.param("provider")));
  });
  app.get(RETURN_PATH, async (context) => {
    take(context);
    return signIn.complete(context.req.raw);
  });
  app.all(`${DEMONSTRATION_PATH}/*`, async (context) => {
    take(context);
    return found(await signIn.demonstration(context.req.raw));
  });
}
