import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { LEFT_OUT_KINDS, leftOutOf } from "@jointfund/projection/charter/left-out.ts";
import type { Text } from "../languages/language.ts";
import { LEFT_OUT_TEXTS } from "../languages/left-out-texts.ts";

/** Clauses of a charter of which nothing is projected, by what they are about [PJ97]. */
export function notProjected(
  charter: Charter,
  assumptions: Assumptions,
): readonly { readonly about: Text; readonly clauses: readonly string[] }[] {
  const all = leftOutOf(charter, assumptions);
  return LEFT_OUT_KINDS.flatMap((kind) => {
    const clauses = new Set(all.filter((each) => each.kind === kind).map(({ clause }) => clause));
    return clauses.size === 0 ? [] : [{ about: LEFT_OUT_TEXTS[kind], clauses: [...clauses] }];
  });
}
