import { assert } from "@jointfund/core/base/assert.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { DayCount } from "@jointfund/core/charter/basic-terms.ts";
import type { Waterfall } from "@jointfund/core/charter/distribution-terms.ts";
import { noWaterfallBooks } from "@jointfund/core/distributions/waterfall-book.ts";
import { noFixings } from "@jointfund/core/facilities/accrual.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import { bookRules } from "@jointfund/core/fund/waterfall/waterfall-scope.ts";
import { doubleOf } from "./double.ts";

/** The rules by which a waterfall's balances move, as doubles; what no tier waits for is absent. */
export type WaterfallTerms = {
  /** Where capital is returned or a preferred return paid. */
  readonly hurdle?: {
    readonly rate: number;
    readonly compounding: "simple" | "yearly";
    readonly dayCount: DayCount;
  };
  readonly carry?: {
    readonly holder: string;
    readonly share: number;
    readonly escrow: number;
    readonly clawbackCap?: number;
  };
  readonly recoupment?: {
    readonly beneficiary: string;
    readonly reading: "cumulative" | "scheduled";
    readonly instalments: number;
    readonly compounding: boolean;
    /** Absent for a fixed rate. */
    readonly index?: string;
    readonly spread: number;
    readonly dayCount: DayCount;
  };
};

/** A waterfall of a charter by its id. */
export function waterfallOf({ waterfalls }: Charter, id: string): Waterfall {
  const waterfall = waterfalls.find((each) => each.id === id);
  assert(waterfall !== undefined, `the charter has a waterfall ${id}`);
  return waterfall;
}

const double = (text: string): number => doubleOf(charterRatio(text));

/** The same rules as the core's books have, before any decision on them. */
export function waterfallTerms(charter: Charter, waterfall: Waterfall): WaterfallTerms {
  const state = { charter, waterfalls: noWaterfallBooks, rateFixings: noFixings };
  const { hurdle, carry, recoupment } = bookRules(state, waterfall);
  const { clawback } = charter.carry ?? {};
  const rate = charter.recoupment?.rate;
  return {
    ...(hurdle && {
      hurdle: {
        ...{ rate: doubleOf(hurdle.rate), compounding: hurdle.compounding },
        dayCount: charter.carry?.dayCount ?? "ACT/365F",
      },
    }),
    ...(carry && {
      carry: {
        ...{ holder: carry.holder, share: doubleOf(carry.share), escrow: doubleOf(carry.escrow) },
        ...(clawback && { clawbackCap: double(clawback.cap) }),
      },
    }),
    ...(recoupment &&
      rate && {
        recoupment: {
          ...{ beneficiary: recoupment.beneficiary, reading: recoupment.reading },
          ...{ instalments: recoupment.instalments, compounding: recoupment.compounding },
          ...(rate.index === undefined ? {} : { index: rate.index }),
          ...{ spread: double(rate.spread), dayCount: rate.dayCount },
        },
      }),
  };
}
