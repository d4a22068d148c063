import { base64Decode, base64Encode, utf8Encode } from "@jointfund/core/base/bytes.ts";
import { sha256 } from "@jointfund/core/base/sha256.ts";

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Uint8Array.from([
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06],
  ...[0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20],
]);

/** A key in the browser that signs as an officer of a demonstration. */
export type DemonstrationKey = {
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** An Ed25519 signature as base64. */
  readonly sign: (message: Uint8Array) => Promise<string>;
};

/**
 * FOR DEMONSTRATIONS ONLY: the key of an officer that anybody can compute from the fund's id, so
 * that it protects nothing. Its seed is SHA-256 of "jointfund demonstration key", a line feed, and
 * "<fund> officer <officer>".
 */
export async function demonstrationKey(fund: string, officer: string): Promise<DemonstrationKey> {
  const label = `${fund} officer ${officer}`;
  const seed = sha256(utf8Encode(`jointfund demonstration key\n${label}`));
  const pkcs8 = Uint8Array.from([...PKCS8_PREFIX, ...seed]);
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", key);
  const raw = base64Decode(`${x.replaceAll("-", "+").replaceAll("_", "/")}=`);
  if (raw === undefined) throw new Error("a key has its public half");
  return {
    publicKey: raw,
    async sign(message) {
      const signature = await crypto.subtle.sign("Ed25519", key, Uint8Array.from(message));
      return base64Encode(new Uint8Array(signature));
    },
  };
}
