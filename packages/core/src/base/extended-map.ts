/**
 * A map with some entries after those of another, which is not copied for that. Both stay as they
 * are as long as it is used; keys that both have are the other's.
 */
export class ExtendedMap<K, V> implements ReadonlyMap<K, V> {
  readonly #earlier: ReadonlyMap<K, V>;
  readonly #added: ReadonlyMap<K, V>;

  constructor(earlier: ReadonlyMap<K, V>, added: ReadonlyMap<K, V>) {
    this.#earlier = earlier;
    this.#added = new Map([...added].filter(([key]) => !earlier.has(key)));
  }

  get size(): number {
    return this.#earlier.size + this.#added.size;
  }

  get(key: K): V | undefined {
    return this.#earlier.get(key) ?? this.#added.get(key);
  }

  has(key: K): boolean {
    return this.#earlier.has(key) || this.#added.has(key);
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  *entries(): MapIterator<[K, V]> {
    yield* this.#earlier.entries();
    yield* this.#added.entries();
  }

  *keys(): MapIterator<K> {
    yield* this.#earlier.keys();
    yield* this.#added.keys();
  }

  *values(): MapIterator<V> {
    yield* this.#earlier.values();
    yield* this.#added.values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}
