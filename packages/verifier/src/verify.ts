import { hexEncode } from "@jointfund/core/base/bytes.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { BlobReader } from "./blob-reader.ts";
import { checkpointReader } from "./checkpoint-reader.ts";
import {
  locate,
  publishedCheckpoint,
  signerMark,
  syncedEntries,
  type Copy,
  type StatedCheckpoint,
} from "./copy.ts";
import { entryFault, firstFault, type Doubt, type Fault, type FaultCode } from "./fault.ts";
import { systemFiles, type Files } from "./files.ts";
import { UnknownJournal } from "./journal-reader.ts";
import { verifyEd25519 } from "./native-crypto.ts";
import { replayCopy } from "./replay-copy.ts";
import type { Replay } from "./replay-record.ts";
import type { VerifyReport } from "./report.ts";
import { checkSigned, entriesMissing, invalid, type SignedFindings } from "./signed.ts";
import { survey, type Survey } from "./survey.ts";
import { trustRootOf } from "./trust-root.ts";

/** How far a verification is. */
export type Progress = { readonly step: "reading" | "replaying"; readonly entries: number };

export type VerifyOptions = {
  /** A fund's data directory, or a published log. */
  readonly directory: string;
  /** A file with a signed checkpoint that was held elsewhere. */
  readonly against?: string | undefined;
  /** Leaf hash that entry 0 must have, lower-case hexadecimal. */
  readonly founding?: string | undefined;
  /** Called after every entry. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly files?: Files;
  /** Ed25519 verification by a raw public key. */
  readonly verifySignature?: Context["verify"];
};

/** Faults that the size in a checkpoint leads to; they count only if that checkpoint is signed. */
const BY_STATED_SIZE: ReadonlySet<FaultCode> = new Set<FaultCode>(["log_file_missing"]);

function unknown(directory: string, doubt: Doubt): VerifyReport {
  const nothing = { entries: 0, kinds: {}, signatures: 0, confirmed: 0, blobs: 0 };
  return { outcome: "unknown", directory, ...nothing, doubt };
}

/** What can be said of the checkpoint without the key that the founding names. */
function examineUnsigned(copy: Copy, { tree, isComplete }: Survey): SignedFindings {
  const stated = publishedCheckpoint(copy);
  if (stated === undefined || !isComplete) return { faults: [], doubts: [] };
  const { path, rejection } = stated;
  const faults =
    rejection === undefined
      ? entriesMissing(tree.size, sizeOf(stated), path)
      : [invalid("published_checkpoint_invalid", path, rejection)];
  return { faults, doubts: [] };
}

/** What was signed over the entries as a whole, by the key that the founding names. */
function examineSigned(
  copy: Copy,
  surveyed: Survey,
  { founded, confirmed }: Replay,
  { against, verifySignature = verifyEd25519 }: VerifyOptions,
): SignedFindings {
  const { tree, isComplete } = surveyed;
  if (founded === undefined) return examineUnsigned(copy, surveyed);
  if (!isComplete) return { faults: [], doubts: [] };
  const reader = checkpointReader(founded, verifySignature);
  const { origin } = founded.charter;
  return checkSigned(copy, { reader, tree, origin, confirmed, against });
}

type Examined = {
  readonly copy: Copy;
  readonly survey: Survey;
  readonly replay: Replay;
  readonly signed: SignedFindings;
  readonly blobs: BlobReader;
  /** Leaf hash of entry 0. */
  readonly foundingHash: string | undefined;
};

function faultsOf(examined: Examined, founding: string | undefined): Fault[] {
  const { survey: surveyed, replay, signed, blobs, foundingHash } = examined;
  const isSigned = !signed.faults.some(({ code }) => code === "published_checkpoint_invalid");
  const faults = surveyed.faults.filter(({ code }) => isSigned || !BY_STATED_SIZE.has(code));
  if (founding !== undefined && foundingHash !== undefined && founding !== foundingHash) {
    const facts = { actual: foundingHash, required: founding };
    faults.push(entryFault("founding_differs", 0, facts));
  }
  if (replay.fault !== undefined) faults.push(replay.fault);
  faults.push(...signed.faults);
  if (replay.fault?.code === "blob_damaged") return faults;
  for (const [blob, actual] of blobs.damaged) {
    faults.push({ code: "blob_damaged", facts: { blob, actual } });
  }
  return faults;
}

