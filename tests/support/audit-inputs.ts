import { Chronicle } from "@jointfund/core/fund/chronicle.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { AuditTrail, type AuditInput } from "@jointfund/core/statements/audit/trail.ts";
import { rootOf } from "./chronicles.ts";
import type { DemonstrationFund } from "./demonstration-fund.ts";

/** Replays a fund's entries as an auditor would who has nothing else. */
export function auditInputOf(fund: DemonstrationFund): AuditInput {
  const [chronicle, trail] = [new Chronicle(), new AuditTrail()];
  let state: FundState | undefined;
  for (const [index, leaf] of fund.leaves.entries()) {
    const replayed = replayEntry(state, leaf, {
      ...fund.context(),
      index,
      rootAt: (size) => rootOf(fund, size),
    });
    if (!replayed.ok) throw new Error(JSON.stringify(replayed.error));
    chronicle.add(replayed.value, state);
    trail.add(replayed.value, state);
    ({ state } = replayed.value);
  }
  if (state === undefined) throw new Error("the fund is not founded");
  return { state, chronicle, trail };
}
