import { beginningOf, Followed } from "../base/followed.ts";
import type { LocalDate } from "../calendar/date.ts";
import { datedOf } from "../calendar/dated-list.ts";
import type { Span } from "../calendar/dated-sums.ts";
import type { PostedEntry, Recorded } from "../fund/chronicle.ts";
import { sumsByDay, sumsWithin, type DayMeasure } from "../fund/measured-days.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import type { JournalEntry } from "../ledger/journal.ts";
import { PAID_IN_ACCOUNTS } from "./account-groups.ts";
import type { DatedFlow } from "./money-weighted-return.ts";
import type { PeriodBook } from "./period-book.ts";
import { totalOf } from "./unit-holdings.ts";

/** What a vehicle owes a party, or has of it in advance. */
export const OWED_TO_PARTY = [
  ACCOUNTS.distributionsPayable,
  ACCOUNTS.redemptionsPayable,
  ACCOUNTS.capitalReturnable,
  ACCOUNTS.subscriptionsInAdvance,
  ACCOUNTS.feeRebatesPayable,
] as const;

/** What a party put in and took out, and what of that is still owed to it. */
const STAKE: readonly string[] = [
  ...PAID_IN_ACCOUNTS,
  ...OWED_TO_PARTY,
  ...DISTRIBUTION_ACCOUNTS,
  ...[ACCOUNTS.redeemedCapital, ACCOUNTS.carriedInterest],
];

/** A flow between a party and a vehicle, as the party sees it: what it pays in is negative. */
export type PartyFlow = DatedFlow & { readonly party: string; readonly entry: number };

/** Between parties and which vehicle, in which currency, up to which day. */
export type FlowsAsked = {
  readonly vehicle: string;
  readonly currency: string;
  readonly to: LocalDate;
};

/** Flows of one party, entry by entry and netted by business day, the days in order. */
class Flows {
  readonly each: Omit<PartyFlow, "party">[] = [];
  readonly #days: { readonly on: LocalDate; minor: bigint }[] = [];

  add(flow: Omit<PartyFlow, "party">): void {
    this.each.push(flow);
    const { on, minor } = flow;
    const at = this.#countUpTo(on);
    const last = this.#days[at - 1];
    if (last?.on === on) last.minor += minor;
    else this.#days.splice(at, 0, { on, minor });
  }

  /** Those of the entries up to one. */
  firstUpTo(entry: number): Flows {
    let [low, high] = [0, this.each.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.each[middle]!.entry <= entry) low = middle + 1;
      else high = middle;
    }
    const first = new Flows();
    for (let at = 0; at < low; at++) first.add(this.each[at]!);
    return first;
  }

  daysUpTo(to: LocalDate): readonly DatedFlow[] {
    return this.#days.slice(0, this.#countUpTo(to));
  }

  #countUpTo(to: LocalDate): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#days[middle]!.on <= to) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const flowsKept = new Followed<PostedEntry, Map<string, Flows>>(
  () => new Map(),
  (kept, { entry, journal }) => {
    const { vehicle, effectiveDate: on, postings } = journal;
    for (const currency of new Set(postings.map((posting) => posting.currency))) {
      for (const [party, minor] of flowsOfEntry(journal, currency)) {
        const name = `${vehicle}/${currency}/${party}`;
        let flows = kept.get(name);
        if (flows === undefined) kept.set(name, (flows = new Flows()));
        flows.add({ entry, on, minor });
      }
    }
  },
);

type OfParty = Omit<FlowsAsked, "to"> & { readonly party: string };

/** Of lists that are the first of others, by whose they are and up to which entry. */
const flowsOfFirst = new WeakMap<readonly PostedEntry[], Map<string, Flows | undefined>>();

function keptFlows(postings: readonly PostedEntry[], of: OfParty): Flows | undefined {
  const name = `${of.vehicle}/${of.currency}/${of.party}`;
  const whole = beginningOf(postings)?.whole;
  if (whole === undefined) return flowsKept.of(postings).get(name);
  let known = flowsOfFirst.get(postings);
  if (known === undefined) {
    flowsOfFirst.set(postings, (known = new Map<string, Flows | undefined>()));
  }
  const last = postings.at(-1)?.entry ?? -1;
  const first = `${name} ${last}`;
  if (!known.has(first)) known.set(first, flowsKept.of(whole).get(name)?.firstUpTo(last));
  return known.get(first);
}

