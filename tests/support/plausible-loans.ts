import type { FundState } from "@jointfund/core/fund/state.ts";
import { borrowing } from "./borrowing.ts";
import type { PlausibleAct } from "./plausible-acts.ts";

/** Acts of borrowing that could come next: a facility, its drawings, and what it is owed. */
export function plausibleLoans(state: FundState, amount: string): readonly PlausibleAct[] {
  const { facilities, charter } = state;
  const entered = charter.leverage === undefined ? [] : [borrowing.fixing(), borrowing.line()];
  const ofFacilities = [...facilities.values()].flatMap(({ id: facility, drawings, ...debt }) => {
    const money = { facility, currency: "USD", amount };
    const received = drawings.map(({ id: drawing, requested }) => ({
      ...{ type: "facility.receive", by: "cu-1" },
      body: { facility, drawing, currency: "USD", amount: requested.toString() },
    }));
    const due = `${Number(state.today.slice(0, 4)) + 1}-01-15`;
    const interest = debt.interestPayable.toString();
    return [
      { type: "facility.draw", by: "m-1", body: { ...money, due } },
      ...received,
      borrowing.repayment(facility, "interest", interest),
      { type: "facility.prepay", by: "m-1", body: money },
    ];
  });
  return [...entered, ...ofFacilities];
}
