import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { sha256 } from "@jointfund/core/base/sha256.ts";

/**
 * The key of a run's draws: the first eight bytes of SHA-256 of "jointfund projection", a line feed
 * and the seed, as two words, most significant byte first [PJ62]. Nothing of the charter is in it,
 * so two charters see the same world and their difference is not noise.
 */
export function keyOfSeed(seed: string): readonly [number, number] {
  const bytes = sha256(utf8Encode(`jointfund projection\n${seed}`));
  const words = new DataView(bytes.buffer, bytes.byteOffset);
  return [words.getUint32(0), words.getUint32(4)];
}
