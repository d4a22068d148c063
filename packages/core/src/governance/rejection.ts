import type { Json } from "../base/canonical.ts";

/**
 * The rules say no. A value, never an exception, and without prose: languages live at the edge.
 *
 * `code` names the rule that was broken; `clause` is the charter's clause ("5.2") or, for the rules
 * of the record itself, the id of the specification's rule ("R4"); `facts` hold what was found and
 * what was required.
 */
export type Rejection = {
  readonly code: string;
  readonly clause: string;
  readonly facts: { readonly [fact: string]: Json };
};

export function rejection(
  code: string,
  clause: string,
  facts: { readonly [fact: string]: Json } = {},
): Rejection {
  return { code, clause, facts };
}
