/**
 * A node of a weight-balanced tree. Nodes are never changed, so versions of a map share them.
 * `size` counts the node and everything below it.
 */
type Node<V> = {
  readonly key: string;
  readonly value: V;
  readonly size: number;
  readonly left: Tree<V>;
  readonly right: Tree<V>;
};
type Tree<V> = Node<V> | undefined;

// A side may weigh at most DELTA times the other; a rotation is single if the inner grandchild
// weighs less than GAMMA times the outer. Hirai and Yamamoto, "Balancing weight-balanced trees"
// (2011), prove that these whole numbers, and no others, keep the balance through every change.
const DELTA = 3;
const GAMMA = 2;

const sizeOf = <V>(tree: Tree<V>): number => (tree === undefined ? 0 : tree.size);
const weightOf = <V>(tree: Tree<V>): number => sizeOf(tree) + 1;

function join<V>(key: string, value: V, left: Tree<V>, right: Tree<V>): Node<V> {
  return { key, value, size: sizeOf(left) + sizeOf(right) + 1, left, right };
}

/** The same entries in balance again, after one side has gained or lost one entry. */
function balanced<V>(key: string, value: V, left: Tree<V>, right: Tree<V>): Node<V> {
  if (right !== undefined && weightOf(right) > DELTA * weightOf(left)) {
    const inner = right.left;
    if (inner === undefined || weightOf(inner) < GAMMA * weightOf(right.right)) {
      return join(right.key, right.value, join(key, value, left, inner), right.right);
    }
    const near = join(key, value, left, inner.left);
    const far = join(right.key, right.value, inner.right, right.right);
    return join(inner.key, inner.value, near, far);
  }
  if (left !== undefined && weightOf(left) > DELTA * weightOf(right)) {
    const inner = left.right;
    if (inner === undefined || weightOf(inner) < GAMMA * weightOf(left.left)) {
      return join(left.key, left.value, left.left, join(key, value, inner, right));
    }
    const far = join(left.key, left.value, left.left, inner.left);
    const near = join(key, value, inner.right, right);
    return join(inner.key, inner.value, far, near);
  }
  return join(key, value, left, right);
}

function find<V>(root: Tree<V>, key: string): Tree<V> {
  let tree = root;
  while (tree !== undefined && tree.key !== key) {
    tree = key < tree.key ? tree.left : tree.right;
  }
  return tree;
}

/** The tree with the entry; the very same tree if it holds exactly that already. */
function insert<V>(tree: Tree<V>, key: string, value: V): Node<V> {
  if (tree === undefined) return join<V>(key, value, undefined, undefined);
  if (key === tree.key) {
    return Object.is(value, tree.value) ? tree : join(key, value, tree.left, tree.right);
  }
  if (key < tree.key) {
    const left = insert(tree.left, key, value);
    return left === tree.left ? tree : balanced(tree.key, tree.value, left, tree.right);
  }
  const right = insert(tree.right, key, value);
  return right === tree.right ? tree : balanced(tree.key, tree.value, tree.left, right);
}

/** The tree without its least entry. */
function withoutFirst<V>(tree: Node<V>): Tree<V> {
  if (tree.left === undefined) return tree.right;
  return balanced(tree.key, tree.value, withoutFirst(tree.left), tree.right);
}

function firstOf<V>(tree: Node<V>): Node<V> {
  let first = tree;
  while (first.left !== undefined) first = first.left;
  return first;
}

/** The tree without the key; the very same tree if the key isn't there. */
function remove<V>(tree: Tree<V>, key: string): Tree<V> {
  if (tree === undefined) return undefined;
  if (key < tree.key) {
    const left = remove(tree.left, key);
    return left === tree.left ? tree : balanced(tree.key, tree.value, left, tree.right);
  }
  if (key > tree.key) {
    const right = remove(tree.right, key);
    return right === tree.right ? tree : balanced(tree.key, tree.value, tree.left, right);
  }
  if (tree.left === undefined) return tree.right;
  if (tree.right === undefined) return tree.left;
  const next = firstOf(tree.right);
  return balanced(next.key, next.value, tree.left, withoutFirst(tree.right));
}

/** A perfectly balanced tree of the entries from `start` to before `end`, which are in order. */
function build<V>(entries: readonly (readonly [string, V])[], start: number, end: number): Tree<V> {
  if (start === end) return undefined;
  const middle = (start + end) >>> 1;
  const [key, value] = entries[middle]!;
  return join(key, value, build(entries, start, middle), build(entries, middle + 1, end));
}

/** The nodes in order, from the first key that isn't less than `from`. */
function* nodesFrom<V>(root: Tree<V>, from: string): Generator<Node<V>, void> {
  const ahead: Node<V>[] = [];
  for (let tree = root; tree !== undefined;) {
    if (tree.key < from) {
      tree = tree.right;
    } else {
      ahead.push(tree);
      tree = tree.left;
    }
  }
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    yield node;
    for (let tree = node.right; tree !== undefined; tree = tree.left) ahead.push(tree);
  }
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * An immutable map from strings, ordered by UTF-16 code units like the keys of the canonical form.
 *
 * `set` and `delete` answer a new map that shares all but a path of its tree with the old one, in
 * O(log n) time; the old one stays as it is. A change that changes nothing answers the same map, so
 * that `===` tells cheaply whether something happened.
 */
