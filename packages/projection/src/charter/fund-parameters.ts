import type { Charter } from "@jointfund/core/charter/charter.ts";
import { shareOfCapital } from "@jointfund/core/fund/terms.ts";
import type { Assumptions } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { exponential } from "../numeric/exponential.ts";
import { logarithm } from "../numeric/logarithm.ts";
import { doubleOf } from "./double.ts";

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
            [`subscriptions:${opened.id}`, rate(opened.subscriptions)],
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

/** Of something that happens in a year with a chance, the chance that it does in one step. */
function chanceInStep(inYear: number, stepMonths: number): number {
  return 1 - exponential(logarithm(1 - inYear) * (stepMonths / 12));
}
