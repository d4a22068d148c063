import { hash } from "node:crypto";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { parseCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { parseNote } from "@jointfund/core/log/note.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { readCheckpoint } from "./log-files.ts";

/** The checkpoint as it is published, and who has signed it beside the operator. */
export type Published = {
  readonly bytes: Uint8Array;
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** Parties whose mirrors' lines it carries; whoever relies on them verifies them (log/). */
  readonly cosigners: readonly string[];
  /** Changes whenever the bytes do. */
  readonly tag: string;
};

/** Reads the published checkpoint; nothing where none is. */
export async function readPublished(
  directory: string,
  { trust }: FundState,
): Promise<Published | undefined> {
  const bytes = await readCheckpoint(directory);
  const note = parseNote(bytes ?? new Uint8Array());
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (bytes === undefined || !note.ok || !checkpoint.ok) return undefined;
  const { origin, size, root } = checkpoint.value;
  const names = new Set(note.value.signatures.map(({ name }) => name));
  const cosigners = trust.mirrors
    .filter(({ vkey }) => names.has(vkey.slice(0, vkey.indexOf("+"))))
    .map(({ party }) => party);
  const tag = hash("sha256", bytes, "hex").slice(0, 16);
  return { bytes, origin, size, root: base64Encode(root), cosigners, tag };
}
