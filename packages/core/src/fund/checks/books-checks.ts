import { decode, Schema } from "../../base/schema.ts";
import type { Json } from "../../base/canonical.ts";
import { ACCOUNTS, kindOfAccount } from "../../ledger/accounts.ts";
import { markPosition, positionOf } from "../../ledger/currency-position.ts";
import { lastRate } from "../../ledger/exchange-rates.ts";
import { trialBalance, type Posting } from "../../ledger/journal.ts";
import { isNominal } from "../../ledger/periods.ts";
import { currencyCode } from "../../money/currency.ts";
import type { Act } from "../../governance/statement.ts";
import { PART, type CheckInput, type Comparison } from "./check-outcome.ts";
import { compareSums, Sums } from "./check-sums.ts";
import { fxConvertSchema } from "../bodies/currency.ts";
import { openingBalancesSchema, periodCloseSchema } from "../bodies/books.ts";

const receiptSchema = Schema.object({
  currency: Schema.string(),
  amount: Schema.minorUnits({ min: 0n }),
});

/** The amount that a fact says came in: every body that reports cash has it in these two fields. */
function amountOf({
  body,
}: Act): { readonly currency: string; readonly minor: bigint } | undefined {
  const { currency = null, amount = null } = body;
  const decoded = decode(receiptSchema, { currency, amount });
  return decoded.ok ? { currency: decoded.value.currency, minor: decoded.value.amount } : undefined;
}

type Change = { readonly currency: string; readonly minor: bigint };

/** What a decision says of cash besides releases: a conversion, or what a book began with. */
function changesOf({ type, body }: Act): readonly Change[] {
  if (type === "fx.convert") {
    const decoded = decode(fxConvertSchema, body as Json);
    if (!decoded.ok) return [];
    const { from, to } = decoded.value;
    return [
      { currency: from.currency, minor: -from.amount },
      { currency: to.currency, minor: to.amount },
    ];
  }
  if (type !== "opening.balances") return [];
  const decoded = decode(openingBalancesSchema, body as Json);
  const lines = decoded.ok ? decoded.value.balances : [];
  return netOf(lines.map(({ amount: minor, ...line }) => ({ ...line, minor })));
}

/** What postings change of all cash, that set aside in escrow included, by currency. */
function netOf(postings: readonly Posting[]): readonly Change[] {
  const sums = new Map<string, bigint>();
  for (const { account, currency, minor } of postings) {
    if (account !== ACCOUNTS.cash && account !== ACCOUNTS.escrowCash) continue;
    sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  }
  return [...sums]
    .filter(([, minor]) => minor !== 0n)
    .map(([currency, minor]) => ({ currency, minor }));
}

/**
 * Cash is held against what was said of it: what came in against the facts that reported it, what
 * left against the payments that were released, and conversions and opening balances against their
 * acts. What the bank says besides is compared by `bank-statements`.
 */
export function* checkCash(
  { state, chronicle }: CheckInput,
  compare: Comparison,
): Generator<undefined, void> {
  const [postings, releases] = [chronicle.postings.length, chronicle.releases.length];
  const [moved, said]: [CashByEntry, CashByEntry] = [new Map(), new Map()];
  const withCash = new Set<number>();
  const add = (to: CashByEntry, entry: number, { currency, minor }: Change): void => {
    const way = `${currency}/${minor < 0n ? "out of" : "into"}`;
    let sums = to.get(way);
    if (sums === undefined) to.set(way, (sums = new Map<number, bigint>()));
    sums.set(entry, (sums.get(entry) ?? 0n) + minor);
  };
  for (let place = 0; place < postings; place++) {
    if (place % PART === PART - 1) yield undefined;
    const { entry, journal } = chronicle.postings[place]!;
    const changes = netOf(journal.postings);
    if (changes.length > 0) withCash.add(entry);
    for (const change of changes) add(moved, entry, change);
  }
  for (const { entry, payment: id } of chronicle.releases.slice(0, releases)) {
    const payment = state.payments.get(id);
    if (payment === undefined) continue;
    add(said, entry, { currency: payment.currency, minor: -payment.minor });
    if (payment.into !== undefined) add(said, entry, payment);
  }
  let seen = 0;
  for (const { act, entry, kind, id } of chronicle.acts.values()) {
    if (++seen % PART === 0) yield undefined;
    const fact = kind === "fact" && withCash.has(entry) ? amountOf(act) : undefined;
    if (fact !== undefined) add(said, entry, fact);
    const executed = state.acts.get(id)?.executed?.entry;
    if (executed === undefined) continue;
    for (const change of changesOf(act)) add(said, executed, change);
  }
  compareCash(compare, moved, said);
}

