import type { JsonPath } from "../base/json.ts";
import { Ratio } from "../base/ratio.ts";
import { DEFAULT_STEPS, type DefaultStep } from "./capital-terms.ts";
import { lintPositive, lintPrecision } from "./lint-money.ts";
import { roughLength, type LintContext } from "./lint-context.ts";
import { parseRatioText } from "./ratio-text.ts";

/** Terms of calls, late payment and later partners [CH120], [CH121]. */
export function lintCapital(context: LintContext): void {
  lintNames(context);
  lintLimits(context);
  lintLadder(context);
}

function lintNames(context: LintContext): void {
  const { capital, calendars, classes } = context.charter;
  const { parties } = context.names;
  context.referEach("party", capital.deferral?.by, parties, ["capital", "deferral", "by"]);
  context.referEach("party", capital.optOut?.by, parties, ["capital", "optOut", "by"]);
  const known = new Set(classes.map(({ id }) => id));
  const path = ["capital", "admission", "classes"];
  context.referEach("class", capital.admission?.classes, known, path);
  if (capital.yearlyCap === undefined) return;
  const years = new Set(Object.keys(calendars.fiscal));
  const at = ["capital", "yearlyCap", "fiscalYear"];
  context.refer("fiscalYear", capital.yearlyCap.fiscalYear, years, at);
}

function lintLimits(context: LintContext): void {
  const { currency, yearlyCap, partners } = context.charter.capital;
  const amounts: readonly (readonly [string | undefined, JsonPath])[] = [
    [yearlyCap?.amount, ["capital", "yearlyCap", "amount"]],
    [partners?.least, ["capital", "partners", "least"]],
    [partners?.most, ["capital", "partners", "most"]],
  ];
  for (const [amount, path] of amounts) {
    if (amount === undefined) continue;
    lintPrecision(context, amount, currency, path);
    lintPositive(context, amount, path);
  }
  if (partners === undefined) return;
  const [least, most] = [Ratio.fromDecimal(partners.least), Ratio.fromDecimal(partners.most)];
  if (!least.ok || !most.ok || Ratio.compare(least.value, most.value) <= 0) return;
  const facts = { actual: partners.least, required: partners.most };
  context.error("partner_limits_reversed", ["capital", "partners", "least"], facts);
}

/** Steps come once, in their order, each later than the one before. */
function lintLadder(context: LintContext): void {
  const { ladder = [] } = context.charter.capital.late ?? {};
  let before: DefaultStep | undefined;
  for (const [index, step] of ladder.entries()) {
    const path = ["capital", "late", "ladder", index];
    const isLater =
      before === undefined ||
      (DEFAULT_STEPS.indexOf(before.step) < DEFAULT_STEPS.indexOf(step.step) &&
        roughLength(before.after) < roughLength(step.after));
    if (!isLater) {
      const facts = { actual: step.step, required: DEFAULT_STEPS };
      context.error("default_ladder_unordered", [...path, "step"], facts);
    }
    lintShare(context, step, path);
    before = step;
  }
}

/** `dilute` and `forfeit` say how much, more than nothing and less than all; others don't. */
function lintShare(context: LintContext, { step, share }: DefaultStep, path: JsonPath): void {
  const needed = step === "dilute" || step === "forfeit";
  const ratio = share === undefined ? undefined : parseRatioText(share);
  const isPart = ratio !== undefined && ratio.num > 0n && Ratio.compare(ratio, Ratio.one) < 0;
  if (needed ? isPart : share === undefined) return;
  context.error("default_step_share", [...path, "share"], { step, actual: share ?? null });
}
