import { assert } from "@jointfund/core/base/assert.ts";
import { base64Encode, utf8Decode } from "@jointfund/core/base/bytes.ts";
import { encode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { decodeEntry } from "@jointfund/core/fund/entry.ts";
import { entrySchema } from "@jointfund/core/fund/entry-schema.ts";
import { leafHash } from "@jointfund/core/log/merkle.ts";
import { proveInclusion } from "@jointfund/core/log/merkle-proof.ts";
import { nativeSha256 } from "../storage/sha256.ts";
import type { Office } from "./office.ts";
import { RequestProblem } from "./problem.ts";
import type { Published } from "./published.ts";
import { count, string } from "./wire-schemas.ts";

const { array, json, object, optional } = Schema;

const base64 = string({ format: "base64" });

export const proofSchema = object({
  size: count,
  hashes: array(base64, { description: "The audit path of RFC 6962, lowest first." }),
  checkpoint: string({ description: "The signed note that it leads to." }),
});

/** An entry as whoever wants to check it needs it. */
export const provenEntrySchema = object({
  index: count,
  entry: json({ description: "The entry: statement, signatures, recordedAt, effectsHash." }),
  bytes: string({ format: "base64", description: "Its canonical bytes: the leaf of the log." }),
  leafHash: base64,
  proof: optional(proofSchema),
});

/** That the entry is under the published checkpoint; nothing where it is not yet. */
function proofOf(
  { fund }: Office,
  index: number,
  published: Published | undefined,
): Infer<typeof proofSchema> | undefined {
  if (published === undefined || index >= published.size) return undefined;
  const { size, bytes } = published;
  const proof = proveInclusion(index, size, fund.readHash, nativeSha256);
  const checkpoint = utf8Decode(bytes);
  assert(proof.ok && checkpoint.ok, "a published checkpoint covers durable entries");
  return { size, hashes: proof.value.map(base64Encode), checkpoint: checkpoint.value };
}

/** An entry with its bytes, and the proof that they are under the published checkpoint. */
export async function provenEntry(
  office: Office,
  index: number,
): Promise<Infer<typeof provenEntrySchema>> {
  const { fund, record } = office;
  if (index >= record.size) throw new RequestProblem("unknown_id", ["entry", `${index}`]);
  const [bytes] = await fund.entries(index, index + 1);
  assert(bytes !== undefined, "a durable entry can be read");
  const decoded = decodeEntry(bytes);
  assert(decoded.ok, "an entry of the journal was replayed before");
  const proof = proofOf(office, index, await office.published());
  return {
    ...{ index, bytes: base64Encode(bytes) },
    entry: encode(entrySchema, decoded.value as Infer<typeof entrySchema>),
    leafHash: base64Encode(leafHash(bytes, nativeSha256)),
    ...(proof === undefined ? {} : { proof }),
  };
}
