import { createPrivateKey } from "node:crypto";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { ProviderEntry } from "./office-schema.ts";
import type { ClientProof } from "./relying-party.ts";
import { readSecret, type SecretFault } from "./secrets.ts";

type Authentication = ProviderEntry["client"]["authentication"];

const KEY_IMPORTS = {
  ES256: { name: "ECDSA", namedCurve: "P-256" },
  RS256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  PS256: { name: "RSA-PSS", hash: "SHA-256" },
} as const;

/** How we prove to a provider that it is us: with the secret or key that the office file names. */
export async function proofOf(
  authentication: Authentication,
  where: Parameters<typeof readSecret>[1],
): Promise<Result<ClientProof, SecretFault | "key_malformed">> {
  switch (authentication.method) {
    case "none":
      return ok({ method: "none" });
    case "client_secret_basic":
    case "client_secret_post": {
      const secret = readSecret(authentication.secret, where);
      return secret.ok ? ok({ method: authentication.method, secret: secret.value }) : secret;
    }
    case "private_key_jwt": {
      const { algorithm, keyId } = authentication;
      const pem = readSecret(authentication.key, where);
      if (!pem.ok) return pem;
      const key = await keyOf(pem.value, algorithm);
      if (key === undefined) return err("key_malformed");
      return ok({ method: "private_key_jwt", key, ...(keyId === undefined ? {} : { keyId }) });
    }
  }
}

async function keyOf(
  pem: string,
  algorithm: keyof typeof KEY_IMPORTS,
): Promise<CryptoKey | undefined> {
  try {
    const der = createPrivateKey(pem).export({ type: "pkcs8", format: "der" });
    return await crypto.subtle.importKey("pkcs8", der, KEY_IMPORTS[algorithm], false, ["sign"]);
  } catch {
    return undefined;
  }
}
