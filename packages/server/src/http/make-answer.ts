import { gzipSync } from "node:zlib";
import { encode } from "@jointfund/core/base/schema.ts";
import { acceptedCoding, type Coding } from "./content-coding.ts";
import type { Asked, Route } from "./route.ts";

/** Shorter answers gain nothing by it. */
const COMPRESSED_FROM = 1_024;

/** An answer in bytes: it is whole and never changes. */
export type Made = {
  readonly status: number;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
  /** Whether it says what is wrong (RFC 9457). */
  readonly isProblem: boolean;
  /** What goes with it, where it is a file and no JSON. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** A file that a handler gave as a response, in bytes. */
export async function fileMade(response: Response): Promise<Made> {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, body, isProblem: false, headers };
}

/** Asks a route's handler, and writes what it gives by the route's schema. */
export async function makeAnswer(
  { handle, answer }: Route,
  asked: Asked<unknown, unknown>,
): Promise<Made | Response> {
  const reply = await handle(asked);
  if (reply instanceof Response) return reply;
  if ("problem" in reply) {
    const { problem } = reply;
    return { status: problem.status, body: bytesOf(problem), isProblem: true };
  }
  if (answer.kind !== "json") throw new Error("a handler of bytes answers with a response");
  const body = bytesOf(encode(answer.schema, reply.value));
  return { status: answer.status, body, isProblem: false };
}

const bytesOf = (json: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(json));

/** The same with its compressed form, if it is long enough to have one. */
export function compressed(made: Made): Made {
  if (made.gzip !== undefined || made.body.length < COMPRESSED_FROM) return made;
  return { ...made, gzip: new Uint8Array(gzipSync(made.body)) };
}

const ONLY_GZIP: ReadonlySet<Coding> = new Set(["gzip"]);

const takesGzip = ({ headers }: Request): boolean =>
  acceptedCoding(headers.get("Accept-Encoding"), ONLY_GZIP) !== undefined;

/** As the client can read it. What is not kept under a tag must not be kept by others either. */
export function responseOf(made: Made, request: Request, tag?: string): Response {
  if (made.headers !== undefined) {
    return new Response(made.body, { status: made.status, headers: made.headers });
  }
  const type = made.isProblem ? "application/problem+json" : "application/json";
  const headers = new Headers({ "Content-Type": type, Vary: "Accept-Encoding" });
  headers.set("Cache-Control", tag === undefined ? "no-store" : "no-cache");
  if (made.isProblem) headers.append("Vary", "Accept-Language");
  if (tag !== undefined) headers.set("ETag", tag);
  const { status } = made;
  if (made.gzip === undefined || !takesGzip(request))
    return new Response(made.body, { status, headers });
  headers.set("Content-Encoding", "gzip");
  return new Response(made.gzip, { status, headers });
}
