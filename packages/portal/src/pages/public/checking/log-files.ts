import type { Result } from "@jointfund/core/base/result.ts";
import type { LogRejection } from "@jointfund/core/log/rejection.ts";
import type { ReadFile } from "@jointfund/core/log/tile-reader.ts";

/** Fetches a file below the published log; nothing where there is none. */
export type FetchFile = (path: string) => Promise<Uint8Array | undefined>;

/** The published log of the office that serves this page, as any tool would read it. */
export const fetchLogFile: FetchFile = async (path) => {
  const response = await fetch(`/log/${path}`, { cache: "no-cache" });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`/log/${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** The full tile in place of a partial one that has been removed (rule L24). */
const fullTile = (path: string): string => path.replace(/\.p\/[0-9]+$/, "");

/**
 * Files of a log that come over the network. What is computed from them is synchronous: it is tried
 * again each time that a file which it lacked has come.
 */
export class LogFiles {
  readonly #fetch: FetchFile;
  readonly #files = new Map<string, Uint8Array | undefined>();

  constructor(fetchFile: FetchFile) {
    this.#fetch = fetchFile;
  }

  /** Paths of the files that were there. */
  get fetched(): readonly string[] {
    return [...this.#files].flatMap(([path, bytes]) => (bytes === undefined ? [] : [path]));
  }

  /** Computes from the files, fetching those that it asks for. */
  async compute<T>(
    from: (readFile: ReadFile) => Result<T, LogRejection>,
  ): Promise<Result<T, LogRejection>> {
    for (;;) {
      const result = from((path) => this.#files.get(path));
      if (result.ok || result.error.code !== "tile_missing") return result;
      const path = String(result.error.facts["path"]);
      if (this.#files.has(path)) return result;
      await this.#load(path);
    }
  }

  async #load(path: string): Promise<void> {
    const bytes = await this.#fetch(path);
    this.#files.set(path, bytes);
    const full = fullTile(path);
    if (bytes === undefined && full !== path) this.#files.set(full, await this.#fetch(full));
  }
}
