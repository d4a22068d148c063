import { assert } from "@jointfund/core/base/assert.ts";
import { normalOf } from "../random/normal-table.ts";
import { drawId, uniformOf, wordOf } from "../random/philox.ts";
import { assertInputs } from "./inputs.ts";
import {
  apply,
  calculate,
  isArithmetic,
  isFunction,
  isRelation,
  relate,
  rowOf,
  type Value,
} from "./node-values.ts";
import { BLOCK_PATHS, type Inputs, type Kernel, type Node, type Program } from "./program.ts";

/** One path at one step. */
type Place = {
  readonly inputs: Inputs;
  readonly path: number;
  readonly step: number;
  readonly state: ArrayLike<number>;
};

/** The plain reference of what a program means: node after node, path after path. */
export function interpretedKernel(program: Program): Kernel {
  const ids = program.draws.map(({ name }) => drawId(name));
  const valuesAt = (place: Place): Value[] => {
    const values: Value[] = [];
    for (const node of program.nodes) values.push(valueOf(program, ids, node, values, place));
    return values;
  };
  return {
    program,
    run: (inputs, block, onStep) => {
      assertInputs(program, inputs);
      const states = Array.from({ length: BLOCK_PATHS }, () => [...inputs.opening]);
      const outputs = new Float64Array(program.outputs.length * BLOCK_PATHS);
      for (let step = 0; step < inputs.steps; step++) {
        for (const [lane, state] of states.entries()) {
          const path = block * BLOCK_PATHS + lane;
          const values = valuesAt({ inputs, path, step, state });
          for (const [index, { next }] of program.states.entries()) {
            state[index] = numberAt(values, next);
          }
          for (const [index, { value }] of program.outputs.entries()) {
            outputs[index * BLOCK_PATHS + lane] = numberAt(values, value);
          }
        }
        onStep(step, outputs);
      }
    },
  };
}

function valueOf(
  program: Program,
  ids: readonly number[],
  node: Node,
  values: readonly Value[],
  { inputs, path, step, state }: Place,
): Value {
  if (isArithmetic(node)) {
    return calculate(node.op, numberAt(values, node.left), numberAt(values, node.right));
  }
  if (isFunction(node)) return apply(node.op, numberAt(values, node.operand));
  if (isRelation(node)) {
    return relate(node.op, numberAt(values, node.left), numberAt(values, node.right));
  }
  switch (node.op) {
    case "constant":
      return node.value;
    case "parameter":
      return inputs.parameters[node.index]!;
    case "schedule":
      return inputs.schedules[step * program.schedules.length + node.index]!;
    case "state":
      return state[node.index]!;
    case "draw": {
      const word = wordOf(inputs.key, { path, step, drawId: ids[node.index]! });
      const isNormal = program.draws[node.index]!.distribution === "normal";
      return isNormal ? normalOf(word) : uniformOf(word);
    }
    case "lookup": {
      const table = inputs.tables[node.table]!;
      return table[rowOf(numberAt(values, node.row), table.length)]!;
    }
    case "and":
      return values[node.left] === true && values[node.right] === true;
    case "or":
      return values[node.left] === true || values[node.right] === true;
    case "not":
      return values[node.operand] !== true;
    case "choose":
      return values[values[node.condition] === true ? node.whenTrue : node.whenFalse]!;
  }
}

/** A NaN leaves as the one NaN that JavaScript has, whatever bits made it. */
function numberAt(values: readonly Value[], place: number): number {
  const value = values[place];
  assert(typeof value === "number", "a number is used as a number");
  return Number.isNaN(value) ? NaN : value;
}
