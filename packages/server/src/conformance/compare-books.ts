import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { UnitClass } from "@jointfund/core/charter/charter.ts";
import { stepOf } from "@jointfund/core/facilities/covenants.ts";
import { findClass } from "@jointfund/core/fund/terms.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { lastStrike } from "@jointfund/core/dealing/nav-strike.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import { classPriceOutput } from "@jointfund/projection/charter/fund-outputs.ts";
import { holderOf } from "./class-acts.ts";
import type { Path, PathBooks } from "./path-steps.ts";

/** One figure that the engine's books and the path have at the end of a step. */
export type Difference = {
  readonly on: LocalDate;
  readonly figure: string;
  readonly engine: number;
  readonly path: number;
  readonly bound: number;
};

export type Comparison = {
  readonly figures: number;
  readonly largest: number;
  /** Figures beyond their bounds, in the order in which books are read. */
  readonly beyond: readonly Difference[];
};

/** Doubles carry some fifteen digits through a few hundred operations a step. */
const RELATIVE = 2 ** -40;

type Compared = {
  readonly figure: string;
  readonly engine: number;
  readonly path: number;
  /** Minor units; 0 for what must be the same. */
  readonly bound: number;
};

/**
 * The books of both at the end of a step. Whatever a figure is made of was rounded at most once
 * for each amount that came or went; so many minor units they may differ by, and by what doubles
 * lose of sums of their size [PJ102].
 */
export function compareBooks(
  state: FundState,
  path: Path,
  of: { readonly step: number; readonly bound: number },
): Comparison {
  const { after, on } = path.steps[of.step]!;
  const compared = [
    ...amounts(state, after, of.bound),
    ...projects(state, after, of.bound),
    ...parties(state, after, of.bound),
    ...reserves(state, after, of.bound),
    ...rungs(state, after),
    ...prices(state, after),
  ];
  const beyond: Difference[] = [];
  let largest = 0;
  for (const each of compared) {
    const gap = Math.abs(each.engine - each.path);
    const bound = each.bound + RELATIVE * Math.abs(each.path);
    if (!(gap <= bound)) beyond.push({ on, ...each, bound });
    else if (each.bound >= 1) largest = Math.max(largest, gap);
  }
  return { figures: compared.length, largest, beyond };
}

type Named = readonly (readonly [figure: string, engine: bigint, path: number | undefined])[];

/** What both know; a figure that the path does not tell is not compared. */
const within = (bound: number, figures: Named): readonly Compared[] =>
  figures.flatMap(([figure, engine, path]) =>
    path === undefined ? [] : [{ figure, engine: Number(engine), path, bound }],
  );

function amounts(state: FundState, { figures }: PathBooks, bound: number): readonly Compared[] {
  const { charter } = state;
  const { vehicle } = charter.capital;
  const books = new VehicleFigures(state, vehicle);
  const of = (account: string): bigint =>
    balanceOf(state.ledger, { vehicle, account, currency: charter.capital.currency });
  // What is called for a later step is not called yet.
  const early = [...state.capital.calls.values()]
    .flatMap(({ items }) => items)
    .filter(({ dueDate }) => dueDate > state.today)
    .reduce((sum, { minor }) => sum + minor, 0n);
  const owed = [ACCOUNTS.interestPayable, ACCOUNTS.feesPayable, ACCOUNTS.expensesPayable].reduce(
    (sum, account) => sum - of(account),
    0n,
  );
  return within(bound, [
    ["netAssets", books.netAssets, figures.get("netAssets")],
    ["totalAssets", books.totalAssets, figures.get("totalAssets")],
    ["cash", books.cash, figures.get("cash")],
    ["investments", books.investmentsFairValue, figures.get("investments")],
    ["debt", books.debt, figures.get("debt")],
    ["line", -of(ACCOUNTS.navFacility), figures.get("line")],
    ["bonds", -of(ACCOUNTS.bonds), figures.get("bonds")],
    ["unfunded", books.unfundedCommitments + early, figures.get("unfunded")],
    ["undrawnLine", books.undrawnFacilities, figures.get("undrawnLine")],
    ["chargesPayable", owed, figures.get("chargesPayable")],
    ["undistributedIncome", books.undistributedIncome, figures.get("undistributedIncome")],
  ]);
}

