import { cose, decodeCredentialPublicKey } from "@simplewebauthn/server/helpers";
import { concatBytes } from "@jointfund/core/base/bytes.ts";
import { spkiOfKey } from "@jointfund/core/governance/passkey.ts";

/** An authenticator's key (RFC 9052) as SubjectPublicKeyInfo; nothing if it is of another kind. */
export function spkiOfCose(bytes: Uint8Array<ArrayBuffer>): Uint8Array | undefined {
  const key = decodeCredentialPublicKey(bytes);
  const { COSEKEYS } = cose;
  if (cose.isCOSEPublicKeyEC2(key)) {
    const [x, y] = [key.get(COSEKEYS.x), key.get(COSEKEYS.y)];
    if (x === undefined || y === undefined) return undefined;
    return spkiOfKey("ES256", concatBytes(Uint8Array.of(4), x, y));
  }
  const x = cose.isCOSEPublicKeyOKP(key) ? key.get(COSEKEYS.x) : undefined;
  return x === undefined ? undefined : spkiOfKey("EdDSA", x);
}
