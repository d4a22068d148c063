/**
 * The first entries of a map that only grows, in the order in which they came in; the map is not
 * copied for that. Whether a value is among them its user tells.
 */
export class FirstOfMap<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;
  readonly #of: ReadonlyMap<K, V>;
  readonly #isAmong: (value: V) => boolean;

  constructor(of: ReadonlyMap<K, V>, size: number, isAmong: (value: V) => boolean) {
    this.#of = of;
    this.size = size;
    this.#isAmong = isAmong;
  }

  get(key: K): V | undefined {
    const value = this.#of.get(key);
    return value !== undefined && this.#isAmong(value) ? value : undefined;
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  *entries(): MapIterator<[K, V]> {
    let left = this.size;
    for (const entry of this.#of.entries()) {
      if (left-- === 0) return;
      yield entry;
    }
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}
