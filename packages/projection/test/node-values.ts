import type { Arithmetic, Node, Program, Relation } from "../src/kernel/program.ts";

/** What one path's step is computed from, by the program's names. */
export type StepValues = {
  readonly parameters?: { readonly [name: string]: number };
  readonly schedules?: { readonly [name: string]: number };
  readonly states?: { readonly [name: string]: number };
  readonly tables?: { readonly [name: string]: ArrayLike<number> };
};

/**
 * The value of every node of a program for one path and step, without blocks or draws: a second
 * reading of what nodes mean. Conditions are 1 and 0.
 */
export function nodeValues(program: Program, given: StepValues): readonly number[] {
  const values: number[] = [];
  for (const node of program.nodes) values.push(valueOf(node, values, program, given));
  return values;
}

function valueOf(node: Node, values: number[], program: Program, given: StepValues): number {
  const of = (place: number): number => values[place]!;
  const named = (names: readonly string[], index: number, from: StepValues["states"]): number => {
    const value = from?.[names[index]!];
    if (value === undefined) throw new Error(`no value for ${names[index]}`);
    return value;
  };
  switch (node.op) {
    case "constant":
      return node.value;
    case "parameter":
      return named(program.parameters, node.index, given.parameters);
    case "schedule":
      return named(program.schedules, node.index, given.schedules);
    case "state": {
      const names = program.states.map(({ name }) => name);
      return named(names, node.index, given.states);
    }
    case "draw":
      throw new Error("no draws here");
    case "lookup": {
      const table = given.tables?.[program.tables[node.table]!];
      if (table === undefined) throw new Error(`no table ${program.tables[node.table]}`);
      const row = Math.min(Math.max(of(node.row), 0), table.length - 1);
      return table[Math.floor(row)]!;
    }
    case "choose":
      return of(node.condition) === 1 ? of(node.whenTrue) : of(node.whenFalse);
    case "not":
      return 1 - of(node.operand);
    case "negate":
    case "absolute":
    case "squareRoot":
    case "floor":
    case "nearest":
    case "exponential":
    case "logarithm":
      return ofOne(node.op, of(node.operand));
    default:
      return ofTwo(node.op, of(node.left), of(node.right));
  }
}

type One = "negate" | "absolute" | "squareRoot" | "floor" | "nearest" | "exponential" | "logarithm";

function ofOne(op: One, x: number): number {
  switch (op) {
    case "negate":
      return -x;
    case "absolute":
      return Math.abs(x);
    case "squareRoot":
      return Math.sqrt(x);
    case "floor":
      return Math.floor(x);
    case "nearest": {
      const below = Math.floor(x);
      if (x - below !== 0.5) return Math.round(x);
      return below % 2 === 0 ? below : below + 1;
    }
    case "exponential":
      return Math.exp(x);
    case "logarithm":
      return Math.log(x);
  }
}

type Two = Arithmetic | Relation | "and" | "or";

function ofTwo(op: Two, a: number, b: number): number {
  switch (op) {
    case "add":
      return a + b;
    case "subtract":
      return a - b;
    case "multiply":
      return a * b;
    case "divide":
      return a / b;
    case "minimum":
      return b < a ? b : a;
    case "maximum":
      return a < b ? b : a;
    case "less":
      return a < b ? 1 : 0;
    case "lessOrEqual":
      return a <= b ? 1 : 0;
    case "equal":
      return a === b ? 1 : 0;
    case "and":
      return Math.min(a, b);
    case "or":
      return Math.max(a, b);
  }
}
