import type { Num } from "../src/kernel/program.ts";
import type { World } from "./drawn-world.ts";

/** Adds to a state, and gives what it is then. */
export function accumulate({ b }: World, name: string, change: Num): Num {
  const next = b.add(b.state(name), change);
  b.setNext(name, next);
  return next;
}

export type Bridge = {
  readonly from: Num;
  readonly to: Num;
  readonly variance: Num;
  readonly level: Num;
};

/**
 * The chance that two logarithms, and everything between them, stay above a level: a Brownian
 * bridge of this variance touches it with exp(-2 a b / variance).
 */
export function staysAbove({ b }: World, { from, to, variance, level }: Bridge): Num {
  const above = (log: Num): Num => b.maximum(b.constant(0), b.subtract(log, level));
  const exponent = b.divide(b.multiply(above(from), above(to)), variance);
  const touches = b.exponential(b.multiply(b.constant(-2), exponent));
  return b.subtract(b.constant(1), touches);
}

/** The same over all steps so far, in a state that opens at 1. */
export function surviveAbove(world: World, state: string, bridge: Bridge): Num {
  const next = world.b.multiply(world.b.state(state), staysAbove(world, bridge));
  world.b.setNext(state, next);
  return next;
}
