import { base64Decode } from "../base/bytes.ts";
import { Schema } from "../base/schema.ts";

/** Base64 of so many bytes exactly; its length alone does not tell, for padding may differ. */
function base64Of(name: string, bytes: number, pattern: string): Schema<string> {
  return Schema.string({
    format: {
      name,
      pattern,
      accepts: (text) => base64Decode(text)?.length === bytes,
    },
  });
}

/** A raw Ed25519 public key, 32 bytes in base64. */
export const publicKeyText = base64Of("public-key", 32, "^[A-Za-z0-9+/]{43}=$");

/** An Ed25519 signature, 64 bytes in base64. */
export const signatureText = base64Of("signature", 64, "^[A-Za-z0-9+/]{86}==$");
