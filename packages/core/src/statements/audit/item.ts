import type { LocalDate } from "../../calendar/date.ts";
import { charterOfVersion } from "../../governance/act-view.ts";
import type { ActAmount } from "../../governance/act-definition.ts";
import { indexOf } from "../../governance/charter-index.ts";
import type { ActRecord, Decision } from "../../governance/state.ts";
import type { Act } from "../../governance/statement.ts";
import type { JournalEntry } from "../../ledger/journal.ts";
import type { AuditInput } from "./trail.ts";

/** Something that an auditor looks at, with where it stands in the record. */
export type AuditItem = {
  /** The entry that made it so. */
  readonly entry: number;
  /** The day on which that was recorded. */
  readonly on: LocalDate;
  /** What of its list it is. */
  readonly kind: string;
  readonly clause: string;
  readonly act?: string;
  readonly actType?: string;
  /** Parties whose it is, the one that did it first. */
  readonly parties: readonly string[];
  readonly officers: readonly string[];
  readonly effectiveDate?: LocalDate;
  readonly amount?: ActAmount;
  /** What was measured or named, by name: numbers, ids and days. */
  readonly facts: { readonly [fact: string]: number | string | readonly string[] };
  readonly reason?: string;
  /** SHA-256 of the documents that support it. */
  readonly documents: readonly string[];
  /** Entries that show it, in the order of the log. */
  readonly evidence: readonly number[];
};

/** What is said of one thing beside the act that it is about. */
export type Said = Partial<AuditItem> & Pick<AuditItem, "entry" | "kind">;

/** An act of the record with what is known of it: a decision's record, if it is one. */
export type KnownAct = {
  readonly id: string;
  readonly act: Act;
  /** The entry that brought it in. */
  readonly entry: number;
  readonly record?: ActRecord;
};

export function findAct({ state, chronicle }: AuditInput, id: string): KnownAct | undefined {
  const recorded = chronicle.acts.get(id);
  const record = state.acts.get(id);
  if (recorded === undefined) return undefined;
  const { act, entry } = recorded;
  return { id, act, entry, ...(record === undefined ? {} : { record }) };
}

/** The act that made an entry of a book; none where the opening of a day did. */
export function actOfJournal(input: AuditInput, { id }: JournalEntry): KnownAct | undefined {
  return findAct(input, id.slice(0, id.indexOf("/")));
}

/** The entry in which a decision was executed. */
export const executedIn = ({ record }: KnownAct): number | undefined => record?.executed?.entry;

/** The place of the first of a list in the order of the log that is after an entry. */
export function firstAfter(list: readonly { readonly entry: number }[], entry: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.entry <= entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The party of an officer, as far as the record knows one. */
export const partyOf = ({ state }: AuditInput, officer: string): string =>
  state.officers.get(officer)?.party ?? "";

/** The party that a decision counted for: that of the officer's seats, which stays what it was. */
export function partyOfDecision(
  input: AuditInput,
  { act }: ActRecord,
  { officer, seats }: Pick<Decision, "officer" | "seats">,
): string {
  const index = indexOf(charterOfVersion(input.state, act.charterVersion));
  return index.seats.get(seats[0] ?? "")?.party ?? partyOf(input, officer);
}

/** What an act moves: a decision's amount, or a sum that a fact names. */
export function amountOf({ act: { body }, record }: KnownAct): ActAmount | undefined {
  if (record !== undefined) return record.amount;
  const { currency, amount } = body;
  if (typeof currency !== "string" || typeof amount !== "string") return undefined;
  return /^-?\d+$/.test(amount) ? { currency, minor: BigInt(amount) } : undefined;
}

/** Every entry that says something of an act, in the order of the log. */
export function entriesOf({ entry, record }: KnownAct): readonly number[] {
  if (record === undefined) return [entry];
  const { consultations, decisions, recusals, objections, executed } = record;
  const said = [...consultations, ...decisions, ...recusals, ...objections];
  const all = [entry, ...said.map((each) => each.entry)];
  if (executed !== undefined) all.push(executed.entry);
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** An item about an act: what the act says of itself, and beside it what is said here. */
export function itemOf(input: AuditInput, known: KnownAct, said: Said): AuditItem {
  const { act } = known;
  const charter = charterOfVersion(input.state, act.charterVersion);
  const rule = Object.hasOwn(charter.acts, act.type) ? charter.acts[act.type] : undefined;
  const amount = amountOf(known);
  return {
    on: input.trail.dayOf(said.entry),
    clause: rule?.clause ?? "",
    ...{ act: known.id, actType: act.type, effectiveDate: act.effectiveDate },
    ...{ parties: [partyOf(input, act.proposer)], officers: [act.proposer] },
    ...(amount === undefined ? {} : { amount }),
    ...{ facts: {}, reason: act.reason, documents: act.evidence, evidence: entriesOf(known) },
    ...said,
  };
}
