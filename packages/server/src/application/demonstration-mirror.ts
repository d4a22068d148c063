import { assert } from "@jointfund/core/base/assert.ts";
import { equalBytes, hexEncode } from "@jointfund/core/base/bytes.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { compareInstants, toUnixSeconds, type Instant } from "@jointfund/core/calendar/date.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { openCheckpoint, type Checkpoint } from "@jointfund/core/log/checkpoint.ts";
import { cosign } from "@jointfund/core/log/cosignature.ts";
import { ed25519Verifier, type Note, type NoteSignature } from "@jointfund/core/log/note.ts";
import {
  SIGNATURE_TYPES,
  verifierKey,
  type VerifierKey,
} from "@jointfund/core/log/verifier-key.ts";
import type { Clock, Disk, Signer } from "../ports.ts";
import { HighWaterMark } from "../storage/high-water-mark.ts";
import { LogTree } from "../storage/log-tree.ts";
import type { Cosigner, CosignRefusal, CosignRequest } from "./cosigner.ts";
import { verifyEd25519 } from "./ed25519.ts";
import { signatureChecks } from "./signature-checks.ts";

export type DemonstrationMirrorOptions = {
  readonly party: string;
  /** Name of the mirror's key, as the founding states it. */
  readonly name: string;
  readonly signer: Signer;
  /** The log that it mirrors. */
  readonly log: VerifierKey;
  readonly clock: Clock;
  readonly disk: Disk;
  /** File of the mirror's own high-water mark. */
  readonly markFile: string;
};

/** Entries that are asked for at once: few, as the operator's process has other work meanwhile. */
const BATCH = 32;

/** What a mirror has made of the entries that it read, itself. */
type Copy = { readonly tree: LogTree; state: FundState | undefined };

/**
 * FOR DEMONSTRATIONS AND TESTS ONLY: a cosigner in the operator's own process that stands in for
 * the program which a sovereign runs on machines of its own. It trusts nothing that it is told: it
 * hashes every entry that it is given, decides each again, and cosigns a checkpoint only if that is
 * the root of its own tree and contains the last one that it cosigned.
 */
export class DemonstrationMirror implements Cosigner {
  readonly party: string;
  readonly key: VerifierKey;
  readonly #options: DemonstrationMirrorOptions;
  readonly #mark: HighWaterMark;
  #copy: Copy = { tree: new LogTree(), state: undefined };

  private constructor(options: DemonstrationMirrorOptions, key: VerifierKey, mark: HighWaterMark) {
    this.party = options.party;
    this.key = key;
    this.#options = options;
    this.#mark = mark;
  }

  /** Opens a mirror; it reads the whole log again when it is first asked to cosign. */
  static async open(options: DemonstrationMirrorOptions): Promise<DemonstrationMirror> {
    const { name, signer, disk, markFile } = options;
    const key = verifierKey(name, SIGNATURE_TYPES.cosignature, signer.publicKey);
    assert(key.ok, "a mirror has a name and a key");
    return new DemonstrationMirror(options, key.value, await HighWaterMark.open(disk, markFile));
  }

  readonly cosign = async (
    request: CosignRequest,
  ): Promise<Result<NoteSignature, CosignRefusal>> => {
    const log = ed25519Verifier(this.#options.log, verifyEd25519);
    const opened = openCheckpoint(request.checkpoint, log);
    if (!opened.ok) return opened;
    const { checkpoint, note } = opened.value;
    const now = this.#options.clock.now();
    const refusal =
      this.#checkSize(checkpoint) ??
      (await this.#follow(checkpoint, request)) ??
      this.#checkTime(now);
    if (refusal !== undefined) {
      // What was read may be another history: the next time it starts from the first entry.
      this.#copy = { tree: new LogTree(), state: undefined };
      return err(refusal);
    }
    return ok(await this.#sign(checkpoint, note, now));
  };

  /**
   * Deadlines are measured by the time of record, which the operator sets: so none of it may lie in
   * the future (R33). It never decreases, so that the last entry's is the latest.
   */
  #checkTime(now: Instant): CosignRefusal | undefined {
    const actual = this.#copy.state?.recordedAt;
    if (actual === undefined || compareInstants(actual, now) <= 0) return undefined;
    return { code: "recorded_in_future", facts: { actual, required: now } };
  }

  #checkSize({ size }: Checkpoint): CosignRefusal | undefined {
    const required = this.#mark.checkpoint?.size ?? 0;
    if (size >= required) return undefined;
    return { code: "high_water_size", facts: { actual: size, required } };
  }

  /** Reads the entries that are new, and says what is wrong with them, if anything is. */
  async #follow(
    checkpoint: Checkpoint,
    request: CosignRequest,
  ): Promise<CosignRefusal | undefined> {
    const { tree } = this.#copy;
    while (tree.size < checkpoint.size) {
      const from = tree.size;
      const to = Math.min(from + BATCH, checkpoint.size);
      const entries = await request.entries(from, to);
      if (entries.length !== to - from) {
        return {
          code: "entries_missing",
          facts: { from, actual: entries.length, required: to - from },
        };
      }
      for (const entry of entries) {
        const fault = this.#take(entry, request.blob);
        if (fault !== undefined) return fault;
      }
    }
    const marked = this.#mark.checkpoint;
    return this.#compare(checkpoint) ?? (marked === undefined ? undefined : this.#compare(marked));
  }

  /** Hashes an entry and decides it again. */
  #take(entry: Uint8Array, blob: CosignRequest["blob"]): CosignRefusal | undefined {
    const { tree, state } = this.#copy;
    const rootAt = (size: number): Uint8Array | undefined => tree.rootAt(size);
    const context = { ...signatureChecks, index: tree.size, blob, rootAt };
    const replayed = replayEntry(state, entry, context);
    if (!replayed.ok) {
      return { code: "entry_not_reproduced", facts: { ...replayed.error } };
    }
    this.#copy.state = replayed.value.state;
    tree.append(entry);
    return undefined;
  }

  #compare({ size, root }: Checkpoint): CosignRefusal | undefined {
    const actual = this.#copy.tree.rootAt(size);
    assert(actual !== undefined, "the mirror has read as far as it compares");
    if (equalBytes(actual, root)) return undefined;
    const facts = { size, actual: hexEncode(actual), required: hexEncode(root) };
    return { code: "root_not_reproduced", facts };
  }

  /** Writes its mark, durably, and only then lets a signature out. */
  async #sign(checkpoint: Checkpoint, { text }: Note, now: Instant): Promise<NoteSignature> {
    const from = this.#mark.checkpoint?.size ?? 0;
    await this.#mark.raise(checkpoint, this.#copy.tree.consistencyProof(from, checkpoint.size));
    const { signer } = this.#options;
    return cosign(text, toUnixSeconds(now), this.key, (message) => signer.sign(message));
  }
}