/** Minor units that moved in entries, or were said to, by "<currency>/<into or out of>". */
type CashByEntry = Map<string, Map<number, bigint>>;

/** Entry by entry; what one of them lacks counts as nothing there. */
function compareCash(compare: Comparison, moved: CashByEntry, said: CashByEntry): void {
  const none: ReadonlyMap<number, bigint> = new Map();
  for (const way of [...new Set([...moved.keys(), ...said.keys()])].toSorted(byText)) {
    const [currency, direction] = way.split("/");
    const [actual, required] = [moved.get(way) ?? none, said.get(way) ?? none];
    const entries = new Set([...actual.keys(), ...required.keys()]);
    const apart = [...entries].filter((entry) => actual.get(entry) !== required.get(entry));
    compare.held(entries.size - apart.length);
    for (const entry of apart.toSorted((a, b) => a - b)) {
      const of = `minor units ${direction} cash in entry ${entry} ${currency}`;
      compare.same(of, actual.get(entry) ?? 0n, required.get(entry) ?? 0n);
    }
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * In a foreign currency a book has cash, claims and debts, never income, expenses or capital; and
 * where nothing moved since the last agreed fixing, what the position is carried at is its value.
 */
export function checkCurrencyPositions(
  { state, chronicle }: CheckInput,
  compare: Comparison,
): void {
  const currencies = new Map(state.charter.vehicles.map(({ id, currency }) => [id, currency]));
  const foreign = new Set<string>();
  for (const { vehicle, account, currency } of trialBalance(state.ledger)) {
    const functional = currencies.get(vehicle);
    if (currency === functional || functional === undefined) continue;
    if (kindOfAccount(account) === "memo") continue;
    const isAllowed = ["asset", "liability"].includes(kindOfAccount(account));
    compare.holds(`${vehicle} ${account} ${currency}`, isAllowed, account, "assets, liabilities");
    foreign.add(`${vehicle} ${currency} ${functional}`);
  }
  for (const key of foreign) {
    const [vehicle = "", code = "", functional = ""] = key.split(" ");
    const of = { foreign: currencyCode(code), functional: currencyCode(functional) };
    const fixed = lastRate(state.exchangeRates, code, functional);
    if (fixed === undefined) continue;
    const fixedIn = state.facts.get(fixed.actId) ?? 0;
    const hasMoved = chronicle.postings.some(
      ({ entry, journal }) =>
        entry > fixedIn &&
        journal.vehicle === vehicle &&
        journal.postings.some(
          ({ account, currency }) => account === ACCOUNTS.currencyPosition && currency === code,
        ),
    );
    if (hasMoved) continue;
    const position = positionOf(state.ledger, vehicle, of);
    const { mark } = markPosition(position, of, fixed.rate);
    compare.same(`value less carrying amount of ${key}`, mark, 0n);
  }
}

/** A closed period holds no income and no expense, and nothing was posted to it since. */
export function checkPeriods({ state, chronicle }: CheckInput, compare: Comparison): void {
  for (const { act, id } of chronicle.acts.values()) {
    const closedIn = state.acts.get(id)?.executed?.entry;
    if (act.type !== "period.close" || closedIn === undefined) continue;
    const body = decode(periodCloseSchema, act.body as Json);
    if (!body.ok) continue;
    const { vehicle, through } = body.value;
    const left = new Sums();
    let late = 0;
    for (const { entry, journal } of chronicle.postings) {
      if (journal.vehicle !== vehicle || journal.effectiveDate > through) continue;
      if (entry > closedIn) late++;
      for (const { account, currency, subject, minor } of journal.postings) {
        if (isNominal(account)) left.add(`${account} ${subject} ${currency}`, minor);
      }
    }
    compare.same(`postings to ${vehicle} through ${through} after its close`, late, 0);
    compareSums(compare, `${vehicle} through ${through}`, left, new Sums());
  }
}
