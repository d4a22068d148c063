import { hashCanonical } from "../base/canonical.ts";
import { toJson } from "./effects.ts";
import type { FundState } from "./state.ts";

/** Hash of everything that the log has made of the fund: what a seal states (R32). */
export function stateHash(state: FundState): string {
  const { charter: _charter, adopted: _adopted, ...derived } = state;
  return hashCanonical("jointfund/state/v1", toJson(derived));
}
