import type { JsonPath } from "../base/json.ts";
import { Ratio } from "../base/ratio.ts";
import type { LintContext } from "./lint-context.ts";
import { LADDER_STEPS, type Covenant, type LadderStep } from "./leverage-terms.ts";
import { lintPrecision } from "./lint-money.ts";
import { parseRatioText } from "./ratio-text.ts";

/** Facilities, covenants and guarantees [CH96]–[CH98]. */
export function lintLeverage(context: LintContext): void {
  const { leverage } = context.charter;
  if (leverage === undefined) return;
  const { indices, facilities, covenants, guarantees = [] } = leverage;
  const at = (part: string, index: number, field: string): JsonPath => [
    "leverage",
    part,
    index,
    field,
  ];
  const ids = (part: string, list: readonly { readonly id: string }[]) =>
    list.map(({ id }, index) => [id, at(part, index, "id")] as const);
  context.distinct("index", ids("indices", indices));
  context.distinct("covenant", ids("covenants", covenants));
  context.distinct(
    "facilityKind",
    facilities.map(({ kind }, index) => [kind, at("facilities", index, "kind")] as const),
  );
  for (const [index, covenant] of covenants.entries()) {
    const path = ["leverage", "covenants", index];
    context.refer("vehicle", covenant.vehicle, context.names.vehicles, [...path, "vehicle"]);
    lintLadder(context, covenant, path);
  }
  for (const [index, { party, currency, cap }] of guarantees.entries()) {
    context.refer("party", party, context.names.parties, at("guarantees", index, "party"));
    lintPrecision(context, cap, currency, at("guarantees", index, "cap"));
  }
}

const ratioOf = (text: string): Ratio => parseRatioText(text) ?? Ratio.zero;

/** Whether a threshold is further out than another. */
function isFurther({ must }: Covenant, text: string, than: string): boolean {
  const compared = Ratio.compare(ratioOf(text), ratioOf(than));
  return must === "atMost" ? compared > 0 : compared < 0;
}

/** Steps that must end, or there would be nothing to follow from not mending the breach. */
const ENDING: ReadonlySet<LadderStep> = new Set(["cure", "sale"]);

/** Steps in their order, each further out, none that leads nowhere [CH96] [CH97]. */
function lintLadder(context: LintContext, covenant: Covenant, path: JsonPath): void {
  const { ladder } = covenant;
  for (const [index, { step, at, share, period }] of ladder.entries()) {
    const place = [...path, "ladder", index];
    const before = ladder[index - 1];
    if (before !== undefined) {
      const isInOrder = LADDER_STEPS.indexOf(step) > LADDER_STEPS.indexOf(before.step);
      const facts = { actual: step, required: before.step };
      if (!isInOrder) context.error("covenant_steps_unordered", [...place, "step"], facts);
      if (!isFurther(covenant, at, before.at)) {
        const thresholds = { actual: at, required: before.at };
        context.error("covenant_thresholds_unordered", [...place, "at"], thresholds);
      }
    }
    if (step === "sweep" && share === undefined) {
      context.error("covenant_share_missing", place, { step });
    }
    if (share !== undefined && Ratio.compare(ratioOf(share), Ratio.one) > 0) {
      context.error("covenant_share_too_large", [...place, "share"], { actual: share });
    }
    const isLast = index === ladder.length - 1;
    if (ENDING.has(step) && period === undefined && !isLast) {
      context.error("covenant_period_missing", place, { step });
    }
  }
  lintIncurrence(context, covenant, path);
}

/** A decision that is allowed must not itself lead to the lock [CH98]. */
function lintIncurrence(context: LintContext, covenant: Covenant, path: JsonPath): void {
  const { ladder, incurrence } = covenant;
  const lock = LADDER_STEPS.indexOf("lock");
  const first = ladder.find(({ step }) => LADDER_STEPS.indexOf(step) >= lock);
  if (first === undefined || !isFurther(covenant, incurrence, first.at)) return;
  const facts = { actual: incurrence, required: first.at, step: first.step };
  context.error("covenant_incurrence_beyond_lock", [...path, "incurrence"], facts);
}
