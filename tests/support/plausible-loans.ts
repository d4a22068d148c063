import type { FundState } from "@jointfund/core/fund/state.ts";
import { borrowing } from "./borrowing.ts";
import type { PlausibleAct } from "./plausible-acts.ts";

/** Acts of borrowing that could come next: a facility, its drawings, and what it is owed. */
export function plausibleLoans(state: FundState, amount: string): readonly PlausibleAct[] {
  const { facilities, guarantees, charter } = state;
  const entered =
    charter.leverage === undefined
      ? []
      : [borrowing.fixing(), borrowing.line(), borrowing.bonds(), ...covenantActs(state)];
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
      borrowing.repayment(facility, "principal", debt.principal.toString()),
      borrowing.named("facility.close", facility, "m-1"),
      borrowing.named("facility.accelerate", facility, "le-1"),
      borrowing.guarantee({ facility, amount }),
      { type: "facility.prepay", by: "m-1", body: money },
      ...[...facilities.keys()].map((replaces) => ({
        ...{ type: "facility.refinance", by: "m-1", body: { ...money, replaces, due } },
      })),
    ];
  });
  const calls = [...guarantees.keys()].map((guarantee) => ({
    ...{ type: "guarantee.call", by: "le-1", body: { guarantee, currency: "USD", amount } },
  }));
  return [...entered, ...ofFacilities, ...calls];
}

function covenantActs({ investments, today }: FundState): readonly PlausibleAct[] {
  const due = `${Number(today.slice(0, 4)) + 1}-01-15`;
  const [investment = "tower"] = investments.keys();
  return [borrowing.waiver("lock", due), borrowing.cure(due), borrowing.sale(due, [investment])];
}
