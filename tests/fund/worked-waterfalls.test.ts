import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { instant } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { bookOf } from "@jointfund/core/distributions/waterfall-book.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt } from "../support/stages.ts";
import {
  agreed,
  calledUnder,
  declared,
  earned,
  EUROPEAN,
  incomeOf,
  MEMORANDUM,
  recoupmentDrafts,
  unlimited,
} from "../support/waterfall-funds.ts";

/** The worked figures of the specification, through all of the fund: acts, books and payments. */

type Case = {
  readonly note: string;
  readonly principal: string;
  readonly reading: "cumulative" | "scheduled";
  readonly instalments: number;
  readonly compounding: boolean;
  readonly rate: string;
  readonly dates: readonly {
    readonly cash: string;
    readonly US: string;
    readonly JP: string;
    readonly principal: string;
    readonly interest: string;
    readonly advance?: string;
    readonly reading?: string;
  }[];
};
const { cases } = JSON.parse(
  readFileSync(new URL("../../vectors/waterfall/recoupment.json", import.meta.url), "utf8"),
) as { readonly cases: readonly Case[] };

function withInvestment(terms: Partial<Charter>): DemonstrationFund {
  const fund = unlimited(calledUnder(terms));
  const { investments } = fundAt("closed").state;
  return fund.change((state) => {
    // The figures are worked with halves rounded up.
    const rounding = { ...state.charter.rounding, money: "halfUp" as const };
    return { ...state, investments, charter: { ...state.charter, rounding } };
  });
}

/** The same day so many years after the capital was due. */
function openYear(fund: DemonstrationFund, years: number): void {
  const date = `${2025 + years}-09-10`;
  fund.now = instant(`${date}T09:00:00Z`);
  fund.must(fund.dayOpening(date));
}

function paidTo(fund: DemonstrationFund, id: string, party: string): string {
  const share = fund.state.distributions.get(id)!.shares!.find((one) => one.party === party);
  return (share?.minor ?? 0n).toString();
}

// Dates without cash have no distribution, and those with capital between them other principal.
const PLAYED = cases.filter(({ dates }) =>
  dates.every(({ cash, advance, reading }) => cash !== "0" && !advance && !reading),
);

for (const { note, principal, reading, instalments, compounding, rate, dates } of PLAYED) {
  test(`[WF14] through the fund: ${note}`, () => {
    const recoupment = {
      ...MEMORANDUM.recoupment!,
      rate: { spread: rate, dayCount: "30E/360(4.16g)" as const },
      compounding,
    };
    const fund = withInvestment({ ...MEMORANDUM, recoupment });
    fund.report(drafts.receipt("JP", principal));
    if (reading === "scheduled") {
      agreed(fund, recoupmentDrafts.interpret({ reading, instalments }));
    }
    for (const [index, date] of dates.entries()) {
      openYear(fund, index + 1);
      const id = earned(fund, BigInt(date.cash));
      declared(fund, id);
      const book = bookOf(fund.state.waterfalls, "fund").recoupment!;
      assert.deepEqual(
        {
          ...{ cash: date.cash, US: paidTo(fund, id, "US"), JP: paidTo(fund, id, "JP") },
          principal: book.principal.toString(),
          interest: book.interest.toString(),
        },
        {
          ...{ cash: date.cash, US: date.US, JP: date.JP },
          ...{ principal: date.principal, interest: date.interest },
        },
        `year ${index + 1}`,
      );
    }
  });
}

test("[WF4] four tiers through the fund: of 200 on a capital of 100 partners get 180", () => {
  const [terms] = EUROPEAN.distributions!;
  const fund = withInvestment({
    ...EUROPEAN,
    distributions: [{ ...terms!, formula: "cash - payables" }],
  });
  for (const party of ["US", "JP"] as const) fund.report(drafts.receipt(party, "5000"));
  openYear(fund, 1);
  fund.report({ ...incomeOf(10_000n), effectiveDate: fund.state.today });
  const id = fund.enact(drafts.determination(), "ca-2");
  declared(fund, id);
  const { tiers, shares } = fund.state.distributions.get(id)!;
  assert.deepEqual(
    tiers!.map(({ minor }) => minor),
    [10_000n, 800n, 200n, 9000n],
  );
  assert.deepEqual(
    shares!.map(({ party, minor, income, capital, carry }) => [
      party,
      minor,
      income,
      capital,
      carry,
    ]),
    [
      // All of the income of 100 is paid out, and of the other 100 everyone's part is capital.
      ["JP", 9000n, 4500n, 4500n, 0n],
      ["MGR", 2000n, 1000n, 1000n, 2000n],
      ["US", 9000n, 4500n, 4500n, 0n],
    ],
  );
});

test("[WF4] without a catch-up the holder has 18.40 of it, carry all the same", () => {
  const [terms] = EUROPEAN.distributions!;
  const [waterfall] = EUROPEAN.waterfalls!;
  const tiers = waterfall!.tiers.filter(({ id }) => id !== "catch-up");
  const fund = withInvestment({
    ...EUROPEAN,
    distributions: [{ ...terms!, formula: "cash - payables" }],
    waterfalls: [{ ...waterfall!, tiers }],
  });
  for (const party of ["US", "JP"] as const) fund.report(drafts.receipt(party, "5000"));
  openYear(fund, 1);
  fund.report({ ...incomeOf(10_000n), effectiveDate: fund.state.today });
  const id = fund.enact(drafts.determination(), "ca-2");
  declared(fund, id);
  const paid = ["US", "JP", "MGR"].map((party) => paidTo(fund, id, party));
  assert.deepEqual(paid, ["9080", "9080", "1840"]);
  assert.equal(bookOf(fund.state.waterfalls, "fund").carry.received, 1840n);
});
