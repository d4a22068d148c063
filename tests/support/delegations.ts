import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { approvers, fundAt } from "./stages.ts";

export const delegating = {
  set: (body: ActDraft["body"] = {}): ActDraft => ({
    type: "delegation.set",
    by: "us-t1",
    body: {
      to: "MGR",
      actTypes: ["investment.select"],
      currency: "USD",
      amount: "250000000000",
      until: "2025-12-31",
      ...body,
    },
  }),
  revocation: (delegation: string): ActDraft => ({
    type: "delegation.revoke",
    by: "jp-t1",
    body: { delegation },
  }),
} as const;

export const onlyDelegation = ({ state }: DemonstrationFund): string => state.delegations[0]!.id;

/** The office may select investments of up to 2,500,000,000.00 dollars, unless said otherwise. */
export function delegated(body: ActDraft["body"] = {}): DemonstrationFund {
  const fund = fundAt("recommended");
  fund.enact(delegating.set(body), ...approvers["delegation.set"]!);
  return fund;
}
