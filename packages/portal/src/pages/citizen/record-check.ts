import { base64Decode, utf8Encode } from "@jointfund/core/base/bytes.ts";
import { parseCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { leafHash } from "@jointfund/core/log/merkle.ts";
import { verifyInclusion } from "@jointfund/core/log/merkle-proof.ts";
import { parseNote } from "@jointfund/core/log/note.ts";
import { read } from "../../api/use-api.ts";

export type Checked =
  | { readonly outcome: "holds"; readonly size: number }
  | { readonly outcome: "broken" | "notYet" };

/**
 * Whether an entry is in the published log: its own bytes are hashed here, and the hashes of the
 * proof have to lead from there to the root of the checkpoint (RFC 9162 §2.1.3.2).
 */
export async function checkEntry(index: number): Promise<Checked> {
  const { bytes, proof } = await read("/api/v1/entries/{index}", { path: { index } });
  if (proof === undefined) return { outcome: "notYet" };
  const entry = base64Decode(bytes);
  const hashes = proof.hashes.map(base64Decode);
  const note = parseNote(utf8Encode(proof.checkpoint));
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (entry === undefined || !checkpoint.ok) return { outcome: "broken" };
  const { size, root } = checkpoint.value;
  const way = hashes.filter((hash) => hash !== undefined);
  const verified = verifyInclusion({ index, size, leaf: leafHash(entry), root }, way);
  return verified.ok ? { outcome: "holds", size } : { outcome: "broken" };
}
