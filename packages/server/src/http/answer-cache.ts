import { compressed, type Made } from "./make-answer.ts";

/** Bytes of answers that are kept. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** An answer that is kept, and what it says of when. */
export type Kept = {
  readonly revision: string;
  /** When it began to be made: it tells of nothing later. */
  readonly since: number;
  readonly made: Made;
};

/** How an answer is looked for: of which revision, and how old one of an earlier may be. */
export type Wanted = { readonly revision: string; readonly url: string; readonly restsMs: number };

/** What is being made, so that nobody makes it a second time. */
type Making = { readonly revision: string; readonly since: number; readonly kept: Promise<Kept> };

/** What is made for whoever asks, with the revision that it was made under. */
export type Fresh = { readonly made: Made; readonly revision: string };

/** Answers by address: what many ask for is made once for each revision of the record (H20). */
export class AnswerCache {
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Making>();
  #bytes = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * The answer of the revision, or one of an earlier that was made so shortly ago. One that will
   * soon be too old is given while the next is made, so that under steady asking nobody waits.
   */
  async get(wanted: Wanted, make: () => Promise<Fresh>): Promise<Kept> {
    const { revision, url, restsMs } = wanted;
    const kept = this.#kept.get(url);
    if (kept?.revision === revision) return kept;
    const age = kept === undefined ? Infinity : this.#now() - kept.since;
    if (kept === undefined || age >= restsMs) return this.#make(wanted, make);
    if (age >= restsMs / 2) {
      // Should it fail, it fails again for whoever has to wait for it, and is told there.
      this.#make(wanted, make).catch(() => undefined);
    }
    return kept;
  }

  /** Makes an answer, or waits for the one that is being made and is not too old. */
  #make({ revision, url, restsMs }: Wanted, make: () => Promise<Fresh>): Promise<Kept> {
    const since = this.#now();
    const known = this.#making.get(url);
    if (known !== undefined && (known.revision === revision || since - known.since < restsMs)) {
      return known.kept;
    }
    const making = { revision, since, kept: this.#keep(url, since, make) };
    this.#making.set(url, making);
    void this.#forget(url, making);
    return making.kept;
  }

  async #forget(url: string, making: Making): Promise<void> {
    await making.kept.catch(() => undefined);
    if (this.#making.get(url) === making) this.#making.delete(url);
  }

  async #keep(url: string, since: number, make: () => Promise<Fresh>): Promise<Kept> {
    const fresh = await make();
    const kept: Kept = { ...fresh, since, made: compressed(fresh.made) };
    if (kept.made.isProblem) return kept;
    const before = this.#kept.get(url);
    // One that began to be made later, and was ready earlier, stays.
    if (before !== undefined && before.since > since) return kept;
    this.#bytes += bytesOf(kept) - (before === undefined ? 0 : bytesOf(before));
    if (this.#bytes > KEPT_BYTES) {
      this.#kept.clear();
      this.#bytes = bytesOf(kept);
    }
    this.#kept.set(url, kept);
    return kept;
  }
}

const bytesOf = ({ made: { body, gzip } }: Kept): number => body.length + (gzip?.length ?? 0);
