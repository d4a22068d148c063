import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { acceptedCoding, type Coding } from "./content-coding.ts";

/** Kinds of files that a portal is made of. Nothing else is served. */
const MEDIA_TYPES: { readonly [ending: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** How a compressed form of a file is named beside it by the build. */
const ENDINGS = { br: ".br", gzip: ".gz" } as const;

/** What the office itself answers: below these no address is a page of the portal. */
const OF_THE_API = /^\/(?:api|log|assets|openapi\.json)(?:\/|$)/;
/**
 * An address beside the page that names a file: where there is none, there is no page either.
 * Deeper ones may end in an id with points in it, as `/why/sides.US.owns`.
 */
const NAMES_FILE = /^\/[^/]*\.[a-z0-9]{1,8}$/i;

type Bytes = Uint8Array<ArrayBuffer>;

type Served = {
  readonly type: string;
  readonly tag: string;
  readonly body: Bytes;
  /** The forms that the build has compressed. */
  readonly coded: ReadonlyMap<Coding, Bytes>;
  readonly isForever: boolean;
};

/**
 * The built portal, read once: its files by their address. An address is only ever looked up among
 * these, so that none leads to another file of the machine (H33).
 */
export class PortalFiles {
  readonly #files = new Map<string, Served>();

  constructor(directory: string) {
    for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
      const file = join(directory, name);
      const type = MEDIA_TYPES[extname(name)];
      if (type === undefined || !statSync(file).isFile()) continue;
      const body = read(file);
      const address = `/${name.split(sep).join("/")}`;
      this.#files.set(address, {
        ...{ type, body, coded: codedFormsOf(file) },
        tag: `"${hash("sha256", body, "base64url").slice(0, 22)}"`,
        // Their names carry a hash of what is in them.
        isForever: address.startsWith("/assets/"),
      });
    }
  }

  /** The file at an address, or the page itself for an address that it may know how to show. */
  answer(request: Request): Response | undefined {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET" && request.method !== "HEAD") return undefined;
    const file = this.#files.get(pathname);
    if (file !== undefined && pathname !== "/index.html") return responseOf(file, request);
    if (OF_THE_API.test(pathname) || NAMES_FILE.test(pathname)) return undefined;
    const wantsPage = (request.headers.get("Accept") ?? "").includes("text/html");
    const page = this.#files.get("/index.html");
    return wantsPage && page !== undefined ? responseOf(page, request) : undefined;
  }
}

const read = (file: string): Bytes => new Uint8Array(readFileSync(file));

function codedFormsOf(file: string): ReadonlyMap<Coding, Bytes> {
  const forms = new Map<Coding, Bytes>();
  for (const coding of ["br", "gzip"] as const) {
    const coded = file + ENDINGS[coding];
    if (existsSync(coded)) forms.set(coding, read(coded));
  }
  return forms;
}

function responseOf({ type, tag, body, coded, isForever }: Served, request: Request): Response {
  const headers = new Headers({
    ...{ "Content-Type": type, ETag: tag, Vary: "Accept-Encoding" },
    "Cache-Control": isForever ? "public, max-age=31536000, immutable" : "no-cache",
  });
  const tags = (request.headers.get("If-None-Match") ?? "").split(",", 50);
  if (tags.some((each) => each.trim().replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  const coding = acceptedCoding(request.headers.get("Accept-Encoding"), coded);
  if (coding !== undefined) headers.set("Content-Encoding", coding);
  const sent = coding === undefined ? body : (coded.get(coding) ?? body);
  headers.set("Content-Length", String(sent.length));
  return new Response(request.method === "HEAD" ? null : sent, { headers });
}
