import { setImmediate as nextTurn } from "node:timers/promises";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Instant } from "@jointfund/core/calendar/date.ts";
import { Chronicle, type Recorded } from "@jointfund/core/fund/chronicle.ts";
import type { Entry } from "@jointfund/core/fund/entry.ts";
import { replayEntry, type Replayed } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { speakerOf } from "@jointfund/core/governance/authenticate.ts";
import type { StatementKind } from "@jointfund/core/governance/statement.ts";
import { takenAsSigned } from "../application/signature-checks.ts";
import type { OfficeFund } from "./office.ts";

/** Entries that are read at once, and replayed before others get their turn. */
const BATCH = 64;

/** What is told of an entry without reading it. */
export type EntryNote = {
  readonly kind: StatementKind;
  readonly recordedAt: Instant;
  /** The officer who said it. */
  readonly by: string;
  /** The act that it brings in or is about. */
  readonly act?: string;
};

/** A record replayed up to some entry: what every view is made from. */
export type RecordView = {
  readonly state: FundState;
  readonly chronicle: Recorded;
  /** One for each entry. */
  readonly notes: readonly EntryNote[];
  /** Entries that it holds. */
  readonly size: number;
};

/**
 * A replay of a fund's own journal that goes on from where it is. The fund has verified every
 * signature when it was opened, or when it took the entry: here they are taken as right.
 */
export class RecordReplay {
  readonly #chronicle = new Chronicle();
  readonly #notes: EntryNote[] = [];
  readonly #fund: OfficeFund;
  #state: FundState | undefined;

  constructor(fund: OfficeFund) {
    this.#fund = fund;
  }

  get size(): number {
    return this.#notes.length;
  }

  get isFounded(): boolean {
    return this.#state !== undefined;
  }

  get view(): RecordView {
    assert(this.#state !== undefined, "a record that is shown begins with the founding");
    const { size } = this;
    return { state: this.#state, chronicle: this.#chronicle, notes: this.#notes, size };
  }

  /** Replays up to a size, as long as the next entry is wanted. */
  async advance(to: number, isWanted: (entry: Entry) => boolean = () => true): Promise<void> {
    while (this.size < to) {
      const leaves = await this.#fund.entries(this.size, Math.min(to, this.size + BATCH));
      for (const leaf of leaves) if (!this.#take(leaf, isWanted)) return;
      // Whoever asks for something else need not wait for the whole of a long replay.
      await nextTurn();
    }
  }

  #take(leaf: Uint8Array, isWanted: (entry: Entry) => boolean): boolean {
    const index = this.size;
    const replayed = replayEntry(this.#state, leaf, {
      index,
      ...takenAsSigned,
      blob: (hash) => this.#fund.blob(hash),
      rootAt: (size) => (size <= index ? this.#fund.rootAt(size) : undefined),
    });
    assert(replayed.ok, `entry ${index} of the fund's own journal replays`);
    if (!isWanted(replayed.value.entry)) return false;
    this.#chronicle.add(replayed.value, this.#state);
    this.#state = replayed.value.state;
    this.#notes.push(noteOf(replayed.value));
    return true;
  }
}

function noteOf({ entry: { statement, recordedAt }, effects }: Replayed): EntryNote {
  const { kind } = statement;
  const act = "actId" in statement ? statement.actId : effects.flatMap(actBroughtIn)[0];
  const by = speakerOf(statement);
  return { kind, recordedAt, by, ...(act === undefined ? {} : { act }) };
}

const actBroughtIn = (event: Replayed["effects"][number]): readonly string[] =>
  event.kind === "actProposed" || event.kind === "factRecorded" ? [event.id] : [];
