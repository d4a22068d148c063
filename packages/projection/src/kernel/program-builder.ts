import { assert } from "@jointfund/core/base/assert.ts";
import { nodeKey } from "./node-values.ts";
import type {
  Arithmetic,
  Bool,
  Draw,
  FunctionName,
  Node,
  Num,
  Output,
  Program,
  Relation,
} from "./program.ts";

type Declared = { readonly name: string; next?: Num };

/**
 * Writes a program node by node. Equal nodes are one node, so that the writer need not care.
 */
export class ProgramBuilder {
  readonly #nodes: Node[] = [];
  readonly #places = new Map<string, number>();
  readonly #parameters: string[] = [];
  readonly #schedules: string[] = [];
  readonly #tables: string[] = [];
  readonly #draws: Draw[] = [];
  readonly #states: Declared[] = [];
  readonly #outputs: Output[] = [];

  constant(value: number): Num {
    assert(!Number.isNaN(value), "a constant is a number");
    return this.#place({ op: "constant", value });
  }

  parameter(name: string): Num {
    return this.#place({ op: "parameter", index: indexOf(this.#parameters, name) });
  }

  schedule(name: string): Num {
    return this.#place({ op: "schedule", index: indexOf(this.#schedules, name) });
  }

  normal(name: string): Num {
    return this.#draw({ name, distribution: "normal" });
  }

  uniform(name: string): Num {
    return this.#draw({ name, distribution: "uniform" });
  }

  lookup(table: string, row: Num): Num {
    return this.#place({ op: "lookup", table: indexOf(this.#tables, table), row });
  }

  /** What a state is as the step begins; its next value must be set once. */
  state(name: string): Num {
    let index = this.#states.findIndex((state) => state.name === name);
    if (index === -1) index = this.#states.push({ name }) - 1;
    return this.#place({ op: "state", index });
  }

  setNext(name: string, next: Num): void {
    const state = this.#states.find((each) => each.name === name);
    assert(state !== undefined && state.next === undefined, `state ${name} is set once`);
    state.next = next;
  }

  output(name: string, value: Num): void {
    assert(!this.#outputs.some((each) => each.name === name), `output ${name} is given once`);
    this.#outputs.push({ name, value });
  }

  add = (left: Num, right: Num): Num => this.#arithmetic("add", left, right);
  subtract = (left: Num, right: Num): Num => this.#arithmetic("subtract", left, right);
  multiply = (left: Num, right: Num): Num => this.#arithmetic("multiply", left, right);
  divide = (left: Num, right: Num): Num => this.#arithmetic("divide", left, right);
  minimum = (left: Num, right: Num): Num => this.#arithmetic("minimum", left, right);
  maximum = (left: Num, right: Num): Num => this.#arithmetic("maximum", left, right);

  /** From left to right; nothing for an empty list. */
  sum(terms: readonly Num[]): Num {
    const [first, ...rest] = terms;
    return first === undefined ? this.constant(0) : rest.reduce((a, b) => this.add(a, b), first);
  }

  negate = (operand: Num): Num => this.#apply("negate", operand);
  absolute = (operand: Num): Num => this.#apply("absolute", operand);
  squareRoot = (operand: Num): Num => this.#apply("squareRoot", operand);
  floor = (operand: Num): Num => this.#apply("floor", operand);
  nearest = (operand: Num): Num => this.#apply("nearest", operand);
  exponential = (operand: Num): Num => this.#apply("exponential", operand);
  logarithm = (operand: Num): Num => this.#apply("logarithm", operand);

  less = (left: Num, right: Num): Bool => this.#relate("less", left, right);
  lessOrEqual = (left: Num, right: Num): Bool => this.#relate("lessOrEqual", left, right);
  equal = (left: Num, right: Num): Bool => this.#relate("equal", left, right);
  and = (left: Bool, right: Bool): Bool => this.#place({ op: "and", left, right }) as Bool;
  or = (left: Bool, right: Bool): Bool => this.#place({ op: "or", left, right }) as Bool;
  not = (operand: Bool): Bool => this.#place({ op: "not", operand }) as Bool;

  choose(condition: Bool, whenTrue: Num, whenFalse: Num): Num {
    if (whenTrue === whenFalse) return whenTrue;
    return this.#place({ op: "choose", condition, whenTrue, whenFalse });
  }

  /** 1 for yes, 0 for no. */
  indicator(condition: Bool): Num {
    return this.choose(condition, this.constant(1), this.constant(0));
  }

  build(): Program {
    return {
      parameters: this.#parameters,
      schedules: this.#schedules,
      tables: this.#tables,
      draws: this.#draws,
      states: this.#states.map(({ name, next }) => {
        assert(next !== undefined, `state ${name} has a next value`);
        return { name, next };
      }),
      outputs: this.#outputs,
      nodes: this.#nodes,
    };
  }

  #draw(draw: Draw): Num {
    let index = this.#draws.findIndex(({ name }) => name === draw.name);
    if (index === -1) index = this.#draws.push(draw) - 1;
    assert(
      this.#draws[index]!.distribution === draw.distribution,
      `draw ${draw.name} is of one kind`,
    );
    return this.#place({ op: "draw", index });
  }

  #arithmetic(op: Arithmetic, left: Num, right: Num): Num {
    return this.#place({ op, left, right });
  }

  #apply(op: FunctionName, operand: Num): Num {
    return this.#place({ op, operand });
  }

  #relate(op: Relation, left: Num, right: Num): Bool {
    return this.#place({ op, left, right }) as Bool;
  }

  #place(node: Node): number {
    const key = nodeKey(node);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#nodes.push(node) - 1;
    this.#places.set(key, place);
    return place;
  }
}

function indexOf(names: string[], name: string): number {
  const index = names.indexOf(name);
  return index === -1 ? names.push(name) - 1 : index;
}
