import assert from "node:assert/strict";
import { test } from "node:test";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { fundPage, type FundPage, type PageInput } from "@jointfund/core/statements/fund-page.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import { chronicleOf, settledFund } from "../../../../tests/support/chronicles.ts";
import { sectionOf, type Section } from "./section.ts";
import { sidesSection } from "./sides-section.ts";

const settled = chronicleOf(settledFund());

function told(
  assumed: Partial<PageInput> = {},
  change: (page: FundPage) => FundPage = (page) => page,
  choice: Section["choice"] = "both",
): string {
  const input = { ...settled, ...assumed };
  const page = change(fundPage(input));
  const { charter } = settled.state;
  const record = { charter, cells: pageCells(input, page), broken: [], next: [] };
  const style = { columns: 100, choice, paint: (_style: string, text: string) => text };
  return sidesSection(sectionOf(page, record, style)).join("\n");
}

test("what a side owns is told to be by units, or as if all were liquidated", () => {
  assert.match(told(), /^ {2}Owns now, by units {2}持分評価額 +3\.060 +3\.060$/m);
  const liquidated = told({}, (page) => ({ ...page, sharing: "liquidation" }));
  assert.match(liquidated, /^ {2}Owns now, liquidated {2}仮想清算額 +3\.060 +3\.060$/m);
});

test("a share of units is told where there are units", () => {
  assert.match(told(), /Share of units/);
  const none = told({}, (page) => ({ ...page, sharing: "liquidation", microUnits: 0n }));
  assert.doesNotMatch(none, /Share of units/);
});

test("a return of less than a year says that it is not annualised", () => {
  assert.match(told({}, undefined, "en"), /Return \(IRR\) +3\.3%† +3\.3%†/);
  assert.match(told({}, undefined, "en"), /† under a year: not annualised/);
});

test("yen stand in the column of whoever counts in it, with the rate and its source", () => {
  const rate = Ratio.make(15_050n, 100n);
  const display = { currency: "JPY", rate, source: { en: "invented" } };
  const text = told({ display }, undefined, "en");
  assert.match(text, /^ {2}In JPY: put in +JPY 451\.500 bn$/m);
  assert.match(text, /multiple \(FX\) +1\.033x \(\+0\.000\)$/m);
  assert.match(text, /JPY at 150\.5 to 1 USD for all: invented/);
});

test("[ST62] what money cost is taken off what was earned, and the assumption is told", () => {
  const fundingCost = { US: Ratio.make(42n, 1_000n) };
  const text = told({ fundingCost }, undefined, "en");
  assert.match(text, /^ {2}Less funding cost\* +-0\.0\d\d +-$/m);
  assert.match(text, /the scenario assumes 4\.2% \(US\) a year/);
});
