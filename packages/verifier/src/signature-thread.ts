import { Worker } from "node:worker_threads";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { tripleName } from "./signature-triple.ts";

/** Batches that the worker is ahead of the replay. */
const AHEAD = 4;

/**
 * Ed25519 verification in two threads: signatures take half of the time of a replay, so a worker
 * verifies those of later entries while the replay is at earlier ones.
 */
export class SignatureThread {
  readonly #worker = new Worker(new URL("./signature-worker.ts", import.meta.url));
  readonly #verifyHere: Context["verify"];
  readonly #waiting: ((verified: readonly string[]) => void)[] = [];
  #verified: ReadonlySet<string> = new Set();
  #isDown = false;

  constructor(verify: Context["verify"]) {
    this.#verifyHere = verify;
    this.#worker.on("message", (verified: readonly string[]) => this.#waiting.shift()?.(verified));
    // Without the worker it takes longer, nothing else.
    this.#worker.on("error", () => {
      this.#isDown = true;
      for (const answer of this.#waiting.splice(0)) answer([]);
    });
  }

  /** What the worker has verified already, or what is verified here. */
  readonly verify: Context["verify"] = (publicKey, message, signature) => {
    const name = tripleName(publicKey, message, signature);
    if (name !== undefined && this.#verified.has(name)) return true;
    return this.#verifyHere(publicKey, message, signature);
  };

  /** The same batches, each once the worker is through with it. */
  async *ahead(batches: Iterable<readonly Uint8Array[]>): AsyncGenerator<readonly Uint8Array[]> {
    const queue: { leaves: readonly Uint8Array[]; verified: Promise<readonly string[]> }[] = [];
    for (const leaves of batches) {
      queue.push({ leaves, verified: this.#post(leaves) });
      if (queue.length > AHEAD) yield await this.#take(queue.shift()!);
    }
    for (const batch of queue) yield await this.#take(batch);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #post(leaves: readonly Uint8Array[]): Promise<readonly string[]> {
    if (this.#isDown) return Promise.resolve([]);
    const { promise, resolve } = Promise.withResolvers<readonly string[]>();
    this.#waiting.push(resolve);
    this.#worker.postMessage(leaves);
    return promise;
  }

  async #take(batch: {
    readonly leaves: readonly Uint8Array[];
    readonly verified: Promise<readonly string[]>;
  }): Promise<readonly Uint8Array[]> {
    this.#verified = new Set(await batch.verified);
    return batch.leaves;
  }
}
