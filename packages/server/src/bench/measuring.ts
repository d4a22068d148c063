import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export const seconds = (): number => performance.now() / 1000;

/** Bytes that the heap and what hangs on it hold when nothing is garbage. */
export function memoryInUse(): number {
  setFlagsFromString("--expose-gc");
  // What the first pass finds dead may hold buffers that only the second frees.
  runInNewContext("gc(); gc()");
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
