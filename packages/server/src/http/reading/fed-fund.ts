import { LogTree } from "../../storage/log-tree.ts";
import type { OfficeFund } from "../office.ts";

/** Where a fed fund gets what it was not sent, or has let go of. */
export type Elsewhere = Pick<OfficeFund, "entries" | "blob">;

const notHere = (): Promise<never> =>
  Promise.reject(new Error("statements are taken by the thread that writes"));

/**
 * The fund as the thread that reads has it: entries as they are sent, and nothing to write with. An
 * entry is held until it is replayed, and asked for again where an earlier record is.
 */
export class FedFund implements OfficeFund {
  readonly #elsewhere: Elsewhere;
  readonly #tree = new LogTree();
  readonly #listeners = new Set<() => void>();
  #held: Uint8Array[] = [];

  constructor(elsewhere: Elsewhere) {
    this.#elsewhere = elsewhere;
  }

  readonly submit = notHere;
  readonly putBlob = notHere;

  /** Takes in the next entries. */
  take(leaves: readonly Uint8Array[]): void {
    for (const leaf of leaves) {
      this.#tree.append(leaf);
      this.#held.push(leaf);
    }
    for (const listener of this.#listeners) listener();
  }

  /** Lets go of the entries before an index, which are replayed. */
  letGo(before: number): void {
    this.#held = this.#held.slice(Math.max(0, before - this.#heldFrom));
  }

  get size(): number {
    return this.#tree.size;
  }

  get #heldFrom(): number {
    return this.size - this.#held.length;
  }

  entries(from: number, to: number): Promise<readonly Uint8Array[]> {
    const start = from - this.#heldFrom;
    if (start < 0) return this.#elsewhere.entries(from, to);
    return Promise.resolve(this.#held.slice(start, start + to - from));
  }

  blob(hash: string): Uint8Array | undefined {
    return this.#elsewhere.blob(hash);
  }

  rootAt(size: number): Uint8Array | undefined {
    return this.#tree.rootAt(size);
  }

  get readHash(): OfficeFund["readHash"] {
    return this.#tree.readHash;
  }

  onAppended(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
