import { addDays, type LocalDate } from "../calendar/date.ts";
import { accrualTo } from "../facilities/accrual.ts";
import { stillToCome } from "../facilities/amounts-due.ts";
import type { DebtPart, Facility } from "../facilities/facility.ts";
import { paymentDatesWithin } from "../facilities/interest.ts";
import { dueNow, instructedOf } from "../fund/debt/lending.ts";
import type { FundState } from "../fund/state.ts";

/** What money is expected by: an act, or what the charter or an investment has fixed. */
export type Obligation =
  | { readonly kind: "call"; readonly id: string; readonly party: string }
  /** Ids of the acts that booked or asked for it. */
  | { readonly kind: "expense" | "drawing"; readonly id: string }
  /** "<act id>/<n>" */
  | { readonly kind: "payment"; readonly id: string; readonly payee: string }
  | { readonly kind: "fee" | "facility"; readonly id: string }
  | { readonly kind: "milestone"; readonly id: string; readonly investment: string };

/** Cash that is known to come (positive) or go on a day; minor units of its currency. */
export type Expected = {
  readonly on: LocalDate;
  readonly kind:
    | "callsDue"
    | "loansDrawn"
    | "milestonesDue"
    | "investmentsPayable"
    | "debtService"
    | "distributionsPayable"
    | "feesPayable"
    | "otherPayments";
  readonly currency: string;
  readonly minor: bigint;
  readonly by: Obligation;
};

/**
 * What a vehicle's loans will bring and cost in the days to come if nothing else is drawn or repaid
 * and rates stay [ST38]: drawings asked for, interest and fees on each payment date, principal by
 * its instalments and at maturity. What payments are instructed for already is not counted again.
 */
export function expectedOfLoans(
  state: FundState,
  vehicle: string,
  days: number,
): readonly Expected[] {
  const until = addDays(state.today, days - 1);
  if (!until.ok) return [];
  return [...state.facilities.values()]
    .filter((facility) => facility.vehicle === vehicle && facility.status !== "closed")
    .flatMap((facility) => [
      ...drawingsOf(facility),
      ...interestExpected(state, facility, until.value).flatMap(({ on, minor }) =>
        service(facility, on, minor),
      ),
      ...principalOf(state, facility, until.value),
    ]);
}

const service = ({ id, currency }: Facility, on: LocalDate, minor: bigint): readonly Expected[] =>
  minor <= 0n
    ? []
    : [{ on, kind: "debtService", currency, minor: -minor, by: { kind: "facility", id } }];

function drawingsOf({ drawings, currency }: Facility): readonly Expected[] {
  return drawings.flatMap((drawing): Expected[] => {
    const minor = stillToCome(drawing);
    const by = { kind: "drawing", id: drawing.id } as const;
    return minor === 0n ? [] : [{ on: drawing.due, kind: "loansDrawn", currency, minor, by }];
  });
}

/** What is owed and not instructed of a part of the debt, minor units. */
function openOf(state: FundState, facility: Facility, part: Exclude<DebtPart, "principal">) {
  const owed = part === "interest" ? facility.interestPayable : facility.feesPayable;
  return owed - instructedOf(state, facility, part);
}

/** Interest and fees that will be due on each payment date if nothing else happens, minor units. */
export function interestExpected(
  state: FundState,
  facility: Facility,
  until: LocalDate,
): readonly { readonly on: LocalDate; readonly minor: bigint }[] {
  const { today, rateFixings } = state;
  let paid = 0n;
  return paymentDatesWithin(facility.terms.dates, today, until).map((on) => {
    const { interest, fees } = accrualTo(facility, rateFixings, on);
    const owed =
      openOf(state, facility, "interest") + openOf(state, facility, "fees") + interest + fees;
    const minor = owed - paid;
    paid = owed;
    return { on, minor };
  });
}

function principalOf(state: FundState, facility: Facility, until: LocalDate): readonly Expected[] {
  const { today } = state;
  const { instalments, dates } = facility.terms;
  const already = dueNow(state, facility);
  const instructed = instructedOf(state, facility, "principal");
  const expected = [...service(facility, today, already - instructed)];
  let left = facility.principal - (already > instructed ? already : instructed);
  for (const { on, minor } of instalments) {
    if (on <= today || on > until || on >= dates.maturity) continue;
    const due = minor < left ? minor : left;
    expected.push(...service(facility, on, due));
    left -= due;
  }
  const matures = today < dates.maturity && dates.maturity <= until;
  return matures ? [...expected, ...service(facility, dates.maturity, left)] : expected;
}
