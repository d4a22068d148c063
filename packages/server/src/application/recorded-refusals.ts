import { hash } from "node:crypto";

/** Some hours of refusals at full speed; the oldest are forgotten first. */
const KEPT = 65_536;

/**
 * Which refusals are on record. Refused statements are published, and anybody may send them again:
 * without this one of them would be enough to fill the record (R15).
 */
export class RecordedRefusals {
  readonly #entries = new Map<string, number>();

  /** The entry that records that a statement, in its canonical bytes, was refused with a code. */
  find(signed: Uint8Array, code: string): number | undefined {
    return this.#entries.get(nameOf(signed, code));
  }

  add(signed: Uint8Array, code: string, index: number): void {
    this.#entries.set(nameOf(signed, code), index);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > KEPT && oldest !== undefined) this.#entries.delete(oldest);
  }
}

const nameOf = (signed: Uint8Array, code: string): string =>
  `${hash("sha256", signed, "base64")} ${code}`;
