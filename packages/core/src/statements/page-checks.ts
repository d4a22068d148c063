import { Ratio } from "../base/ratio.ts";
import type { CheckInput, Comparison, NamedCheck } from "../fund/checks/check-outcome.ts";
import { FUND_CHECKS } from "../fund/checks/checks.ts";
import { mainVehicle, VehicleFigures } from "../fund/figures.ts";
import { postedTo } from "../fund/posted-days.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { BREAK_BUCKETS } from "../ledger/bank-matching.ts";
import { trialBalance } from "../ledger/journal.ts";
import { codesOf, PAID_IN_ACCOUNTS } from "./account-groups.ts";
import { STATEMENT_CHECK } from "./articulation.ts";
import { agedBreaks, bankReconciliations } from "./bank-reconciliation.ts";
import { fundPage, type FundPage } from "./fund-page.ts";
import type { PageCells } from "./page-cell.ts";
import { pageCells } from "./page-cells.ts";
import { pageBook, pageVehicles } from "./page-books.ts";
import { recomputed } from "./recomputed-cell.ts";
import { outsideOwners, payingVehicles } from "./sides.ts";
import { bookOf } from "./statement-input.ts";

const sum = <T>(items: readonly T[], minor: (item: T) => bigint): bigint =>
  items.reduce((total, item) => total + minor(item), 0n);

function checkPositions({ positions, movement, levels, sectors }: FundPage, compare: Comparison) {
  for (const { on, investments, cash, otherAssets, liabilities, netAssets } of positions) {
    const owns = investments + cash + otherAssets;
    const owes = sum(liabilities, ({ minor }) => minor);
    compare.same(`worth on ${on}`, netAssets, owns - owes);
  }
  const { opening, contributions, operations, distributions, closing } = movement;
  compare.same("worth by movement", opening + contributions + operations - distributions, closing);
  const investments = positions.at(-1)?.investments ?? 0n;
  compare.same(
    "investments by level",
    sum(levels, ({ minor }) => minor),
    investments,
  );
  compare.same(
    "investments by sector",
    sum(sectors, ({ minor }) => minor),
    investments,
  );
}

/** What was ever owed to the sides as distributions; other vehicles of the fund are no sides. */
function everOwed({ state, chronicle }: CheckInput): bigint {
  const { parties, vehicles } = state.charter;
  const paying = payingVehicles(state.charter);
  const feeders = vehicles.filter(({ feeds }) => feeds !== undefined);
  const known = [...parties, ...feeders].map(({ id }) => id);
  const sides = new Set([...known, ...outsideOwners(state).keys()]);
  let owed = 0n;
  for (const vehicle of paying) {
    for (const { journal } of postedTo(chronicle, vehicle, [ACCOUNTS.distributionsPayable])) {
      for (const { account, subject, minor } of journal.postings) {
        const isOwed = account === ACCOUNTS.distributionsPayable && minor < 0n;
        if (isOwed && sides.has(subject)) owed -= minor;
      }
    }
  }
  return owed;
}

/** Paid into the books of the page by whoever is not one of them. */
function paidIn(state: FundState): bigint {
  const { charter, ledger } = state;
  const vehicles = pageVehicles(charter).map(({ id }) => id);
  const { currency } = mainVehicle(charter);
  let sum = 0n;
  for (const balance of trialBalance(ledger)) {
    if (!vehicles.includes(balance.vehicle) || vehicles.includes(balance.subject)) continue;
    const isPaidIn = PAID_IN.includes(balance.account) && balance.currency === currency;
    if (isPaidIn) sum -= balance.minor;
  }
  return sum;
}

const PAID_IN: readonly string[] = PAID_IN_ACCOUNTS;

