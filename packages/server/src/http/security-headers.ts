import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { PortalFiles } from "./portal-files.ts";

/** What the API's answers and the portal's files share. */
const HEADERS = {
  crossOriginResourcePolicy: "same-origin",
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  // A page that opens this one, or that it opens, shares no process with it.
  crossOriginOpenerPolicy: "same-origin",
  // Whether all of a host speaks TLS is for whoever puts TLS before this to say.
  strictTransportSecurity: false,
} as const;

/** Nothing that the API answers is a page: a browser shall load, run and frame none of it. */
const headersOfApi = secureHeaders({
  ...HEADERS,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
});

/** What no page of ours asks a browser for. */
const NOT_NEEDED = [
  ...["accelerometer", "autoplay", "camera", "displayCapture", "geolocation"],
  ...["gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"],
] as const;

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
    // React writes text, never markup: whoever would is stopped by the browser.
    requireTrustedTypesFor: ["'script'"],
  },
  permissionsPolicy: {
    publickeyCredentialsGet: ["self"],
    clipboardWrite: ["self"],
    ...Object.fromEntries(NOT_NEEDED.map((feature) => [feature, []])),
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
