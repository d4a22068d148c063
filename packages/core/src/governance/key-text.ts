import { base64Decode } from "../base/bytes.ts";
import { Schema } from "../base/schema.ts";

/** Base64 of so many bytes; its length alone does not tell, for padding may differ. */
function base64Of(name: string, least: number, most: number, pattern: string): Schema<string> {
  const chars = Math.ceil(most / 3) * 4;
  return Schema.string({
    format: {
      name,
      pattern,
      accepts(text) {
        if (text.length > chars) return false;
        const length = base64Decode(text)?.length;
        return length !== undefined && length >= least && length <= most;
      },
    },
  });
}

const ANY_BASE64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

/** A raw Ed25519 public key, 32 bytes in base64. */
export const publicKeyText = base64Of("public-key", 32, 32, "^[A-Za-z0-9+/]{43}=$");

/** An Ed25519 signature, 64 bytes in base64. */
export const signatureText = base64Of("signature", 64, 64, "^[A-Za-z0-9+/]{86}==$");

/** A credential's id (WebAuthn section 4): 16 to 1023 bytes. */
export const credentialIdText = base64Of("credential-id", 16, 1_023, ANY_BASE64);

/** What an authenticator says and signs: 37 bytes, and its extensions if it has any. */
export const authenticatorDataText = base64Of("authenticator-data", 37, 1_024, ANY_BASE64);

/** What the browser says of the ceremony, as JSON in UTF-8. */
export const clientDataText = base64Of("client-data", 2, 2_048, ANY_BASE64);

/** Ed25519 in 64 bytes, or ECDSA in DER, at most 72. */
export const assertionSignatureText = base64Of("assertion-signature", 8, 72, ANY_BASE64);
