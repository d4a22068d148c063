import { Followed } from "../../base/followed.ts";
import { SharedSum } from "../../base/persistent-map.ts";
import type { ActRecord } from "../../governance/state.ts";
import { balanceOf, isMemoAccount, trialBalance } from "../../ledger/journal.ts";
import type { PostedEntry } from "../chronicle.ts";
import type { FundState } from "../state.ts";
import { checkCash, checkCurrencyPositions, checkPeriods } from "./books-checks.ts";
import { checkCapital, checkUnits } from "./capital-checks.ts";
import { Comparison, PART, type CheckInput, type NamedCheck } from "./check-outcome.ts";
import { balances, compareSums, negated, Sums } from "./check-sums.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS, MEMO_PAIRS } from "../../ledger/accounts.ts";
import {
  checkCharges,
  checkHoldings,
  checkOrders,
  checkOwnResults,
  checkStrikes,
} from "./dealing-checks.ts";
import { checkCovenantSteps, checkFacilities } from "./debt-checks.ts";
import { checkInvestments } from "./investment-checks.ts";
import { checkWaterfalls } from "./waterfall-checks.ts";

/** Debits and credits of each vehicle and currency are equal, memoranda apart (LG1). */
function checkBalanced({ state }: CheckInput, compare: Comparison): void {
  const books = new Sums();
  for (const { vehicle, account, currency, minor } of trialBalance(state.ledger)) {
    if (!isMemoAccount(account)) books.add(`${vehicle} ${currency}`, minor);
  }
  compareSums(compare, "debits less credits of", books, new Sums());
}

/** Each memorandum and its contra are equal and opposite, subject by subject. */
function checkMemoBalanced({ state }: CheckInput, compare: Comparison): void {
  for (const [account, contra] of MEMO_PAIRS) {
    const required = negated(balances(state.ledger, contra));
    compareSums(compare, `memorandum ${account} of`, balances(state.ledger, account), required);
  }
}

/** Postings added up by the key of their balance, each once. */
const postingSums = new Followed<PostedEntry, Sums>(
  () => new Sums(),
  (sums, { journal: { vehicle, postings } }) => {
    for (const { account, currency, subject, minor } of postings) {
      sums.add(`${vehicle}/${account}/${currency}/${subject}`, minor);
    }
  },
);

/** The balances are the sum of all postings on record, and of nothing else. */
function* checkLedgerIsPostings(
  input: CheckInput,
  compare: Comparison,
): Generator<undefined, void> {
  yield* postingSums.inParts(input.chronicle.postings, PART);
  // Both of one moment, now that little is left to be added.
  const { state, chronicle } = input;
  const [actual, required, ledger] = [
    ...[new Sums(), new Sums()],
    postingSums.of(chronicle.postings),
  ] as const;
  for (const [key, minor] of state.ledger) actual.add(key, minor);
  for (const [key, minor] of ledger.entries) if (minor !== 0n) required.add(key, minor);
  compareSums(compare, "balance", actual, required);
}

const PAYABLES = [
  ACCOUNTS.payableOnInvestments,
  ACCOUNTS.distributionsPayable,
  ACCOUNTS.awardsPayable,
];

/** What the fund owes is what was instructed and not yet released, payee by payee. */
function checkPayables({ state }: CheckInput, compare: Comparison): void {
  for (const account of PAYABLES) {
    const open = new Sums();
    for (const payment of state.payments.values()) {
      if (payment.liability !== account || payment.releasedOn !== undefined) continue;
      open.add(`${payment.vehicle} ${payment.subject} ${payment.currency}`, payment.minor);
    }
    compareSums(compare, `payable ${account}`, negated(balances(state.ledger, account)), open);
  }
}

/** No payment left before the log was final beyond the entry that instructed it (R31). */
function checkFinality({ state, chronicle }: CheckInput, compare: Comparison): void {
  for (const { entry, payment: id } of chronicle.releases) {
    const payment = state.payments.get(id);
    if (payment === undefined) continue;
    const final = finalBefore(chronicle, entry);
    // A mandatory payment may go on one mirror and one witness; that the replay has judged.
    const condition = final > payment.entry || payment.mandatory;
    compare.holds(`payment ${id}`, condition, `final to ${final}`, `final to ${payment.entry + 1}`);
  }
}

/** How far the log was final before an entry. */
function finalBefore({ finality }: CheckInput["chronicle"], entry: number): number {
  let [low, high] = [0, finality.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (finality[middle]!.entry < entry) low = middle + 1;
    else high = middle;
  }
  return finality[low - 1]?.finalSize ?? 0;
}

/**
 * The shares of each distribution are the whole of it: nothing is left over and nothing is added.
 */
