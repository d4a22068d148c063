import { gzipSync } from "node:zlib";

/** Bytes of answers that are kept. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** Shorter answers gain nothing by it. */
const COMPRESSED_FROM = 1_024;

type Kept = { readonly body: Uint8Array<ArrayBuffer>; gzip?: Uint8Array<ArrayBuffer> };

/**
 * Answers of the revision that is shown: what many ask for is made once. An answer is whole and
 * never changes, so that whoever gets it from here gets what was first made.
 */
export class AnswerCache {
  readonly #kept = new Map<string, Kept>();
  #revision = "";
  #bytes = 0;

  find(revision: string, url: string): Kept | undefined {
    this.#turnTo(revision);
    return this.#kept.get(url);
  }

  keep(revision: string, url: string, json: string): Kept {
    this.#turnTo(revision);
    const kept: Kept = { body: new TextEncoder().encode(json) };
    const bytes = kept.body.length * 2;
    if (this.#bytes + bytes > KEPT_BYTES) this.#clear();
    if (bytes <= KEPT_BYTES) {
      this.#kept.set(url, kept);
      this.#bytes += bytes;
    }
    return kept;
  }

  #turnTo(revision: string): void {
    if (revision === this.#revision) return;
    this.#clear();
    this.#revision = revision;
  }

  #clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }
}

/** An answer as the client can read it, compressed at most once. */
export function responseOf(kept: Kept, request: Request, headers: Headers): Response {
  const takesGzip = /\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? "");
  headers.set("Content-Type", "application/json");
  headers.append("Vary", "Accept-Encoding");
  if (!takesGzip || kept.body.length < COMPRESSED_FROM) {
    return new Response(kept.body, { headers });
  }
  kept.gzip ??= new Uint8Array(gzipSync(kept.body));
  headers.set("Content-Encoding", "gzip");
  return new Response(kept.gzip, { headers });
}
