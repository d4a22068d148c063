import { dirname } from "node:path";
import type { Disk, DiskFile, DiskLock } from "../ports.ts";

/** Bytes that a device writes as one: after a loss of power each is old or new, never mixed. */
const SECTOR_BYTES = 512;

/** Answers a whole number from 0 to below the bound; a test seeds it. */
export type Chance = (below: number) => number;

/** What goes wrong at one call: the whole machine stops, or the call fails with a code. */
export type SimulatedFault = "power" | "EIO" | "ENOSPC";

/** The machine stopped in the middle of a call. Only tests see it. */
export class PowerLost extends Error {
  override readonly name = "PowerLost";
}

type Content = {
  /** What a reader sees. */
  seen: Uint8Array;
  /** What is on the medium for certain. */
  durable: Uint8Array;
  /** Sectors that the system still intends to write: none after a sync, even after a failed one. */
  readonly dirty: Set<number>;
};

const noContent = (): Content => ({
  seen: new Uint8Array(0),
  durable: new Uint8Array(0),
  dirty: new Set(),
});

type Names = Map<string, Content>;

function systemFailure(code: string): Error {
  return Object.assign(new Error(`${code}: simulated failure`), { code });
}

function copySector(target: Uint8Array, source: Uint8Array, sector: number): void {
  const start = sector * SECTOR_BYTES;
  const end = Math.min(start + SECTOR_BYTES, target.length);
  if (start < end) target.set(source.subarray(start, end), start);
}

function resized(bytes: Uint8Array, size: number): Uint8Array {
  const changed = new Uint8Array(size);
  changed.set(bytes.subarray(0, size));
  return changed;
}

/**
 * A disk in memory with a cache that forgets: what was not synced survives a loss of power sector
 * by sector or not at all, and names survive apart from the content that they stand for. Calls are
 * counted, and one of them can be made to fail.
 */
export class SimulatedDisk implements Disk {
  readonly #chance: Chance;
  /** Names as a reader sees them, and as the medium has them for certain. */
  readonly #seen: Names;
  readonly #durable: Names;
  readonly #directories: Set<string>;
  readonly #locks = new Set<string>();
  readonly #calls: string[] = [];
  #fault: { readonly call: number; readonly kind: SimulatedFault } | undefined;
  #capacity = Number.POSITIVE_INFINITY;
  #on = true;

  constructor(chance: Chance = () => 0, names: Names = new Map(), directories = new Set<string>()) {
    this.#chance = chance;
    this.#seen = names;
    this.#durable = new Map(names);
    this.#directories = directories;
  }

  /** The calls so far that change something, by name. */
  get calls(): readonly string[] {
    return this.#calls;
  }

  /** Makes the call with that number, counted from 0, go wrong. */
  failAt(call: number, kind: SimulatedFault): void {
    this.#fault = { call, kind };
  }

  /** Bytes that fit on the disk; more fails with ENOSPC. */
  setCapacity(bytes: number): void {
    this.#capacity = bytes;
  }

  /** Changes a file behind everyone's back, on the medium too. */
  tamper(path: string, change: (bytes: Uint8Array) => Uint8Array): void {
    const content = this.#seen.get(path);
    if (content === undefined) throw systemFailure("ENOENT");
    content.seen = change(content.seen.slice());
    content.durable = content.seen.slice();
  }