function checkResidue({ state }: CheckInput, compare: Comparison): void {
  const [declared, booked] = [new Sums(), new Sums()];
  for (const { id, vehicle, currency, minor, shares } of state.distributions.values()) {
    if (shares === undefined) continue;
    let sum = 0n;
    for (const share of shares) sum += share.minor;
    compare.same(`shares of distribution ${id}`, sum, minor);
    declared.add(`${vehicle} ${currency}`, minor);
  }
  for (const { id, currency } of state.charter.vehicles) {
    for (const account of DISTRIBUTION_ACCOUNTS) {
      booked.add(`${id} ${currency}`, balanceOf(state.ledger, { vehicle: id, account, currency }));
    }
  }
  compareSums(compare, "distributions of", booked, declared);
}

const isExecuted = new SharedSum<ActRecord>(({ executed }) => (executed === undefined ? 0n : 1n));

const isUnapproved = new SharedSum<ActRecord>(({ executed, approvedOn }) =>
  executed !== undefined && approvedOn === undefined ? 1n : 0n,
);

/** What was found of postings, which never change, and how many have been looked at. */
type Examined = { readonly found: Comparison; seen: number };

const examinedByList = new WeakMap<readonly PostedEntry[], Examined>();

/** What was executed had been approved, and its effects are in the books under its own id. */
function* checkApproved(
  { state, chronicle: { postings } }: CheckInput,
  compare: Comparison,
): Generator<undefined, void> {
  const { length } = postings;
  const unapproved = [...state.acts.valuesWith(isUnapproved)];
  compare.held(Number(state.acts.sumBy(isExecuted)) - unapproved.length);
  for (const { id } of unapproved) compare.holds(`act ${id}`, false, "executed", "approved before");
  const examined = examinedByList.get(postings) ?? { found: new Comparison(), seen: 0 };
  examinedByList.set(postings, examined);
  for (let n = 1; examined.seen < length; n++) {
    if (n % PART === 0) yield undefined;
    // While others had their turn, somebody else may have looked at the rest.
    else comparePosting(state, postings[examined.seen++]!, examined.found);
  }
  compare.add(examined.found);
}

function comparePosting(
  state: FundState,
  { entry, journal }: PostedEntry,
  compare: Comparison,
): void {
  const id = journal.id.slice(0, journal.id.lastIndexOf("/"));
  // What a day's opening posts rests on the charter alone; replay has derived it again.
  if (id.startsWith("day-")) return;
  const record = state.acts.get(id);
  const by = record === undefined ? state.facts.get(id) : record.executed?.entry;
  compare.same(`entry of posting ${journal.id}`, entry, by ?? "no act");
}

/** The signed checkpoint is of these entries, and nothing that was final is missing. */
function checkLog({ state, chronicle, log }: CheckInput, compare: Comparison): void {
  const { finalSize } = state.trust;
  const { entries } = chronicle;
  compare.holds("final entries", finalSize <= entries, `${finalSize}`, `at most ${entries}`);
  if (log === undefined) return;
  compare.same("entries replayed", entries, log.entries);
  const { size } = log.checkpoint;
  compare.holds("size of the checkpoint", size <= entries, `${size}`, `at most ${entries}`);
  compare.same("root of the checkpoint", log.checkpoint.root, log.root);
  compare.same("name of the record", log.checkpoint.origin, state.charter.origin);
}

/** Every check of the fund by name: what the command, the tests and a nightly run all use. */
export const FUND_CHECKS: readonly NamedCheck[] = [
  { name: "balanced", run: checkBalanced },
  { name: "memo-balanced", run: checkMemoBalanced },
  { name: "ledger-is-postings", run: checkLedgerIsPostings },
  { name: "cash-equals-bank", run: checkCash },
  { name: "currency-positions", run: checkCurrencyPositions },
  { name: "periods", run: checkPeriods },
  { name: "payables", run: checkPayables },
  { name: "paid-when-final", run: checkFinality },
  { name: "units-equal-contributions", run: checkUnits },
  { name: "capital", run: checkCapital },
  { name: "investments", run: checkInvestments },
  { name: "facilities", run: checkFacilities },
  { name: "covenants", run: checkCovenantSteps },
  { name: "residue", run: checkResidue },
  { name: "waterfalls", run: checkWaterfalls },
  { name: "prices", run: checkStrikes },
  { name: "class-results", run: checkOwnResults },
  { name: "charges", run: checkCharges },
  { name: "orders", run: checkOrders },
  { name: "holdings", run: checkHoldings },
  { name: "approved", run: checkApproved },
  { name: "log-consistent", run: checkLog },
];
