import { assert } from "@jointfund/core/base/assert.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { signCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import type { ReadHash } from "@jointfund/core/log/merkle.ts";
import {
  encodeNote,
  parseNote,
  type Note,
  type NoteSignature,
  type NoteSigner,
} from "@jointfund/core/log/note.ts";
import type { BlobStore } from "../storage/blobs.ts";
import type { HighWaterMark } from "../storage/high-water-mark.ts";
import type { Journal, Recovery } from "../storage/journal.ts";
import type { LogTree } from "../storage/log-tree.ts";
import type { PublishedLog } from "../storage/published-log.ts";
import { checkCosignature, isInTime } from "./check-cosignature.ts";
import type { Cosigner, CosignRefusal } from "./cosigner.ts";
import { FundStopped } from "./fund-stopped.ts";
import { finalityRecord, sealOf, type Operator } from "./operator.ts";
import type { Receipt } from "./receipt.ts";
import type { Sequencer, Submission } from "./sequencer.ts";

/** Most statements that are synced as one: about what one core decides while a slow disk syncs. */
const GROUP_STATEMENTS = 128;
/**
 * Most bytes of entries that are synced as one; a frame of the journal takes four times as much.
 */
const GROUP_BYTES = 4 * 1024 * 1024;

/** What a fund is made of; `openFund` puts it together. */
export type FundParts = {
  readonly operator: Operator;
  readonly mirrors: readonly Cosigner[];
  readonly logSigner: NoteSigner;
  readonly journal: Journal;
  readonly tree: LogTree;
  readonly sequencer: Sequencer;
  readonly blobs: BlobStore;
  readonly highWaterMark: HighWaterMark;
  readonly publishedLog: PublishedLog;
};

/** A checkpoint with the cosignatures that it got, and the entry that records them. */
export type Finality = {
  /** The signed note, cosigned. */
  readonly checkpoint: Uint8Array;
  /** Absent where nobody cosigned. */
  readonly receipt?: Receipt;
  readonly cosigned: readonly string[];
  readonly refused: readonly { readonly party: string; readonly reason: CosignRefusal }[];
};

/** A statement on its way, and whoever waits for its receipt. */
type Waiting = {
  readonly submission: Submission;
  readonly resolve: (receipt: Receipt | undefined) => void;
  readonly reject: (failure: FundStopped) => void;
};

/**
 * Statements that were decided together, with the entries that must be durable before they count.
 */
type Group = {
  readonly leaves: readonly Uint8Array[];
  readonly answers: readonly (readonly [Waiting, Receipt | undefined])[];
  /** The state after the group. */
  readonly state: FundState | undefined;
};

/**
 * A fund at work: one write path, from signed statements to receipts (docs/spec/record.md, R20 to
 * R24). Statements that arrive while a group is being synced form the next group. The first failure
 * of a write or a sync ends it: every promise, now and later, is rejected with `FundStopped`.
 */
