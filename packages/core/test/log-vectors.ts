import { readFileSync } from "node:fs";

/** A file of vectors/log, in the shape that the test states for it. */
export function logVectors<T>(name: string): T {
  const url = new URL(`../../../vectors/log/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as T;
}

/** A hash, key or entry of the vectors. */
export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "hex"));
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

export function toUtf8(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "utf8"));
}

export function fromUtf8(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}
