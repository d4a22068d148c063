import { gzipSync } from "node:zlib";

/** Bytes of answers that are kept. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** Shorter answers gain nothing by it. */
const COMPRESSED_FROM = 1_024;

/** An answer as it was made: it is whole and never changes. */
type Kept = {
  readonly revision: string;
  readonly madeAt: number;
  readonly body: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
};

/** How an answer is looked for: of which revision, and how old one of an earlier may be. */
export type Wanted = { readonly revision: string; readonly url: string; readonly restsMs: number };

/** Answers by address: what many ask for is made once for each revision of the record (H20). */
export class AnswerCache {
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The answer of the revision, or one of an earlier that was made so shortly ago. */
  find({ revision, url, restsMs }: Wanted): Kept | undefined {
    const kept = this.#kept.get(url);
    if (kept === undefined || kept.revision === revision) return kept;
    return this.#now() - kept.madeAt < restsMs ? kept : undefined;
  }

  keep({ revision, url }: Wanted, json: string): Kept {
    const body = new TextEncoder().encode(json);
    const kept: Kept = { revision, madeAt: this.#now(), body };
    const before = this.#kept.get(url);
    this.#bytes += (body.length - (before?.body.length ?? 0)) * 2;
    if (this.#bytes > KEPT_BYTES) {
      this.#kept.clear();
      this.#bytes = body.length * 2;
    }
    this.#kept.set(url, kept);
    return kept;
  }
}

/** An answer as the client can read it, compressed at most once. */
export function responseOf(kept: Kept, request: Request): Response {
  const headers = new Headers({
    ...{ "Content-Type": "application/json", ETag: kept.revision },
    ...{ "Cache-Control": "no-cache", Vary: "Accept-Encoding" },
  });
  const takesGzip = /\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? "");
  if (!takesGzip || kept.body.length < COMPRESSED_FROM) {
    return new Response(kept.body, { headers });
  }
  kept.gzip ??= new Uint8Array(gzipSync(kept.body));
  headers.set("Content-Encoding", "gzip");
  return new Response(kept.gzip, { headers });
}