export class Fund {
  readonly #parts: FundParts;
  readonly #queue: Waiting[] = [];
  readonly #unanswered = new Set<Waiting>();
  #writing: Promise<void> | undefined;
  #publishing: Promise<unknown> = Promise.resolve();
  #stopped: FundStopped | undefined;
  #state: FundState | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(parts: FundParts) {
    this.#parts = parts;
    this.#state = parts.sequencer.state;
  }

  /** The state after every entry that is durable; nothing before the founding. */
  get state(): FundState | undefined {
    return this.#state;
  }

  /** Entries that are durable. */
  get size(): number {
    return this.#parts.journal.size;
  }

  /** Why nothing can be written any more; nothing as long as it can. */
  get stopped(): FundStopped | undefined {
    return this.#stopped;
  }

  /** Calls after every group that has become durable, until what it returns is called. */
  onAppended(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What the start found in the journal. */
  get recovery(): Recovery {
    return this.#parts.journal.recovery;
  }

  /** Root of the log over its first entries; nothing beyond the durable ones. */
  rootAt(size: number): Uint8Array | undefined {
    return size <= this.size ? this.#parts.tree.rootAt(size) : undefined;
  }

  /** The hashes of the tree, which is ahead of what is durable: ask within a durable size. */
  get readHash(): ReadHash {
    return this.#parts.tree.readHash;
  }

  /** The bytes of the entries [from, to), which must be durable. */
  entries(from: number, to: number): Promise<readonly Uint8Array[]> {
    return this.#parts.journal.entries(from, to);
  }

  /** Keeps content that statements name, and returns its name. It must be kept before they come. */
  async putBlob(bytes: Uint8Array): Promise<string> {
    return this.#orStop(this.#parts.blobs.put(bytes));
  }

  blob(hash: string): Uint8Array | undefined {
    return this.#parts.blobs.get(hash);
  }

  /** Decides a signed statement, and answers once what it answers is durable. */
  async submit(statement: Uint8Array): Promise<Receipt> {
    const receipt = await this.#enqueue(statement);
    assert(receipt !== undefined, "what comes from outside is always answered");
    return receipt;
  }

  /** The same for several, decided in the order given. */
  async submitAll(statements: readonly Uint8Array[]): Promise<readonly Receipt[]> {
    return Promise.all(statements.map((statement) => this.submit(statement)));
  }

  /** Opens the clock's day if a former one is open; otherwise a later statement does it (R14). */
  async openDay(): Promise<void> {
    await this.#enqueue(() => undefined);
  }

  /** Records the hash of the whole state (R32); nothing before the founding. */
  seal(): Promise<Receipt | undefined> {
    const { officer } = this.#parts.operator;
    return this.#enqueue((state, index) => sealOf(state, officer, index));
  }

  /**
   * Publishes what is durable now: tiles, high-water mark, then the checkpoint, which it returns as
   * a signed note. The same entries give the same bytes.
   */
  publish(): Promise<Uint8Array> {
    return this.#inTurn(() => this.#publish());
  }

  /**
   * Publishes, asks every mirror for its cosignature, and records those that it got (R30). A mirror
   * that refuses is named; whether its signature is needed is for the rules to say, not for us.
   */
  async finalise(): Promise<Finality> {
    const { note, lines, refused } = await this.#inTurn(() => this.#cosign());
    const { officer } = this.#parts.operator;
    if (lines.length === 0) return { checkpoint: encodeNote(note), cosigned: [], refused };
    let timely = lines;
    const receipt = await this.#enqueue(({ charter }, _index, recordedAt) => {
      timely = lines.filter(({ line }) => isInTime(line, recordedAt));
      if (timely.length === 0) return undefined;
      return finalityRecord(charter.id, officer, Buffer.from(withLines(note, timely)).toString());
    });
    const early = lines.filter((line) => !timely.includes(line));
    const reason = { code: "cosignature_in_future", facts: {} };
    return {
      checkpoint: withLines(note, timely),
      cosigned: timely.map(({ party }) => party),
      refused: [...refused, ...early.map(({ party }) => ({ party, reason }))],
      ...(receipt === undefined ? {} : { receipt }),
    };
  }

  /** Answers what is under way, then lets go of the files. Nothing is published by it. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#publishing.catch(() => undefined);
    this.#stop(new Error("the fund was closed"));
    await this.#parts.journal.close();
  }

  #enqueue(submission: Submission): Promise<Receipt | undefined> {
    if (this.#stopped !== undefined) return Promise.reject(this.#stopped);
    const { promise, resolve, reject } = Promise.withResolvers<Receipt | undefined>();
    const waiting = { submission, resolve, reject };
    this.#queue.push(waiting);
    this.#unanswered.add(waiting);
    this.#writing ??= this.#write();
    return promise;
  }

  /** Works the queue off. The next group is decided while the one before it is being synced. */
  async #write(): Promise<void> {
    // Whoever submits several statements in one go is to find them in one group.
    await Promise.resolve();
    let appending = Promise.resolve();
    try {
      while (this.#queue.length > 0) {
        const group = this.#decideGroup();
        await appending;
        appending = this.#append(group);
        // A promise that fails while the next group is decided must not count as unhandled.
        appending.catch(() => undefined);
        if (this.#queue.length === 0) await appending;
      }
    } catch (failure) {
      // If it was the deciding that failed, the group before is still to be answered.
      await appending.catch(() => undefined);
      this.#stop(failure);
    }
    // At once with the last look at the queue: whoever comes next starts the work again.
    this.#writing = undefined;
  }

  #decideGroup(): Group {
    const { sequencer } = this.#parts;
    const leaves: Uint8Array[] = [];
    const answers: [Waiting, Receipt | undefined][] = [];
    let bytes = 0;
    while (answers.length < GROUP_STATEMENTS && bytes < GROUP_BYTES) {
      const waiting = this.#queue.shift();
      if (waiting === undefined) break;
      const sequenced = sequencer.sequence(waiting.submission);
      for (const leaf of sequenced.leaves) bytes += leaf.length;
      leaves.push(...sequenced.leaves);
      answers.push([waiting, sequenced.receipt]);
    }
    return { leaves, answers, state: sequencer.state };
  }

  /** Makes a group durable, and only then lets anybody know of it. */
  async #append({ leaves, answers, state }: Group): Promise<void> {
    if (leaves.length > 0) await this.#parts.journal.append(leaves);
    this.#state = state;
    for (const [waiting, receipt] of answers) {
      this.#unanswered.delete(waiting);
      waiting.resolve(receipt);
    }
    if (leaves.length > 0) for (const listener of this.#listeners) listener();
  }

  #stop(cause: unknown): FundStopped {
    this.#stopped ??= cause instanceof FundStopped ? cause : new FundStopped(cause);
    for (const waiting of this.#unanswered) waiting.reject(this.#stopped);
    this.#unanswered.clear();
    this.#queue.length = 0;
    return this.#stopped;
  }

  async #orStop<T>(work: Promise<T>): Promise<T> {
    if (this.#stopped !== undefined) throw this.#stopped;
    try {
      return await work;
    } catch (failure) {
      throw this.#stop(failure);
    }
  }

  /** Publishing is one thing at a time, apart from the writing of entries. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#publishing.catch(() => undefined).then(() => this.#orStop(work()));
    this.#publishing = turn.catch(() => undefined);
    return turn;
  }

  async #publish(): Promise<Uint8Array> {
    const { tree, journal, publishedLog, highWaterMark, logSigner } = this.#parts;
    const { size } = journal;
    const root = tree.rootAt(size);
    assert(root !== undefined, "the tree holds every entry of the journal");
    await publishedLog.writeTiles(size, {
      hashTile: (level, index, width) => tree.tile(level, index, width),
      entries: (from, to) => journal.entries(from, to),
    });
    const checkpoint = { origin: logSigner.name, size, root };
    const marked = highWaterMark.checkpoint;
    const proof = marked === undefined ? [] : tree.consistencyProof(marked.size, size);
    await highWaterMark.raise(checkpoint, proof);
    const note = signCheckpoint(checkpoint, logSigner);
    assert(note.ok, "a checkpoint of ours can be signed");
    const bytes = encodeNote(note.value);
    await publishedLog.writeCheckpoint(size, bytes);
    return bytes;
  }

  async #cosign(): Promise<Cosigned> {
    const { journal, blobs, mirrors, publishedLog } = this.#parts;
    const bytes = await this.#publish();
    const parsed = parseNote(bytes);
    assert(parsed.ok, "a checkpoint of ours can be read");
    const note = parsed.value;
    const state = this.#state;
    const request = {
      checkpoint: bytes,
      entries: (from: number, to: number) => journal.entries(from, to),
      blob: (hash: string) => blobs.get(hash),
    };
    const lines: Cosigned["lines"][number][] = [];
    const refused: Finality["refused"][number][] = [];
    for (const { party, cosign } of mirrors) {
      if (state === undefined) break;
      const answer = await cosign(request);
      const reason = answer.ok
        ? checkCosignature(state, party, note.text, answer.value)
        : answer.error;
      if (reason !== undefined) refused.push({ party, reason });
      else if (answer.ok) lines.push({ party, line: answer.value });
    }
    if (lines.length > 0) {
      await publishedLog.writeCheckpoint(publishedLog.size, withLines(note, lines));
    }
    return { note, lines, refused };
  }
}

/** A note of ours, and what the mirrors have answered. */
type Cosigned = {
  readonly note: Note;
  readonly lines: readonly { readonly party: string; readonly line: NoteSignature }[];
  readonly refused: Finality["refused"];
};

function withLines({ text, signatures }: Note, lines: Cosigned["lines"]): Uint8Array {
  return encodeNote({ text, signatures: [...signatures, ...lines.map(({ line }) => line)] });
}
