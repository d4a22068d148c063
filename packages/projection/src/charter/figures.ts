import type { FigureName } from "@jointfund/core/fund/environment-types.ts";
import type { Books, PartyBooks } from "./books.ts";
import type { FundWriter } from "./fund-writer.ts";
import type { Num } from "../kernel/program.ts";
import { projectDebtOf } from "../assumptions/sculpted-debt.ts";
import { calledClasses, promisedBy } from "./classes.ts";
import { inMinorUnits } from "./minor-units.ts";

type Reader = (w: FundWriter, books: Books) => Num;

const ofParties = (w: FundWriter, { parties }: Books, name: keyof PartyBooks): Num =>
  w.b.sum([...parties.values()].map((party) => party[name]));

export const investmentsAtCost: Reader = (_, { totals }) => totals.cost;
export const reportedValue: Reader = (_, { totals }) => totals.reported;
export const actualValue: Reader = (_, { totals }) => totals.actual;
export const investmentCommitments: Reader = (_, { totals }) => totals.undrawn;
export const debtOf = (w: FundWriter, { line, bonds }: Books): Num => w.b.add(line, bonds);
export const totalAssets = (w: FundWriter, books: Books): Num =>
  w.b.add(w.b.add(books.cash, reportedValue(w, books)), ofParties(w, books, "lateInterest"));
export const otherLiabilities = (w: FundWriter, { interestPayable, feesPayable }: Books): Num =>
  w.b.add(interestPayable, feesPayable);
export const payables = (w: FundWriter, books: Books): Num =>
  w.b.add(debtOf(w, books), otherLiabilities(w, books));
export const netAssets = (w: FundWriter, books: Books): Num =>
  w.b.subtract(totalAssets(w, books), payables(w, books));
export const paidIn = (w: FundWriter, books: Books): Num => ofParties(w, books, "paidIn");
export const called = (w: FundWriter, books: Books): Num => ofParties(w, books, "called");
/** The initial capital of the charter, in minor units. */
export const initialCapital = (w: FundWriter): number =>
  inMinorUnits(w.charter.capital.currency, w.charter.capital.initial);
/** What founders and the holders of classes that are open have promised. */
export const promised = (w: FundWriter): Num => {
  const initial = w.b.constant(initialCapital(w));
  const others = calledClasses(w).map(({ id }) => promisedBy(w, id, initial));
  return w.b.sum([initial, ...others]);
};
export const unfunded = (w: FundWriter, books: Books): Num =>
  w.b.subtract(promised(w), called(w, books));
/** What the line has promised and not lent. */
export const undrawnLine = (w: FundWriter, { line }: Books): Num =>
  w.positive(w.b.subtract(lineLimit(w), line));
/** The line that is assumed, of a charter that knows one. */
export const lineLimit = (w: FundWriter): Num =>
  w.charter.leverage?.facilities.some(({ kind }) => kind === "nav") === true
    ? w.b.multiply(w.parameter("borrowing.lineLimit"), w.b.constant(initialCapital(w)))
    : w.b.constant(0);
export const undistributedIncome = (w: FundWriter, books: Books): Num =>
  w.b.subtract(w.b.subtract(books.income, books.charges), books.distributedIncome);
export const undistributedGains = (w: FundWriter, books: Books): Num =>
  w.b.subtract(books.gains, books.distributedGains);

/** Debt of the projects themselves, by what the fund has paid for each. */
function heldDebt(w: FundWriter, books: Books): Num {
  const byShare = Map.groupBy(w.assumptions.projects, projectDebtOf);
  const debts = [...byShare].flatMap(([share, projects]) => {
    const costs = projects.map(({ id }) => books.projects.get(id)!.cost);
    return share === 0 ? [] : [w.b.multiply(w.b.constant(share), w.b.sum(costs))];
  });
  return w.b.sum(debts);
}

const NOTHING: Reader = (w) => w.b.constant(0);

/** Every figure that a charter's conditions may use; undefined has none in a projection. */
const FIGURES: { readonly [name in FigureName]: Reader | undefined } = {
  cash: (_, books) => books.cash,
  investmentsAtCost,
  investmentsFairValue: reportedValue,
  investmentsLevel3: reportedValue,
  // Values are reported at every step, and nobody contests them.
  staleValuations: NOTHING,
  contestedValuations: NOTHING,
  totalAssets,
  netAssets,
  payables,
  unpaidCalls: (w, books) => w.b.subtract(called(w, books), paidIn(w, books)),
  unfundedCommitments: unfunded,
  investmentCommitments,
  distributableIncome: (w, books) => w.b.subtract(books.income, books.distributedIncome),
  debt: debtOf,
  lookThroughDebt: (w, books) => w.b.add(debtOf(w, books), heldDebt(w, books)),
  lookThroughAssets: (w, books) => w.b.add(totalAssets(w, books), heldDebt(w, books)),
  otherLiabilities,
  interestPayable: (_, books) => books.interestPayable,
  guarantees: NOTHING,
  undrawnFacilities: undrawnLine,
  undistributedIncome,
  distributed: (_, books) => books.distributed,
  undistributedGains,
  recoupmentOutstanding: undefined,
  preferredOutstanding: undefined,
};

/** A figure of the books by the name that conditions use for it. */
export function figureOf(w: FundWriter, books: Books, name: string): Num | undefined {
  return Object.hasOwn(FIGURES, name) ? FIGURES[name as FigureName]?.(w, books) : undefined;
}
