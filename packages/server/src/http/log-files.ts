import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { RequestProblem } from "./problem.ts";

/**
 * The paths of a published log (C2SP tlog-tiles): these and no others are ever looked for, so that
 * no path leads elsewhere (H30).
 */
const NUMBER = "(?:x[0-9]{3}/){0,5}[0-9]{3}";
const PART = "(?:\\.p/(?:[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?";
const TILE = new RegExp(`^tile/(?:entries|[0-9]|[1-5][0-9]|6[0-3])/${NUMBER}${PART}$`);

const FOREVER = "public, max-age=31536000, immutable";
/** A checkpoint is replaced whenever the log has grown. */
const ASK_AGAIN = "no-cache";

/** A file of the published log, or a problem. */
export async function logFile(directory: string, path: string): Promise<Response> {
  const isCheckpoint = path === "checkpoint";
  if (!isCheckpoint && !TILE.test(path)) throw new RequestProblem("not_found");
  const bytes = await readIfThere(join(directory, path));
  if (bytes === undefined) throw new RequestProblem(isCheckpoint ? "not_published" : "not_found");
  const type = isCheckpoint ? "text/plain; charset=utf-8" : "application/octet-stream";
  return new Response(bytes, {
    headers: { "Content-Type": type, "Cache-Control": isCheckpoint ? ASK_AGAIN : FOREVER },
  });
}

/** The checkpoint that is published now. */
export function readCheckpoint(directory: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return readIfThere(join(directory, "checkpoint"));
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw failure;
  }
}
