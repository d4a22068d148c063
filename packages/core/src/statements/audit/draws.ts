import { assert } from "../../base/assert.ts";
import { utf8Encode } from "../../base/bytes.ts";
import { sha256Hex } from "../../base/sha256.ts";

const TAG = "jointfund/sample/v1";
const RANGE = 1n << 256n;

/**
 * Numbers drawn from a seed, the same for everybody (AU31): the nth is SHA-256 of the tag, the seed
 * and n, each on a line, as a number of 256 bits. One that would favour small numbers is left out.
 */
export class Draws {
  readonly #seed: string;
  #drawn = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A number from 0 up to, and without, a bound; each as likely as any other. */
  below(bound: bigint): bigint {
    assert(bound > 0n && bound <= RANGE, "a draw is from at least one number");
    const fair = RANGE - (RANGE % bound);
    for (;;) {
      const hash = sha256Hex(utf8Encode(`${TAG}\n${this.#seed}\n${this.#drawn++}\n`));
      const drawn = BigInt(`0x${hash}`);
      if (drawn < fair) return drawn % bound;
    }
  }
}
