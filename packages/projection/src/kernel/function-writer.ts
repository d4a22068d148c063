import {
  type Expression,
  I32,
  i32,
  local,
  repeat,
  V128,
  v128,
  when,
  type WrittenFunction,
} from "./instructions.ts";

/** A value that has been computed: each call is one more use of it. */
export type Kept = () => Expression;
/** When a statement runs: once, in this order, or in every turn of the loop. */
export type Phase = "constants" | "before" | "loop";

/** Writes a function of i32 parameters around one loop; every value is computed once, and kept. */
export class FunctionWriter {
  readonly #parameters: number;
  readonly #locals: string[] = [];
  readonly #statements: Record<Phase, Expression[]> = {
    constants: [],
    before: [],
    loop: [],
  };
  readonly #constants = new Map<string, Kept>();

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  parameter(index: number): Kept {
    return () => local.get(index);
  }

  keep(phase: Phase, expression: Expression, type: string = V128): Kept {
    const index = this.#parameters + this.#locals.push(type) - 1;
    this.#statements[phase].push(local.set(index, expression));
    const value = local.get(index);
    return () => value;
  }

  keepInt(phase: Phase, expression: Expression): Kept {
    return this.keep(phase, expression, I32);
  }

  do(phase: Phase, statement: Expression): void {
    this.#statements[phase].push(statement);
  }

  /**
   * What `write` writes into the loop runs only where the condition, an i32, is not 0; what it
   * returns runs before the condition is asked.
   */
  whenever(condition: () => Expression, write: () => readonly Expression[]): void {
    const outer = this.#statements.loop;
    const inner: Expression[] = [];
    this.#statements.loop = inner;
    const before = write();
    this.#statements.loop = outer;
    outer.push(...before, when(condition(), inner));
  }

  /** A local to be set in several places. */
  variable(): { readonly value: Kept; readonly set: (expression: Expression) => Expression } {
    const index = this.#parameters + this.#locals.push(V128) - 1;
    return {
      value: () => local.get(index),
      set: (expression) => local.set(index, expression),
    };
  }

  /** Two doubles of one value; a NaN is the one with no other bits than it needs. */
  doubles(value: number): Kept {
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value);
    return this.longs(Number.isNaN(value) ? 0x7ff8000000000000n : bits.getBigUint64(0));
  }

  /** Two integers of 64 bits, of one value. */
  longs(value: bigint): Kept {
    return this.#constant([value, value]);
  }

  /** Four integers of 32 bits. */
  words(words: readonly [number, number, number, number]): Kept {
    const [a, b, c, d] = words.map((word) => BigInt(word >>> 0));
    return this.#constant([a! | (b! << 32n), c! | (d! << 32n)]);
  }

  #constant(halves: readonly [bigint, bigint]): Kept {
    const key = halves.join(" ");
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const view = new DataView(new ArrayBuffer(16));
    for (const [index, half] of halves.entries()) view.setBigUint64(index * 8, half, true);
    const bytes = Array.from(new Uint8Array(view.buffer));
    const kept = this.keep("constants", v128.const(bytes));
    this.#constants.set(key, kept);
    return kept;
  }

  /** A counter of the loop: from 0 by `step` as long as it is below `end`; without, no loop. */
  written(name: string, loop?: { readonly local: Counter; readonly end: number }): WrittenFunction {
    const { constants, before } = this.#statements;
    const turns = loop === undefined ? [] : [this.#turns(loop.local, loop.end)];
    const body = [...constants, ...before, ...turns].join("");
    return { name, parameters: this.#parameters, locals: this.#locals, body };
  }

  #turns(counter: Counter, end: number): Expression {
    const again = i32.lt_u(counter.value(), i32.const(end));
    return repeat([...this.#statements.loop, counter.increase()], again);
  }

  counter(step: number): Counter {
    const index = this.#parameters + this.#locals.push(I32) - 1;
    const value = (): Expression => local.get(index);
    const increase = (): Expression => local.set(index, i32.add(value(), i32.const(step)));
    return { value, increase };
  }
}

export type Counter = { readonly value: Kept; readonly increase: () => Expression };
