import { availableParallelism, cpus, totalmem } from "node:os";

/** One measurement beside something that everybody can measure on the same machine. */
export type BenchResult = {
  readonly name: string;
  /** Of `ours` and `reference`. */
  readonly unit: string;
  readonly ours: number;
  readonly reference: number;
  readonly referenceName: string;
  /**
   * How many times as long, or as much, ours takes as the reference: 1 is as good, less is better.
   */
  readonly ratio: number;
  readonly host: string;
};

/** The machine on which it was measured: processor, cores, memory, Node. */
export function describeHost(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  return `${model}, ${availableParallelism()} cores, ${memory}, Node ${process.versions.node}`;
}

/** A result of two rates, of which the larger is the better. */
export function compareRates(
  name: string,
  unit: string,
  rates: { readonly ours: number; readonly reference: number; readonly referenceName: string },
): BenchResult {
  const { ours, reference, referenceName } = rates;
  const ratio = round(reference / ours, 2);
  const host = describeHost();
  return { name, unit, ours: round(ours), reference: round(reference), referenceName, ratio, host };
}

/** A result of two amounts, of which the smaller is the better. */
export function compareAmounts(
  name: string,
  unit: string,
  amounts: { readonly ours: number; readonly reference: number; readonly referenceName: string },
  digits = 0,
): BenchResult {
  const { ours, reference, referenceName } = amounts;
  const ratio = round(ours / reference, 2);
  const host = describeHost();
  const shown = { ours: round(ours, digits), reference: round(reference, digits) };
  return { name, unit, ...shown, referenceName, ratio, host };
}

function round(value: number, digits = 0): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