/** The books of the page, as its figures are made from, are the ledger's. */
function checkLedger({ state, chronicle }: CheckInput, compare: Comparison): void {
  const accounts = codesOf(state.charter, "asset", "liability");
  const { period } = pageBook({ state, chronicle });
  for (const { id: vehicle } of pageVehicles(state.charter)) {
    const book = bookOf({ state, chronicle, vehicle, period });
    const posted = book.sum({ accounts, of: "closing", sign: 1n });
    compare.same(`worth of ${vehicle}`, posted, new VehicleFigures(state, vehicle).netAssets);
  }
}

function checkSides(page: FundPage, input: CheckInput, compare: Comparison): void {
  const { state } = input;
  const { sides, revenue, positions } = page;
  const booked = paidIn(state);
  compare.same(
    "put in by all sides",
    sum(sides, ({ putIn }) => putIn),
    booked,
  );
  compare.same(
    "received and due by all sides",
    sum(sides, ({ received, due }) => received + due),
    everOwed(input),
  );
  if (page.microUnits > 0n) {
    const shares = sides.reduce((total, side) => Ratio.add(total, side.shareOfUnits), Ratio.zero);
    compare.holds("shares of units", Ratio.equals(shares, Ratio.make(1n)), `${shares.num}`, "1");
  }
  if (page.microUnits > 0n || (page.sharing === "liquidation" && booked > 0n)) {
    const owned = sum(sides, ({ ownsNow }) => ownsNow);
    compare.same("owned by all sides", owned, positions.at(-1)?.netAssets ?? 0n);
  }
  for (const { party, received, income, gain, returnOfCapital } of sides) {
    compare.same(`parts of what ${party} received`, income + gain + returnOfCapital, received);
    const years = revenue.find((of) => of.party === party)?.years;
    if (years === undefined) continue;
    compare.same(
      `fiscal years of ${party}`,
      sum(years, ({ minor }) => minor),
      received,
    );
  }
}

/** Everything on the page that must tie does, figure by figure. */
function* checkPageTies(
  { state, chronicle }: CheckInput,
  compare: Comparison,
): Generator<undefined, void> {
  const input = { state, chronicle };
  const page = fundPage(input);
  checkLedger(input, compare);
  checkPositions(page, compare);
  checkSides(page, input, compare);
  const cells = pageCells(input, page);
  yield undefined;
  yield* checkCells(page, state, cells, compare);
}

/** Every number of the page is what its parts come to [ST60]. */
function* checkCells(
  { currency }: FundPage,
  state: FundState,
  cells: PageCells,
  compare: Comparison,
): Generator<undefined, void> {
  for (const cell of cells.values()) {
    const { actual, required } = recomputed(state, cells, cell, currency);
    compare.same(cell.id, actual, required);
    yield undefined;
  }
}

/**
 * What the bank and the books say lead to each other by items that somebody can look into:
 * nothing came or went beside a statement's lines, and no item is open for longer than the last
 * of the buckets that breaks are aged by.
 */
function checkBank(input: CheckInput, compare: Comparison): void {
  for (const reconciliation of bankReconciliations(input)) {
    const { account, asOf, proof } = reconciliation;
    const of = `${account.vehicle} ${account.account} ${account.currency}`;
    compare.same(`beside the statements of ${of}`, proof.offStatement, 0n);
    const breaks = agedBreaks(input.state.charter, [reconciliation], asOf);
    for (const { item, ageDays, bucket } of breaks.ok ? breaks.value : []) {
      const isOld = bucket === BREAK_BUCKETS.length;
      const required = `at most ${BREAK_BUCKETS.at(-1)} days`;
      compare.holds(`open item ${item.id} of ${of}`, !isOld, `${ageDays} days`, required);
    }
  }
}

/** Every named check: of the fund, of the bank, and that the page and the statements tie. */
export const NAMED_CHECKS: readonly NamedCheck[] = [
  ...FUND_CHECKS,
  { name: "bank-statements", run: checkBank },
  { name: "page-ties", run: checkPageTies },
  STATEMENT_CHECK,
];
