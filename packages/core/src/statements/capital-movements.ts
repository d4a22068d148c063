import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { PostedEntry, Recorded } from "../fund/chronicle.ts";
import { sumsWithin, type DayMeasure } from "../fund/measured-days.ts";
import { accountsPosted, actTypeOf } from "../fund/posted-days.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import type { Posting } from "../ledger/journal.ts";
import { PAID_IN_ACCOUNTS, REALISED_ACCOUNTS, UNREALISED_ACCOUNTS } from "./account-groups.ts";
import { sharedBy } from "./capital-shares.ts";
import { entriesOfPeriod, isClosing, type PeriodBook } from "./period-book.ts";
import type { Stakes } from "./stakes.ts";
import { holdingsOfClass } from "./unit-holdings.ts";

/** Rows of a capital account that an entry of the books can add to; minor units, gains positive. */
export const CAPITAL_ROWS = [
  "contributions",
  "distributions",
  "managementFees",
  "managementFeeRebate",
  "partnershipExpenses",
  "offsets",
  "feeWaiver",
  "interestIncome",
  "dividendIncome",
  "interestExpense",
  "otherIncome",
  "placementFees",
  "realised",
  "unrealised",
  "incentivePaid",
] as const;
export type CapitalRow = (typeof CAPITAL_ROWS)[number];

/** What each row came to for one party over a period. */
export type CapitalMovements = { readonly [row in CapitalRow]: bigint };

export const noMovements: CapitalMovements = Object.fromEntries(
  CAPITAL_ROWS.map((row) => [row, 0n]),
) as CapitalMovements;

type Sums = { [row in CapitalRow]: bigint };

/**
 * The movements of every party's capital in the book's period. What an entry pays in or out is its
 * subject's; what it earns or costs is shared by what everyone held that evening, entry by entry,
 * so that the parts of all parties are the whole [ST32].
 */
