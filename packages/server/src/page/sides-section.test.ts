import assert from "node:assert/strict";
import { test } from "node:test";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import type { Side } from "@jointfund/core/statements/sides.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import type { Section } from "./section.ts";
import { sidesSection } from "./sides-section.ts";

const side: Side = {
  ...{ party: "JP", name: { en: "Japan", ja: "日本" }, promised: 1n, putIn: 1n, overdue: 0n },
  ...{ received: 0n, income: 0n, gain: 0n, returnOfCapital: 0n, due: 0n, microUnits: 0n },
  ...{ shareOfUnits: Ratio.zero, ownsNow: 165_000_000_000n },
};

function told(sharing: FundPage["sharing"], microUnits: bigint): string {
  const page = { sides: [side], sharing, microUnits, currency: "USD" } as unknown as FundPage;
  const section: Section = {
    ...{ columns: 80, choice: "both", paint: (_style, text) => text, page },
    record: { charter: exampleCharter("us-japan"), entries: 1, checks: 1, broken: [], next: [] },
  };
  return sidesSection(section).join("\n");
}

test("what a side owns is told to be by units, or as if all were liquidated", () => {
  assert.match(told("units", 1n), /^ {2}Owns now, by units {2}持分評価額 +1\.650$/m);
  assert.match(told("liquidation", 1n), /^ {2}Owns now, liquidated {2}仮想清算額 +1\.650$/m);
});

test("a share of units is told where there are units", () => {
  assert.match(told("liquidation", 1n), /Share of units/);
  assert.doesNotMatch(told("liquidation", 0n), /Share of units/);
});
