import { setImmediate as nextTurn } from "node:timers/promises";
import { assert } from "@jointfund/core/base/assert.ts";
import { compareInstants, type Instant } from "@jointfund/core/calendar/date.ts";
import { Chronicle, type ChronicleMark, type Recorded } from "@jointfund/core/fund/chronicle.ts";
import { keepDays } from "@jointfund/core/fund/posted-days.ts";
import { replayEntry, type Replayed } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { RecordSteps, type RecordStep } from "@jointfund/core/statements/record-steps.ts";
import { speakerOf } from "@jointfund/core/governance/authenticate.ts";
import type { StatementKind } from "@jointfund/core/governance/statement.ts";
import { keepSums } from "@jointfund/core/statements/kept-sums.ts";
import { AuditTrail, type Trail } from "@jointfund/core/statements/audit/trail.ts";
import { takenAsSigned } from "../application/signature-checks.ts";
import type { OfficeFund } from "./office.ts";
import { RecordIndex } from "./record-index.ts";

/** Entries that are read at once, and replayed before others get their turn. */
const BATCH = 64;

/** Entries between the places from which an earlier record is replayed. */
const SPACING = 128;

/** Entries after which sums are brought up to date that nobody has asked for. */
const SUMS_EACH = 512;

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
  readonly trail: Trail;
  /** One for each entry. */
  readonly notes: readonly EntryNote[];
  /** Entries that it holds. */
  readonly size: number;
  readonly index: RecordIndex;
};

/** Where a replay was, so that another can set out from there. */
type Place = { readonly state: FundState | undefined; readonly chronicle: ChronicleMark };

/**
 * A replay of a fund's own journal that goes on from where it is. The fund has verified every
 * signature when it was opened, or when it took the entry: here they are taken as right.
 */
export class RecordReplay {
  readonly #chronicle: Chronicle;
  readonly #trail: AuditTrail;
  readonly #notes: EntryNote[];
  /** Of the record that is newest; one that is replayed to an earlier size adds nothing to it. */
  readonly #index: RecordIndex;
  readonly #isNewest: boolean;
  readonly #places: Place[] = [];
  readonly #steps = new RecordSteps();
  #state: FundState | undefined;

  constructor(earlier?: { readonly of: RecordReplay; readonly size: number }) {
    this.#isNewest = earlier === undefined;
    if (earlier === undefined) {
      this.#chronicle = new Chronicle();
      this.#trail = new AuditTrail();
      this.#notes = [];
      this.#index = new RecordIndex();
      return;
    }
    const place = earlier.of.#places[Math.floor(earlier.size / SPACING)];
    assert(place !== undefined, "an earlier record is a part of the newest");
    this.#state = place.state;
    this.#chronicle = earlier.of.#chronicle.asAt(place.chronicle);
    this.#trail = earlier.of.#trail.asAt(place.chronicle.entries);
    this.#notes = earlier.of.#notes.slice(0, place.chronicle.entries);
    this.#index = earlier.of.#index;
  }

  get size(): number {
    return this.#notes.length;
  }

  /** The entries that changed a figure, in the order of the log; of the newest record alone. */
  get steps(): readonly RecordStep[] {
    return this.#steps.steps;
  }

  get view(): RecordView {
    assert(this.#state !== undefined, "a record that is shown begins with the founding");
    const { size } = this;
    return {
      ...{ state: this.#state, chronicle: this.#chronicle, notes: this.#notes, size },
      ...{ index: this.#index, trail: this.#trail },
    };
  }

  /** How many entries were recorded up to an instant. */
  sizeAt(at: Instant): number {
    return countUpTo(this.#notes, at);
  }

  /** The record of a fund as it was when it had so many entries, which is at least one. */
  async earlier(fund: OfficeFund, size: number): Promise<RecordView> {
    const then = new RecordReplay({ of: this, size });
    await then.advance(fund, size);
    return then.view;
  }

  /** Replays the entries of a fund up to a size. */
  async advance(fund: OfficeFund, to: number): Promise<void> {
    while (this.size < to) {
      for (const leaf of await fund.entries(this.size, Math.min(to, this.size + BATCH))) {
        this.take(this.#replayed(fund, leaf));
      }
      // Whoever asks for something else need not wait for the whole of a long replay.
      await nextTurn();
    }
  }

  #replayed(fund: OfficeFund, leaf: Uint8Array): Replayed {
    const index = this.size;
    const replayed = replayEntry(this.#state, leaf, {
      index,
      ...takenAsSigned,
      blob: (hash) => fund.blob(hash),
      rootAt: (size) => (size <= index ? fund.rootAt(size) : undefined),
    });
    assert(replayed.ok, `entry ${index} of the fund's own journal replays`);
    return replayed.value;
  }

  /** Takes in the next entry, which somebody has replayed. */
  take(replayed: Replayed): void {
    const index = this.size;
    if (this.#isNewest && index % SPACING === 0) {
      this.#places.push({ state: this.#state, chronicle: this.#chronicle.mark() });
    }
    this.#chronicle.add(replayed, this.#state);
    this.#trail.add(replayed, this.#state);
    if (this.#isNewest) {
      this.#index.take(replayed.effects, this.#chronicle, replayed.state);
      this.#steps.add(replayed, index);
      keepDays(this.#chronicle);
    }
    this.#state = replayed.state;
    if (this.#isNewest && index % SUMS_EACH === 0) keepSums(this.view);
    this.#notes.push(noteOf(replayed));
  }
}

/** How many of the notes, which come in the order of their time, are not later than an instant. */
function countUpTo(notes: readonly EntryNote[], at: Instant): number {
  let low = 0;
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareInstants(notes[middle]!.recordedAt, at) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function noteOf({ entry: { statement, recordedAt }, effects }: Replayed): EntryNote {
  const { kind } = statement;
  const act = "actId" in statement ? statement.actId : effects.flatMap(actBroughtIn)[0];
  const by = speakerOf(statement);
  return { kind, recordedAt, by, ...(act === undefined ? {} : { act }) };
}

const actBroughtIn = (event: Replayed["effects"][number]): readonly string[] =>
  event.kind === "actProposed" || event.kind === "factRecorded" ? [event.id] : [];
