import { assert } from "../../base/assert.ts";
import { roundRatio } from "../../base/ratio.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { LocalDate } from "../../calendar/date.ts";
import { evaluate } from "../../expression/evaluate.ts";
import { fundEnvironment } from "../environment.ts";
import { compiled } from "../expressions.ts";
import type { FundState } from "../state.ts";

/**
 * What a formula of the charter comes to now, over a vehicle's figures and apart from any act, in
 * minor units, rounded down: never more than it allows. Without a value, the reason.
 */
export function moneyOf(
  state: FundState,
  { formula, vehicle }: { readonly formula: string; readonly vehicle: string },
  effectiveDate: LocalDate = state.today,
): Result<bigint, string> {
  const environment = fundEnvironment(
    state,
    { type: "", concerns: [], effectiveDate, entrenched: false },
    vehicle,
  );
  const value = evaluate(compiled(state.charter, formula, "money", vehicle), environment);
  if (!value.ok) return err(value.error.reason);
  assert(value.value.kind === "money", "a formula of an amount is of money");
  return ok(roundRatio(value.value.amount, "floor"));
}
