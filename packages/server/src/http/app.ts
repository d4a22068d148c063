import { Hono, type Context } from "hono";
import { Answerer, responseToFailure, type OnFault } from "./answer.ts";
import { mountSignIn } from "./mount-sign-in.ts";
import type { Office } from "./office.ts";
import { openApiOf } from "./openapi.ts";
import { requireOwnPage } from "./own-page.ts";
import type { WhoAsks } from "./person.ts";
import type { PortalFiles } from "./portal-files.ts";
import { RequestProblem } from "./problem.ts";
import type { ReadingThread } from "./reading/reading-thread.ts";
import type { Route } from "./route.ts";
import { ROUTES } from "./routes/index.ts";
import { pagesWithHeaders } from "./security-headers.ts";
import { clientOf, TokenBuckets, type Rate } from "./token-bucket.ts";

/** How often one client may read, hand in statements, and go about signing in (H31). */
export type Rates = {
  readonly reads: Rate;
  readonly statements: Rate;
  /** Steps of a sign-in, of which each takes some six. */
  readonly signIn: Rate;
};

const RATES: Rates = {
  reads: { burst: 600, perSecond: 200 },
  statements: { burst: 120, perSecond: 20 },
  signIn: { burst: 60, perSecond: 1 },
};

export type AppOptions = {
  readonly onFault?: OnFault;
  readonly rates?: Partial<Rates>;
  /** Who asks, if not those who have signed in at the office. */
  readonly whoAsks?: WhoAsks;
  /** Makes the answers that cost much; without one they are made where requests come in. */
  readonly reader?: ReadingThread;
  /** The pages for people, if they are served too. */
  readonly portal?: PortalFiles;
};

/** What @hono/node-server lends: the request as Node has it. */
type Bindings = {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
};

type Env = { readonly Bindings: Bindings };

/** "/api/v1/acts/{id}" as the router writes it. */
const patternOf = ({ path, isTree }: Route): string =>
  isTree === true ? path.replace(/\{[a-z]+\}$/, "*") : path.replace(/\{([a-z]+)\}/g, ":$1");

/** What an open page asks by itself: nobody need be there, so that a session ends all the same. */
const IDLE_ROUTES: ReadonlySet<string> = new Set(["getSession", "followRecord"]);

/** Where nobody can sign in, nobody has. */
const nobody: WhoAsks = () => Promise.resolve(undefined);

/** What an address has in the places of its route. */
function placesOf(route: Route, context: Context<Env>): readonly (readonly [string, string])[] {
  if (route.isTree !== true) return Object.entries(context.req.param());
  const start = route.path.indexOf("{");
  const name = route.path.slice(start + 1, -1);
  return [[name, new URL(context.req.url).pathname.slice(start)]];
}

/** The HTTP interface of a fund's office (docs/spec/http.md). */
export function createApp(office: Office, options: AppOptions = {}): Hono<Env> {
  const { onFault = () => undefined, portal } = options;
  const { signIn } = office;
  const rates = { ...RATES, ...options.rates };
  const whoAsks = options.whoAsks ?? signIn?.whoAsks ?? nobody;
  const app = new Hono<Env>();
  const answerer = new Answerer(office, options.reader);
  const buckets = {
    get: new TokenBuckets(rates.reads),
    post: new TokenBuckets(rates.statements),
    signIn: new TokenBuckets(rates.signIn),
  };
  const take = (bucket: keyof typeof buckets, context: Context<Env>): void => {
    const wait = buckets[bucket].take(clientOf(addressOf(context)));
    if (wait > 0) throw new RequestProblem("too_many_requests", [String(wait)]);
  };
  const fail = (failure: unknown, context: Context<Env>): Response =>
    responseToFailure(failure, context.req.raw, onFault);
  // Pages of their own, with headers of their own.
  if (signIn !== undefined) mountSignIn(app, signIn, (context) => take("signIn", context));
  app.use(pagesWithHeaders(portal));
  for (const route of ROUTES) {
    app.on(route.method, patternOf(route), async (context) => {
      take(route.method, context);
      const request = context.req.raw;
      const reliesOnCookie = route.method !== "get" && route.access !== "signer";
      if (reliesOnCookie) requireOwnPage(request, signIn?.address);
      return answerer.answer(route, {
        request,
        person: await whoAsks(request, !IDLE_ROUTES.has(route.id)),
        places: placesOf(route, context),
        client: clientOf(addressOf(context)),
      });
    });
  }
  const description = JSON.stringify(openApiOf(ROUTES));
  app.get("/openapi.json", () => {
    const headers = { "Content-Type": "application/json", "Cache-Control": "no-cache" };
    return new Response(description, { headers });
  });
  for (const pattern of new Set(ROUTES.map(patternOf))) {
    app.all(pattern, (context) => {
      throw new RequestProblem("method_not_allowed", [context.req.method]);
    });
  }
  app.notFound((context) => fail(new RequestProblem("not_found"), context));
  app.onError((failure, context) => fail(failure, context));
  return app;
}

/** Where the request came from; nothing where no socket is behind it. */
function addressOf({ env }: Context<Env>): string | undefined {
  // Without a server, as in tests, there is no environment at all.
  return (env as Bindings | undefined)?.incoming?.socket?.remoteAddress;
}
