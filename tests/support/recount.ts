import type { Recorded } from "@jointfund/core/fund/chronicle.ts";

type Of = {
  readonly vehicle: string;
  readonly accounts: readonly string[];
  readonly subject: string;
  /** Of one act's journal entries alone. */
  readonly act?: string;
};

/**
 * What the raw postings of some accounts come to for a subject, debits positive: added up one by
 * one, so that statements can be held against it.
 */
export function recount({ postings }: Pick<Recorded, "postings">, of: Of): bigint {
  let sum = 0n;
  for (const { journal } of postings) {
    if (journal.vehicle !== of.vehicle) continue;
    if (of.act !== undefined && !journal.id.startsWith(`${of.act}/`)) continue;
    for (const { account, subject, minor } of journal.postings) {
      if (of.accounts.includes(account) && subject === of.subject) sum += minor;
    }
  }
  return sum;
}
