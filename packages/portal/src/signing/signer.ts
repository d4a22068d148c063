import type { SigningKey } from "./signing-key.ts";
import type { Act, SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";

/**
 * How an officer signs. For the pages there are two things here:
 *
 * - `useSigner()` (use-signer.ts) tells whether the person who has signed in can sign, and how;
 * - `<SignDialog request onRecorded onClose />` (sign-dialog.tsx) shows what is to be signed, signs
 *   it, hands it in and says what became of it.
 *
 * A page makes the statement with `statements.ts` and gives it to the dialog as a `SigningRequest`.
 */

/**
 * Where the key is: derived from a label that everybody knows (demonstrations alone), in an
 * authenticator that the browser asks, or on another machine.
 */
export type SignerKind = "demonstration" | "passkey" | "elsewhere";

/** Signs in the name of one officer. */
export type Signer = {
  readonly kind: SignerKind;
  readonly officer: string;
  /** The party that the officer acts for. */
  readonly party: string;
  /** Signs a statement, or throws `SigningFailure`. What is signed elsewhere, the dialog brings. */
  readonly sign: (statement: Statement) => Promise<SignedStatement>;
};

/** Why there is no signature, as a code that `words.ts` has texts for. */
export type SigningFailureCode =
  /** The officer has closed the browser's prompt, or it has timed out. */
  | "cancelled"
  /** The authenticator has not the passkey that is enrolled. */
  | "passkey_unavailable"
  /** The browser knows no passkeys or no Ed25519. */
  | "not_supported"
  /** What was brought back is no signature by the officer's key over these bytes. */
  | "signature_wrong"
  /** The charter does not allow passkeys on this page's address. */
  | "origin_not_allowed";

export class SigningFailure extends Error {
  override readonly name = "SigningFailure";
  readonly code: SigningFailureCode;

  constructor(code: SigningFailureCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** What an officer is asked to sign. */
export type SigningRequest = {
  readonly statement: Statement;
  /**
   * The act that the statement is about, where it names it by its id alone. The dialog shows it
   * only if it has that id.
   */
  readonly act?: Act;
  /** What the signature does, in a sentence of plain words. */
  readonly summary: { readonly en: string; readonly ja: string };
};

/** What the record says of a statement that was handed in. */
export type Receipt = {
  /** `already`: the same was on record before. */
  readonly status: "accepted" | "already";
  readonly index: number;
  readonly act?: string;
};

/** Whether the person who has signed in can sign. */
export type SignerState =
  | { readonly state: "loading" }
  /** Nobody has signed in, or somebody who is no officer with a key in force. */
  | { readonly state: "none"; readonly reason: "signed_out" | "no_officer" | "no_key" }
  | { readonly state: "ready"; readonly signer: Signer; readonly key: SigningKey };
