import type { Json } from "@jointfund/core/base/canonical.ts";
import type { JsonObject } from "@jointfund/core/base/schema.ts";

/** Random numbers that a seed gives, the same on every machine. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to before `below` (mulberry32). */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(values: readonly T[]): T {
    if (values.length === 0) throw new Error("nothing to pick from");
    return values[this.below(values.length)]!;
  }
}

/** Values for a text or number that is called so, where some are likelier to be accepted. */
export type Pools = { readonly [name: string]: readonly Json[] | undefined };

/** What no rule expects, though the record can hold it. */
const JUNK: readonly Json[] = [
  "",
  "constructor",
  "x".repeat(64),
  `${"x".repeat(79)}\u{1f600}`,
  "-1",
  "9".repeat(38),
  "\u6771\u4eac",
  0,
  -1,
  Number.MAX_SAFE_INTEGER,
  true,
  null,
  [],
  {},
];

/** Texts that match the patterns of the schemas, by what a pattern accepts. */
const TEXTS = [
  "a",
  "US",
  "USD",
  "JPY",
  "en",
  "1",
  "0",
  "0.00000001",
  "1.00",
  "1000000",
  `1${"0".repeat(30)}`,
  "1900-01-01",
  "2025-09-26",
  "2199-12-31",
  "1900-01-01T00:00:00Z",
  "2199-12-31T23:59:59Z",
  "0".repeat(32),
  "f".repeat(64),
  `${"A".repeat(43)}=`,
  `${"A".repeat(86)}==`,
  `${"f".repeat(64)}/1`,
] as const;

const MAX_ITEMS = 3;
/** One value in so many is junk, or comes from somewhere else than its own pool. */
const SELDOM = 150;

/** Makes values of JSON Schemas: mostly as they ask, with the pools' values where names match. */
export class RandomJson {
  readonly #chance: Chance;
  readonly #pools: Pools;

  constructor(chance: Chance, pools: Pools) {
    this.#chance = chance;
    this.#pools = pools;
  }

  of(schema: JsonObject, name = ""): Json {
    const chance = this.#chance;
    if (chance.oneIn(SELDOM)) return chance.pick(JUNK);
    if ("const" in schema) return schema["const"]!;
    if ("enum" in schema) return chance.pick(schema["enum"] as readonly Json[]);
    const variants = (schema["oneOf"] ?? schema["anyOf"]) as readonly JsonObject[] | undefined;
    if (variants !== undefined) return this.of(chance.pick(variants), name);
    switch (schema["type"]) {
      case "object":
        return this.#object(schema, name);
      case "array":
        return this.#array(schema, name);
      case "integer":
        return this.#integer(schema, name);
      case "boolean":
        return chance.oneIn(2);
      case "null":
        return null;
      case "string":
        return this.#text(schema, name);
      default:
        return chance.pick(JUNK);
    }
  }

  #object(schema: JsonObject, name: string): Json {
    const json: { [key: string]: Json } = {};
    const required = (schema["required"] ?? []) as readonly string[];
    for (const [key, member] of Object.entries((schema["properties"] ?? {}) as JsonObject)) {
      if (!required.includes(key) && this.#chance.oneIn(2)) continue;
      json[key] = this.of(member as JsonObject, key);
    }
    const keys = schema["propertyNames"] as JsonObject | undefined;
    if (keys === undefined) return json;
    for (const key of ["en", "ja"]) {
      json[key] = this.of(schema["additionalProperties"] as JsonObject, name);
    }
    return json;
  }

  #array(schema: JsonObject, name: string): Json {
    const least = (schema["minItems"] as number | undefined) ?? 0;
    const most = Math.min(MAX_ITEMS, (schema["maxItems"] as number | undefined) ?? MAX_ITEMS);
    const count = least + this.#chance.below(Math.max(1, most - least + 1));
    return Array.from({ length: count }, () => this.of(schema["items"] as JsonObject, name));
  }

  #integer(schema: JsonObject, name: string): Json {
    const pool = this.#pools[name] ?? [];
    const { minimum, maximum } = schema as { readonly minimum: number; readonly maximum: number };
    if (pool.length > 0 && !this.#chance.oneIn(10)) return this.#chance.pick(pool);
    return this.#chance.pick([minimum, maximum, Math.max(1, minimum)]);
  }

  #text(schema: JsonObject, name: string): Json {
    const chance = this.#chance;
    const pool = this.#pools[name] ?? [];
    if (pool.length > 0 && !chance.oneIn(10)) return chance.pick(pool);
    const pattern = new RegExp((schema["pattern"] as string | undefined) ?? "");
    const others = Object.values(this.#pools).flatMap((values) => values ?? []);
    const fitting = [...TEXTS, ...others].filter(
      (text) => typeof text === "string" && pattern.test(text),
    );
    return fitting.length === 0 ? "a" : chance.pick(fitting);
  }
}
