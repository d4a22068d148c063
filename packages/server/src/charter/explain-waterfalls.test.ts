import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Tier } from "@jointfund/core/charter/distribution-terms.ts";
import { readCharterFile } from "./charter-file.ts";
import { distribution } from "./explain-waterfalls.ts";
import { CharterSpeaker } from "./explanation-text.ts";

const PATH = new URL("../../../../charters/us-japan.yaml", import.meta.url);

function charterWith(change: Partial<Charter>): Charter {
  const { charter } = readCharterFile("us-japan.yaml", readFileSync(PATH));
  assert.ok(charter !== undefined);
  return { ...charter, ...change };
}

const named = (en: string, ja: string) => ({ en, ja });

const waterfalls = (tiers: readonly Tier[]): Charter["waterfalls"] => [
  { id: "by-units", clause: "11.6", name: named("Tiers", "分配順位"), scope: "fund", tiers },
];

const MEMORANDUM: Partial<Charter> = {
  waterfalls: waterfalls([
    {
      id: "deemed",
      name: named("Deemed allocation", "みなし配分"),
      to: { shares: { US: "1/2", JP: "1/2" } },
      until: { kind: "recouped" },
    },
    {
      id: "after",
      name: named("Afterwards", "回収後"),
      to: { shares: { US: "9/10", JP: "1/10" } },
    },
  ]),
  recoupment: {
    clause: "11.7",
    beneficiary: "JP",
    reading: "scheduled",
    rate: { index: "usd-term", spread: "1%", dayCount: "ACT/360" },
    compounding: false,
    instalments: 10,
    longStop: {
      clause: "11.8",
      years: 20,
      consequence: named("The shares are agreed anew.", "配分割合を改めて協議する。"),
    },
  },
};

/** What is said after the formulas of the vehicles. */
const linesOf = (charter: Charter, language: "en" | "ja"): readonly string[] =>
  distribution(new CharterSpeaker(charter, language)).slice(charter.distributions.length);

test("[WF27] a memorandum's split is said in words, with what it takes", () => {
  const charter = charterWith(MEMORANDUM);
  assert.deepEqual(linesOf(charter, "en"), [
    "- Tiers: tiers one after the other; balances are counted over the whole vehicle. [11.6]",
    "  1. Deemed allocation: 50% to US and 50% to Japan, until the beneficiary has what is " +
      "deemed to be allocated to it.",
    "  2. Afterwards: 90% to US and 10% to Japan, of all that is left.",
    "- Japan recoups what it puts in with interest at Three-month US dollar term rate plus 1% " +
      "a year (ACT/360), interest first; unpaid interest bears no interest. [11.7]",
    "  - It is read by schedule: each date's own target is interest and one of 10 equal " +
      "parts of principal; what a date falls short by is carried to the next.",
    "  - Since Japan gets 50% of that tier, the tier takes 2 times as much.",
    "  - If anything is unpaid after 20 years: The shares are agreed anew. [11.8]",
  ]);
  assert.deepEqual(linesOf(charter, "ja").slice(1, 3), [
    "  1. みなし配分：回収を受ける者がみなし配分額の支払を受けるまで、米国50%及び日本50%の割合で分配する。",
    "  2. 回収後：残額のすべてを、米国90%及び日本10%の割合で分配する。",
  ]);
});

test("[WF27] carry is said with its hurdle and what comes back", () => {
  const carry: NonNullable<Charter["carry"]> = {
    clause: "11.9",
    holder: "MGR",
    share: "20%",
    hurdle: "8%",
    compounding: "yearly",
    dayCount: "ACT/365F",
    clawback: { clause: "11.10", escrow: "30%", cap: "100%" },
  };
  const lines = linesOf(charterWith({ carry }), "en").slice(-2);
  assert.deepEqual(lines, [
    "- Joint office has 20% of the profit once those who paid in have 8% a year (ACT/365F) on " +
      "capital not returned, compounding on the yearly date of the first contribution. [11.9]",
    "  - What turns out to be too much on the whole result comes back, at most 100% of what was " +
      "received; 30% of each payment is held back for it until the last test. [11.10]",
  ]);
});

test("[WF27] every end and way of sharing has words in both languages", () => {
  const kinds = ["returned", "preferred", "caughtUp", "recouped"] as const;
  const quantities = ["owed", "paidIn", "commitments", "units"] as const;
  const tiers = kinds.map((kind, index): Tier => ({
    ...{ id: kind, name: named(kind, kind), until: { kind } },
    to: { proportionalTo: quantities[index]! },
  }));
  const amount: Tier = {
    ...{ id: "amount", name: named("amount", "amount"), to: { proportionalTo: "units" } },
    until: { kind: "amount", formula: "minimumCash" },
  };
  const last: Tier = { id: "last", name: named("last", "last"), to: { proportionalTo: "units" } };
  const charter = charterWith({ waterfalls: waterfalls([...tiers, amount, last]) });
  for (const language of ["en", "ja"] as const) {
    const lines = linesOf(charter, language).slice(1, 7);
    assert.equal(new Set(lines).size, 6);
    for (const line of lines) assert.doesNotMatch(line, /undefined/);
  }
});
