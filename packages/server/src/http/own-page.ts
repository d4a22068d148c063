import { RequestProblem } from "./problem.ts";

/**
 * Refuses what another site makes somebody's browser send with their cookie (H45). Browsers say
 * where a request comes from, and no page can change that; whoever uses no browser says it himself.
 */
export function requireOwnPage(request: Request, address: URL | undefined): void {
  const { headers } = request;
  if (!headers.has("Cookie")) return;
  const site = headers.get("Sec-Fetch-Site");
  if (site === "same-origin") return;
  const origin = headers.get("Origin");
  const own = [new URL(request.url).origin, ...(address === undefined ? [] : [address.origin])];
  if (site === null && origin !== null && own.includes(origin)) return;
  throw new RequestProblem("cross_site");
}
