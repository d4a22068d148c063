import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { DemonstrationFund } from "./demonstration-fund.ts";

/** The same fund under a charter with other terms. */
export function under(
  fund: DemonstrationFund,
  change: (charter: Charter) => Partial<Charter>,
): DemonstrationFund {
  return fund.change((state) => {
    const charter = { ...state.charter, ...change(state.charter) };
    return { ...state, charter, charters: state.charters.set(String(charter.version), charter) };
  });
}

/** The fund with a second class open, whose billion units make a seventh of all. */
export function withPartners(fund: DemonstrationFund): DemonstrationFund {
  fund.enact({ type: "class.open", by: "m-1", body: { class: "partners" } }, "us-t1", "jp-t1");
  return fund.change((state) => {
    const units = state.capital.units.set("partners/JP", 1_000_000_000_000_000n);
    return { ...state, capital: { ...state.capital, units } };
  });
}
