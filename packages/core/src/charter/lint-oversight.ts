import type { JsonPath } from "../base/json.ts";
import type { Charter } from "./charter.ts";
import type { LintContext } from "./lint-context.ts";

/** Sections that act types need: without its own a rule would have nothing to go by [CH59]. */
const SECTIONS: readonly (readonly [
  path: JsonPath,
  find: (charter: Charter) => unknown,
  acts: readonly string[],
])[] = [
  [
    ["oversight", "disputes"],
    ({ oversight }) => oversight?.disputes,
    ["dispute.open", "dispute.escalate", "dispute.escrow", "dispute.award"],
  ],
];

/** What the charter says of trouble: the sections that its acts need. */
export function lintOversight(context: LintContext): void {
  const { charter } = context;
  for (const [path, find, acts] of SECTIONS) {
    if (find(charter) !== undefined) continue;
    const type = acts.find((act) => Object.hasOwn(charter.acts, act));
    if (type === undefined) continue;
    context.error("section_missing", ["acts", type], { type, section: path.join(".") });
  }
}
