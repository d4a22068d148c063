import { assert } from "@jointfund/core/base/assert.ts";
import { proForma } from "@jointfund/core/fund/debt/covenants.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { unitsOf } from "@jointfund/core/capital/state.ts";
import type { UnitClass } from "@jointfund/core/charter/charter.ts";
import { perMajorUnit } from "@jointfund/core/fund/terms.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { undrawnOf } from "@jointfund/core/investments/state.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import { lifetimeBalance } from "@jointfund/core/ledger/periods.ts";
import type { GivenFlows } from "@jointfund/projection/charter/given-step.ts";

/**
 * Why a fund's books can't be reached by a projection's flows: an account that none of them moves.
 */
export type Beyond = { readonly account: string; readonly minor: bigint };

/**
 * Accounts of the main vehicle that flows of a projection lead to; of all others nothing is known.
 */
const REACHED: ReadonlySet<string> = new Set([
  ...[ACCOUNTS.cash, ACCOUNTS.investmentsAtCost, ACCOUNTS.unrealisedOnInvestments],
  ...[ACCOUNTS.navFacility, ACCOUNTS.bonds, ACCOUNTS.interestPayable],
  ...[ACCOUNTS.feesPayable, ACCOUNTS.expensesPayable],
  ...[ACCOUNTS.paidInCapital, ACCOUNTS.calledUnpaid, ACCOUNTS.redeemedCapital],
  ...[ACCOUNTS.reserves],
  ...[ACCOUNTS.distributableEarnings, ...DISTRIBUTION_ACCOUNTS],
  ...[
    ACCOUNTS.incomeReceivable,
    ACCOUNTS.otherIncome,
    ACCOUNTS.dividendIncome,
    ACCOUNTS.interestIncome,
    ACCOUNTS.realisedOnInvestments,
  ],
  ...[ACCOUNTS.unrealisedChange, ACCOUNTS.fees, ACCOUNTS.expenses],
  ...[ACCOUNTS.interestExpense, ACCOUNTS.facilityFees],
]);

/**
 * What the fund's books hold that no flow of a projection leads to; nothing if all can be reached.
 */
export function beyondFlows(state: FundState): readonly Beyond[] {
  const { vehicle, shares } = state.charter.capital;
  const { ledger } = proForma(state);
  const committed = [...state.capital.commitments.values()].map(({ party }) => party);
  const holders = followedIn(state).flatMap((each) => each.holders);
  const followed = new Set([...Object.keys(shares), ...committed, ...holders]);
  const beyond = new Map<string, bigint>();
  for (const [key, minor] of ledger.range(`${vehicle}/`)) {
    const account = key.split("/")[1]!;
    const subject = key.split("/")[3]!;
    // A projection follows founders, and others by the class that they hold.
    const isByParty =
      account === ACCOUNTS.unfundedCommitments || account === ACCOUNTS.paidInCapital;
    const isFollowed = !isByParty || followed.has(subject);
    if (isFollowed && (REACHED.has(account) || account.startsWith("9"))) continue;
    beyond.set(account, (beyond.get(account) ?? 0n) + minor);
  }
  return [...beyond]
    .filter(([, minor]) => minor !== 0n)
    .map(([account, minor]) => ({ account, minor }));
}

/** Sums since the founding, whose growth over a step is what happened in it. */
type Sums = ReadonlyMap<string, number>;

/** What happened between states of a fund, step by step [PJ94]. */
export function flowsBetween(states: readonly FundState[]): GivenFlows {
  const last = states.at(-1);
  assert(last !== undefined, "there is a state to lead to");
  const projects = [...last.investments.values()].map(({ id }) => id);
  const flows = new Map<string, number[]>();
  const tell = (name: string, step: number, amount: number): void => {
    const values = flows.get(name) ?? states.map(() => 0);
    values[step] = amount;
    flows.set(name, values);
  };
  const followed = followedIn(last);
  let before: Sums = new Map();
  for (const [step, state] of states.entries()) {
    const sums = sumsOf(state, followed);
    const grown = (name: string): number => (sums.get(name) ?? 0) - (before.get(name) ?? 0);
    for (const name of sums.keys()) {
      if (!name.startsWith("=")) tell(name, step, grown(name));
    }
    for (const id of projects)
      projectFlows(id, { sums, before, grown, tell: (n, a) => tell(n, step, a) });
    debtFlows(grown, (name, amount) => tell(name, step, amount));
    for (const { id, isDealtIn } of followed) {
      if (isDealtIn === true) tell(`bought:${id}`, step, grown(`=capital:${id}`));
    }
    before = sums;
  }
  return flows;
}