export function capitalMovements(
  charter: Charter,
  chronicle: Recorded,
  book: PeriodBook,
  stakes: Stakes,
): ReadonlyMap<string, CapitalMovements> {
  const parties = new Map<string, Sums>();
  const add = (party: string, row: CapitalRow, minor: bigint): void => {
    const sums = parties.get(party) ?? { ...noMovements };
    sums[row] += minor;
    parties.set(party, sums);
  };
  for (const { of, minor } of capitalFlowsWithin(chronicle, book)) add(of.party, of.row, minor);
  for (const posted of entriesOfPeriod(chronicle, book, earningAccounts(chronicle, book.vehicle))) {
    const { postings, effectiveDate: on } = posted.journal;
    const own = postings.filter(({ currency }) => currency === book.currency);
    const earned = results(chronicle, posted, own);
    // The memo of a class says of an entry's one result whose it is, of several nothing.
    const ofClasses = earned.size === 1 ? ownResults(own) : [];
    for (const [row, minor] of earned) {
      const shares = borneBy({ charter, chronicle, stakes, on }, minor, ofClasses);
      for (const { party, part } of shares) add(party, row, part);
    }
  }
  return new Map([...parties].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What goes into capital and out of it, whoever holds what; each entry by itself. */
export function capitalFlowsWithin(
  chronicle: Recorded,
  { vehicle, currency, period }: Pick<PeriodBook, "vehicle" | "currency" | "period">,
) {
  const measure: DayMeasure<{ readonly party: string; readonly row: CapitalRow }> = {
    ...{ name: `flows of capital/${vehicle}/${currency}`, vehicle },
    parts(journal) {
      if (isClosing(chronicle, journal)) return [];
      const own = journal.postings.filter((posting) => posting.currency === currency);
      return [...capitalFlows(own), ...rebates(own)].map(({ party, row, minor }) => ({
        ...{ of: { party, row }, minor },
      }));
    },
    keyOf: ({ party, row }) => `${row}/${party}`,
  };
  return sumsWithin(chronicle, measure, period);
}

/** Accounts of a book that say what an entry earned or cost. */
const earningAccounts = (chronicle: Recorded, vehicle: string): readonly string[] =>
  accountsPosted(chronicle, vehicle).filter(
    (account) => isOfResults(account) || account === ACCOUNTS.carriedInterest,
  );

const isOfResults = (account: string): boolean => /^[45]/.test(account);

/** What is paid out, and carried interest, which its holder is first given and then paid. */
const OUT: readonly string[] = [
  ...DISTRIBUTION_ACCOUNTS,
  ...[ACCOUNTS.redeemedCapital, ACCOUNTS.carriedInterest],
];

/**
 * Money paid in and out of capital. Of one entry only what is left counts: a call moves nothing
 * yet, and one that is cancelled never did.
 */
function capitalFlows(postings: readonly Posting[]) {
  const flows: { party: string; row: CapitalRow; minor: bigint }[] = [];
  const paidIn: readonly string[] = PAID_IN_ACCOUNTS;
  const net = new Map<string, bigint>();
  for (const { account, subject, minor } of postings) {
    if (paidIn.includes(account)) net.set(subject, (net.get(subject) ?? 0n) - minor);
    if (OUT.includes(account)) flows.push({ party: subject, row: "distributions", minor: -minor });
  }
  for (const [party, minor] of net) {
    if (minor === 0n) continue;
    flows.push({ party, row: minor > 0n ? "contributions" : "distributions", minor });
  }
  return flows;
}

/**
 * What the payee of a fee forgoes in favour of one party, and what the holder of carried interest
 * does: the party's alone, and its to take out [ST33].
 */
function rebates(postings: readonly Posting[]) {
  const flows: { party: string; row: CapitalRow; minor: bigint }[] = [];
  const forgo = (party: string, row: CapitalRow, minor: bigint): void => {
    flows.push({ party, row, minor }, { party, row: "distributions", minor: -minor });
  };
  const carry = postings.find(({ account }) => account === ACCOUNTS.carriedInterest);
  for (const { account, subject, minor } of postings) {
    if (minor >= 0n) continue;
    if (account === ACCOUNTS.feeRebatesPayable) forgo(subject, "managementFeeRebate", -minor);
    const isCarryOfOther = account === ACCOUNTS.distributionsPayable && carry !== undefined;
    if (!isCarryOfOther || carry.minor < 0n || subject === carry.subject) continue;
    forgo(subject, "otherIncome", -minor);
    forgo(carry.subject, "otherIncome", minor);
    flows.push({ party: subject, row: "incentivePaid", minor });
  }
  return flows;
}

/** What one class alone earned or bore of an entry's result (DL2), gains positive. */
function ownResults(postings: readonly Posting[]) {
  return postings
    .filter(({ account }) => account === ACCOUNTS.classResults)
    .map(({ subject: unitClass, minor }) => ({ unitClass, minor }));
}

/** A result by who has it: what one class alone has by its holders, the rest by everyone. */
function borneBy(
  of: {
    readonly charter: Charter;
    readonly chronicle: Recorded;
    readonly stakes: Stakes;
    readonly on: LocalDate;
  },
  minor: bigint,
  ofClasses: ReturnType<typeof ownResults>,
): readonly { readonly party: string; readonly part: bigint }[] {
  const { charter, chronicle, stakes, on } = of;
  const held = ofClasses.flatMap(({ unitClass, minor: own }) => {
    const holders = holdingsOfClass(chronicle, unitClass, on);
    return holders.size === 0 ? [] : [{ holders, amount: own }];
  });
  const rest = held.reduce((left, { amount }) => left - amount, minor);
  return [...held, { holders: stakes.on(on), amount: rest }].flatMap(({ holders, amount }) =>
    [...sharedBy(charter, holders, amount)].map(([party, part]) => ({ party, part })),
  );
}

/** What an entry earned or cost by row, gains positive. */
function results(
  chronicle: Recorded,
  { journal }: PostedEntry,
  postings: readonly Posting[],
): ReadonlyMap<CapitalRow, bigint> {
  const sums = new Map<CapitalRow, bigint>();
  for (const posting of postings) {
    if (posting.account === ACCOUNTS.carriedInterest && posting.minor > 0n) {
      sums.set("incentivePaid", (sums.get("incentivePaid") ?? 0n) + posting.minor);
    }
    const row = rowOf(posting, actTypeOf(chronicle, journal));
    if (row !== undefined) sums.set(row, (sums.get(row) ?? 0n) - posting.minor);
  }
  return sums;
}

const INTEREST_EXPENSE: readonly string[] = [ACCOUNTS.interestExpense, ACCOUNTS.facilityFees];

/** The row of the form that income and expense of an account belong to [ST33]. */
function rowOf(
  { account, subject, minor }: Posting,
  actType: string | undefined,
): CapitalRow | undefined {
  if (!isOfResults(account)) return undefined;
  if ((REALISED_ACCOUNTS as readonly string[]).includes(account)) return "realised";
  if ((UNREALISED_ACCOUNTS as readonly string[]).includes(account)) return "unrealised";
  if (account === ACCOUNTS.fees) return minor > 0n ? "managementFees" : feeCredit(actType);
  if (account === ACCOUNTS.expenses) {
    return subject === "placement" ? "placementFees" : "partnershipExpenses";
  }
  if (account === ACCOUNTS.interestIncome) return "interestIncome";
  if (account === ACCOUNTS.dividendIncome) return "dividendIncome";
  return INTEREST_EXPENSE.includes(account) ? "interestExpense" : "otherIncome";
}

/** A fee is taken back by being waived, or set off against what the manager got elsewhere. */
function feeCredit(actType: string | undefined): CapitalRow {
  if (actType === "fee.waive") return "feeWaiver";
  return actType === "fee.offset" ? "offsets" : "managementFeeRebate";
}