/** The flows of one party on whatever day, in the order of the log; kept beside the postings. */
export function flowsOfParty(
  { postings }: Pick<Recorded, "postings">,
  of: OfParty,
): readonly Omit<PartyFlow, "party">[] {
  const dated = datedOf(postings);
  const { each = [] } = keptFlows(dated?.whole ?? postings, of) ?? {};
  return dated === undefined ? each : each.filter(({ on }) => on <= dated.last);
}

/** The same netted by business day up to a day, the days in order. */
export function netFlowsOfParty(
  { postings }: Pick<Recorded, "postings">,
  { to, ...of }: FlowsAsked & { readonly party: string },
): readonly DatedFlow[] {
  const dated = datedOf(postings);
  const last = dated === undefined || to < dated.last ? to : dated.last;
  return keptFlows(dated?.whole ?? postings, of)?.daysUpTo(last) ?? [];
}

/** What went one way between a party and a vehicle, as the party sees it. */
type OneWay = { readonly party: string; readonly isIn: boolean };

const oneWay = ({ vehicle, currency }: Omit<FlowsAsked, "to">): DayMeasure<OneWay> => ({
  ...{ name: `flows of parties/${vehicle}/${currency}`, vehicle },
  parts: (journal) =>
    flowsOfEntry(journal, currency).map(([party, minor]) => ({
      ...{ of: { party, isIn: minor < 0n }, minor },
    })),
  keyOf: ({ party, isIn }) => `${isIn ? "in" : "out"}/${party}`,
});

/**
 * The same by business day: what a party paid in on a day as one flow, and as another what it got.
 */
export function partyFlowsByDay(
  chronicle: Pick<Recorded, "postings">,
  { to, ...of }: FlowsAsked,
): readonly Omit<PartyFlow, "entry">[] {
  return [...sumsByDay(chronicle, oneWay(of), { to })].map(({ on, of: { party }, minor }) => ({
    ...{ party, on, minor },
  }));
}

/** What a party, or all of them, paid into a vehicle and got over some days, minor units. */
export function flowsWithin(
  chronicle: Pick<Recorded, "postings">,
  { party, ...of }: Omit<FlowsAsked, "to"> & { readonly party?: string },
  span: Span,
): { readonly paidIn: bigint; readonly received: bigint } {
  let [paidIn, received] = [0n, 0n];
  for (const { of: flow, minor } of sumsWithin(chronicle, oneWay(of), span)) {
    if (flow.party !== (party ?? flow.party)) continue;
    if (flow.isIn) paidIn -= minor;
    else received += minor;
  }
  return { paidIn, received };
}

/** What an entry of a book is as a party's flow, minor units; nothing where it is none. */
export function flowOf(journal: JournalEntry, currency: string, party: string): bigint | undefined {
  return flowsOfEntry(journal, currency).find(([each]) => each === party)?.[1];
}

/**
 * The flows that an entry is [ST35]: what it changes in all that the vehicle has of a party and
 * owes it. So a call is none and its payment is one, a declaration is none and its release is one,
 * and what is contributed in kind counts.
 */
function flowsOfEntry(
  journal: JournalEntry,
  currency: string,
): readonly (readonly [party: string, minor: bigint])[] {
  const net = netByParty(journal, currency);
  // What one party takes over from another stays among them: no money came or went.
  if (totalOf(net) === 0n) return [];
  return [...net].filter(([, minor]) => minor !== 0n);
}

function netByParty({ postings }: JournalEntry, currency: string): ReadonlyMap<string, bigint> {
  const net = new Map<string, bigint>();
  for (const { account, subject, currency: of, minor } of postings) {
    // A rebate comes from the payee of the fee: that it is owed is no flow, that it is paid is one.
    const isForgone = account === ACCOUNTS.feeRebatesPayable && minor < 0n;
    if (STAKE.includes(account) && of === currency && !isForgone)
      net.set(subject, (net.get(subject) ?? 0n) + minor);
  }
  return net;
}

/** Everyone who has put something into a vehicle or has something to come from it, in order. */
export function stakeholdersOf(book: PeriodBook): readonly string[] {
  return book.subjects(STAKE);
}

/** What the vehicle owes a party besides its capital at the end of the period, minor units. */
export function owedTo(book: PeriodBook, party: string): bigint {
  return book.sum({ accounts: OWED_TO_PARTY, subject: party, of: "closing", sign: -1n });
}