function projects(state: FundState, after: PathBooks, bound: number): readonly Compared[] {
  const { vehicle, currency } = state.charter.capital;
  return [...after.reported].flatMap(([id, value]) => {
    const of = (account: string): bigint =>
      balanceOf(state.ledger, { vehicle, account, currency, subject: id });
    const cost = of(ACCOUNTS.investmentsAtCost);
    return within(bound, [
      [`reported:${id}`, cost + of(ACCOUNTS.unrealisedOnInvestments), value],
      [`cost:${id}`, cost, after.cost.get(id)],
    ]);
  });
}

function parties(state: FundState, after: PathBooks, bound: number): readonly Compared[] {
  const { charter } = state;
  const { vehicle } = charter.capital;
  return [...after.paidIn].flatMap(([party, paidIn]) => {
    const unitClass = findClass(charter, party);
    const book = unitClass?.vehicle ?? vehicle;
    const { currency } = charter.vehicles.find(({ id }) => id === book)!;
    const holders = unitClass === undefined ? [party] : holdersOf(state, unitClass);
    const of = (account: string): bigint =>
      holders.reduce(
        (sum, subject) =>
          sum + balanceOf(state.ledger, { vehicle: book, account, currency, subject }),
        0n,
      );
    const paid = -of(ACCOUNTS.paidInCapital) - of(ACCOUNTS.calledUnpaid);
    const accounts = [...DISTRIBUTION_ACCOUNTS, ACCOUNTS.redeemedCapital];
    const got = accounts.reduce((sum, account) => sum + of(account), 0n);
    return within(bound, [
      [`paidIn:${party}`, paid, paidIn],
      [`distributed:${party}`, got, after.distributed.get(party)],
      [`income:${party}`, of(ACCOUNTS.distributions), after.income.get(party)],
      [`gains:${party}`, of(ACCOUNTS.distributionsOfGains), after.gains.get(party)],
    ]);
  });
}

/** Everybody who has or had units of a class; of a feeder's class, the one that a replay has. */
function holdersOf({ charter, capital }: FundState, { id, vehicle }: UnitClass): readonly string[] {
  if (vehicle !== charter.capital.vehicle) return [holderOf(id)];
  return [...capital.units.range(`${id}/`)].map(([key]) => key.slice(id.length + 1));
}

function reserves(state: FundState, after: PathBooks, bound: number): readonly Compared[] {
  const { vehicle, currency } = state.charter.capital;
  const account = ACCOUNTS.reserves;
  return within(
    bound,
    [...after.reserves].map(([id, held]) => [
      `reserve:${id}`,
      -balanceOf(state.ledger, { vehicle, account, currency, subject: id }),
      held,
    ]),
  );
}

/** Ladders agree to the step. */
function rungs({ charter, covenants }: FundState, after: PathBooks): readonly Compared[] {
  return [...after.rungs].map(([id, path]) => {
    const steps = charter.leverage?.covenants.find((covenant) => covenant.id === id)?.ladder ?? [];
    const stands = stepOf(covenants, id);
    const engine = stands === "clear" ? 0 : steps.findIndex(({ step }) => step === stands) + 1;
    return { figure: `rung:${id}`, engine, path, bound: 0 };
  });
}

/** Prices are cut at the charter's decimals. */
function prices({ charter, strikes }: FundState, { figures }: PathBooks): readonly Compared[] {
  const { vehicle } = charter.capital;
  const bound = 2 / 10 ** charter.rounding.priceDecimals;
  const founders = charter.classes.find((each) => each.vehicle === vehicle)?.id;
  return charter.classes.flatMap(({ id: unitClass, vehicle: of }) => {
    const struck = lastStrike(strikes, { vehicle: of, unitClass })?.price;
    const figure = unitClass === founders ? "pricePerUnit" : classPriceOutput(unitClass);
    const path = figures.get(figure);
    if (!struck || path === undefined) return [];
    return [{ figure, engine: Number(struck), path, bound }];
  });
}
