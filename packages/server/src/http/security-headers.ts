import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { PortalFiles } from "./portal-files.ts";

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

/** Answers with a file or page of the portal, or goes on. Both get their headers. */
export function pagesWithHeaders(portal: PortalFiles | undefined): MiddlewareHandler {
  return (context, next) => {
    const page = portal?.answer(context.req.raw);
    if (page === undefined) return headersOfApi(context, next);
    return headersOfPortal(context, () => {
      context.res = page;
      return Promise.resolve();
    });
  };
}
