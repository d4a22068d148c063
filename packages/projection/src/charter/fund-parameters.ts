import type { Charter } from "@jointfund/core/charter/charter.ts";
import { shareOfCapital } from "@jointfund/core/fund/terms.ts";
import type { Assumptions, DealtClass } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { exponential } from "../numeric/exponential.ts";
import { logarithm } from "../numeric/logarithm.ts";
import { doubleOf } from "./double.ts";
import { inMinorUnits, minorUnits } from "./minor-units.ts";

/** Every parameter of a fund's program that is not one of its factors, by name [PJ95]. */
export function fundParameters(
  charter: Charter,
  assumptions: Assumptions,
): ReadonlyMap<string, number> {
  const { borrowing, selling, leastCash, expenses, pace, projects, treasuries, stepMonths } =
    assumptions;
  const { classes = [] } = assumptions;
  const { target, bonds, lineSpread, bondSpread, lineLimit, commitmentFee } = borrowing;
  return new Map([
    ["borrowing.target", rate(target)],
    ["borrowing.bonds", rate(bonds)],
    ["borrowing.lineSpread", rate(lineSpread)],
    ["borrowing.bondSpread", rate(bondSpread)],
    ["borrowing.lineLimit", rate(lineLimit)],
    ["borrowing.commitmentFee", rate(commitmentFee)],
    ["selling.haircut", rate(selling.haircut)],
    ["selling.curedTo", rate(selling.curedTo)],
    ["leastCash", rate(leastCash)],
    ["expenses", rate(expenses)],
    ["pace", rate(pace ?? "1")],
    ...Object.keys(charter.capital.shares).map((party): [string, number] => [
      `share:${party}`,
      doubleOf(shareOfCapital(charter, party)!),
    ]),
    ...Object.entries(treasuries).map(([party, { stops }]): [string, number] => [
      `stops:${party}`,
      chanceInStep(rate(stops), stepMonths),
    ]),
    ...classes.flatMap((opened): [string, number][] =>
      opened.kind === "commitments"
        ? [[`commitment:${opened.id}`, rate(opened.commitment)]]
        : [
            [`subscriptions:${opened.id}`, yearlyOrders(charter, assumptions, opened)],
            [`redemptions:${opened.id}`, rate(opened.redemptions)],
          ],
    ),
    ...projects.flatMap((project): [string, number][] =>
      (["income", "beta", "ownVolatility", "excessReturn"] as const).map((name) => [
        `${name}:${project.id}`,
        rate(project[name]),
      ]),
    ),
  ]);
}

/** What orders bring a year, in minor units of the class's currency at the opening's quote. */
function yearlyOrders(
  charter: Charter,
  { exchange }: Assumptions,
  { id, subscriptions }: DealtClass,
): number {
  const { capital, classes, vehicles } = charter;
  const vehicle = classes.find((each) => each.id === id)?.vehicle;
  const own = vehicles.find((each) => each.id === vehicle)?.currency ?? capital.currency;
  const quote = own === capital.currency ? 1 : rate(exchange[own]?.rate ?? "1");
  const scale = minorUnits(own) / minorUnits(capital.currency);
  return rate(subscriptions) * inMinorUnits(capital.currency, capital.initial) * quote * scale;
}

/** Of something that happens in a year with a chance, the chance that it does in one step. */
function chanceInStep(inYear: number, stepMonths: number): number {
  return 1 - exponential(logarithm(1 - inYear) * (stepMonths / 12));
}
