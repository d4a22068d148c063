import type { Passkey } from "@jointfund/core/governance/passkey.ts";
import { send } from "../api/send.ts";
import { base64urlOf } from "./bytes.ts";
import { SigningFailure } from "./signer.ts";
import { codeOf } from "./signers.ts";

/** A passkey as an act enrols it, and whether its maker's devices may copy it. */
export type NewPasskey = { readonly passkey: Passkey; readonly synced: boolean };

/** Makes a passkey for an officer on this page's site: the office asks, the browser makes it. */
export async function makePasskey(officer: string): Promise<NewPasskey> {
  if (typeof PublicKeyCredential === "undefined") throw new SigningFailure("not_supported");
  const asked = await send("/api/v1/passkeys/options", { officer });
  const options = asked.publicKey as PublicKeyCredentialCreationOptionsJSON;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey }).catch((failure: unknown) => {
    throw new SigningFailure(codeOf(failure), failure);
  });
  if (!(credential instanceof PublicKeyCredential)) throw new SigningFailure("cancelled");
  const { id, rawId, response } = credential;
  if (!(response instanceof AuthenticatorAttestationResponse)) {
    throw new SigningFailure("passkey_unavailable");
  }
  return send("/api/v1/passkeys", {
    ...{ id, rawId: base64urlOf(rawId), type: "public-key", clientExtensionResults: {} },
    response: {
      clientDataJSON: base64urlOf(response.clientDataJSON),
      attestationObject: base64urlOf(response.attestationObject),
      transports: response.getTransports(),
    },
  });
}
