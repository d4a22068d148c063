import binaryen from "binaryen";

export type Expression = number;
/** A value that has been computed: each call is one more use of it. */
export type Kept = () => Expression;
/** When a statement runs: once, in this order, or in every turn of the loop. */
export type Phase = "constants" | "before" | "loop";

/** Writes a function of i32 parameters around one loop; every value is computed once, and kept. */
export class FunctionWriter {
  readonly module: binaryen.Module;
  readonly #parameters: number;
  readonly #locals: number[] = [];
  readonly #statements: Record<Phase, Expression[]> = {
    constants: [],
    before: [],
    loop: [],
  };
  readonly #constants = new Map<string, Kept>();

  constructor(module: binaryen.Module, parameters: number) {
    this.module = module;
    this.#parameters = parameters;
  }

  parameter(index: number): Kept {
    return () => this.module.local.get(index, binaryen.i32);
  }

  keep(phase: Phase, expression: Expression, type: number = binaryen.v128): Kept {
    const local = this.#parameters + this.#locals.push(type) - 1;
    this.#statements[phase].push(this.module.local.set(local, expression));
    return () => this.module.local.get(local, type);
  }

  keepInt(phase: Phase, expression: Expression): Kept {
    return this.keep(phase, expression, binaryen.i32);
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
    outer.push(...before, this.module.if(condition(), this.module.block(null, inner)));
  }

  /** A local to be set in several places. */
  variable(): { readonly value: Kept; readonly set: (expression: Expression) => Expression } {
    const local = this.#parameters + this.#locals.push(binaryen.v128) - 1;
    return {
      value: () => this.module.local.get(local, binaryen.v128),
      set: (expression) => this.module.local.set(local, expression),
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
    const kept = this.keep("constants", this.module.v128.const(bytes));
    this.#constants.set(key, kept);
    return kept;
  }

  /** A counter of the loop: from 0 by `step` as long as it is below `end`. */
  addFunction(name: string, counter: { readonly local: Counter; readonly end: number }): void {
    const { module } = this;
    const { constants, before, loop } = this.#statements;
    const { local, end } = counter;
    const again = module.br_if("turn", module.i32.lt_u(local.value(), module.i32.const(end)));
    const body = module.block(null, [
      ...constants,
      ...before,
      module.loop("turn", module.block(null, [...loop, local.increase(), again])),
    ]);
    const parameters = binaryen.createType(
      Array.from({ length: this.#parameters }, () => binaryen.i32),
    );
    module.addFunction(name, parameters, binaryen.none, this.#locals, body);
    module.addFunctionExport(name, name);
  }

  counter(step: number): Counter {
    const local = this.#parameters + this.#locals.push(binaryen.i32) - 1;
    const { module } = this;
    const value = (): Expression => module.local.get(local, binaryen.i32);
    const increase = (): Expression =>
      module.local.set(local, module.i32.add(value(), module.i32.const(step)));
    return { value, increase };
  }
}

export type Counter = { readonly value: Kept; readonly increase: () => Expression };