/** Loans go up by what was lent and down by what was repaid; the difference is all that counts. */
function debtFlows(
  grown: (name: string) => number,
  tell: (name: string, amount: number) => void,
): void {
  const [line, bonds] = [grown("=line"), grown("=bonds")];
  tell("line:drawn", Math.max(0, line));
  tell("line:repaid", Math.max(0, -line));
  tell("bonds:issued", Math.max(0, bonds));
  tell("bonds:repaid", Math.max(0, -bonds));
  tell("interest", grown("interestAccrued") - grown("=interestPayable"));
  tell("expenses", grown("charged") - grown("=feesPayable"));
}

/**
 * A project's flows in the order of a step: it is valued, a share is sold, then more is drawn. Cost
 * leaves by the share that is sold.
 */
function projectFlows(
  id: string,
  of: {
    readonly sums: Sums;
    readonly before: Sums;
    readonly grown: (name: string) => number;
    readonly tell: (name: string, amount: number) => void;
  },
): void {
  const value = (name: string): number => of.sums.get(`=${name}:${id}`) ?? 0;
  const relieved = of.grown(`=relieved:${id}`);
  const drawn = value("cost") - (of.before.get(`=cost:${id}`) ?? 0) + relieved;
  const costBefore = of.before.get(`=cost:${id}`) ?? 0;
  const share = costBefore === 0 ? 0 : relieved / costBefore;
  of.tell(`drawn:${id}`, drawn);
  of.tell(`committed:${id}`, of.grown(`=undrawn:${id}`) + drawn);
  of.tell(`sold:${id}`, share);
  of.tell(`proceeds:${id}`, of.grown(`=realised:${id}`) + relieved);
  of.tell(`valued:${id}`, share < 1 ? (value("fair") - drawn) / (1 - share) : 0);
}

/** Whom a projection follows: a founder, or all holders of a class that others hold as one. */
export type Followed = {
  readonly id: string;
  readonly unitClass?: UnitClass;
  /** Whether they pay in without having promised to. */
  readonly isDealtIn?: boolean;
  readonly holders: readonly string[];
};

/** Founders, and the classes of the main vehicle that others hold or have held. */
export function followedIn({ charter, capital }: FundState): readonly Followed[] {
  const { vehicle, shares } = charter.capital;
  const promising = new Set([...capital.commitments.values()].map(({ party }) => party));
  const founders = Object.keys(shares).map((id) => ({ id, holders: [id] }));
  const classes = charter.classes.flatMap((unitClass): Followed[] => {
    if (unitClass.vehicle !== vehicle) return [];
    const { id } = unitClass;
    const holders = [...capital.units.range(`${id}/`)].map(([key]) => key.slice(id.length + 1));
    const isOthers = holders.some((holder) => !Object.hasOwn(shares, holder));
    const isDealtIn = !holders.some((holder) => promising.has(holder));
    return isOthers ? [{ id, unitClass, isDealtIn, holders }] : [];
  });
  return [...founders, ...classes];
}

