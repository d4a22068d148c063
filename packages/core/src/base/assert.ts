/** A broken invariant of our own code. Nothing in core catches it: the process must stop. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
}

/** Stops the process when the code itself is wrong. Never used for what a user can cause. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** Marks a branch that the types already exclude. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${String(value)}`);
}