/** Why nothing can be said, where nothing is wrong: silence is never taken for agreement. */
function doubtOf({ copy, survey: { tree }, replay, signed }: Examined): Doubt | undefined {
  if (replay.doubt !== undefined) return replay.doubt;
  if (signed.doubts[0] !== undefined) return signed.doubts[0];
  const isAll = replay.entries === tree.size && signed.published !== undefined;
  if (tree.size > 0 && isAll) return undefined;
  return { code: "no_entries", facts: { path: copy.journal ?? copy.log } };
}

function reportOf(examined: Examined, { directory, founding }: VerifyOptions): VerifyReport {
  const { copy, survey: surveyed, replay, signed, blobs, foundingHash } = examined;
  const faults = faultsOf(examined, founding);
  const fault = firstFault(faults);
  const others = faults.filter((other) => other !== fault);
  const doubt = fault === undefined ? doubtOf(examined) : undefined;
  const { founded, state, entries, kinds, signatures, confirmed } = replay;
  const { published, held, evidence } = signed;
  const isTrusted = founded !== undefined && foundingHash !== undefined;
  return {
    outcome: fault !== undefined ? "broken" : doubt !== undefined ? "unknown" : "holds",
    directory,
    source: copy.journal === undefined ? "published log" : "journal",
    ...(isTrusted ? { trust: trustRootOf(founded, foundingHash) } : {}),
    ...{ entries, kinds, signatures, confirmed, blobs: blobs.sound },
    ...(state === undefined ? {} : { recordedAt: state.recordedAt }),
    ...(published === undefined ? {} : { published }),
    ...(surveyed.tornAt === undefined ? {} : { tornAt: surveyed.tornAt }),
    ...(held === undefined ? {} : { held }),
    ...(fault === undefined ? {} : { fault }),
    ...(others.length === 0 ? {} : { others }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** The size that a checkpoint states, signed or not. */
function sizeOf(stated: StatedCheckpoint | undefined): number {
  return stated?.checkpoint?.size ?? 0;
}

async function verifyCopy(copy: Copy, options: VerifyOptions): Promise<VerifyReport> {
  const { onProgress, verifySignature = verifyEd25519 } = options;
  const stated = publishedCheckpoint(copy);
  if (stated === undefined && copy.journal === undefined) {
    const facts = { path: `${copy.log}/checkpoint` };
    return unknown(options.directory, { code: "checkpoint_missing", facts });
  }
  const published = sizeOf(stated);
  const surveyed = survey(copy, {
    published,
    least: Math.max(published, syncedEntries(copy), sizeOf(signerMark(copy))),
    onEntry: (entries) => onProgress?.({ step: "reading", entries }),
  });
  const blobs = new BlobReader(copy);
  const replay = await replayCopy(copy, {
    published,
    survey: surveyed,
    blobs,
    verify: verifySignature,
    onEntry: (entries) => onProgress?.({ step: "replaying", entries }),
  });
  const signed = examineSigned(copy, surveyed, replay, options);
  const { tree } = surveyed;
  const foundingHash = tree.size === 0 ? undefined : hexEncode(tree.tile(0, 0, 1));
  return reportOf({ copy, survey: surveyed, replay, signed, blobs, foundingHash }, options);
}

/** What a system says of a failed call, such as EACCES. */
function systemCode(failure: unknown): string | undefined {
  const code: unknown = failure instanceof Error && Reflect.get(failure, "code");
  return typeof code === "string" && /^E[A-Z]+$/.test(code) ? code : undefined;
}

/**
 * Checks a copy of a fund's record, alone: every entry's bytes, signatures and effects, the tree
 * that they make, and everything that was signed over it (docs/spec/verification.md). Reads only.
 */
export async function verify(options: VerifyOptions): Promise<VerifyReport> {
  const { directory, files = systemFiles } = options;
  try {
    const copy = locate(files, directory);
    return "code" in copy ? unknown(directory, copy) : await verifyCopy(copy, options);
  } catch (failure) {
    if (failure instanceof UnknownJournal) {
      const facts = { actual: failure.message };
      return unknown(directory, { code: "journal_version_unknown", facts });
    }
    const code = systemCode(failure);
    if (code === undefined) throw failure;
    const message = failure instanceof Error ? failure.message : "";
    return unknown(directory, { code: "unreadable", facts: { reason: code, message } });
  }
}
