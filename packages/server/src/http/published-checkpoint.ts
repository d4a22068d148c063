import type { LiveRecord } from "./live-record.ts";
import { readPublished, type Published } from "./published.ts";

/** The published checkpoint, read again once it was replaced. */
export class PublishedCheckpoint {
  readonly #directory: string;
  readonly #record: LiveRecord;
  #read: Promise<Published | undefined> | undefined;

  constructor(directory: string, record: LiveRecord) {
    this.#directory = directory;
    this.#record = record;
  }

  readonly read = (): Promise<Published | undefined> => {
    this.#read ??= readPublished(this.#directory, this.#record.view.state);
    return this.#read;
  };

  /** To be called when another one is published. */
  forget(): void {
    this.#read = undefined;
  }
}
