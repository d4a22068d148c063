import type { Json } from "@jointfund/core/base/canonical.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { approvers, fundAt } from "./stages.ts";
import { variant } from "./variants.ts";

/** Drafts of acts on the books themselves: currencies, hedges, bank, periods. */
export const booksDrafts = {
  /** Yen for a dollar, from two sources. */
  fixing: (first = "160.00", second = first): ActDraft => ({
    type: "fx.fix",
    by: "ca-1",
    body: {
      base: "USD",
      quote: "JPY",
      quotes: [
        { source: "bank-of-japan", rate: first },
        { source: "federal-reserve", rate: second },
      ],
    },
  }),
  conversion: (from: readonly [string, string], to: readonly [string, string]): ActDraft => ({
    type: "fx.convert",
    by: "m-1",
    body: {
      vehicle: "fund",
      counterparty: "bank",
      from: { currency: from[0], amount: from[1] },
      to: { currency: to[0], amount: to[1] },
    },
  }),
  /** A million dollars' worth of yen is sold forward at 160. */
  hedge: (hedge = "h1"): ActDraft => ({
    type: "hedge.open",
    by: "m-1",
    body: {
      hedge,
      vehicle: "fund",
      counterparty: "bank",
      sell: { currency: "JPY", amount: "160000000" },
      buy: { currency: "USD", amount: "100000000" },
      matures: "2026-06-30",
    },
  }),
  hedgeMark: (amount: string): ActDraft => ({
    type: "hedge.mark",
    by: "ca-1",
    body: { hedge: "h1", currency: "USD", amount },
  }),
  hedgeClose: (amount: string): ActDraft => ({
    type: "hedge.close",
    by: "m-1",
    body: { hedge: "h1", currency: "USD", amount },
  }),
  hedgeReceipt: (amount: string): ActDraft => ({
    type: "hedge.receive",
    by: "cu-1",
    body: { hedge: "h1", currency: "USD", amount, bankReference: "H1-SETTLED" },
  }),
  statement: (body: { readonly [field: string]: Json }): ActDraft => ({
    type: "bank.statement",
    by: "cu-1",
    body: { vehicle: "fund", account: "bank", currency: "USD", ...body },
  }),
  close: (through: string, vehicle = "fund"): ActDraft => ({
    type: "period.close",
    by: "m-1",
    body: { vehicle, through },
  }),
  correction: (entry: string, ...postings: readonly (readonly [string, string, string])[]) =>
    ({
      type: "correction.post",
      by: "m-1",
      body: {
        entry,
        postings: postings.map(([account, subject, amount]) => ({
          ...{ account, subject, currency: "USD", amount },
        })),
      },
    }) satisfies ActDraft,
  opening: (
    vehicle: string,
    ...balances: readonly (readonly [string, string, string, string])[]
  ): ActDraft => ({
    type: "opening.balances",
    by: "m-1",
    body: {
      vehicle,
      balances: balances.map(([account, subject, currency, amount]) => ({
        ...{ account, subject, currency, amount },
      })),
    },
  }),
} as const;

/** Proposed, approved by those who must, and executed. */
export function enacted(fund: DemonstrationFund, draft: ActDraft): string {
  return fund.enact(draft, ...approvers[draft.type]!);
}

/** A funded fund whose charter lets it hedge yen up to a sum. */
export function hedgingFund(most = "2000000 USD"): DemonstrationFund {
  const fund = variant(({ leverage }) => {
    const hedging = { clause: "20.1", currencies: ["JPY"], most };
    return { leverage: { ...leverage!, hedging } };
  }).found();
  const { charter, charters, charterHash } = fund.state;
  const funded = fundAt("funded");
  fund.now = funded.now;
  const own = { charter, adopted: charter, charters, charterHash };
  return fund.change(() => ({ ...funded.state, ...own }));
}

/** A founded fund with a second vehicle, whose book is in yen and has not begun. */
export function yenVehicleFund(): DemonstrationFund {
  return variant((charter) => ({
    // The limit is on the fund's own cash, of which there is none yet.
    acts: { ...charter.acts, "fx.convert": { ...charter.acts["fx.convert"]!, limits: [] } },
    vehicles: [
      ...charter.vehicles,
      {
        id: "yen-feeder",
        clause: "4.9",
        kind: "feeder",
        name: { en: "The yen feeder", ja: "\u5186\u5efa\u3066\u30d5\u30a3\u30fc\u30c0\u30fc" },
        currency: "JPY",
      },
    ],
  })).found();
}

/**
 * A settled fund that has also closed periods, converted, been revalued and heard from its bank:
 * everything but the last conversion is on the bank's statement.
 */
export function withBooksKept(fund: DemonstrationFund): DemonstrationFund {
  enacted(fund, booksDrafts.close("2026-03-31"));
  fund.report(booksDrafts.fixing("160.00"));
  enacted(fund, booksDrafts.conversion(["USD", "100000000"], ["JPY", "160000000"]));
  const lines = [
    ["2025-09-10", "300000000000"],
    ["2025-09-10", "300000000000"],
    ["2025-12-24", "10000000001"],
    ["2026-04-02", "-100000000000"],
    ["2026-04-02", "-4000000000"],
    ["2026-04-02", "-4000000000"],
  ].map(([on, amount]) => ({ bookedOn: on!, valueOn: on!, amount: amount!, reference: "" }));
  fund.report(
    booksDrafts.statement({
      statement: "2026-04",
      opening: { on: "2025-09-10", amount: "0" },
      closing: { on: "2026-04-02", amount: "502000000001" },
      lines,
    }),
  );
  fund.report(booksDrafts.fixing("156.00", "156.50"));
  return fund;
}
