import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { DayCount } from "../charter/basic-terms.ts";
import type { FacilityKind } from "../charter/leverage-terms.ts";
import { addedFrom, type DatedValues } from "./dated-values.ts";
import type { PaymentDates } from "./interest.ts";

/** A rate a year as exact ratio text; a floating one is its index's fixing plus the spread. */
export type FacilityRate =
  | { readonly kind: "fixed"; readonly rate: string }
  | { readonly kind: "floating"; readonly index: string; readonly spread: string };

/** Principal that must be repaid by a day before maturity, minor units. */
export type Instalment = { readonly on: LocalDate; readonly minor: bigint };

export type FacilityFees = {
  /** A year on what is not drawn, exact ratio text. */
  readonly commitment: string;
  /** Minor units on each payment date. */
  readonly agency: bigint;
};

/** What an amendment may change. */
export type LoanTerms = {
  /** The most that may be out at a time, minor units. */
  readonly limit: bigint;
  readonly rate: FacilityRate;
  readonly dayCount: DayCount;
  readonly dates: PaymentDates;
  /** Ascending; what they leave is repaid at maturity. */
  readonly instalments: readonly Instalment[];
  readonly fees: FacilityFees;
};

/** One request for money and what came of it. */
export type Drawing = {
  /** Id of the act that asked for it. */
  readonly id: string;
  readonly requestedOn: LocalDate;
  /** The last day on which the lender is to pay; then what is missing lapses. */
  readonly due: LocalDate;
  readonly requested: bigint;
  readonly received: bigint;
  /** The day of the first money; the drawing is out from then on. */
  readonly outSince?: LocalDate;
  /** Of what was received, minor units not yet repaid. */
  readonly outstanding: bigint;
  readonly lapsed: boolean;
};

/** A drawing as it is asked for: nothing has come of it yet. */
export function requestedDrawing(
  asked: Pick<Drawing, "id" | "requestedOn" | "due" | "requested">,
): Drawing {
  return { ...asked, received: 0n, outstanding: 0n, lapsed: false };
}

/**
 * A stretch of the facility's life on one set of terms: what it earns is reckoned from its start,
 * what has been recorded of that is kept as totals (docs/spec/leverage.md, LV5).
 */
export type AccrualRun = {
  readonly start: LocalDate;
  /** Principal by value date, minor units. */
  readonly principal: DatedValues<bigint>;
  /** What the lender stands ready to lend besides, by value date, minor units. */
  readonly unused: DatedValues<bigint>;
  readonly interest: bigint;
  readonly fees: bigint;
};

export type Facility = {
  readonly id: string;
  readonly name?: { readonly [language: string]: string };
  readonly vehicle: string;
  readonly kind: FacilityKind;
  readonly lender: string;
  readonly currency: string;
  readonly enteredOn: LocalDate;
  readonly status: "open" | "accelerated" | "closed";
  readonly terms: LoanTerms;
  /** In the order in which they were asked for. */
  readonly drawings: readonly Drawing[];
  /** Owed now, minor units. */
  readonly principal: bigint;
  readonly run: AccrualRun;
  /** Principal repaid on these terms, which counts towards the instalments. */
  readonly repaid: bigint;
  readonly interestPayable: bigint;
  readonly feesPayable: bigint;
};

export type FacilityEvent =
  | { readonly kind: "facilityEntered"; readonly facility: Facility }
  | {
      readonly kind: "facilityAmended";
      readonly id: string;
      readonly terms: LoanTerms;
      readonly on: LocalDate;
    }
  | { readonly kind: "drawingRequested"; readonly facility: string; readonly drawing: Drawing }
  | {
      readonly kind: "drawingReceived";
      readonly facility: string;
      readonly drawing: string;
      readonly minor: bigint;
      readonly on: LocalDate;
    }
  | { readonly kind: "drawingLapsed"; readonly facility: string; readonly drawing: string }
  | {
      readonly kind: "interestAccrued";
      readonly facility: string;
      readonly to: LocalDate;
      readonly interest: bigint;
      readonly fees: bigint;
    }
  | {
      readonly kind: "debtServiced";
      readonly facility: string;
      readonly part: DebtPart;
      readonly minor: bigint;
      readonly on: LocalDate;
    }
  | { readonly kind: "facilityAccelerated"; readonly id: string; readonly on: LocalDate }
  | { readonly kind: "facilityClosed"; readonly id: string };

/** What a payment to a lender pays off. */
export type DebtPart = "principal" | "interest" | "fees";

export type Facilities = PersistentMap<Facility>;

export const noFacilities: Facilities = PersistentMap.empty;

type Change = (facility: Facility) => Facility;

export function evolveFacilities(facilities: Facilities, event: FacilityEvent): Facilities {
  if (event.kind === "facilityEntered") {
    return facilities.set(event.facility.id, event.facility);
  }
  const id = "facility" in event ? event.facility : event.id;
  const facility = facilities.get(id);
  assert(facility !== undefined, `facility ${id} was never entered`);
  return facilities.set(id, changeBy(event)(facility));
}