  /** The disk as the next process finds it when only this process dies: nothing is lost. */
  afterKill(): SimulatedDisk {
    this.#on = false;
    const copies = new Map<Content, Content>();
    const copyOf = (content: Content): Content => {
      const { seen, durable, dirty } = content;
      const copy = { seen: seen.slice(), durable: durable.slice(), dirty: new Set(dirty) };
      copies.set(content, copies.get(content) ?? copy);
      return copies.get(content)!;
    };
    const copyNames = (names: Names): Names =>
      new Map([...names].map(([path, content]) => [path, copyOf(content)]));
    const next = new SimulatedDisk(this.#chance, copyNames(this.#seen), new Set(this.#directories));
    next.#durable.clear();
    for (const [path, content] of copyNames(this.#durable)) next.#durable.set(path, content);
    return next;
  }

  /** The disk as it comes back after a loss of power. */
  afterPowerLoss(): SimulatedDisk {
    this.#on = false;
    const names: Names = new Map();
    for (const path of new Set([...this.#durable.keys(), ...this.#seen.keys()])) {
      const [before, after] = [this.#durable.get(path), this.#seen.get(path)];
      const content = before === after || this.#chance(2) === 0 ? before : after;
      if (content === undefined) continue;
      const bytes = this.#surviving(content);
      names.set(path, { seen: bytes, durable: bytes.slice(), dirty: new Set() });
    }
    return new SimulatedDisk(this.#chance, names, new Set(this.#directories));
  }

  /** Each sector that was being written is the old or the new one; the end lies in between. */
  #surviving({ seen, durable, dirty }: Content): Uint8Array {
    const least = Math.min(durable.length, seen.length);
    const most = Math.max(durable.length, seen.length);
    const bytes = resized(durable, least + this.#chance(most - least + 1));
    for (const sector of dirty) {
      if (this.#chance(2) === 1) copySector(bytes, seen, sector);
    }
    return bytes;
  }

  /** Counts a call; returns what of it is still done before it fails. */
  #call(name: string): SimulatedFault | undefined {
    if (!this.#on) throw new PowerLost("the machine is off");
    const fault = this.#fault?.call === this.#calls.length ? this.#fault.kind : undefined;
    this.#calls.push(name);
    return fault;
  }

  #fail(fault: SimulatedFault): never {
    if (fault !== "power") throw systemFailure(fault);
    this.#on = false;
    throw new PowerLost("the machine stopped");
  }

  #used(): number {
    return [...this.#seen.values()].reduce((sum, content) => sum + content.seen.length, 0);
  }

  #write(content: Content, bytes: Uint8Array, position: number): void {
    const fault = this.#call("write");
    const room = this.#capacity - (this.#used() - content.seen.length);
    const full = position + bytes.length > room;
    // A write that fails may have written any part of what it was given.
    const part = fault === undefined ? bytes.length : this.#chance(bytes.length + 1);
    const written = Math.max(0, Math.min(part, full ? room - position : part));
    const size = Math.max(content.seen.length, position + written);
    if (written > 0) {
      content.seen = resized(content.seen, size);
      content.seen.set(bytes.subarray(0, written), position);
      const last = Math.floor((position + written - 1) / SECTOR_BYTES);
      for (let at = Math.floor(position / SECTOR_BYTES); at <= last; at++) content.dirty.add(at);
    }
    if (fault !== undefined) this.#fail(fault);
    if (full) this.#fail("ENOSPC");
  }

  #sync(content: Content): void {
    const fault = this.#call("sync");
    if (fault === undefined) {
      content.durable = resized(content.durable, content.seen.length);
      for (const sector of content.dirty) copySector(content.durable, content.seen, sector);
      content.dirty.clear();
      return;
    }
    if (fault !== "power") {
      // The kernel tries once, reports the failure, and takes the pages for written from then on.
      content.durable = this.#surviving(content);
      content.dirty.clear();
    }
    this.#fail(fault);
  }

  #file(content: Content): DiskFile {
    return {
      size: () => Promise.resolve(content.seen.length),
      read: (target, position) => {
        const bytes = content.seen.subarray(position, position + target.length);
        target.set(bytes);
        return Promise.resolve(bytes.length);
      },
      write: async (bytes, position) => Promise.resolve(this.#write(content, bytes, position)),
      truncate: async (size) => Promise.resolve(this.#truncate(content, size)),
      sync: async () => Promise.resolve(this.#sync(content)),
      close: () => Promise.resolve(),
    };
  }

  #truncate(content: Content, size: number): void {
    const fault = this.#call("truncate");
    if (fault !== undefined) this.#fail(fault);
    content.seen = resized(content.seen, size);
  }

  async makeDirectory(path: string): Promise<void> {
    const fault = this.#call("makeDirectory");
    if (fault !== undefined) this.#fail(fault);
    for (let made = path; !this.#directories.has(made); made = dirname(made)) {
      this.#directories.add(made);
    }
    return Promise.resolve();
  }

  async list(path: string): Promise<readonly string[]> {
    const names = new Set<string>();
    for (const held of [...this.#seen.keys(), ...this.#directories]) {
      if (held.startsWith(`${path}/`)) names.add(held.slice(path.length + 1).split("/")[0]!);
    }
    return Promise.resolve([...names].toSorted((a, b) => (a < b ? -1 : 1)));
  }

  async open(path: string): Promise<DiskFile | undefined> {
    const content = this.#seen.get(path);
    return Promise.resolve(content === undefined ? undefined : this.#file(content));
  }

  async create(path: string): Promise<DiskFile> {
    const fault = this.#call("create");
    if (fault !== undefined) this.#fail(fault);
    if (!this.#directories.has(dirname(path))) throw systemFailure("ENOENT");
    const content = this.#seen.get(path) ?? noContent();
    content.seen = new Uint8Array(0);
    this.#seen.set(path, content);
    return Promise.resolve(this.#file(content));
  }

  readFile(path: string): Uint8Array | undefined {
    return this.#seen.get(path)?.seen.slice();
  }

  async rename(from: string, to: string): Promise<void> {
    const fault = this.#call("rename");
    if (fault !== undefined) this.#fail(fault);
    const content = this.#seen.get(from);
    if (content === undefined) throw systemFailure("ENOENT");
    this.#seen.delete(from);
    this.#seen.set(to, content);
    return Promise.resolve();
  }

  async remove(path: string): Promise<void> {
    const fault = this.#call("remove");
    if (fault !== undefined) this.#fail(fault);
    const isBelow = (held: string): boolean => held === path || held.startsWith(`${path}/`);
    for (const held of [...this.#seen.keys()].filter(isBelow)) this.#seen.delete(held);
    for (const held of [...this.#directories].filter(isBelow)) this.#directories.delete(held);
    return Promise.resolve();
  }

  async syncDirectory(path: string): Promise<void> {
    const fault = this.#call("syncDirectory");
    if (fault !== undefined) this.#fail(fault);
    for (const name of new Set([...this.#durable.keys(), ...this.#seen.keys()])) {
      if (dirname(name) !== path) continue;
      const content = this.#seen.get(name);
      if (content === undefined) this.#durable.delete(name);
      else this.#durable.set(name, content);
    }
    return Promise.resolve();
  }

  async lock(path: string): Promise<DiskLock | undefined> {
    if (this.#locks.has(path)) return Promise.resolve(undefined);
    this.#locks.add(path);
    const release = async (): Promise<void> => Promise.resolve(void this.#locks.delete(path));
    return Promise.resolve({ release });
  }
}
