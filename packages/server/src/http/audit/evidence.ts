import { decode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { PostedEntry } from "@jointfund/core/fund/chronicle.ts";
import type { Entry } from "@jointfund/core/fund/entry.ts";
import { entrySchema } from "@jointfund/core/fund/entry-schema.ts";
import { postedIn } from "@jointfund/core/fund/posted-days.ts";
import { signingBytes } from "@jointfund/core/governance/identity.ts";
import { checkSignature } from "@jointfund/core/governance/officer-key.ts";
import {
  actOfJournal,
  entriesOf,
  findAct,
  firstAfter,
  type KnownAct,
} from "@jointfund/core/statements/audit/item.ts";
import { signatureChecks } from "../../application/signature-checks.ts";
import { actSummarySchema, summaryOf } from "../act-summary.ts";
import { journalOf, journalSchema } from "../journal-schema.ts";
import type { Office } from "../office.ts";
import { RequestProblem } from "../problem.ts";
import { proofSchema, provenEntry } from "../proven-entry.ts";
import type { RecordView } from "../record-replay.ts";
import { count, hash, instant, string } from "../wire-schemas.ts";

const { array, boolean, object, oneOf, optional } = Schema;

/** Entries behind a figure that are shown: an act has some dozens at most. */
const STEPS_MAX = 200;

const stepSchema = Schema.lazy("EvidenceStep", () =>
  object({
    entry: count,
    kind: string({ description: "The kind of statement." }),
    said: optional(string({ description: "The decision, opinion or power." })),
    recordedAt: instant,
    officer: string(),
    party: string(),
    signatures: array(object({ key: string(), isValid: boolean() }), {
      description: "Each verified by the key that the record has enrolled for it.",
    }),
    leafHash: string({ format: "base64" }),
    proof: optional(proofSchema),
  }),
);

/** What a figure or an act rests on, down to signatures and the proof of each entry. */
export const evidenceSchema = object({
  journal: optional(journalSchema),
  act: optional(actSummarySchema),
  documents: array(hash),
  steps: array(stepSchema),
});

export const EVIDENCE_OF = ["journal", "act", "entry"] as const;

export const evidenceAsked = {
  of: oneOf(EVIDENCE_OF),
  id: string({ minLength: 1, maxLength: 200 }),
} as const;

type Asked = { readonly of: (typeof EVIDENCE_OF)[number]; readonly id: string };

type Traced = {
  readonly posted?: RecordView["chronicle"]["postings"][number];
  readonly known?: KnownAct;
  readonly entries: readonly number[];
};

/** Where what is asked for stands in the record: an entry of a book, an act, or an entry itself. */
function trace(view: RecordView, { of, id }: Asked): Traced {
  if (of === "journal") {
    const posted = postedAs(view, id);
    if (posted === undefined) throw new RequestProblem("unknown_id", ["journal", id]);
    const known = actOfJournal(view, posted.journal);
    const entries = known === undefined ? [] : entriesOf(known);
    const all = [...entries, posted.entry, ...finalAfter(view, posted.entry)];
    return { posted, ...(known === undefined ? {} : { known }), entries: all };
  }
  if (of === "act") {
    const known = findAct(view, id);
    if (known === undefined) throw new RequestProblem("unknown_id", ["act", id]);
    const entries = entriesOf(known);
    return { known, entries: [...entries, ...finalAfter(view, entries.at(-1)!)] };
  }
  const entry = /^(?:0|[1-9][0-9]{0,14})$/.test(id) ? Number(id) : view.size;
  if (entry >= view.size) throw new RequestProblem("unknown_id", ["entry", id]);
  const known = findAct(view, view.notes[entry]?.act ?? "");
  return {
    ...(known === undefined ? {} : { known }),
    entries: [entry, ...finalAfter(view, entry)],
  };
}

/** A journal entry by its id: among those of its act's entry, or, of a day's opening, of all. */
function postedAs(view: RecordView, id: string): PostedEntry | undefined {
  const known = findAct(view, id.slice(0, id.indexOf("/")));
  const isIt = ({ journal }: PostedEntry): boolean => journal.id === id;
  const entry = known?.record?.executed?.entry ?? known?.entry;
  const own = entry === undefined ? undefined : postedIn(view.chronicle, entry).find(isIt);
  return own ?? view.chronicle.postings.find(isIt);
}

/** The first entry that made another one final: it comes after that. */
function finalAfter({ trail: { finality } }: RecordView, entry: number): readonly number[] {
  for (let at = firstAfter(finality, entry); at < finality.length; at++) {
    const final = finality[at]!;
    if (final.finalSize > entry) return [final.entry];
  }
  return [];
}

export async function evidenceOf(
  office: Office,
  view: RecordView,
  asked: Asked,
): Promise<Infer<typeof evidenceSchema>> {
  const { posted, known, entries } = trace(view, asked);
  const recorded = known === undefined ? undefined : view.chronicle.acts.get(known.id);
  const places = [...new Set(entries)].toSorted((a, b) => a - b).slice(-STEPS_MAX);
  const steps = await Promise.all(places.map((entry) => stepOf(office, view, entry)));
  return {
    ...(posted === undefined ? {} : { journal: journalOf(posted) }),
    ...(recorded === undefined ? {} : { act: summaryOf(view, recorded) }),
    documents: known?.act.evidence ?? [],
    steps,
  };
}

async function stepOf(
  office: Office,
  view: RecordView,
  index: number,
): Promise<Infer<typeof stepSchema>> {
  const { entry: json, leafHash, proof } = await provenEntry(office, index);
  const decoded = decode(entrySchema, json);
  if (!decoded.ok) throw new Error(`entry ${index} of the journal was replayed before`);
  const entry = decoded.value as Entry;
  const officer = view.trail.speakerOf(index);
  return {
    ...{ entry: index, kind: entry.statement.kind, recordedAt: entry.recordedAt, officer },
    ...saidIn(entry),
    party: view.state.officers.get(officer)?.party ?? "",
    signatures: entry.signatures.map((signature) => ({
      key: signature.key,
      isValid: isSigned(view, entry, signature),
    })),
    leafHash,
    ...(proof === undefined ? {} : { proof }),
  };
}

/** What it comes to, of statements that are about an act. */
function saidIn({ statement }: Entry): { readonly said?: string } {
  if (statement.kind === "approval") return { said: statement.decision };
  if (statement.kind === "consultation") return { said: statement.opinion };
  if (statement.kind === "objection") return { said: statement.power };
  return {};
}

/** Whether a signature is that of the key on record, by a charter that was once in force. */
function isSigned(
  { state }: RecordView,
  { statement }: Entry,
  signature: Entry["signatures"][number],
): boolean {
  const key = state.keys.get(signature.key);
  if (key === undefined) return false;
  const message = signingBytes(statement);
  return [state.charter, ...state.charters.values()].some((charter) => {
    const judged = { terms: charter.passkeys, checks: signatureChecks };
    return checkSignature(key, signature, message, judged) === undefined;
  });
}
