import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { decodeCanonical } from "@jointfund/core/base/canonical.ts";
import { replayEntry, type Replayed, type ReplayFault } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { PROTOCOLS } from "@jointfund/core/governance/protocol.ts";
import type { BlobReader } from "./blob-reader.ts";
import { entryFault, rangeFault, type Doubt, type Facts, type Fault } from "./fault.ts";
import { verifyP256 } from "./native-crypto.ts";

/** What the entries say, decided again from the first on. */
export type Replay = {
  /** The fund after its first entry, and after the last that could be reproduced. */
  readonly founded?: FundState;
  readonly state?: FundState;
  /** Entries reproduced. */
  readonly entries: number;
  /** Entries of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Entries that a checkpoint inside the record covers, signed by the log and a mirror. */
  readonly confirmed: number;
  /** Signatures of statements and of checkpoints inside the record that were looked at. */
  readonly signatures: number;
  readonly fault?: Fault;
  readonly doubt?: Doubt;
};

/** What a replay is lent. */
export type ReplayOptions = {
  readonly blobs: BlobReader;
  readonly verify: Context["verify"];
  readonly rootAt: Context["rootAt"];
};

/** Rejections of an entry whose cause may be any entry before it that nothing confirms yet. */
const CAUSED_EARLIER: ReadonlySet<unknown> = new Set([
  "checkpoint_not_of_this_log",
  "seal_not_reproduced",
]);

/** The protocol that an entry's bytes name, if they are canonical and name one. */
function protocolOf(leaf: Uint8Array): number | undefined {
  const json = decodeCanonical(leaf);
  if (!json.ok || typeof json.value !== "object" || json.value === null) return undefined;
  const protocol: unknown = Reflect.get(json.value, "protocol");
  return typeof protocol === "number" && protocol > 0 ? protocol : undefined;
}

/**
 * Decides every entry again, in order, and stops at the first that comes out otherwise
 * (docs/spec/verification.md, V5 to V7).
 */
export class Replayer {
  readonly #blobs: BlobReader;
  readonly #context: Pick<Context, "verify" | "verifyP256" | "rootAt" | "blob">;
  readonly #kinds: { [kind: string]: number } = {};
  #founded: FundState | undefined;
  #state: FundState | undefined;
  #entries = 0;
  #confirmed = 0;
  #signatures = 0;
  #end: { readonly fault: Fault } | { readonly doubt: Doubt } | undefined;

  constructor({ blobs, verify, rootAt }: ReplayOptions) {
    this.#blobs = blobs;
    this.#context = {
      verify: (publicKey, message, signature) => {
        this.#signatures++;
        return verify(publicKey, message, signature);
      },
      verifyP256: (publicKey, message, signature) => {
        this.#signatures++;
        return verifyP256(publicKey, message, signature);
      },
      rootAt,
      blob: (hash) => blobs.read(hash),
    };
  }

  /** Replays the next entry, and says whether to go on. */
  add(leaf: Uint8Array): boolean {
    const index = this.#entries;
    const damaged = this.#damagedBlobOf(leaf);
    if (damaged !== undefined) {
      this.#end = { fault: entryFault("blob_damaged", index, damaged) };
      return false;
    }
    try {
      const replayed = replayEntry(this.#state, leaf, { ...this.#context, index });
      if (replayed.ok) this.#accept(replayed.value);
      else this.#end = this.#judge(replayed.error, leaf);
    } catch (failure) {
      const message = failure instanceof Error ? failure.message : String(failure);
      this.#end = { doubt: { code: "replay_failed", index, facts: { message } } };
    }
    this.#blobs.takeMissing();
    return this.#end === undefined;
  }

  /** Entries reproduced so far. */
  get entries(): number {
    return this.#entries;
  }

  result(): Replay {
    return {
      ...(this.#founded === undefined ? {} : { founded: this.#founded }),
      ...(this.#state === undefined ? {} : { state: this.#state }),
      entries: this.#entries,
      kinds: this.#kinds,
      confirmed: this.#confirmed,
      signatures: this.#signatures,
      ...this.#end,
    };
  }

  #accept({ state, entry, effects }: Replayed): void {
    this.#state = state;
    this.#founded ??= state;
    this.#entries++;
    const { kind } = entry.statement;
    this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
    for (const event of effects) {
      if (event.kind !== "finalityReached") continue;
      this.#confirmed = Math.max(this.#confirmed, event.size);
    }
  }

  /** What is to be said of an entry that could not be reproduced. */
  #judge(error: ReplayFault, leaf: Uint8Array): { fault: Fault } | { doubt: Doubt } {
    const { code, index, facts } = error;
    const [blob] = this.#blobs.takeMissing();
    if (blob !== undefined) return { doubt: { code: "blob_missing", index, facts: { blob } } };
    if (code === "effects_differ") return { fault: entryFault(code, index, facts) };
    if (code === "entry_refused") {
      const from = CAUSED_EARLIER.has(facts["rejection"]) ? this.#confirmed : index;
      return { fault: rangeFault(code, from, index, facts) };
    }
    const protocol = protocolOf(leaf);
    if (protocol !== undefined && !PROTOCOLS.some((known) => known === protocol)) {
      const known = { actual: protocol, required: Math.max(...PROTOCOLS) };
      return { doubt: { code: "protocol_unknown", index, facts: known } };
    }
    return { fault: entryFault("entry_malformed", index, { reason: code, ...facts }) };
  }

  /** The first damaged blob that an entry names. */
  #damagedBlobOf(leaf: Uint8Array): Facts | undefined {
    const text = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.length);
    for (const [blob, actual] of this.#blobs.damaged) {
      if (text.includes(utf8Encode(blob))) return { blob, actual };
    }
    return undefined;
  }
}
