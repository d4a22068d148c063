import type { Charter } from "@jointfund/core/charter/charter.ts";
import { exampleCharter } from "./charters.ts";
import { DemonstrationFund } from "./demonstration-fund.ts";

/** The example charter with some of it changed, for rules that its own terms never reach. */
export function variant(change: (charter: Charter) => Partial<Charter>): DemonstrationFund {
  const charter = exampleCharter("us-japan");
  return new DemonstrationFund({ ...charter, ...change(charter) });
}

/** The same charter as the next version, with some of it changed. */
export function amended(charter: Charter, change: Partial<Charter>): Charter {
  return { ...charter, ...change, version: charter.version + 1 };
}
