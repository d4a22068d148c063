import type { JsonPath } from "@jointfund/core/base/json.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { clauseAt } from "@jointfund/core/charter/charter-path.ts";

/** Where in a charter something stands. */
export type Place = { readonly path: JsonPath; readonly clause: string };

/** What a charter says and a numeric program can't, so that it is refused [PJ40]. */
export type Inexpressible = Place & {
  readonly code:
    | "name_without_figure"
    | "text_not_constant"
    | "duration_not_constant"
    | "date_moved_by_months"
    | "investments_not_apart"
    | "clawback_without_test"
    | "index_without_rate"
    | "class_without_price"
    | "feeder_beyond_projection";
  /** The name or operation that stands in the way. */
  readonly name: string;
};

/** A path of a charter with the clause that it belongs to. */
export function placeAt(charter: Charter, path: JsonPath): Place {
  return { path, clause: clauseAt(charter, path) ?? "" };
}