function changeBy(event: Exclude<FacilityEvent, { kind: "facilityEntered" }>): Change {
  switch (event.kind) {
    case "facilityAmended":
      return (facility) => amended(facility, event);
    case "drawingRequested":
      return (it) => ({ ...it, drawings: [...it.drawings, event.drawing] });
    case "drawingReceived":
      return (facility) => received(facility, event);
    case "drawingLapsed":
      return (it) => withDrawing(it, event.drawing, (one) => ({ ...one, lapsed: true }));
    case "interestAccrued":
      return (it) => ({
        ...it,
        run: {
          ...it.run,
          interest: it.run.interest + event.interest,
          fees: it.run.fees + event.fees,
        },
        interestPayable: it.interestPayable + event.interest,
        feesPayable: it.feesPayable + event.fees,
      });
    case "debtServiced":
      return (facility) => serviced(facility, event);
    case "facilityAccelerated":
      return (facility) => accelerated(facility, event.on);
    case "facilityClosed":
      return (it) => ({ ...it, status: "closed" });
  }
}

function withDrawing(
  facility: Facility,
  id: string,
  change: (drawing: Drawing) => Drawing,
): Facility {
  const drawings = facility.drawings.map((one) => (one.id === id ? change(one) : one));
  return { ...facility, drawings };
}

function newRun(start: LocalDate, principal: bigint, limit: bigint): AccrualRun {
  const from = (value: bigint): DatedValues<bigint> => [{ from: start, value }];
  const balances = { principal: from(principal), unused: from(limit - principal) };
  return { start, ...balances, interest: 0n, fees: 0n };
}

/** New terms begin a new run on the principal that is out; what was recorded stays owed. */
function amended(
  facility: Facility,
  { terms, on }: { readonly terms: LoanTerms; readonly on: LocalDate },
): Facility {
  return { ...facility, terms, run: newRun(on, facility.principal, terms.limit), repaid: 0n };
}

/** A facility that is called in promises nothing any more, and is paid nothing for a promise. */
function accelerated(facility: Facility, on: LocalDate): Facility {
  const terms = { ...facility.terms, fees: { commitment: "0", agency: 0n } };
  return { ...amended(facility, { terms, on }), status: "accelerated" };
}

/** What is repaid on a line may be drawn again; what is repaid on a term loan or bond may not. */
export const isRevolving = (kind: FacilityKind): boolean =>
  kind === "subscription" || kind === "nav";

/** Principal and what may be drawn besides, each changed from a value date on. */
function withBalances(
  facility: Facility,
  on: LocalDate,
  change: { readonly principal: bigint; readonly unused: bigint },
): Facility {
  const { run } = facility;
  // What comes late with a date before the run began counts from its beginning.
  const from = on < run.start ? run.start : on;
  return {
    ...facility,
    principal: facility.principal + change.principal,
    run: {
      ...run,
      principal: addedFrom(run.principal, from, change.principal),
      unused: addedFrom(run.unused, from, change.unused),
    },
  };
}

function received(
  facility: Facility,
  { drawing, minor, on }: Extract<FacilityEvent, { kind: "drawingReceived" }>,
): Facility {
  const known = facility.drawings.find(({ id }) => id === drawing);
  assert(known !== undefined, `money for the unknown drawing ${drawing} of ${facility.id}`);
  const drawn = withDrawing(facility, drawing, (one) => ({
    ...one,
    received: one.received + minor,
    outstanding: one.outstanding + minor,
    outSince: one.outSince ?? on,
  }));
  return withBalances(drawn, on, { principal: minor, unused: -minor });
}

function serviced(
  facility: Facility,
  { part, minor, on }: Extract<FacilityEvent, { kind: "debtServiced" }>,
): Facility {
  if (part === "interest") {
    return { ...facility, interestPayable: facility.interestPayable - minor };
  }
  if (part === "fees") return { ...facility, feesPayable: facility.feesPayable - minor };
  assert(minor <= facility.principal, `more is repaid on ${facility.id} than is owed`);
  const drawings = repayOldest(facility.drawings, minor);
  const repaid = facility.repaid + minor;
  if (isRevolving(facility.kind)) {
    return withBalances({ ...facility, drawings, repaid }, on, {
      principal: -minor,
      unused: minor,
    });
  }
  const terms = { ...facility.terms, limit: facility.terms.limit - minor };
  return withBalances({ ...facility, terms, drawings, repaid }, on, {
    ...{ principal: -minor, unused: 0n },
  });
}

/** A repayment pays off the drawings that have been out longest first [LV8]. */
function repayOldest(drawings: readonly Drawing[], minor: bigint): readonly Drawing[] {
  const oldestFirst = drawings
    .filter(({ outstanding }) => outstanding > 0n)
    .toSorted((a, b) => ((a.outSince ?? a.due) < (b.outSince ?? b.due) ? -1 : 1));
  const paid = new Map<string, bigint>();
  let left = minor;
  for (const { id, outstanding } of oldestFirst) {
    const part = outstanding < left ? outstanding : left;
    paid.set(id, part);
    left -= part;
  }
  return drawings.map((one) => ({
    ...one,
    outstanding: one.outstanding - (paid.get(one.id) ?? 0n),
  }));
}

/** A loan as it is entered: nothing drawn yet, the upfront fee owed. */
export function entered(
  of: Pick<Facility, "id" | "vehicle" | "kind" | "lender" | "currency" | "terms"> & {
    readonly on: LocalDate;
    readonly upfrontFee: bigint;
  },
): Facility {
  const { on, upfrontFee, ...rest } = of;
  return {
    ...rest,
    enteredOn: on,
    status: "open",
    drawings: [],
    principal: 0n,
    run: newRun(on, 0n, rest.terms.limit),
    repaid: 0n,
    interestPayable: 0n,
    feesPayable: upfrontFee,
  };
}
