import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { fundAt } from "./stages.ts";

/** Acts on trouble, and funds that are in it; amounts are in cents. */

/** Cash that nothing carved out has a claim on at the stage "earning": worked out by hand.
 * 600,000,000,000 paid in and 10,000,000,001 earned, less 100,000,000,000 instructed to be paid and
 * 150,000,000,000 promised to the investment.
 */
export const FREE_CASH = 360_000_000_001n;

export const troubles = {
  tariff: (): ActDraft => ({
    type: "event.record",
    by: "m-1",
    body: { nature: "tariff", affected: ["JP", "abilene"], text: "A tariff on transformers" },
  }),
  claim: (event?: string): ActDraft => ({
    type: "claim.file",
    by: "jp-t1",
    body: {
      against: "fund",
      ...(event === undefined ? {} : { event }),
      text: "Dearer equipment",
      currency: "USD",
      amount: "5000000000",
    },
  }),
  settlement: (claim: string, amount?: string): ActDraft => ({
    type: "claim.settle",
    by: "us-t1",
    body: { claim, ...(amount === undefined ? {} : { sum: { currency: "USD", amount } }) },
  }),
  dispute: (body: ActDraft["body"] = {}): ActDraft => ({
    type: "dispute.open",
    by: "jp-t1",
    body: {
      against: "fund",
      text: "Who bears the tariff",
      sum: { currency: "USD", amount: "4000000000" },
      ...body,
    },
  }),
  escalation: (dispute: string, by = "us-t1"): ActDraft => ({
    type: "dispute.escalate",
    by,
    body: { dispute },
  }),
  escrow: (dispute: string, amount = "4000000000"): ActDraft => ({
    type: "dispute.escrow",
    by: "ar-1",
    body: { dispute, vehicle: "fund", currency: "USD", amount },
  }),
  award: (dispute: string, amount?: string): ActDraft => ({
    type: "dispute.award",
    by: "ar-1",
    body: {
      dispute,
      text: "The fund bears part of it",
      ...(amount === undefined ? {} : { sum: { currency: "USD", amount } }),
    },
  }),
} as const;

const only = (keys: Iterable<string>): string => [...keys][0]!;

export const onlyClaim = ({ state }: DemonstrationFund): string =>
  only(state.oversight.claims.keys());
export const onlyDispute = ({ state }: DemonstrationFund): string =>
  only(state.oversight.disputes.keys());

/** A fund with cash, an investment and a claim of Japan for 50,000,000.00 dollars. */
export function withClaim(): DemonstrationFund {
  const fund = fundAt("earning");
  fund.report(troubles.claim(fund.report(troubles.tariff())));
  return fund;
}

/** The same with a dispute about 40,000,000.00 of it. */
export function withDispute(): DemonstrationFund {
  const fund = withClaim();
  fund.report(troubles.dispute({ claim: onlyClaim(fund) }));
  return fund;
}

/** The same with the money set aside. */
export function withEscrow(): DemonstrationFund {
  const fund = withDispute();
  fund.enact(troubles.escrow(onlyDispute(fund)), "ar-1", "ar-2");
  return fund;
}
