import { base64Decode, utf8Encode } from "@jointfund/core/base/bytes.ts";
import { parseCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { verifyInclusion } from "@jointfund/core/log/merkle-proof.ts";
import { parseNote } from "@jointfund/core/log/note.ts";
import type { Schemas } from "../../api/client.ts";

export type Step = Schemas["EvidenceStep"];

/** Whether an entry's hash leads to the root that its checkpoint states; "absent" without proof. */
export function inclusionOf({ entry, leafHash, proof }: Step): "holds" | "broken" | "absent" {
  if (proof === undefined) return "absent";
  const note = parseNote(utf8Encode(proof.checkpoint));
  const stated = note.ok ? parseCheckpoint(note.value.text) : note;
  const leaf = base64Decode(leafHash);
  const hashes = proof.hashes.map((hash) => base64Decode(hash));
  if (!stated.ok || leaf === undefined || stated.value.size !== proof.size) return "broken";
  const whole = hashes.flatMap((hash) => (hash === undefined ? [] : [hash]));
  const claim = { index: entry, size: proof.size, leaf, root: stated.value.root };
  return verifyInclusion(claim, whole).ok ? "holds" : "broken";
}
