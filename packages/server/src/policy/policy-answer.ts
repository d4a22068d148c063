import type { Json } from "@jointfund/core/base/json.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import type { PolicyComparison } from "@jointfund/projection/policy/comparison.ts";
import { policyAnswer } from "../http/policy-schemas.ts";
import { figureName } from "../languages/policy-figure-names.ts";
import { BEARER_NAMES, PART_NAMES, POLICY_LABELS } from "../languages/policy-words.ts";
import { policyNotes } from "./policy-notes.ts";
import { policyLabel } from "./policy-tables.ts";
import { comparedOver } from "./policy-text.ts";

/** A comparison with what its figures are called in words, as its routes tell it. */
export const answerOf = (comparison: PolicyComparison, milliseconds: number): Json =>
  encode(policyAnswer, { milliseconds, comparison, ...wordsOf(comparison) });

function wordsOf(comparison: PolicyComparison) {
  const { assumptions, schedules, sides } = comparison;
  const paths = [...assumptions, ...schedules].map(({ path }) => path);
  return {
    over: comparedOver(comparison),
    notes: [...policyNotes(comparison)],
    notice: POLICY_LABELS.notice,
    names: {
      policies: sides.map(({ policies }) => policies.map((each) => policyLabel(each, comparison))),
      parts: PART_NAMES,
      bearers: BEARER_NAMES,
      figures: paths.map((path) => {
        const { unit, ...name } = figureName(path, comparison);
        return { path, unit, name };
      }),
    },
  };
}
