import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { RoundingMode } from "../base/ratio.ts";
import { localDate } from "../calendar/date.ts";
import type { DayCount } from "../charter/basic-terms.ts";
import { newItem, type CapitalCall } from "./call.ts";
import type { Commitment } from "./commitment.ts";
import { lateInterest } from "./late-interest.ts";
import { trueUpParts } from "./true-up.ts";

/** Cases that another program has computed with exact fractions. */
function casesIn<Case>(name: string): { readonly rule: string; readonly cases: readonly Case[] } {
  const url = new URL(`../../../../vectors/capital/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as { rule: string; cases: readonly Case[] };
}

type Terms = {
  readonly dueDate: string;
  readonly date: string;
  readonly rate: string;
  readonly dayCount: DayCount;
  readonly rounding: RoundingMode;
};

type LateCase = Terms & {
  readonly graceEnd: string;
  readonly minor: string;
  readonly payments: readonly { readonly on: string; readonly minor: string }[];
  readonly interest: string;
};

const late = casesIn<LateCase>("late-interest");

for (const [n, { payments, dayCount, rate, rounding, ...of }] of late.cases.entries()) {
  const { rule } = late;
  test(`[${rule}] vector ${n + 1}: late interest at ${rate}, ${dayCount}`, () => {
    const settlements = payments.map(({ on, minor }) => ({
      ...{ on: localDate(on), minor: BigInt(minor) },
    }));
    const dueDate = localDate(of.dueDate);
    const asked = {
      party: "US",
      commitment: "c",
      minor: BigInt(of.minor),
      microUnits: 0n,
      dueDate,
    };
    const received = settlements.reduce((sum, { minor }) => sum + minor, 0n);
    const item = { ...newItem(asked), settlements, received };
    const terms = { rate, dayCount, rounding, graceEnd: localDate(of.graceEnd) };
    assert.equal(lateInterest(item, terms, localDate(of.date)).toString(), of.interest);
  });
}

type TrueUpCase = Terms & {
  readonly commitments: readonly string[];
  readonly paidIn: readonly string[];
  readonly microUnits: readonly string[];
  readonly later: string;
  readonly parts: readonly { readonly [field: string]: string }[];
};

const trueUps = casesIn<TrueUpCase>("true-up");

for (const [n, of] of trueUps.cases.entries()) {
  const { rule } = trueUps;
  test(`[${rule}] vector ${n + 1}: a later partner among ${of.commitments.length}`, () => {
    const promised = (party: string, minor: string): Commitment => ({
      ...{ id: party, party, currency: "USD", minor: BigInt(minor), called: 0n, restored: 0n },
      ...{ recallable: [], authorities: [] },
    });
    const earlier = of.commitments.map((minor, index) => promised(`P${index}`, minor));
    const dueDate = localDate(of.dueDate);
    const items = earlier.map(({ party }, index) => {
      const minor = BigInt(of.paidIn[index]!);
      const heldMicroUnits = BigInt(of.microUnits[index]!);
      const asked = { party, commitment: party, minor, microUnits: heldMicroUnits, dueDate };
      return { ...newItem(asked), received: minor, heldMicroUnits };
    });
    const call: CapitalCall = {
      ...{ id: "call", vehicle: "fund", unitClass: "partners", currency: "USD", dueDate, items },
      ...{ price: "1.00", purpose: "general", shortfall: 0n },
    };
    const { rounding, rate, dayCount } = of;
    const parts = trueUpParts([call], [...earlier, promised("later", of.later)], {
      ...{ unitClass: "partners", party: "later", date: localDate(of.date) },
      ...{ rounding, rate: { rate, dayCount }, tieBreak: earlier.map(({ party }) => party) },
    });
    const said = parts.map(({ from, minor, interest, microUnits }) => ({
      from,
      minor: minor.toString(),
      interest: interest.toString(),
      microUnits: microUnits.toString(),
    }));
    assert.deepEqual(said, of.parts);
  });
}
