import { assert } from "../../base/assert.ts";
import type { LocalDate } from "../../calendar/date.ts";
import {
  bookAccruedTo,
  bookWithCapital,
  bookWithPrincipal,
  type CapitalChange,
} from "../../distributions/book-steps.ts";
import { isPastLongStop } from "../../distributions/recoupment.ts";
import { bookOf, type WaterfallBook } from "../../distributions/waterfall-book.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { JournalEntry } from "../../ledger/journal.ts";
import { allocate } from "../../money/allocation.ts";
import type { Aftermath, Morning } from "../consequence-rule.ts";
import { postedCount, type FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { bookChanges } from "./waterfall-changes.ts";
import { paidInto, tieBreakOf } from "./waterfall-run.ts";
import { bookRules, waterfallScope, type WaterfallScope } from "./waterfall-scope.ts";

/** Books in change, by the vehicle that keeps them, with a scope that uses each. */
type Changing = Map<string, { scope: WaterfallScope; book: WaterfallBook; on: LocalDate }>;

/**
 * Capital that any act pays into a vehicle, or gives back outside the tiers, is put down in the
 * balances that its waterfall waits for [WF10].
 */
export function capitalInWaterfalls(aftermath: Aftermath): readonly FundEvent[] {
  const { after, effects, id } = aftermath;
  const changing: Changing = new Map();
  for (const event of effects) {
    if (event.kind !== "posted") continue;
    const scope = waterfallScope(after.charter, event.entry.vehicle);
    if (scope !== undefined) putDown(after, scope, event.entry, changing);
  }
  const events: FundEvent[] = [];
  let n = postedCount(effects);
  for (const { scope, book, on } of changing.values()) {
    const { events: changes, postings } = bookChanges(after, scope, book);
    events.push(...changes);
    if (postings.length === 0) continue;
    const entry = { id: `${id}/${++n}`, vehicle: scope.keeper.id, effectiveDate: on, postings };
    events.push({ kind: "posted", entry });
  }
  return events;
}

function putDown(
  state: FundState,
  scope: WaterfallScope,
  entry: JournalEntry,
  changing: Changing,
): void {
  const rules = bookRules(state, scope.waterfall);
  const { keeper, waterfall } = scope;
  const on = entry.effectiveDate;
  let book = bookIn(state, scope, changing);
  const paid = paidInBy(scope, entry);
  const capital =
    waterfall.scope === "investment"
      ? investedBy(state, scope, entry)
      : paid.map(({ party, minor }) => ({ pool: keeper.id, party, minor, on }));
  if (rules.hurdle !== undefined) {
    for (const change of capital) book = bookWithCapital(book, rules, change);
  }
  if (rules.recoupment !== undefined) {
    const { beneficiary } = rules.recoupment;
    for (const { party, minor } of paid) {
      const part = principalIn(state, { party, minor, beneficiary });
      const principal = followed(state, { party, minor: part, on, into: keeper.id }, changing);
      if (principal !== 0n) book = bookWithPrincipal(book, rules, { minor: principal, on });
    }
  }
  changing.set(keeper.id, { scope, book, on });
}

const bookIn = (state: FundState, { keeper }: WaterfallScope, changing: Changing): WaterfallBook =>
  changing.get(keeper.id)?.book ?? bookOf(state.waterfalls, keeper.id);

/**
 * Principal follows the money: what a vehicle puts in further down leaves its own recoupment, which
 * has no more to give than it holds. Within one book nothing moves.
 */
function followed(
  state: FundState,
  of: PaidIn & { readonly on: LocalDate; readonly into: string },
  changing: Changing,
): bigint {
  const { party, minor, on, into } = of;
  const scope = waterfallScope(state.charter, party);
  if (scope === undefined || minor === 0n) return minor;
  const rules = bookRules(state, scope.waterfall);
  const book = bookIn(state, scope, changing);
  if (rules.recoupment === undefined || book.recoupment === undefined) return minor;
  if (scope.keeper.id === into) return 0n;
  const { principal } = book.recoupment;
  const moved = minor < principal ? minor : principal;
  const left = bookWithPrincipal(book, rules, { minor: -moved, on });
  changing.set(scope.keeper.id, { scope, book: left, on });
  return moved;
}

type PaidIn = { readonly party: string; readonly minor: bigint };

/** What an entry changes of the capital paid in, by party: what is only called is not paid in. */
function paidInBy({ vehicle }: WaterfallScope, { postings }: JournalEntry): readonly PaidIn[] {
  const paid = new Map<string, bigint>();
  for (const { account, subject, currency, minor } of postings) {
    if (account !== ACCOUNTS.paidInCapital && account !== ACCOUNTS.calledUnpaid) continue;
    if (currency === vehicle.currency) paid.set(subject, (paid.get(subject) ?? 0n) - minor);
  }
  return [...paid]
    .map(([party, minor]) => ({ party, minor }))
    .filter(({ minor }) => minor !== 0n)
    .sort((a, b) => (a.party < b.party ? -1 : 1));
}

/** What an entry puts into investments, each party's part by the capital that it has paid in. */
function investedBy(
  state: FundState,
  { vehicle }: WaterfallScope,
  { postings, effectiveDate: on }: JournalEntry,
): readonly CapitalChange[] {
  const paid = [...paidInto(state, vehicle.id)];
  if (paid.length === 0) return [];
  const shares = paid.map(([key, weight]) => ({ key, weight }));
  const tieBreak = tieBreakOf(
    state,
    paid.map(([party]) => party),
  );
  return postings.flatMap(({ account, subject: pool, currency, minor }): CapitalChange[] => {
    const isCost = account === ACCOUNTS.investmentsAtCost && currency === vehicle.currency;
    if (!isCost || minor <= 0n) return [];
    const divided = allocate({ total: minor, shares, tieBreak });
    assert(divided.ok, "whoever paid in has a place in the order");
    return divided.value.map(({ key: party, part }) => ({ pool, party, minor: part, on }));
  });
}

/**
 * The part of paid-in capital that is the beneficiary's: its own, and of a vehicle's that pays in
 * further down as much as the beneficiary has paid into that one, cut to a minor unit.
 */
function principalIn(
  state: FundState,
  { party, minor, beneficiary }: PaidIn & { readonly beneficiary: string },
): bigint {
  if (party === beneficiary) return minor;
  if (!state.charter.vehicles.some(({ id }) => id === party)) return 0n;
  const paid = paidInto(state, party);
  const whole = [...paid.values()].reduce((sum, of) => sum + of, 0n);
  return whole === 0n ? 0n : (minor * (paid.get(beneficiary) ?? 0n)) / whole;
}

/** What accrues is put down on the first day that is opened in a month [RC2] [CY1]. */
export function monthlyAccruals({ state, since, date, id, n }: Morning): readonly FundEvent[] {
  if (date.slice(0, 7) === since.slice(0, 7)) return [];
  const scopes = new Map<string, WaterfallScope>();
  for (const vehicle of state.charter.vehicles) {
    const scope = waterfallScope(state.charter, vehicle.id);
    if (scope !== undefined) scopes.set(scope.keeper.id, scope);
  }
  const events: FundEvent[] = [];
  let next = n;
  for (const [keeper, before] of state.waterfalls.books) {
    const scope = scopes.get(keeper);
    if (scope === undefined) continue;
    const book = bookAccruedTo(before, bookRules(state, scope.waterfall), date);
    const { events: changes, postings } = bookChanges(state, scope, book);
    events.push(...changes);
    if (postings.length === 0) continue;
    const entry = { id: `${id}/${next++}`, vehicle: keeper, effectiveDate: date, postings };
    events.push({ kind: "posted", entry });
  }
  return events;
}

/** A recoupment that is not over when its years are: from then on its shares may be agreed anew. */
export function longStops({ state, date }: Morning): readonly FundEvent[] {
  const terms = state.charter.recoupment?.longStop;
  if (terms === undefined) return [];
  const events: FundEvent[] = [];
  for (const [vehicle, { recoupment, longStopOn }] of state.waterfalls.books) {
    if (recoupment === undefined || longStopOn !== undefined) continue;
    if (!isPastLongStop(recoupment, terms.years, date)) continue;
    events.push({ kind: "longStopReached", vehicle, on: date });
  }
  return events;
}
