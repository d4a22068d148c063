import { concatBytes, utf8Encode } from "../base/bytes.ts";
import { sha256 } from "../base/sha256.ts";
import { DIGEST_WORDS, type DigestWord } from "./digest-words.ts";

const TAG = utf8Encode("jointfund/word-digest/v1\n");
/** 80 bits: nobody finds another statement with the same words. */
const WORDS = 10;

/**
 * The words of what is to be signed, for two screens to be compared by eye or telephone: those of
 * the first ten bytes of SHA-256 over a tag and the bytes that a key signs (R43).
 */
export function wordDigest(signingBytes: Uint8Array): readonly DigestWord[] {
  const digest = sha256(concatBytes(TAG, signingBytes));
  return [...digest.subarray(0, WORDS)].map((byte) => DIGEST_WORDS[byte]!);
}
