import { compressed, type Made } from "./make-answer.ts";

/** Bytes of answers that are kept. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** Answers that are made again unasked: those that somebody asked for so shortly ago. */
const ASKED_MS = 60_000;
const MADE_UNASKED = 20;
/** What costs much to make is made again after so many times as long, and given twice as long. */
const PAUSE = 2;

/** How an answer is looked for: of which revision, and how far one of an earlier may be behind. */
export type Wanted = { readonly revision: string; readonly url: string; readonly restsMs: number };

/** What is made for whoever asks, with the revision that it was made under. */
export type Fresh = { readonly made: Made; readonly revision: string };

type Make = () => Promise<Fresh>;

/** An answer that is kept. */
type Kept = Fresh & {
  /** When it began to be made: it tells of nothing later. */
  readonly since: number;
  readonly tookMs: number;
  readonly restsMs: number;
  readonly make: Make;
  askedAt: number;
  /** Since when there is something that it does not tell. */
  staleSince: number | undefined;
};

/** What is being made, so that nobody makes it a second time. */
type Making = { readonly revision: string; readonly since: number; readonly kept: Promise<Kept> };

/** Answers by address: what many ask for is made once for each revision of the record (H20). */
export class AnswerCache {
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Making>();
  #changedAt = -Infinity;
  #bytes = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * The answer of the revision, or one of an earlier that is not too far behind. That is given
   * while the next is made, so that under steady asking nobody waits.
   */
  async get(wanted: Wanted, make: Make): Promise<Fresh> {
    const { revision, url, restsMs } = wanted;
    const now = this.#now();
    const kept = this.#kept.get(url);
    if (kept === undefined) return this.#make(wanted, make);
    kept.askedAt = now;
    if (kept.revision === revision) return kept;
    const pause = kept.tookMs * PAUSE;
    const behind = now - (kept.staleSince ?? kept.since);
    if (restsMs === 0 || behind >= Math.max(restsMs, pause * 2)) return this.#make(wanted, make);
    if (now - kept.since >= Math.max(restsMs / 2, pause)) this.#makeAside(wanted, make);
    return kept;
  }

  /** To be called whenever there is something that answers made before do not tell. */
  changed(): void {
    this.#changedAt = this.#now();
    for (const kept of this.#kept.values()) {
      if (kept.restsMs > 0) kept.staleSince ??= this.#changedAt;
    }
  }

  /** Makes what was asked for shortly ago and has changed, so that whoever asks next finds it. */
  refresh(): void {
    const now = this.#now();
    const asked = [...this.#kept]
      .filter(([, { askedAt, staleSince }]) => staleSince !== undefined && now - askedAt < ASKED_MS)
      .toSorted(([, a], [, b]) => b.askedAt - a.askedAt)
      .slice(0, MADE_UNASKED);
    for (const [url, { make, restsMs, since, tookMs }] of asked) {
      if (now - since < tookMs * PAUSE) continue;
      this.#makeAside({ url, restsMs, revision: "" }, make);
    }
  }

  /** Should it fail, it fails again for whoever has to wait for it, and is told there. */
  #makeAside(wanted: Wanted, make: Make): void {
    this.#make(wanted, make).catch(() => undefined);
  }

  /** Makes an answer, or waits for the one that is being made and is not too old. */
  #make(wanted: Wanted, make: Make): Promise<Kept> {
    const { revision, url, restsMs } = wanted;
    const since = this.#now();
    const known = this.#making.get(url);
    if (known !== undefined && (known.revision === revision || since - known.since < restsMs)) {
      return known.kept;
    }
    const making = { revision, since, kept: this.#keep(wanted, since, make) };
    this.#making.set(url, making);
    void this.#forget(url, making);
    return making.kept;
  }

  async #forget(url: string, making: Making): Promise<void> {
    await making.kept.catch(() => undefined);
    if (this.#making.get(url) === making) this.#making.delete(url);
  }

  async #keep({ url, restsMs }: Wanted, since: number, make: Make): Promise<Kept> {
    const { made, revision } = await make();
    const before = this.#kept.get(url);
    const kept: Kept = {
      ...{ revision, since, make, made: compressed(made), tookMs: this.#now() - since },
      // Who asks for the newest alone does not say how long others may be given it.
      restsMs: Math.max(restsMs, before?.restsMs ?? 0),
      askedAt: before?.askedAt ?? since,
      staleSince: this.#changedAt > since ? since : undefined,
    };
    if (made.isProblem) return kept;
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