export class PersistentMap<V> {
  static readonly empty: PersistentMap<never> = new PersistentMap<never>(undefined);

  readonly #root: Tree<V>;

  private constructor(root: Tree<V>) {
    this.#root = root;
  }

  /** A map of the entries, in whatever order they come; of equal keys the last one counts. */
  static from<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    const sorted = [...new Map(entries)].sort(([a], [b]) => byCodeUnits(a, b));
    return new PersistentMap(build(sorted, 0, sorted.length));
  }

  /** How many entries there are. */
  get size(): number {
    return sizeOf(this.#root);
  }

  get(key: string): V | undefined {
    return find(this.#root, key)?.value;
  }

  has(key: string): boolean {
    return find(this.#root, key) !== undefined;
  }

  set(key: string, value: V): PersistentMap<V> {
    const root = insert(this.#root, key, value);
    return root === this.#root ? this : new PersistentMap(root);
  }

  delete(key: string): PersistentMap<V> {
    const root = remove(this.#root, key);
    return root === this.#root ? this : new PersistentMap(root);
  }

  *keys(): Generator<string, void> {
    for (const node of nodesFrom(this.#root, "")) yield node.key;
  }

  *values(): Generator<V, void> {
    for (const node of nodesFrom(this.#root, "")) yield node.value;
  }

  *entries(): Generator<readonly [string, V], void> {
    for (const node of nodesFrom(this.#root, "")) yield [node.key, node.value];
  }

  [Symbol.iterator](): Generator<readonly [string, V], void> {
    return this.entries();
  }

  /** The entries whose keys begin with the prefix, in order, without touching the others. */
  *range(prefix: string): Generator<readonly [string, V], void> {
    for (const node of nodesFrom(this.#root, prefix)) {
      if (!node.key.startsWith(prefix)) return;
      yield [node.key, node.value];
    }
  }

  /** The sum of what a measure makes of each value; see `SharedTotal`. */
  sumBy<S>(total: SharedTotal<V, S>): S {
    return total.under(this.#root);
  }

  /**
   * The values of which a measure that is never less than nothing makes something, in order: in
   * the time that these take, not the whole map.
   */
  valuesWith(sum: SharedSum<V>): Generator<V, void> {
    return valuesIn(this.#root, sum);
  }

  /** The longest way from the root to an entry: a measure of the balance, for tests. */
  get depth(): number {
    const depthOf = (tree: Tree<V>): number =>
      tree === undefined ? 0 : 1 + Math.max(depthOf(tree.left), depthOf(tree.right));
    return depthOf(this.#root);
  }
}

/** Of subtrees with fewer entries nothing is kept: adding them up again takes less than that. */
const KEPT_SIZE = 16;

/** What values come to together. */
type Adding<V, S> = {
  /** Of nothing; what it gives may be changed by taking in values. */
  readonly begin: () => S;
  readonly take: (sum: S, value: V) => S;
  /** Of two sums, a third that may be changed. */
  readonly add: (a: S, b: S) => S;
};

/**
 * What the values of a map come to, carried on from one map to the next: what a subtree comes to is
 * kept with it, and a map shares its subtrees with the one that it was changed from. After a change
 * only the path to it is added up again, in O(log n) time.
 */
export class SharedTotal<V, S> {
  readonly #adding: Adding<V, S>;
  readonly #keptSize: number;
  readonly #known = new WeakMap<Node<V>, S>();

  /**
   * Sums depend on nothing but the values, and adding them in whatever groups gives the same. Large
   * sums are kept of larger subtrees only.
   */
  constructor(adding: Adding<V, S>, keptSize = KEPT_SIZE) {
    this.#adding = adding;
    this.#keptSize = keptSize;
  }

  /** Used by `PersistentMap.sumBy`. */
  under(tree: Tree<V>): S {
    const { begin, take, add } = this.#adding;
    if (tree === undefined || tree.size < this.#keptSize) return this.#taken(tree, begin());
    const known = this.#known.get(tree);
    if (known !== undefined) return known;
    const sum = take(add(this.under(tree.left), this.under(tree.right)), tree.value);
    this.#known.set(tree, sum);
    return sum;
  }

  #taken(tree: Tree<V>, sum: S): S {
    if (tree === undefined) return sum;
    const left = this.#adding.take(this.#taken(tree.left, sum), tree.value);
    return this.#taken(tree.right, left);
  }
}

/** A number that each value makes, added up. */
export class SharedSum<V> extends SharedTotal<V, bigint> {
  readonly measure: (value: V) => bigint;

  /** The measure must depend on nothing but the value. */
  constructor(measure: (value: V) => bigint) {
    super({
      begin: () => 0n,
      take: (sum, value) => sum + measure(value),
      add: (a, b) => a + b,
    });
    this.measure = measure;
  }
}

/** The values below a node of which a measure makes something, in order. */
function* valuesIn<V>(tree: Tree<V>, sum: SharedSum<V>): Generator<V, void> {
  if (tree === undefined || sum.under(tree) === 0n) return;
  yield* valuesIn(tree.left, sum);
  if (sum.measure(tree.value) !== 0n) yield tree.value;
  yield* valuesIn(tree.right, sum);
}