/** Names with "=" stand for what flows are made of. */
function sumsOf(given: FundState, followed: readonly Followed[]): Sums {
  const state = proForma(given);
  const { vehicle, currency } = state.charter.capital;
  const of = (account: string, subject?: string): number =>
    Number(balanceOf(state.ledger, { vehicle, account, currency, ...(subject && { subject }) }));
  const ever = (account: string, subject?: string): number =>
    Number(
      lifetimeBalance(state.ledger, { vehicle, account, currency, ...(subject && { subject }) }),
    );
  const sums = new Map<string, number>();
  const hasClasses = followed.some(({ unitClass }) => unitClass !== undefined);
  for (const { id, unitClass, holders } of followed) {
    for (const [name, sum] of duePartsOf(state, holders)) sums.set(`${name}:${id}`, sum);
    if (hasClasses) sums.set(`units:${id}`, unitsHeld(state, holders));
    if (unitClass === undefined) continue;
    const sumOf = (account: string): number =>
      holders.reduce((sum, holder) => sum + of(account, holder), 0);
    sums.set(`=capital:${id}`, -sumOf(ACCOUNTS.paidInCapital) - sumOf(ACCOUNTS.calledUnpaid));
    sums.set(`redeemed:${id}`, sumOf(ACCOUNTS.redeemedCapital));
  }
  for (const [id, { accrued }] of state.charges.fees.range("")) {
    sums.set(`fee:${id}:accrued`, Number(accrued));
  }
  for (const { id, cost, relieved, ...investment } of state.investments.values()) {
    sums.set(
      `income:${id}`,
      -ever(ACCOUNTS.dividendIncome, id) - ever(ACCOUNTS.interestIncome, id),
    );
    sums.set(`=cost:${id}`, Number(cost));
    sums.set(`=relieved:${id}`, Number(relieved));
    sums.set(
      `=fair:${id}`,
      of(ACCOUNTS.investmentsAtCost, id) + of(ACCOUNTS.unrealisedOnInvestments, id),
    );
    sums.set(`=realised:${id}`, -ever(ACCOUNTS.realisedOnInvestments, id));
    sums.set(`=undrawn:${id}`, Number(undrawnOf({ id, cost, relieved, ...investment })));
  }
  for (const { id } of state.charter.reserves ?? []) {
    sums.set(`reserve:${id}`, -of(ACCOUNTS.reserves, id));
  }
  sums.set("=line", -of(ACCOUNTS.navFacility));
  sums.set("=bonds", -of(ACCOUNTS.bonds));
  sums.set("=interestPayable", -of(ACCOUNTS.interestPayable));
  sums.set("=feesPayable", -of(ACCOUNTS.feesPayable) - of(ACCOUNTS.expensesPayable));
  sums.set("interestAccrued", ever(ACCOUNTS.interestExpense));
  const charges = [ACCOUNTS.fees, ACCOUNTS.expenses, ACCOUNTS.facilityFees];
  sums.set(
    "charged",
    charges.reduce((sum, account) => sum + ever(account), 0),
  );
  sums.set("distribution", Number(new VehicleFigures(state, vehicle).distributed));
  return sums;
}

/** Units of the main vehicle, in minor units of the founders' price, as a program counts them. */
function unitsHeld({ charter, capital }: FundState, holders: readonly string[]): number {
  const { vehicle, shares } = charter.capital;
  const [founder] = Object.keys(shares);
  const classes = charter.classes.filter((each) => each.vehicle === vehicle);
  const founders = classes.find(({ id }) => capital.units.has(`${id}/${founder}`));
  const price = Ratio.fromDecimal(founders?.founderPrice ?? "1");
  assert(price.ok, "a founders' price is a decimal");
  const microUnits = classes
    .flatMap(({ id }) => holders.map((holder) => unitsOf(capital, id, holder)))
    .reduce((sum, units) => sum + units, 0n);
  const perUnit = Ratio.mul(price.value, perMajorUnit(charter.capital.currency));
  return Number(microUnits * perUnit.num) / Number(perUnit.den) / 1e6;
}

/** Capital counts as called on the day on which it is due. */
function duePartsOf(
  state: FundState,
  parties: readonly string[],
): readonly (readonly [string, number])[] {
  const items = [...state.capital.calls.values()]
    .flatMap(({ items: all }) => all)
    .filter((item) => parties.includes(item.party) && item.dueDate <= state.today);
  const sum = (amountOf: (item: (typeof items)[number]) => bigint): number =>
    Number(items.reduce((total, item) => total + amountOf(item), 0n));
  return [
    ["called", sum(({ minor, cancelled, returned }) => minor - cancelled - returned)],
    ["paidIn", sum(({ received, returned }) => received - returned)],
    ["late", sum(({ interest, interestBefore }) => interest + interestBefore)],
    ["latePaid", sum(({ interestPaid }) => interestPaid)],
  ];
}
