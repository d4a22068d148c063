import { Chronicle } from "@jointfund/core/fund/chronicle.ts";
import { decodeEntry } from "@jointfund/core/fund/entry.ts";
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

/**
 * What an auditor would have of a fund that a test has put into a state: its entries up to now are
 * replayed as they would be, and from here on it is followed as it goes.
 */
export function followed(fund: DemonstrationFund, input = auditInputOf(fund)): AuditInput {
  const [chronicle, trail] = [input.chronicle as Chronicle, input.trail as AuditTrail];
  const submit = fund.submit.bind(fund);
  fund.submit = (signed) => {
    const before = fund.state;
    const decided = submit(signed);
    if (!decided.ok) return decided;
    const entry = decodeEntry(fund.leaves.at(-1)!);
    if (!entry.ok) throw new Error("an entry of the fund decodes");
    const { state } = fund;
    chronicle.add({ entry: entry.value, effects: decided.value, state }, before);
    trail.add({ entry: entry.value, effects: decided.value, state }, before);
    return decided;
  };
  return {
    chronicle,
    trail,
    get state() {
      return fund.state;
    },
  };
}
