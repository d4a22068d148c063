/** How often one client may ask: so many at once, and so many a second after that. */
export type Rate = { readonly burst: number; readonly perSecond: number };

/** Clients that are remembered; whoever is forgotten starts with a full bucket. */
const CLIENTS_MAX = 20_000;

type Bucket = { tokens: number; at: number };

/** A bucket of tokens for each client (H31). Time is in seconds, from wherever. */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, now: () => number = () => performance.now() / 1000) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes a token: 0 where there is one, else the whole seconds until there will be one. */
  take(client: string): number {
    const { burst, perSecond } = this.#rate;
    const now = this.#now();
    const bucket = this.#buckets.get(client) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) * perSecond);
    bucket.at = now;
    // The one that was seen last is forgotten last.
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > CLIENTS_MAX && oldest !== undefined) this.#buckets.delete(oldest);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens -= 1;
    return 0;
  }
}

/** An address as it is counted: of IPv6 the network of 64 bits, which one holder has whole. */
export function clientOf(address: string | undefined): string {
  if (address === undefined) return "local";
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address);
  if (mapped !== null) return mapped[1]!;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4).join(":");
}
