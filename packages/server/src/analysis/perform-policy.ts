import { assert } from "@jointfund/core/base/assert.ts";
import type { PolicyComparison } from "@jointfund/projection/policy/comparison.ts";
import { policyAnswer } from "../http/policy-schemas.ts";
import { figureName } from "../languages/policy-figure-names.ts";
import { BEARER_NAMES, PART_NAMES, POLICY_LABELS } from "../languages/policy-words.ts";
import { comparedPolicy } from "../policy/compared-policy.ts";
import { policyNotes } from "../policy/policy-notes.ts";
import { policyLabel } from "../policy/policy-tables.ts";
import { comparedOver } from "../policy/policy-text.ts";
import { done } from "./done.ts";
import type { Outcome, Work } from "./work.ts";

/** Compares the policies of a shipped file, and says in words what its figures are. */
export async function performPolicy({
  file,
  paths,
  seed,
}: Extract<Work, { kind: "policy" }>): Promise<Outcome> {
  const start = performance.now();
  const compared = await comparedPolicy({ file, settings: [], paths, seed });
  assert(compared.ok, "a policy file that is shipped can be compared");
  const comparison = compared.value;
  const milliseconds = Math.round(performance.now() - start);
  return done(policyAnswer, { milliseconds, comparison, ...wordsOf(comparison) });
}

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
