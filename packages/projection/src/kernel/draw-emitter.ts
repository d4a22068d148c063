import { drawId, PHILOX } from "../random/philox.ts";
import { FunctionWriter, type Kept } from "./function-writer.ts";
import {
  type Expression,
  i32,
  i32x4,
  i64x2,
  i8x16,
  v128,
  type WrittenFunction,
} from "./instructions.ts";
import { type Layout, DRAW_BYTES, WORDS_BYTES } from "./layout.ts";
import { BLOCK_PATHS } from "./program.ts";

/** Four paths at once: lanes of 32 bits. */
const LANES = 4;

/** A vector, and whether it is the same in every turn of the loop. */
type Word = { readonly value: Kept; readonly isFixed: boolean };

/**
 * Writes `fillDraws(path, block)`: for the paths of a block, from this one on, the words of four
 * steps of every draw that is used. What does not change from path to path is computed before the
 * loop, which are parts of the first two rounds.
 */
export function writeFillDraws(
  layout: Layout,
  draws: readonly { readonly name: string; readonly index: number }[],
): WrittenFunction {
  const writer = new FunctionWriter(2);
  const counter = writer.counter(LANES * 4);
  const path = writer.keep("before", i32x4.splat(writer.parameter(0)()));
  const group = writer.keep("before", i32x4.splat(writer.parameter(1)()));
  const lanes = writer.words([0, 1, 2, 3]);
  const turn = (): Expression => i32.shr_u(counter.value(), i32.const(2));
  const first = writer.keep("loop", i32x4.add(i32x4.add(path(), lanes()), i32x4.splat(turn())));
  const rounds = new Rounds(writer, layout.key);
  const shared = { value: first, isFixed: false };
  const blocks = draws.map(({ name, index }) => {
    const id = drawId(name);
    const words: Word[] = [
      shared,
      { value: group, isFixed: true },
      { value: writer.words([id, id, id, id]), isFixed: true },
      { value: writer.words([0, 0, 0, 0]), isFixed: true },
    ];
    return { index, words };
  });
  // Two blocks in turns: one waits for its products while the other is computed.
  for (let at = 0; at < blocks.length; at += 2) {
    let pair = blocks.slice(at, at + 2);
    for (let round = 0; round < PHILOX.rounds; round++) {
      pair = pair.map(({ index, words }) => ({ index, words: rounds.write(words, round) }));
    }
    for (const { index, words } of pair) {
      for (const [step, { value }] of words.entries()) {
        const offset = layout.draws + index * DRAW_BYTES + step * WORDS_BYTES;
        writer.do("loop", v128.store(offset, 16, counter.value(), value()));
      }
    }
  }
  return writer.written("fillDraws", { local: counter, end: BLOCK_PATHS * 4 });
}

/** Bytes of two vectors: words 0 and 2 of both, or words 1 and 3. */
const EVEN = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];
const ODD = EVEN.map((byte) => byte + 4);

class Rounds {
  readonly #writer: FunctionWriter;
  readonly #keys: readonly (readonly [Word, Word])[];
  readonly #multipliers: readonly [Word, Word];
  readonly #products = new Map<Kept, readonly [Word, Word]>();

  constructor(writer: FunctionWriter, keyAt: number) {
    this.#writer = writer;
    const fixed = (value: Kept): Word => ({ value, isFixed: true });
    const splat = (word: number): Word => fixed(writer.words([word, word, word, word]));
    const [m0, m1] = PHILOX.multipliers;
    this.#multipliers = [splat(m0), splat(m1)];
    const key = [0, 4].map((offset) =>
      writer.keep("before", v128.load32_splat(keyAt + offset, 4, i32.const(0))),
    );
    const keyOf = (round: number, half: 0 | 1): Word => {
      const increment = splat(Math.imul(PHILOX.increments[half], round)).value;
      return fixed(writer.keep("before", i32x4.add(key[half]!(), increment())));
    };
    this.#keys = Array.from(
      { length: PHILOX.rounds },
      (_, round) => [keyOf(round, 0), keyOf(round, 1)] as const,
    );
  }

  write(words: readonly Word[], round: number): Word[] {
    const [a, b, c, d] = words as readonly [Word, Word, Word, Word];
    const [k0, k1] = this.#keys[round]!;
    const [lower0, upper0] = this.#product(0, a);
    const [lower1, upper1] = this.#product(1, c);
    return [this.#mix(upper1, b, k0), lower1, this.#mix(upper0, d, k1), lower0];
  }

  /** The lower and the upper words of the products; draws share those of the first counter. */
  #product(half: 0 | 1, word: Word): readonly [Word, Word] {
    const known = half === 0 ? this.#products.get(word.value) : undefined;
    if (known !== undefined) return known;
    const { isFixed } = word;
    const phase = isFixed ? "before" : "loop";
    const multiplier = this.#multipliers[half].value;
    const low = this.#writer.keep(phase, i64x2.extmul_low_i32x4_u(word.value(), multiplier()));
    const high = this.#writer.keep(phase, i64x2.extmul_high_i32x4_u(word.value(), multiplier()));
    const [lower, upper] = [EVEN, ODD].map((bytes) => ({
      value: this.#writer.keep(phase, i8x16.shuffle(low(), high(), bytes)),
      isFixed,
    }));
    const product = [lower!, upper!] as const;
    if (half === 0) this.#products.set(word.value, product);
    return product;
  }

  #mix(upper: Word, other: Word, key: Word): Word {
    return other.isFixed
      ? this.#xor(upper, this.#xor(other, key))
      : this.#xor(this.#xor(upper, other), key);
  }

  #xor(left: Word, right: Word): Word {
    const isFixed = left.isFixed && right.isFixed;
    const value = v128.xor(left.value(), right.value());
    return { value: this.#writer.keep(isFixed ? "before" : "loop", value), isFixed };
  }
}
