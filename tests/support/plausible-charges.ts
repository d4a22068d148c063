import type { FundState } from "@jointfund/core/fund/state.ts";
import { booksDrafts } from "./books-drafts.ts";
import type { PlausibleAct } from "./plausible-acts.ts";

/** Conversions at about the last rate, closes, expenses and reserves that could come next. */
export function plausibleCharges(state: FundState, rate: string): readonly PlausibleAct[] {
  const { charges, today } = state;
  const lastMonth = `${today.slice(0, 8)}01`;
  const through = new Date(Date.parse(lastMonth) - 86_400_000).toISOString().slice(0, 10);
  const money = { currency: "USD", amount: "1000001" };
  const expense = { vehicle: "fund", payee: "counsel", charge: "external", for: "Advice" };
  return [
    booksDrafts.fixing(rate),
    booksDrafts.conversion(["USD", "100000000"], ["JPY", "160200001"]),
    booksDrafts.conversion(["JPY", "75000000"], ["USD", "46900001"]),
    booksDrafts.close(through),
    {
      ...{ type: "expense.book", by: "m-1" },
      body: { ...expense, category: "legal", ...money },
    },
    ...[...charges.expenses.keys()].map((id) => ({
      ...{ type: "expense.pay", by: "m-1", body: { expense: id } },
    })),
    { type: "reserve.set", by: "m-1", body: { reserve: "operating", ...money } },
    { type: "reserve.release", by: "m-1", body: { reserve: "operating", ...money } },
  ];
}
