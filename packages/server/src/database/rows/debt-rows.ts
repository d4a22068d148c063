import type { Facility } from "@jointfund/core/facilities/facility.ts";
import { findCovenant } from "@jointfund/core/fund/debt/covenants.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { asJson, type Row, type RowsByKind, type Value } from "./row.ts";

const PAID = { principal: "principalPaid", interest: "interestPaid", fees: "feesPaid" } as const;

/** Facilities, rates, and where the covenants stand. */
export const DEBT_ROWS: RowsByKind = {
  facilityEntered: ({ facility }) => [termsRow(facility, facility.enteredOn)],
  facilityAmended: ({ id, on }, { after }) => [termsRow(after.facilities.get(id)!, on)],
  drawingRequested: ({ facility, drawing }, { after }) => {
    const { id, requested, requestedOn } = drawing;
    const change = { change: "requested", drawing: id, minor: requested };
    return [changeRow(after, facility, change, requestedOn)];
  },
  drawingReceived: ({ facility, drawing, minor, on }, { after }) => [
    changeRow(after, facility, { change: "received", drawing, minor }, on),
  ],
  drawingLapsed: ({ facility, drawing }, { after }) => [
    changeRow(after, facility, { change: "lapsed", drawing }),
  ],
  interestAccrued: ({ facility, to, interest, fees }, { after }) => [
    changeRow(after, facility, { change: "interestAccrued", minor: interest }, to),
    changeRow(after, facility, { change: "feesAccrued", minor: fees }, to),
  ],
  debtServiced: ({ facility, part, minor, on }, { after }) => [
    changeRow(after, facility, { change: PAID[part], minor }, on),
  ],
  facilityAccelerated: ({ id, on }, { after }) => [
    changeRow(after, id, { change: "accelerated" }, on),
  ],
  facilityClosed: ({ id }, { after }) => [changeRow(after, id, { change: "closed" })],
  rateFixed: ({ index, on, rate }) => [
    { table: "rate_fixings", on, values: { rate_index: index, rate } },
  ],
  covenantStepped: ({ covenant, from, standing, ratio }, { after }) => {
    const { step, since, reached, testedOn } = standing;
    const { vehicle, clause } = findCovenant(after, covenant) ?? {};
    const values = {
      ...{ covenant, vehicle, clause, previous_step: from, step, since, reached, ratio },
    };
    return [{ table: "covenant_readings", on: testedOn, values }];
  },
};

function termsRow({ id, vehicle, kind, lender, currency, terms }: Facility, on: Row["on"]): Row {
  const values = {
    ...{ facility: id, vehicle, kind, lender, currency, limit_minor: terms.limit },
    ...{ matures_on: terms.dates.maturity, terms: asJson(terms) },
  };
  return { table: "facility_terms", ...(on === undefined ? {} : { on }), values };
}

function changeRow(
  { facilities }: FundState,
  facility: string,
  change: { readonly [column: string]: Value },
  on?: Row["on"],
): Row {
  const { currency } = facilities.get(facility)!;
  const dated = on === undefined ? {} : { on };
  return { table: "facility_changes", ...dated, values: { facility, currency, ...change } };
}
