import {
  apply,
  calculate,
  isArithmetic,
  isFunction,
  isRelation,
  relate,
  rowOf,
  type Value,
} from "../src/kernel/node-values.ts";
import type { Node, Program } from "../src/kernel/program.ts";

type Named = { readonly [name: string]: number };

/** What one path's step is computed from, by the program's names. */
export type StepValues = {
  readonly parameters?: Named;
  readonly schedules?: Named;
  readonly states?: Named;
  readonly tables?: { readonly [name: string]: Float64Array };
};

/** The value of every node of a program for one path and one step, without draws. */
export function nodeValues(program: Program, given: StepValues): readonly Value[] {
  const values: Value[] = [];
  for (const node of program.nodes) values.push(valueOf(node, values, program, given));
  return values;
}

/** One step of one path: what its states become. */
export function nextStates(program: Program, values: readonly Value[]): Named {
  return Object.fromEntries(program.states.map(({ name, next }) => [name, numberAt(values, next)]));
}

export function numberAt(values: readonly Value[], place: number): number {
  const value = values[place];
  if (typeof value !== "number") throw new Error(`node ${place} is not a number`);
  return value;
}

function named<T>(name: string | undefined, from: { readonly [name: string]: T } = {}): T {
  const value = from[name ?? ""];
  if (value === undefined) throw new Error(`no value for ${name}`);
  return value;
}

function valueOf(node: Node, values: readonly Value[], program: Program, given: StepValues): Value {
  const of = (place: number): number => numberAt(values, place);
  if (isArithmetic(node)) return calculate(node.op, of(node.left), of(node.right));
  if (isFunction(node)) return apply(node.op, of(node.operand));
  if (isRelation(node)) return relate(node.op, of(node.left), of(node.right));
  switch (node.op) {
    case "constant":
      return node.value;
    case "parameter":
      return named(program.parameters[node.index], given.parameters);
    case "schedule":
      return named(program.schedules[node.index], given.schedules);
    case "state":
      return named(program.states[node.index]?.name, given.states);
    case "draw":
      throw new Error("no draws here");
    case "lookup": {
      const table = named(program.tables[node.table], given.tables);
      return table[rowOf(of(node.row), table.length)]!;
    }
    case "choose":
      return values[values[node.condition] === true ? node.whenTrue : node.whenFalse]!;
    case "not":
      return values[node.operand] !== true;
    case "and":
      return values[node.left] === true && values[node.right] === true;
    case "or":
      return values[node.left] === true || values[node.right] === true;
  }
}
