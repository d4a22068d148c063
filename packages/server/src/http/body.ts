import type { Json } from "@jointfund/core/base/canonical.ts";
import { decode, type Schema } from "@jointfund/core/base/schema.ts";
import { ENTRY_BYTES_MAX } from "@jointfund/core/log/tiles.ts";
import { RequestProblem } from "./problem.ts";

const tooLarge = (bytesMax: number): RequestProblem =>
  new RequestProblem("body_too_large", [String(bytesMax)]);

/**
 * The body of a request, no longer than an entry can be if nothing else is said: what is longer
 * could never be recorded, so it is not even read to its end (H24).
 */
export async function readBody(
  request: Request,
  bytesMax: number = ENTRY_BYTES_MAX,
): Promise<Uint8Array> {
  const [type = ""] = (request.headers.get("Content-Type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") throw new RequestProblem("body_not_json");
  const stated = Number(request.headers.get("Content-Length") ?? 0);
  if (stated > bytesMax) throw tooLarge(bytesMax);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream: AsyncIterable<Uint8Array> | null = request.body;
  if (stream === null) return new Uint8Array();
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > bytesMax) throw tooLarge(bytesMax);
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/** The body of a request as its schema has it; what is wrong with it is told in full. */
export async function decodeBody<T>(
  request: Request,
  schema: Schema<T>,
  bytesMax: number = ENTRY_BYTES_MAX,
): Promise<T> {
  const decoded = decode(schema, jsonOf(await readBody(request, bytesMax)));
  if (decoded.ok) return decoded.value;
  throw new RequestProblem("body_wrong", [], decoded.error);
}

function jsonOf(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json;
  } catch {
    throw new RequestProblem("body_not_json");
  }
}
