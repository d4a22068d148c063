import { instant, type Instant, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { RecordStep } from "@jointfund/core/statements/record-steps.ts";
import { datedView } from "./dated-view.ts";
import type { OfficeFund } from "./office.ts";
import { RequestProblem } from "./problem.ts";
import { RecordReplay, type RecordView } from "./record-replay.ts";

/** How many earlier records are kept: each holds a replay's whole memory. */
const EARLIER_KEPT = 4;
/** Earlier records that are replayed at the same time: each takes a while. */
const REPLAYING_MAX = 2;

/** "What was known": after the entry of an index, or at an instant. */
export type KnownAt = number | Instant;

/** The record as it is shown: it follows the fund, and knows what was known before. */
export class LiveRecord {
  readonly #fund: OfficeFund;
  readonly #head: RecordReplay;
  readonly #listeners = new Set<() => void>();
  /** By their size. */
  readonly #earlier = new Map<number, Promise<RecordView>>();
  #following: Promise<void> = Promise.resolve();
  #replaying = 0;

  private constructor(fund: OfficeFund, head: RecordReplay) {
    this.#fund = fund;
    this.#head = head;
    fund.onAppended(() => void this.caughtUp());
  }

  /** The record of a fund that is founded, replayed from where somebody's replay of it has come. */
  static async open(
    fund: OfficeFund,
    head: RecordReplay = new RecordReplay(),
  ): Promise<LiveRecord> {
    await head.advance(fund, fund.size);
    return new LiveRecord(fund, head);
  }

  get size(): number {
    return this.#head.size;
  }

  get view(): RecordView {
    return this.#head.view;
  }

  /** The entries that changed a figure, in the order of the log, with what they left. */
  get steps(): readonly RecordStep[] {
    return this.#head.steps;
  }

  /** Calls whenever the record shown has grown, until what it returns is called. */
  onGrown(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Settles once everything is shown that was durable when it was called. */
  caughtUp(): Promise<void> {
    this.#following = this.#following.then(async () => {
      const before = this.#head.size;
      await this.#head.advance(this.#fund, this.#fund.size);
      if (this.#head.size > before) for (const listener of this.#listeners) listener();
    });
    return this.#following;
  }

  /** The record as it was then; throws `RequestProblem` before the founding and in the future. */
  at(knownAt: KnownAt): Promise<RecordView> {
    const { size } = this.#head;
    const isIndex = typeof knownAt === "number";
    if (isIndex && knownAt >= size)
      throw new RequestProblem("future_asked", [`#${knownAt}`, `#${size - 1}`]);
    const asked = isIndex ? knownAt + 1 : this.#head.sizeAt(knownAt);
    if (asked === size) return Promise.resolve(this.view);
    if (asked === 0) {
      throw new RequestProblem("past_asked", [`${knownAt}`, this.view.chronicle.firstDay ?? ""]);
    }
    const known = this.#earlier.get(asked) ?? this.#replay(asked);
    // The one that was asked for last is kept longest.
    this.#earlier.delete(asked);
    this.#earlier.set(asked, known);
    const [oldest] = this.#earlier.keys();
    if (this.#earlier.size > EARLIER_KEPT && oldest !== undefined) this.#earlier.delete(oldest);
    return known;
  }

  /** A record with its books as of an earlier business day (H22). */
  async dated(view: RecordView, day: LocalDate): Promise<RecordView> {
    const { today } = view.state;
    if (day > today) throw new RequestProblem("future_asked", [day, today]);
    return datedView(view, await this.at(instant(`${day}T23:59:59Z`)), day);
  }

  #replay(size: number): Promise<RecordView> {
    if (this.#replaying >= REPLAYING_MAX) throw new RequestProblem("too_many_requests", ["2"]);
    this.#replaying++;
    const replayed = this.#head.earlier(this.#fund, size).finally(() => this.#replaying--);
    replayed.catch(() => this.#earlier.delete(size));
    return replayed;
  }
}
