import type { Bool, Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";

/** A condition that is known while the program is written, or a node. */
export type Truth = Bool | boolean;

/** Conditions of which some are known: what is decided makes no nodes. */
export class Logic {
  readonly #builder: ProgramBuilder;

  constructor(builder: ProgramBuilder) {
    this.#builder = builder;
  }

  and(...terms: readonly Truth[]): Truth {
    return terms.reduce((left, right) => {
      if (left === false || right === false) return false;
      if (left === true) return right;
      return right === true || left === right ? left : this.#builder.and(left, right);
    }, true);
  }

  or(...terms: readonly Truth[]): Truth {
    return terms.reduce((left, right) => {
      if (left === true || right === true) return true;
      if (left === false) return right;
      return right === false || left === right ? left : this.#builder.or(left, right);
    }, false);
  }

  not(term: Truth): Truth {
    return typeof term === "boolean" ? !term : this.#builder.not(term);
  }

  choose(condition: Truth, whenTrue: Num, whenFalse: Num): Num {
    if (typeof condition === "boolean") return condition ? whenTrue : whenFalse;
    return this.#builder.choose(condition, whenTrue, whenFalse);
  }

  chooseTruth(condition: Truth, whenTrue: Truth, whenFalse: Truth): Truth {
    if (whenTrue === whenFalse) return whenTrue;
    return this.or(this.and(condition, whenTrue), this.and(this.not(condition), whenFalse));
  }

  /** The node of a condition, known or not. */
  node(term: Truth): Bool {
    if (typeof term !== "boolean") return term;
    const zero = this.#builder.constant(0);
    return term ? this.#builder.equal(zero, zero) : this.#builder.less(zero, zero);
  }
}
