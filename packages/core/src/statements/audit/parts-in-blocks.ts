import type { LaidOut } from "./amounts.ts";
import { blocksOfParts, type PartBlocks } from "../part-sums.ts";
import type { PageCells } from "../page-cell.ts";
import type { Population, SampledUnit } from "./population.ts";

/** A number that postings add up to, within one that others add up to. */
type Leaf = { readonly blocks: PartBlocks; readonly sign: bigint; readonly currency: string };

const magnitude = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/**
 * The units of some numbers of the page in the order of the log, found by what those of some
 * entries come to together: only entries of which one is drawn are looked at.
 */
class UnitsInBlocks implements LaidOut {
  readonly count: number;
  readonly total: bigint;
  readonly #leaves: readonly Leaf[];
  readonly #blocks: readonly number[];
  /** What comes before each block, and before the end. */
  readonly #counts: number[] = [0];
  readonly #sizes: bigint[] = [0n];
  readonly #read = new Map<number, readonly SampledUnit[]>();

  constructor(leaves: readonly Leaf[]) {
    this.#leaves = leaves;
    const blocks = new Set(leaves.flatMap(({ blocks: { sums } }) => [...sums.keys()]));
    this.#blocks = [...blocks].toSorted((a, b) => a - b);
    let [count, size] = [0, 0n];
    for (const block of this.#blocks) {
      for (const { blocks: of } of leaves) {
        const sum = of.sums.get(block);
        count += sum?.count ?? 0;
        size += sum?.size ?? 0n;
      }
      this.#counts.push(count);
      this.#sizes.push(size);
    }
    [this.count, this.total] = [count, size];
  }

  readonly unitAt = (index: number): SampledUnit => {
    const at = lastUpTo(this.#counts, index);
    return this.#unitsOf(at)[index - this.#counts[at]!]!;
  };

  readonly at = (index: number): bigint => magnitude(this.unitAt(index).minor);

  readonly holding = (place: bigint): number => {
    const at = lastUpTo(this.#sizes, place);
    const units = this.#unitsOf(at);
    let own = 0;
    let end = this.#sizes[at]! + magnitude(units[0]!.minor);
    while (end <= place) end += magnitude(units[++own]!.minor);
    return this.#counts[at]! + own;
  };

  /** Those of one block: of one entry in the order of the numbers that they are parts of. */
  #unitsOf(at: number): readonly SampledUnit[] {
    const known = this.#read.get(at);
    if (known !== undefined) return known;
    const block = this.#blocks[at]!;
    const units = this.#leaves
      .flatMap(({ blocks, sign, currency }) =>
        blocks
          .partsOf(block)
          .map(({ posted, minor }) => ({ posted, currency, minor: sign * minor })),
      )
      .toSorted((a, b) => a.posted.entry - b.posted.entry);
    this.#read.set(at, units);
    return units;
  }
}

/** The last of numbers in order, the first of which is nothing, that is not above one. */
function lastUpTo<Of extends number | bigint>(numbers: readonly Of[], most: Of): number {
  let [low, high] = [0, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= most) low = middle;
    else high = middle;
  }
  return low;
}

/** The numbers that postings add up to, each with its sign in the sum of all. */
function leavesOf(cells: PageCells, id: string, sign: bigint): readonly Leaf[] | undefined {
  const cell = cells.get(id);
  if (cell?.value.kind !== "money") return undefined;
  const { source, value } = cell;
  if (source.kind === "postings") {
    const blocks = source.blocks?.() ?? blocksOfParts(source.parts());
    return [{ blocks, sign, currency: value.currency }];
  }
  if (source.kind !== "sum") return undefined;
  const leaves: Leaf[] = [];
  for (const [ids, by] of [
    [source.plus, sign],
    [source.minus, -sign],
  ] as const) {
    for (const part of ids) {
      const of = leavesOf(cells, part, by);
      if (of === undefined) return undefined;
      leaves.push(...of);
    }
  }
  const { currency } = value;
  const isOfOthers = leaves.some((of) => of.currency !== currency && of.blocks.sums.size > 0);
  return isOfOthers ? undefined : leaves;
}

/**
 * The same units as `unitsOfCell` has, without going through all of them; nothing where that has
 * none.
 */
export function populationOfCell(cells: PageCells, id: string): Population | undefined {
  const leaves = leavesOf(cells, id, 1n);
  if (leaves === undefined) return undefined;
  const amounts = new UnitsInBlocks(leaves);
  return { amounts, unitAt: amounts.unitAt };
}
