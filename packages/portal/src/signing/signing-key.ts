import type { Answer } from "../api/use-api.ts";

/** What the office says of how the person who has signed in signs. */
export type SigningAnswer = Answer<"/api/v1/signing">;

/** The key in force of an officer. */
export type SigningKey = {
  readonly fund: string;
  readonly officer: string;
  readonly party: string;
  /** Key id (R3). */
  readonly id: string;
  /** Raw Ed25519 key, or a passkey's SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  readonly passkey?: { readonly credentialId: string; readonly site: string };
};

/** The key of whoever has signed in, or why there is none. */
export function signingKeyOf(answer: SigningAnswer): SigningKey | "no_officer" | "no_key" {
  const { fund, officer, party, key } = answer;
  if (officer === undefined || party === undefined) return "no_officer";
  return key === undefined ? "no_key" : { fund, officer, party, ...key };
}
