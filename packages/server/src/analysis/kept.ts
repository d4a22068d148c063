/** Characters of answers that are kept. */
const KEPT_LENGTH = 32 * 1024 * 1024;

/** Answers by name; the ones that were asked for longest ago go first. */
export class Kept<Value> {
  readonly #values = new Map<string, { readonly value: Value; readonly length: number }>();
  #length = 0;

  get(name: string): Value | undefined {
    const found = this.#values.get(name);
    if (found === undefined) return undefined;
    this.#values.delete(name);
    this.#values.set(name, found);
    return found.value;
  }

  set(name: string, value: Value, length: number): void {
    this.#remove(name);
    this.#values.set(name, { value, length });
    this.#length += length;
    for (const oldest of this.#values.keys()) {
      if (this.#length <= KEPT_LENGTH || oldest === name) return;
      this.#remove(oldest);
    }
  }

  #remove(name: string): void {
    this.#length -= this.#values.get(name)?.length ?? 0;
    this.#values.delete(name);
  }
}
