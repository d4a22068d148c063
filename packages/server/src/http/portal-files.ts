import { hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** Kinds of files that a portal is made of. Nothing else is served. */
const MEDIA_TYPES: { readonly [ending: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** What the office itself answers: below these no address is a page of the portal. */
const OF_THE_API = /^\/(?:api|log|openapi\.json)(?:\/|$)/;

type Served = {
  readonly type: string;
  readonly tag: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly isForever: boolean;
};

/** The built portal, read once: its files by their address. */
export class PortalFiles {
  readonly #files = new Map<string, Served>();

  constructor(directory: string) {
    for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
      const file = join(directory, name);
      const type = MEDIA_TYPES[extname(name)];
      if (type === undefined || !statSync(file).isFile()) continue;
      const body = new Uint8Array(readFileSync(file));
      const address = `/${name.split(sep).join("/")}`;
      this.#files.set(address, {
        ...{ type, body, gzip: new Uint8Array(gzipSync(body)) },
        tag: `"${hash("sha256", body, "base64url").slice(0, 22)}"`,
        // Their names carry a hash of what is in them.
        isForever: address.startsWith("/assets/"),
      });
    }
  }

  /** The file at an address, or the page itself for an address that it knows how to show. */
  answer(request: Request): Response | undefined {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET" || OF_THE_API.test(pathname)) return undefined;
    const file = this.#files.get(pathname);
    if (file !== undefined && pathname !== "/index.html") return responseOf(file, request);
    const wantsPage = (request.headers.get("Accept") ?? "").includes("text/html");
    const page = this.#files.get("/index.html");
    return wantsPage && page !== undefined ? responseOf(page, request) : undefined;
  }
}

function responseOf({ type, tag, body, gzip, isForever }: Served, request: Request): Response {
  const headers = new Headers({
    ...{ "Content-Type": type, ETag: tag, Vary: "Accept-Encoding" },
    "Cache-Control": isForever ? "public, max-age=31536000, immutable" : "no-cache",
  });
  if (request.headers.get("If-None-Match") === tag)
    return new Response(null, { status: 304, headers });
  const isSmaller = /\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? "");
  if (isSmaller) headers.set("Content-Encoding", "gzip");
  return new Response(isSmaller ? gzip : body, { headers });
}
