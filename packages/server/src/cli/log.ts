import { base64Encode, hexEncode } from "@jointfund/core/base/bytes.ts";
import { toldIn } from "@jointfund/core/base/told-text.ts";
import { decodeEntry, type Entry } from "@jointfund/core/fund/entry.ts";
import { speakerOf } from "@jointfund/core/governance/authenticate.ts";
import { actIdOf } from "@jointfund/core/governance/identity.ts";
import type { Statement } from "@jointfund/core/governance/statement.ts";
import { leafHash } from "@jointfund/core/log/merkle.ts";
import { proveInclusion } from "@jointfund/core/log/merkle-proof.ts";
import { encodeProofFile } from "@jointfund/core/log/proof-file.ts";
import { nativeSha256 } from "../storage/sha256.ts";
import { shortId } from "../languages/figures.ts";
import { LABELS } from "../languages/labels.ts";
import { message } from "../languages/messages.ts";
import { rejectionWithClause } from "../languages/rejections.ts";
import type { Facts } from "../languages/template.ts";
import { STATEMENT_WORDS, STATUS_WORDS, wordFor } from "../languages/words.ts";
import { padEnd, widthOf } from "../page/layout.ts";
import { EXIT, refusedBy, wrongUsage, type ExitCode } from "./failure.ts";
import { actName, filled, type Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord, type OpenRecord } from "./record.ts";
import { harmless, harmlessJson } from "./terminal.ts";

/** `jointfund log vkey`: the keys by which anybody checks the record. */
export function showKeys(invocation: Invocation): ExitCode {
  const { state } = openRecord(invocation.data, replayProgress(invocation));
  const { logKey, mirrors, witnesses } = state.trust;
  if (invocation.options.json === true) {
    invocation.json({ logKey, mirrors, witnesses });
    return EXIT.done;
  }
  const rows = [
    [LABELS.logKey, logKey] as const,
    ...mirrors.map(({ party, vkey }) => [filled(LABELS.mirrorKey, party), vkey] as const),
    ...witnesses.map(({ name, vkey }) => [filled(LABELS.witnessKey, name), vkey] as const),
  ].map(([label, key]) => [invocation.say(label), key] as const);
  const width = Math.max(...rows.map(([label]) => widthOf(label))) + 2;
  for (const [label, key] of rows) invocation.line(padEnd(label, width) + key);
  return EXIT.done;
}

const SHOWN_DEFAULT = 10;

/** `jointfund log show`: entries in a line each, or a single one whole. */
export function showEntries(invocation: Invocation, which: string | undefined): ExitCode {
  const record = openRecord(invocation.data, replayProgress(invocation));
  const size = record.entries.length;
  const [from, to] = rangeOf(which, size);
  const shown = record.entries.slice(from, to + 1).map((leaf, n) => describe(leaf, from + n));
  if (invocation.options.json === true) {
    invocation.json(shown);
    return EXIT.done;
  }
  const [only] = shown;
  if (only !== undefined && from === to && which !== undefined) printEntry(only, invocation);
  else for (const one of shown) invocation.line(summary(record, one, invocation));
  return EXIT.done;
}

/** First and last entry of "7", "3..9", or nothing, which is the last ten. */
function rangeOf(which: string | undefined, size: number): readonly [number, number] {
  if (which === undefined) return [Math.max(0, size - SHOWN_DEFAULT), size - 1];
  const [, first, last] = /^([0-9]{1,15})(?:(?:\.\.|-)([0-9]{1,15}))?$/.exec(which) ?? [];
  if (first === undefined) throw wrongUsage(message("rangeMalformed", which));
  const from = Number(first);
  const to = last === undefined ? from : Number(last);
  if (to < from) throw wrongUsage(message("rangeMalformed", which));
  if (from >= size) throw refusedBy(message("entryUnknown", from, size));
  return [from, Math.min(to, size - 1)];
}

type Shown = { readonly index: number; readonly leaf: string; readonly entry: Entry };

