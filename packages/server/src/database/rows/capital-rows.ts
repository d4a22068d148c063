import type { BudgetAuthority } from "@jointfund/core/capital/commitment.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Row, RowsByKind, Value } from "./row.ts";

/** Commitments, calls, and what became of what was asked. */
export const CAPITAL_ROWS: RowsByKind = {
  commitmentAccepted: ({ commitment: { id, party, currency, minor, authorities } }) => {
    const [authority, ...further] = authorities;
    const accepted = { change: "accepted", commitment: id, party, currency };
    return [
      commitmentRow({ ...accepted, minor, authority }),
      ...further.map((more) => commitmentRow({ ...accepted, minor: 0n, authority: more })),
    ];
  },
  commitmentIncreased: ({ id, minor, authority }, { after }) => [
    commitmentRow({ ...promiseOf(after, id), change: "increased", minor, authority }),
  ],
  commitmentReleased: ({ id, minor }, { after }) => [
    commitmentRow({ ...promiseOf(after, id), change: "released", minor: -minor }),
  ],
  capitalCalled: ({ call }) => {
    const { id, vehicle, currency, dueDate, price, purpose, investment, items } = call;
    const values = {
      ...{ call: id, vehicle, unit_class: call.unitClass, currency, due_date: dueDate },
      ...{ price, purpose, investment },
    };
    return [
      { table: "calls", values },
      ...items.map(({ party, commitment, minor, microUnits }): Row => {
        const item = { call: id, party, commitment, currency, minor, micro_units: microUnits };
        return { table: "call_items", values: item };
      }),
    ];
  },
  contributionReceived: (event, { after }) => [
    callRow(after, event, { change: "received", micro_units: event.microUnits }, event.on),
  ],
  capitalReturned: (event, { after }) => [
    callRow(after, event, { change: "returned", micro_units: event.microUnits }),
  ],
  callItemReduced: (event, { after }) => [
    callRow(after, event, { change: "reduced", because: event.because }, event.on),
  ],
  callItemDeferred: ({ call, party, dueDate }, { after }) => [
    callRow(after, { call, party, minor: 0n }, { change: "deferred", due_date: dueDate }),
  ],
  lateInterestAccrued: (event, { after }) => [callRow(after, event, { change: "interestAccrued" })],
  lateInterestPaid: (event, { after }) => [callRow(after, event, { change: "interestPaid" })],
  lateInterestWaived: (event, { after }) => [callRow(after, event, { change: "interestWaived" })],
  capitalDefaultStepped: ({ call, party, step, microUnits }, { after }) => {
    const change = { change: "defaultStepped", because: step, micro_units: -microUnits };
    return [callRow(after, { call, party, minor: 0n }, change)];
  },
  capitalDefaultRemedied: ({ call, party, microUnits }, { after }) => {
    const change = { change: "defaultRemedied", micro_units: microUnits };
    return [callRow(after, { call, party, minor: 0n }, change)];
  },
};

function promiseOf({ capital }: FundState, id: string) {
  const { party, currency } = capital.commitments.get(id)!;
  return { commitment: id, party, currency };
}

function commitmentRow(of: {
  readonly commitment: string;
  readonly change: string;
  readonly party: string;
  readonly currency: string;
  readonly minor: bigint;
  readonly authority?: BudgetAuthority | undefined;
}): Row {
  const { authority, ...change } = of;
  const values = {
    ...{ ...change, law: authority?.law, authority_year: authority?.fiscalYear },
    ...{ authority_minor: authority?.minor, authority_expires: authority?.expires },
  };
  return { table: "commitment_changes", values };
}

function callRow(
  { capital }: FundState,
  of: { readonly call: string; readonly party: string; readonly minor: bigint },
  change: { readonly [column: string]: Value },
  on?: Row["on"],
): Row {
  const { currency } = capital.calls.get(of.call)!;
  const { call, party, minor } = of;
  const values = { call, party, currency, minor, micro_units: 0n, ...change };
  return { table: "call_changes", ...(on === undefined ? {} : { on }), values };
}
