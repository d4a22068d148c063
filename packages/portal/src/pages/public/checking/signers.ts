import { ok, type Result } from "@jointfund/core/base/result.ts";
import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { type Checkpoint, parseCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { cosignatureTime, cosignatureVerifier } from "@jointfund/core/log/cosignature.ts";
import { ed25519Verifier, isSameKey, type Note, parseNote } from "@jointfund/core/log/note.ts";
import type { LogRejection } from "@jointfund/core/log/rejection.ts";
import {
  parseVerifierKey,
  SIGNATURE_TYPES,
  type VerifierKey,
} from "@jointfund/core/log/verifier-key.ts";

/** Keys that the founding names, as the office says them. A reader may hold them from elsewhere. */
export type LogKeys = {
  readonly log: string;
  readonly mirrors: readonly { readonly party: string; readonly vkey: string }[];
  readonly witnesses: readonly { readonly name: string; readonly vkey: string }[];
};

/** Whether somebody signed a checkpoint, as this browser found it. */
export type Signer = {
  readonly role: "log" | "mirror" | "witness";
  /** The party of a mirror, the name of a key otherwise. */
  readonly who: string;
  readonly standing: "valid" | "wrong" | "absent" | "keyUnreadable";
  /** When a cosigner says that it signed, seconds since 1970 UTC. */
  readonly time?: number;
};

export type OpenedCheckpoint = {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
  readonly signers: readonly Signer[];
};

type Signed = {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

/** Bytes in a buffer of their own, as WebCrypto takes them. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

async function verifyEd25519({ publicKey, message, signature }: Signed): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", own(publicKey), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, own(signature), own(message));
}

/** What a line of a note is a signature of; nothing where its form is wrong. */
function signedBy(key: VerifierKey, text: Uint8Array, signature: Uint8Array): Signed | undefined {
  let signed: Signed | undefined;
  const keep = (publicKey: Uint8Array, message: Uint8Array, of: Uint8Array): boolean => {
    signed = { publicKey, message, signature: of };
    return true;
  };
  const verifier =
    key.type === SIGNATURE_TYPES.ed25519
      ? ed25519Verifier(key, keep)
      : cosignatureVerifier(key, keep);
  return verifier.verify(text, signature) ? signed : undefined;
}

async function signerOf(
  note: Note,
  { role, who, vkey }: Pick<Signer, "role" | "who"> & { readonly vkey: string },
): Promise<Signer> {
  const type = role === "log" ? SIGNATURE_TYPES.ed25519 : SIGNATURE_TYPES.cosignature;
  const key = parseVerifierKey(vkey, type);
  if (!key.ok) return { role, who, standing: "keyUnreadable" };
  const lines = note.signatures.filter((line) => isSameKey(line, key.value));
  const [line] = lines;
  if (line === undefined) return { role, who, standing: "absent" };
  const text = utf8Encode(note.text);
  // Every line by a known key must verify (rule L13).
  const verified = await Promise.all(
    lines.map(async ({ signature }) => {
      const signed = signedBy(key.value, text, signature);
      return signed !== undefined && (await verifyEd25519(signed));
    }),
  );
  const standing = verified.every(Boolean) ? "valid" : "wrong";
  const time = role === "log" ? undefined : cosignatureTime(line);
  return { role, who, standing, ...(time === undefined ? {} : { time }) };
}

/** Reads a checkpoint and verifies, here, who signed it. */
export async function openWithBrowser(
  bytes: Uint8Array,
  keys: LogKeys,
): Promise<Result<OpenedCheckpoint, LogRejection>> {
  const note = parseNote(bytes);
  if (!note.ok) return note;
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return checkpoint;
  const signers = await Promise.all([
    signerOf(note.value, { role: "log", who: checkpoint.value.origin, vkey: keys.log }),
    ...keys.mirrors.map(({ party, vkey }) =>
      signerOf(note.value, { role: "mirror", who: party, vkey }),
    ),
    ...keys.witnesses.map(({ name, vkey }) =>
      signerOf(note.value, { role: "witness", who: name, vkey }),
    ),
  ]);
  return ok({ checkpoint: checkpoint.value, note: note.value, signers });
}

/** Whether the log itself signed it, and no line by a known key is wrong. */
export const isSigned = ({ signers }: OpenedCheckpoint): boolean =>
  signers.some(({ role, standing }) => role === "log" && standing === "valid") &&
  signers.every(({ standing }) => standing === "valid" || standing === "absent");