function describe(leaf: Uint8Array, index: number): Shown {
  const entry = decodeEntry(leaf);
  // The replay has read the same bytes before.
  if (!entry.ok) throw refusedBy(message("entryBroken", index, entry.error.code));
  return { index, leaf: hexEncode(leafHash(leaf, nativeSha256)), entry: entry.value };
}

function printEntry({ index, leaf, entry }: Shown, invocation: Invocation): void {
  const { statement, signatures, ...rest } = entry;
  const fields = { index, leafHash: leaf, ...rest, statement, signatures };
  invocation.line(harmlessJson(fields));
}

function summary(record: OpenRecord, { index, entry }: Shown, invocation: Invocation): string {
  const { statement, recordedAt } = entry;
  const kind = invocation.say(wordFor(STATEMENT_WORDS, statement.kind));
  const said = speakerOf(statement);
  const detail = harmless(detailOf(record, statement, invocation));
  const head = `${String(index).padStart(5)}  ${recordedAt}  ${padEnd(kind, 18)}`;
  return `${head} ${padEnd(said, 16)} ${detail}`;
}

function detailOf(record: OpenRecord, statement: Statement, invocation: Invocation): string {
  const { state } = record;
  const { charter } = state;
  const ofAct = (id: string): string => {
    const act = record.chronicle.acts.get(id)?.act;
    const name = act === undefined ? "" : ` ${invocation.say(actName(charter, act.type))}`;
    return `${shortId(id)}${name}`;
  };
  const word = (code: string): string => invocation.say(wordFor(STATUS_WORDS, code));
  const told = (reason: string): string =>
    invocation.each((language) => toldIn(reason, language).text).join("  ");
  switch (statement.kind) {
    case "founding":
    case "proposal":
    case "fact":
      return ofAct(actIdOf(statement.fund, statement.act));
    case "approval":
      return `${word(statement.decision)}  ${ofAct(statement.actId)}`;
    case "objection":
      return `${word(statement.power)}  ${ofAct(statement.actId)}: ${told(statement.reason)}`;
    case "recusal":
      return `${ofAct(statement.actId)}: ${told(statement.reason)}`;
    case "consultation":
      return `${word(statement.opinion)}  ${ofAct(statement.actId)}`;
    case "execution":
      return ofAct(statement.actId);
    case "day.open":
      return statement.date;
    case "seal":
      return statement.stateHash;
    case "finality.record":
      return statement.checkpoint.split("\n").slice(1, 3).join(" ");
    case "refusal": {
      const refused = statement.rejection as unknown as {
        readonly code: string;
        readonly clause: string;
        readonly facts: Facts;
      };
      const texts = invocation.each((language) => rejectionWithClause(refused, language, charter));
      return texts.join("  ");
    }
  }
}

/** `jointfund log proof`: that an entry is under the published checkpoint (C2SP tlog-proof). */
export function printProof(invocation: Invocation, which: string): ExitCode {
  if (!/^[0-9]{1,15}$/.test(which)) throw wrongUsage(message("rangeMalformed", which));
  const index = Number(which);
  const { published, tree, entries } = openRecord(invocation.data, replayProgress(invocation));
  const size = published?.checkpoint.size ?? 0;
  if (index >= entries.length) throw refusedBy(message("entryUnknown", index, entries.length));
  if (published === undefined || index >= size) {
    throw refusedBy(message("notUnderCheckpoint", index, size));
  }
  const proof = proveInclusion(index, size, tree.readHash, nativeSha256);
  if (!proof.ok) throw refusedBy(message("entryUnknown", index, size));
  const file = encodeProofFile({ index, hashes: proof.value, checkpoint: published.bytes });
  if (invocation.options.json === true) {
    const hashes = proof.value.map(base64Encode);
    invocation.json({ index, size, hashes, checkpoint: Buffer.from(published.bytes).toString() });
  } else invocation.terminal.out(Buffer.from(file).toString("utf8"));
  return EXIT.done;
}
