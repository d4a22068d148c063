import type { ActRule, Charter } from "@jointfund/core/charter/charter.ts";
import type { FeeTerms } from "@jointfund/core/charter/distribution-terms.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { quick } from "./random-history.ts";
import { variant } from "./variants.ts";

/** A fund that charges all of its owners a fee, of whom some get rates of their own. */

export const feeOf = (change: Partial<FeeTerms> = {}): FeeTerms => ({
  ...{ id: "management", clause: "40.1", name: { en: "Management", ja: "管理報酬" } },
  ...{ vehicle: "fund", payee: "MGR", base: "netAssets", rate: "1%", dayCount: "ACT/365F" },
  ...change,
});

/** What each has paid in, minor units; their shares are in that proportion. */
export type Paid = { readonly us: bigint; readonly jp: bigint };

/** Both governments are most favoured, so that either may choose what the other was granted. */
function bothFavoured(charter: Charter, { us, jp }: Paid): Partial<Charter> {
  const { acts, capital, ...rest } = quick(charter);
  const shares = { US: `${us}/${us + jp}`, JP: `${jp}/${us + jp}` };
  const { oversight } = charter;
  const { sideLetters } = oversight!;
  const election: ActRule = { ...acts!["sideletter.elect"]!, propose: ["US", "JP"] };
  return {
    ...rest,
    capital: { ...capital!, shares },
    acts: { ...acts, "sideletter.elect": election },
    oversight: {
      ...oversight!,
      sideLetters: {
        ...sideLetters!,
        mostFavoured: ["US", "JP"],
        electWithin: { days: 400, calendar: "calendar" },
      },
    },
  };
}

const BOTH = ["us-t1", "jp-t1"] as const;
/** The charter's initial capital, in cents. */
const INITIAL = 30_000_000_000_000n;

/** Founded on 16 June 2025 and paid in on 30 June, in cents. */
export function chargedFund(fees: readonly FeeTerms[], { us, jp }: Paid): DemonstrationFund {
  const fund = variant((charter) => ({ ...bothFavoured(charter, { us, jp }), fees })).found();
  for (const [party, paid] of [
    ["US", us],
    ["JP", jp],
  ] as const) {
    const amount = ((INITIAL * paid) / (us + jp)).toString();
    const authority = { law: "Law", fiscalYear: "2025", amount, expires: "2059-12-31" };
    const body = { party, currency: "USD", amount, authority };
    fund.enact({ type: "commitment.accept", by: `${party.toLowerCase()}-t1`, body }, ...BOTH);
  }
  const commitments = [...fund.state.capital.commitments.values()];
  const amounts = { US: us.toString(), JP: jp.toString() };
  const items = commitments.map(({ id, party }) => ({
    ...{ party, commitment: id, amount: amounts[party as "US" | "JP"] },
  }));
  const dueDate = "2025-06-30";
  const call = { class: "founders", currency: "USD", dueDate, price: "1.00", items };
  fund.enact({ type: "capital.call", by: "us-t1", body: call, effectiveDate: dueDate }, ...BOTH);
  fund.until(dueDate);
  const [called] = [...fund.state.capital.calls.keys()];
  for (const { party, amount } of items) {
    const body = { call: called!, party, currency: "USD", amount };
    fund.report({ type: "capital.receive", by: "cu-1", body });
  }
  return fund;
}

export const granting = (
  party: string,
  value: string,
  of: { readonly code?: string; readonly fee?: string } = {},
): ActDraft => ({
  type: "sideletter.grant",
  by: "us-t1",
  body: { party, terms: [{ code: "feeRate", value, ...of }] },
});

/** Grants a letter and says its id. */
export const granted = (fund: DemonstrationFund, draft: ActDraft): string =>
  fund.enact(draft, ...BOTH);

export const electing = (letter: string, by: string): ActDraft => ({
  ...{ type: "sideletter.elect", by, body: { letter } },
});
