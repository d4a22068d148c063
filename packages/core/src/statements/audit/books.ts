import { Followed } from "../../base/followed.ts";
import { postedIn } from "../../fund/posted-days.ts";
import { actOfJournal, executedIn, itemOf, type AuditItem, type KnownAct } from "./item.ts";
import type { AuditInput, CorrectionNote } from "./trail.ts";

/** Acts whose postings somebody has written account by account. */
const WRITTEN_BY_HAND: ReadonlyMap<string, string> = new Map([
  ["opening.balances", "openingBalances"],
  ["correction.post", "correction"],
]);

/** Journal entries that no rule has made, but somebody's own choice of accounts (AU19). */
export function manualEntries(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { act, record } = known;
  const kind = WRITTEN_BY_HAND.get(act.type);
  const posting = record === undefined ? known.entry : record.executed?.entry;
  if (kind === undefined || posting === undefined) return [];
  const own = postedIn(input.chronicle, posting).filter(
    ({ journal }) => actOfJournal(input, journal)?.id === known.id,
  );
  return own.map(({ entry, journal }) => {
    const { id, vehicle, effectiveDate, postings } = journal;
    const accounts = [...new Set(postings.map(({ account }) => account))];
    const [{ currency } = { currency: "" }] = postings;
    const debits = postings.filter((each) => each.currency === currency && each.minor > 0n);
    const minor = debits.reduce((sum, each) => sum + each.minor, 0n);
    const facts = { journal: id, vehicle, accounts };
    return itemOf(input, known, {
      ...{ entry, kind, facts, effectiveDate, amount: { currency, minor } },
    });
  });
}

/** Facts that take back or replace what was on record before, with the field that names it. */
const TAKEN_BACK: ReadonlyMap<string, readonly [kind: string, field: string]> = new Map([
  ["certificate.withdraw", ["certificateWithdrawn", "certificate"]],
  ["conflict.withdraw", ["interestWithdrawn", "concern"]],
  ["order.cancel", ["orderCancelled", "order"]],
  ["valuation.review", ["valueReviewed", "investment"]],
]);

const correctedIn = new Followed<CorrectionNote, Map<number, string>>(
  () => new Map(),
  (journals, { entry, journal }) => journals.set(entry, journal),
);

/** Entries that were corrected, and what was taken back or replaced since (AU20). */
export function corrections(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { act } = known;
  const executed = executedIn(known);
  const journal =
    executed === undefined ? undefined : correctedIn.of(input.trail.corrections).get(executed);
  if (executed !== undefined && journal !== undefined) {
    return [itemOf(input, known, { entry: executed, kind: "corrected", facts: { journal } })];
  }
  const [kind, field] = TAKEN_BACK.get(act.type) ?? [];
  if (kind === undefined || field === undefined) return [];
  const of = act.body[field];
  const facts = typeof of === "string" ? { of } : {};
  return [itemOf(input, known, { entry: known.entry, kind, facts })];
}
