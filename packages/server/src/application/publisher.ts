import { setTimeout } from "node:timers/promises";
import type { Finality, Fund } from "./fund.ts";

/** How long entries are gathered before a checkpoint is made of them. */
const DELAY_MS = 300;

/**
 * Publishes what has become durable and has it cosigned, in the background, so that nobody waits
 * for it. The entry that records the cosignatures asks for no further checkpoint of its own.
 */
export class Publisher {
  readonly #fund: Fund;
  readonly #onPublished: (finality: Finality) => void;
  readonly #onFailure: (failure: unknown) => void;
  readonly #stopListening: () => void;
  #covered: number;
  #working: Promise<void> | undefined;
  #isClosed = false;

  constructor(
    fund: Fund,
    on: {
      readonly published: (finality: Finality) => void;
      readonly failure: (failure: unknown) => void;
    },
  ) {
    this.#fund = fund;
    this.#covered = fund.size;
    this.#onPublished = on.published;
    this.#onFailure = on.failure;
    this.#stopListening = fund.onAppended(() => {
      this.#working ??= this.#work();
    });
  }

  /** Finishes what is under way; nothing is published after that. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    await this.#working;
  }

  async #work(): Promise<void> {
    try {
      while (this.#fund.size > this.#covered && !this.#isClosed) {
        await setTimeout(DELAY_MS);
        await this.#publish();
      }
    } catch (failure) {
      this.#onFailure(failure);
    }
    this.#working = undefined;
  }

  async #publish(): Promise<void> {
    const size = this.#fund.size;
    const finality = await this.#fund.finalise();
    const { receipt } = finality;
    // What came between the checkpoint and its record is not under it yet.
    const isNext = receipt?.index !== undefined && receipt.index === size;
    this.#covered = isNext ? size + 1 : size;
    this.#onPublished(finality);
  }
}
