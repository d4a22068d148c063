import type { Json } from "@jointfund/core/base/canonical.ts";
import { finalise } from "./chronicles.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { approvers, drafts, fundAt } from "./stages.ts";

/** A fund whose citizens' classes are open, and orders for it. */

export const enact = (fund: DemonstrationFund, draft: ActDraft): string =>
  fund.enact(draft, ...approvers[draft.type]!);

export const PUBLIC_CLASSES = ["public", "citizens-us", "citizens-jp"] as const;

export function withPublicClasses(): DemonstrationFund {
  const fund = fundAt("earning");
  for (const unitClass of PUBLIC_CLASSES) {
    enact(fund, { type: "class.open", by: "m-1", body: { class: unitClass } });
  }
  return fund;
}

type Placed = {
  readonly holder: string;
  readonly class?: string;
  readonly receivedAt?: string;
};

export function order(placed: Placed, what: { readonly [field: string]: Json }): ActDraft {
  const { holder, class: unitClass = "citizens-us", receivedAt = "2025-12-24T08:00:00Z" } = placed;
  const by = unitClass === "citizens-us" ? "du-1" : "dj-1";
  return { type: "order.place", by, body: { class: unitClass, holder, receivedAt, ...what } };
}

export const subscription = (placed: Placed, amount: string): ActDraft =>
  order(placed, {
    kind: "subscription",
    currency: placed.class === "citizens-jp" ? "JPY" : "USD",
    amount,
  });

export const redemption = (placed: Placed, microUnits: bigint): ActDraft =>
  order(placed, { kind: "redemption", microUnits: microUnits.toString() });

export const strike = (vehicle: string): ActDraft => ({
  ...drafts.strike(),
  body: { vehicle },
});

export const pricing = (unitClass: string): ActDraft => ({
  type: "order.price",
  by: "ca-1",
  body: { class: unitClass },
});

/** Two sources agree on so many yen for a dollar. */
export const fixing = (rate: string): ActDraft => ({
  type: "fx.fix",
  by: "ca-1",
  body: {
    ...{ base: "USD", quote: "JPY" },
    quotes: [
      { source: "bank-of-japan", rate },
      { source: "federal-reserve", rate },
    ],
  },
});

/** The first orders of both countries, dealt on 31 March 2026 at 150 yen for a dollar. */
export function dealtOnce(): DemonstrationFund {
  const fund = withPublicClasses();
  fund.report(subscription({ holder: "h-1" }, "100000000"));
  fund.report(subscription({ holder: "h-2" }, "50000000"));
  fund.report(subscription({ holder: "h-9", class: "citizens-jp" }, "15000000"));
  fund.until("2026-03-31");
  fund.report(fixing("150"));
  enact(fund, strike("fund"));
  enact(fund, pricing("citizens-us"));
  enact(fund, pricing("citizens-jp"));
  return fund;
}

/** Releases every payment of a vehicle that is not released yet. */
export function releaseAll(fund: DemonstrationFund, vehicle: string): void {
  finalise(fund);
  for (const payment of fund.state.payments.values()) {
    if (payment.vehicle !== vehicle || payment.releasedOn !== undefined) continue;
    const { id, payee, currency, minor } = payment;
    const body = { payment: id, payee, currency, amount: minor.toString() };
    enact(fund, { type: "payment.release", by: "us-t1", body });
  }
}
