import { actOfJournal, executedActs, itemOf, knownActs, type AuditItem } from "./item.ts";
import type { AuditInput } from "./trail.ts";

/** Acts whose postings somebody has written account by account. */
const WRITTEN_BY_HAND: ReadonlyMap<string, string> = new Map([
  ["opening.balances", "openingBalances"],
  ["correction.post", "correction"],
]);

/** Journal entries that no rule has made, but somebody's own choice of accounts (AU19). */
export function manualEntries(input: AuditInput): readonly AuditItem[] {
  return input.chronicle.postings.flatMap((posted): readonly AuditItem[] => {
    const { entry, journal } = posted;
    const known = actOfJournal(input, posted.journal);
    const kind = known && WRITTEN_BY_HAND.get(known.act.type);
    if (known === undefined || kind === undefined) return [];
    const { id, vehicle, effectiveDate, postings } = journal;
    const accounts = [...new Set(postings.map(({ account }) => account))];
    const [{ currency } = { currency: "" }] = postings;
    const debits = postings.filter((each) => each.currency === currency && each.minor > 0n);
    const minor = debits.reduce((sum, each) => sum + each.minor, 0n);
    const facts = { journal: id, vehicle, accounts };
    return [
      itemOf(input, known, { entry, kind, facts, effectiveDate, amount: { currency, minor } }),
    ];
  });
}

/** Facts that take back or replace what was on record before, with the field that names it. */
const TAKEN_BACK: ReadonlyMap<string, readonly [kind: string, field: string]> = new Map([
  ["certificate.withdraw", ["certificateWithdrawn", "certificate"]],
  ["conflict.withdraw", ["interestWithdrawn", "concern"]],
  ["order.cancel", ["orderCancelled", "order"]],
  ["valuation.review", ["valueReviewed", "investment"]],
]);

/** Entries that were corrected, and what was taken back or replaced since (AU20). */
export function corrections(input: AuditInput): readonly AuditItem[] {
  const items: AuditItem[] = [];
  const correctedIn = new Map(input.trail.corrections.map((each) => [each.entry, each.journal]));
  for (const known of executedActs(input)) {
    const journal = correctedIn.get(known.executedIn);
    if (journal === undefined) continue;
    const facts = { journal };
    items.push(itemOf(input, known, { entry: known.executedIn, kind: "corrected", facts }));
  }
  for (const known of knownActs(input)) {
    const [kind, field] = TAKEN_BACK.get(known.act.type) ?? [];
    if (kind === undefined || field === undefined) continue;
    const of = known.act.body[field];
    const facts = typeof of === "string" ? { of } : {};
    items.push(itemOf(input, known, { entry: known.entry, kind, facts }));
  }
  return items.toSorted((a, b) => a.entry - b.entry);
}
