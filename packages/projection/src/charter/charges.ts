import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { FeeTerms } from "@jointfund/core/charter/distribution-terms.ts";
import { rate } from "../assumptions/rate-text.ts";
import type { Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { call, payersOf } from "./capital.ts";
import { openedClasses, unitsOf, worthOfClass } from "./classes.ts";
import { initialCapital, investmentsAtCost, netAssets, promised, undrawnLine } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";
import { lateNotBooked } from "./late-interest.ts";
import { monthStartWithin, yearsBetween } from "./step-dates.ts";

/** What a year's interest comes to as the step opens: line, bonds and commitment fee [PJ81]. */
function yearlyInterest(w: FundWriter, books: Books): Num {
  const { b } = w;
  const lineRate = b.add(w.factors.shortRate, w.parameter("borrowing.lineSpread"));
  return b.sum([
    b.multiply(books.line, w.positive(lineRate)),
    books.coupons,
    b.multiply(undrawnLine(w, books), w.parameter("borrowing.commitmentFee")),
  ]);
}

/**
 * Interest and fees accrue over the step, up to its last day [PJ81]. The fee of the days that are
 * left to the strike accrues there, on what stands then: `accrueLastFees`.
 */
export function accrueCharges(w: FundWriter, books: Books): Books {
  const { b } = w;
  const interest = yearlyInterest(w, books);
  const payers = payersOf(w);
  let fees = b.constant(0);
  let { ownResults } = books;
  for (let month = 0; month < w.assumptions.stepMonths; month++) {
    const accrued = b.multiply(interest, b.schedule(`interestYears:${month}`));
    const booked = b.subtract(netAssets(w, books), lateNotBooked(w, books, { payers, month }));
    const base = b.subtract(booked, b.add(accrued, fees));
    const accruing = feesOn(w, { ...books, ownResults }, base, `${month}`);
    fees = b.add(fees, accruing.sum);
    ({ ownResults } = accruing);
  }
  const whole = b.multiply(interest, b.schedule("interestYears"));
  w.add("interestAccrued", whole);
  w.add("charged", fees);
  return {
    ...books,
    ownResults,
    interestPayable: b.add(books.interestPayable, whole),
    feesPayable: b.add(books.feesPayable, fees),
    charges: b.add(books.charges, b.add(whole, fees)),
  };
}

/** The fee from the last month's start to the strike, before the strike (DL20). */
export function accrueLastFees(w: FundWriter, books: Books): Books {
  const { b } = w;
  const { sum: fees, ownResults } = feesOn(w, books, netAssets(w, books), "strike");
  w.add("charged", fees);
  return {
    ...books,
    ownResults,
    feesPayable: b.add(books.feesPayable, fees),
    charges: b.add(books.charges, fees),
  };
}

type Accruing = { readonly sum: Num } & Pick<Books, "ownResults">;

/**
 * Fees of the main vehicle for one stretch, in the charter's order, each after those before it. One
 * that names a class is that class's own result (DL21).
 */
function feesOn(w: FundWriter, books: Books, base: Num, stretch: string): Accruing {
  const { b } = w;
  let sum = b.constant(0);
  let { ownResults } = books;
  for (const fee of feesOf(w)) {
    const net = (): Num => b.subtract(base, sum);
    const of = {
      committed: () => promised(w),
      invested: () => investmentsAtCost(w, books),
      netAssets: () => w.positive(baseOf(w, { ...books, ownResults }, fee, net())),
    }[fee.base]();
    const years = b.schedule(`feeYears:${fee.id}:${stretch}`);
    const amount = b.multiply(of, b.multiply(b.constant(rate(fee.rate)), years));
    w.add(`fee:${fee.id}:${stretch === "strike" ? "struck" : "accrued"}`, amount);
    sum = b.add(sum, amount);
    const own = ownResults.get(fee.unitClass ?? "");
    if (own === undefined) continue;
    // While nobody holds the class, all bear its fee (DL21).
    const isHeld = b.less(b.constant(0), unitsOf(w, books, fee.unitClass!));
    const borne = b.subtract(own, w.when(isHeld, amount));
    ownResults = new Map(ownResults).set(fee.unitClass!, borne);
  }
  return { sum, ownResults };
}

function baseOf(w: FundWriter, books: Books, { unitClass }: FeeTerms, net: Num): Num {
  const isOfClass = unitClass !== undefined && openedClasses(w).length > 0;
  return isOfClass ? worthOfClass(w, books, net, unitClass) : net;
}

/**
 * The fees that the holders of a projection bear: one of a class that nobody of them holds is none
 * on net assets (DL21).
 */
function feesOf(w: FundWriter): readonly FeeTerms[] {
  return (w.charter.fees ?? []).filter(({ vehicle, unitClass, base }) => {
    if (vehicle !== w.vehicle.id) return false;
    return unitClass === undefined || base !== "netAssets" || isHeld(w, unitClass);
  });
}

function isHeld(w: FundWriter, unitClass: string): boolean {
  if (openedClasses(w).some(({ id }) => id === unitClass)) return true;
  const eligible = w.charter.classes.find(({ id }) => id === unitClass)?.eligible ?? [];
  return w.charter.parties.some(
    ({ id, kind }) => payersOf(w).includes(id) && eligible.includes(kind),
  );
}

/** Schedules of interest and fees: parts of a year by step [PJ81]. */
export function writeChargeSchedules(
  w: FundWriter,
  opens: LocalDate,
  dates: readonly LocalDate[],
): void {
  const { stepMonths } = w.assumptions;
  const from = (step: number): LocalDate => dates[step - 1] ?? opens;
  w.schedule("interestYears", () =>
    dates.map((date, step) => yearsBetween({ name: "ACT/360" }, from(step), date)),
  );
  // Months begin on the first; a stretch ends there, and the last one at the strike.
  const startOf = (step: number, month: number): LocalDate => monthStartWithin(from(step), month);
  for (let month = 0; month < stepMonths; month++) {
    w.schedule(`interestYears:${month}`, () =>
      dates.map((_, step) => yearsBetween({ name: "ACT/360" }, from(step), startOf(step, month))),
    );
  }
  for (const { id, dayCount } of feesOf(w)) {
    for (let month = 0; month < stepMonths; month++) {
      const begins = (step: number): LocalDate =>
        month === 0 ? from(step) : startOf(step, month - 1);
      w.schedule(`feeYears:${id}:${month}`, () =>
        dates.map((_, step) =>
          yearsBetween({ name: dayCount }, begins(step), startOf(step, month)),
        ),
      );
    }
    w.schedule(`feeYears:${id}:strike`, () =>
      dates.map((date, step) =>
        yearsBetween({ name: dayCount }, startOf(step, stepMonths - 1), date),
      ),
    );
  }
}

/** Cash that the fund keeps. */
export const leastCash = (w: FundWriter): Num =>
  w.b.multiply(w.parameter("leastCash"), w.b.constant(initialCapital(w)));

/**
 * Pays interest from all cash, then fees and expenses from cash beyond the least; what they lack is
 * called. What is left unpaid is owed on, and told as a shortfall [PJ84].
 */
export function payCharges(w: FundWriter, books: Books): Books {
  const { b } = w;
  const expenses = b.multiply(
    b.multiply(w.parameter("expenses"), w.factors.years),
    b.constant(initialCapital(w)),
  );
  w.add("charged", expenses);
  const booked: Books = {
    ...books,
    feesPayable: b.add(books.feesPayable, expenses),
    charges: b.add(books.charges, expenses),
  };
  w.add("expensesBooked", expenses);
  const due = b.add(booked.interestPayable, booked.feesPayable);
  const wanted = b.subtract(b.add(due, leastCash(w)), booked.cash);
  const { books: funded } = call(w, booked, wanted, "charges");
  const interest = b.minimum(funded.interestPayable, w.positive(funded.cash));
  const left = b.subtract(funded.cash, interest);
  const fees = b.minimum(funded.feesPayable, w.positive(b.subtract(left, leastCash(w))));
  w.add("interest", interest);
  w.add("expenses", fees);
  const unpaid = b.subtract(due, b.add(interest, fees));
  w.add("shortfall", unpaid);
  return {
    ...funded,
    cash: b.subtract(left, fees),
    interestPayable: b.subtract(funded.interestPayable, interest),
    feesPayable: b.subtract(funded.feesPayable, fees),
  };
}
