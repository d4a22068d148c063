import { openClaims } from "../../distributions/book-steps.ts";
import {
  bookOf,
  type WaterfallBook,
  type WaterfallEvent,
} from "../../distributions/waterfall-book.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import { moved } from "../act-definition.ts";
import type { FundState } from "../state.ts";
import type { WaterfallScope } from "./waterfall-scope.ts";

/** What one waterfall book has become since another, as events and memo postings [WF11]. */
export type BookChanges = {
  readonly events: readonly WaterfallEvent[];
  /** In the book of the vehicle that keeps the balances. */
  readonly postings: readonly Posting[];
};

export function bookChanges(
  state: FundState,
  { keeper }: WaterfallScope,
  after: WaterfallBook,
): BookChanges {
  const before = bookOf(state.waterfalls, keeper.id);
  return {
    events: changeEvents(keeper.id, before, after),
    postings: memoPostings(keeper.currency, before, after),
  };
}

function changeEvents(
  vehicle: string,
  before: WaterfallBook,
  after: WaterfallBook,
): readonly WaterfallEvent[] {
  const events: WaterfallEvent[] = [];
  for (const [pool, accounts] of after.pools) {
    const known = before.pools.get(pool);
    for (const [party, account] of accounts) {
      if (account === known?.get(party)) continue;
      events.push({ kind: "capitalAccountChanged", vehicle, pool, party, account });
    }
  }
  const { recoupment, carry } = after;
  if (recoupment !== undefined && recoupment !== before.recoupment) {
    events.push({ kind: "recoupmentChanged", vehicle, recoupment });
  }
  if (carry !== before.carry) events.push({ kind: "carryChanged", vehicle, carry });
  return events;
}

/** Memo accounts by party: what is unpaid of the recoupment and of the preferred return. */
function memoPostings(
  currency: string,
  before: WaterfallBook,
  after: WaterfallBook,
): readonly Posting[] {
  const [was, is] = [openClaims(before), openClaims(after)];
  const postings: Posting[] = [];
  for (const [subject, minor] of is.recoupment) {
    const [debit, credit] = [ACCOUNTS.recoupment, ACCOUNTS.recoupmentContra];
    const change = minor - (was.recoupment.get(subject) ?? 0n);
    if (change !== 0n) postings.push(...moved({ debit, credit, subject, currency, minor: change }));
  }
  for (const [subject, minor] of is.preferred) {
    const [debit, credit] = [ACCOUNTS.preferredReturn, ACCOUNTS.preferredReturnContra];
    const change = minor - (was.preferred.get(subject) ?? 0n);
    if (change !== 0n) postings.push(...moved({ debit, credit, subject, currency, minor: change }));
  }
  return postings;
}
