import { deadlocked } from "./deadlocks.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { TREASURIES, withBody } from "./rejection-case.ts";
import { drafts, fundAt } from "./stages.ts";

/** 3,000,000,000 units of Japan, at 1.00 less 5%, in cents. */
export const PRICE = "285000000000";
export const UNITS = "3000000000000000";

export const leaving = {
  notice: (by = "jp-t1"): ActDraft => ({ type: "exit.notice", by, body: { class: "founders" } }),
  offer: (body: ActDraft["body"] = {}, by = "jp-t1"): ActDraft => ({
    type: "exit.offer",
    by,
    body: { class: "founders", seller: "JP", microUnits: UNITS, ...body },
  }),
  acceptance: (offer: string, by = "us-t1"): ActDraft => ({
    type: "exit.accept",
    by,
    body: { offer },
  }),
  payment: (offer: string, amount = PRICE): ActDraft => ({
    type: "exit.settle",
    by: "cu-1",
    body: { offer, currency: "USD", amount },
  }),
  transfer: (body: ActDraft["body"] = {}): ActDraft => ({
    type: "interest.transfer",
    by: "jp-t1",
    body: { class: "founders", from: "JP", to: "US", microUnits: "1000000", ...body },
  }),
} as const;

export const onlyOffer = ({ state }: DemonstrationFund): string =>
  [...state.oversight.offers.keys()][0]!;

/** A fund with a struck price of 1.00, and Japan's notice. */
export function noticed(): DemonstrationFund {
  const fund = fundAt("funded");
  fund.enact(drafts.strike(), ...TREASURIES);
  fund.report(leaving.notice());
  return fund;
}

/** The same when the notice has run out: 365 days from 2025-09-10. */
export const afterNotice = (): DemonstrationFund => noticed().at("2026-09-11T09:00:00Z");

export function offered(body: ActDraft["body"] = {}): DemonstrationFund {
  const fund = afterNotice();
  fund.enact(leaving.offer(body), "jp-t1");
  return fund;
}

export function sold(): DemonstrationFund {
  const fund = offered();
  fund.enact(leaving.acceptance(onlyOffer(fund)), "us-t1");
  return fund;
}

/** A deadlock that has come to put and call, with a struck price and no notice. */
export function putCall(): DemonstrationFund {
  const fund = deadlocked();
  fund.enact(drafts.strike(), ...TREASURIES);
  // Chairs to 10-07, ministers to 11-07, the expert for 30 business days from 11-08.
  return fund.at("2026-01-05T09:00:00Z");
}

export const halfOf = (draft: ActDraft): ActDraft =>
  withBody(draft, { microUnits: "1500000000000000" });
