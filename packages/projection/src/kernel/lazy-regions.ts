import { operandsOf, type SimpleNode } from "./node-values.ts";
import type { SimplifiedProgram } from "./simplified-program.ts";

/**
 * Nodes that matter only where a condition holds for one path at least: those that nothing but the
 * chosen side of a `choose`, or the second side of an `and` or `or`, uses. A kernel that leaves
 * them out while no path needs them gives the same bits (PJ9).
 */
export type Region = {
  readonly parent: Region | undefined;
  readonly depth: number;
  readonly condition: number;
  /** Whether it matters where the condition does not hold. */
  readonly negated: boolean;
};

/** Less than so much work is done sooner than asked about. */
const LEAST_WORK = 16;
const WORK: { readonly [op in SimpleNode["op"]]?: number } = {
  exponential: 25,
  logarithm: 25,
  lookup: 6,
  divide: 4,
  squareRoot: 4,
  draw: 10,
};

/** The region of each node; undefined for what always matters. `isFixed` nodes always do. */
export function regionsOf(
  { nodes, states, outputs }: SimplifiedProgram,
  isFixed: (place: number) => boolean,
): readonly (Region | undefined)[] {
  const forest = new Forest();
  const needs: (Region | undefined | "unused")[] = nodes.map(() => "unused");
  const use = (place: number, region: Region | undefined): void => {
    const known = needs[place];
    needs[place] = known === "unused" ? region : commonOf(known, region);
  };
  for (const { next } of states) use(next, undefined);
  for (const { value } of outputs) use(value, undefined);
  for (let place = nodes.length - 1; place >= 0; place--) {
    const node = nodes[place]!;
    const need = needs[place];
    const region = need === "unused" || isFixed(place) ? undefined : need;
    needs[place] = region;
    if (node.op === "truth") continue;
    if (node.op === "choose") {
      use(node.condition, region);
      use(node.whenTrue, forest.child(region, node.condition, false));
      use(node.whenFalse, forest.child(region, node.condition, true));
    } else if (node.op === "and" || node.op === "or") {
      use(node.left, region);
      use(node.right, forest.child(region, node.left, node.op === "or"));
    } else {
      for (const operand of operandsOf(node)) use(operand, region);
    }
  }
  return forest.withoutSmall(
    needs.map((need) => (need === "unused" ? undefined : need)),
    nodes.map(({ op }, place) => (isFixed(place) || op === "constant" ? 0 : (WORK[op] ?? 1))),
  );
}

/** The smallest region that holds both. */
function commonOf(a: Region | undefined, b: Region | undefined): Region | undefined {
  let [left, right] = [a, b];
  while (left !== right) {
    if (left === undefined || right === undefined) return undefined;
    if (left.depth >= right.depth) left = left.parent;
    else right = right.parent;
  }
  return left;
}

/** Whether a region is another one or within it. */
export function isWithin(inner: Region | undefined, outer: Region | undefined): boolean {
  let region = inner;
  while (region !== undefined && region !== outer) region = region.parent;
  return region === outer;
}

class Forest {
  readonly #regions: Region[] = [];
  readonly #byKey = new Map<Region | undefined, Map<string, Region>>();

  child(parent: Region | undefined, condition: number, negated: boolean): Region {
    let siblings = this.#byKey.get(parent);
    if (siblings === undefined) this.#byKey.set(parent, (siblings = new Map<string, Region>()));
    const key = `${condition} ${negated}`;
    let region = siblings.get(key);
    if (region === undefined) {
      region = { parent, depth: (parent?.depth ?? 0) + 1, condition, negated };
      siblings.set(key, region);
      this.#regions.push(region);
    }
    return region;
  }

  /** Regions with little work in them are merged into those around them. */
  withoutSmall(
    regions: readonly (Region | undefined)[],
    work: readonly number[],
  ): readonly (Region | undefined)[] {
    const total = new Map<Region, number>();
    for (const [place, region] of regions.entries()) {
      for (let each = region; each !== undefined; each = each.parent) {
        total.set(each, (total.get(each) ?? 0) + work[place]!);
      }
    }
    // Parents are made before their children.
    const kept = new Map<Region, Region | undefined>();
    for (const region of this.#regions) {
      const parent = region.parent === undefined ? undefined : kept.get(region.parent);
      const isSmall = (total.get(region) ?? 0) < LEAST_WORK;
      const depth = (parent?.depth ?? 0) + 1;
      kept.set(region, isSmall ? parent : { ...region, parent, depth });
    }
    return regions.map((region) => region && kept.get(region));
  }
}
