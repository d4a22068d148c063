import { hash } from "node:crypto";
import { join } from "node:path";
import { canonicalBytes } from "@jointfund/core/base/canonical.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import type { Disk } from "../ports.ts";
import { replaceFile } from "../storage/durable-file.ts";
import {
  documentOf,
  endingSchema,
  readDocument,
  requestSchema,
  type NamedRequest,
  type NewRequest,
  type OrderRequest,
  type RequestEnding,
} from "./order-request.ts";

/** A request that the disk gives back otherwise than it was kept. */
export class RequestDamaged extends Error {
  override readonly name = "RequestDamaged";
}

/** Most requests of one holder that are kept open at once: nobody has a use for more. */
export const OPEN_MAX = 20;

/** What became of asking: kept, there already, or not kept and why. */
export type Kept =
  | { readonly status: "kept" | "already"; readonly request: NamedRequest }
  | { readonly status: "keyReused" }
  | { readonly status: "tooMany" };

type Ended = NamedRequest | undefined;

/**
 * Requests of holders to their distributors, in the office's own store beside the log: a file each
 * and a file for how it ended (docs/spec/http.md, H53). Nothing here is an order.
 */
export class OrderRequests {
  readonly #disk: Disk;
  readonly #directory: string;
  readonly #byId: Map<string, NamedRequest>;
  #number = 0;
  /** Writes go one after the other, so that a key is never taken twice. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(disk: Disk, directory: string, byId: Map<string, NamedRequest>) {
    this.#disk = disk;
    this.#directory = directory;
    this.#byId = byId;
    for (const { request } of byId.values()) {
      if (request.number > this.#number) this.#number = request.number;
    }
  }

  /** Reads what is kept; a file that is not as it was written stops the office. */
  static async open(disk: Disk, directory: string): Promise<OrderRequests> {
    await disk.makeDirectory(directory);
    const names = await disk.list(directory);
    const byId = new Map<string, NamedRequest>();
    for (const name of names.filter((each) => /^[0-9a-f]{64}\.json$/.test(each))) {
      const id = name.slice(0, 64);
      byId.set(id, readRequest(disk, directory, id));
    }
    return new OrderRequests(disk, directory, byId);
  }

  get(id: string): NamedRequest | undefined {
    return this.#byId.get(id);
  }

  /** Those of one account or to one distributor, the newest first. */
  list(of: Partial<Pick<OrderRequest, "unitClass" | "holder" | "distributor">>): NamedRequest[] {
    const wanted = Object.entries(of) as [keyof typeof of, string][];
    return [...this.#byId.values()]
      .filter(({ request }) => wanted.every(([field, value]) => request[field] === value))
      .toSorted((a, b) => b.request.number - a.request.number);
  }

  /** Keeps a request; with a key that is known it is the one that is there, or refused (H55). */
  ask(request: NewRequest, isOpen: (named: NamedRequest) => boolean): Promise<Kept> {
    return this.#inTurn(async () => {
      const own = this.list({ unitClass: request.unitClass, holder: request.holder });
      const known = own.find((each) => each.request.key === request.key);
      if (known !== undefined) {
        const { number, askedAt } = known.request;
        const same = documentOf({ ...request, number, askedAt }).id === known.id;
        return same ? { status: "already", request: known } : { status: "keyReused" };
      }
      if (own.filter(isOpen).length >= OPEN_MAX) return { status: "tooMany" };
      const numbered = { ...request, number: ++this.#number };
      const { id, bytes } = documentOf(numbered);
      await replaceFile(this.#disk, join(this.#directory, `${id}.json`), bytes);
      const named = { id, request: numbered };
      this.#byId.set(id, named);
      return { status: "kept", request: named };
    });
  }

  /** Ends a request; one that has ended stays as it ended. */
  end(id: string, ending: RequestEnding): Promise<Ended> {
    return this.#inTurn(async () => {
      const named = this.#byId.get(id);
      if (named === undefined || named.ending !== undefined) return named;
      const bytes = canonicalBytes(encode(endingSchema, ending));
      await replaceFile(this.#disk, join(this.#directory, `${id}.ended.json`), bytes);
      const ended = { ...named, ending };
      this.#byId.set(id, ended);
      return ended;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function readRequest(disk: Disk, directory: string, id: string): NamedRequest {
  const file = join(directory, `${id}.json`);
  const bytes = disk.readFile(file);
  const request = bytes && readDocument(requestSchema, bytes);
  if (bytes === undefined || request === undefined || hash("sha256", bytes) !== id) {
    throw new RequestDamaged(file);
  }
  const ended = join(directory, `${id}.ended.json`);
  const end = disk.readFile(ended);
  if (end === undefined) return { id, request };
  const ending = readDocument(endingSchema, end);
  if (ending === undefined) throw new RequestDamaged(ended);
  return { id, request, ending };
}
