import { Ratio } from "../base/ratio.ts";
import type { LintContext } from "./lint-context.ts";
import { parseRatioText } from "./ratio-text.ts";

/** Who certifies, who owes in kind, who challenges, and what an overrun counts [CH112]. */
export function lintMandate(context: LintContext): void {
  const { mandate, valuation } = context.charter;
  const { parties } = context.names;
  lintCertificates(context);
  const { overrun, obligations = [] } = mandate;
  const weight = parseRatioText(overrun?.weight ?? "1") ?? Ratio.one;
  if (Ratio.compare(weight, Ratio.one) < 0) {
    const path = ["mandate", "overrun", "weight"];
    context.error("overrun_weight_too_small", path, { actual: overrun!.weight, required: "1" });
  }
  for (const [index, { owedBy }] of obligations.entries()) {
    context.refer("party", owedBy, parties, ["mandate", "obligations", index, "owedBy"]);
  }
  context.referEach("party", valuation?.challenge?.by, parties, ["valuation", "challenge", "by"]);
}

/** Where milestones are paid on certificates alone, an engineer must be able to give one. */
function lintCertificates(context: LintContext): void {
  const { mandate, parties, acts } = context.charter;
  if (mandate.milestonesCertified !== true) return;
  const engineers = parties.filter(({ kind }) => kind === "engineer").map(({ id }) => id);
  const certifiers = acts["milestone.certify"]?.propose ?? [];
  const canCertify = engineers.some((id) => certifiers.includes(id) || certifiers.includes("any"));
  if (canCertify) return;
  context.error("milestones_uncertifiable", ["mandate", "milestonesCertified"], { engineers });
}
