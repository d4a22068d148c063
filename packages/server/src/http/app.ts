import { Hono, type Context } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { Answerer, responseToFailure, type OnFault } from "./answer.ts";
import type { Office } from "./office.ts";
import { openApiOf } from "./openapi.ts";
import type { WhoAsks } from "./person.ts";
import type { PortalFiles } from "./portal-files.ts";
import { RequestProblem } from "./problem.ts";
import type { ReadingThread } from "./reading/reading-thread.ts";
import type { Route } from "./route.ts";
import { ROUTES } from "./routes/index.ts";
import { clientOf, TokenBuckets, type Rate } from "./token-bucket.ts";

/** How often one client may read, and how often it may hand in statements (H31). */
export type Rates = { readonly reads: Rate; readonly statements: Rate };

const RATES: Rates = {
  reads: { burst: 600, perSecond: 200 },
  statements: { burst: 120, perSecond: 20 },
};

export type AppOptions = {
  readonly onFault?: OnFault;
  readonly rates?: Rates;
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

/** What the API's answers and the portal's files share. */
const HEADERS = {
  crossOriginResourcePolicy: "same-origin",
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  // Whether all of a host speaks TLS is for whoever puts TLS before this to say.
  strictTransportSecurity: false,
} as const;

/** Nothing that the API answers is a page: a browser shall load, run and frame none of it. */
const headersOfApi = secureHeaders({
  ...HEADERS,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
});

/** The portal runs its own scripts and styles, and asks its own office: nothing else. */
const headersOfPortal = secureHeaders({
  ...HEADERS,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

/** "/api/v1/acts/{id}" as the router writes it. */
const patternOf = ({ path, isTree }: Route): string =>
  isTree === true ? path.replace(/\{[a-z]+\}$/, "*") : path.replace(/\{([a-z]+)\}/g, ":$1");

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
  const { onFault = () => undefined, rates = RATES, whoAsks = nobody, portal } = options;
  const app = new Hono<Env>();
  const answerer = new Answerer(office, options.reader);
  const buckets = {
    get: new TokenBuckets(rates.reads),
    post: new TokenBuckets(rates.statements),
  };
  const fail = (failure: unknown, context: Context<Env>): Response =>
    responseToFailure(failure, context.req.raw, onFault);
  app.use((context, next) => {
    const page = portal?.answer(context.req.raw);
    if (page === undefined) return headersOfApi(context, next);
    return headersOfPortal(context, () => {
      context.res = page;
      return Promise.resolve();
    });
  });
  for (const route of ROUTES) {
    app.on(route.method, patternOf(route), async (context) => {
      const wait = buckets[route.method].take(clientOf(addressOf(context)));
      if (wait > 0) throw new RequestProblem("too_many_requests", [String(wait)]);
      return answerer.answer(route, {
        request: context.req.raw,
        person: await whoAsks(context.req.raw),
        places: placesOf(route, context),
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
