import { findDistributionTerms } from "@jointfund/core/fund/terms.ts";
import type { Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { paidIn } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";
import { placeAt } from "./inexpressible.ts";

/** Who gets what of an amount, by the main vehicle's waterfall [PJ91]. */
export function shareOut(w: FundWriter, books: Books, amount: Num): ReadonlyMap<string, Num> {
  const { b, charter } = w;
  const waterfall = findDistributionTerms(charter, w.vehicle)?.waterfall;
  const index = charter.waterfalls.findIndex(({ id }) => id === waterfall);
  const [tier, ...more] = charter.waterfalls[index]?.tiers ?? [];
  const by = tier !== undefined && "proportionalTo" in tier.to ? tier.to.proportionalTo : undefined;
  if (more.length > 0 || (by !== "units" && by !== "paidIn")) {
    const place = placeAt(charter, ["waterfalls", index, "tiers"]);
    w.refuse({ ...place, code: "name_without_figure", name: waterfall ?? "" });
  }
  const whole = paidIn(w, books);
  const hasAny = b.less(b.constant(0), whole);
  return new Map(
    [...books.parties].map(([party, { paidIn: own }]) => [
      party,
      w.when(hasAny, b.multiply(amount, b.divide(own, whole))),
    ]),
  );
}

/** Each party's part of net assets [PJ92]. */
export const worthOf = (w: FundWriter, books: Books, net: Num): ReadonlyMap<string, Num> =>
  shareOut(w, books, net);
