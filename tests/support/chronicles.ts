import { hexEncode } from "@jointfund/core/base/bytes.ts";
import type { CheckInput } from "@jointfund/core/fund/checks/check-outcome.ts";
import { Chronicle } from "@jointfund/core/fund/chronicle.ts";
import { toJson } from "@jointfund/core/fund/effects.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { SignedStatement } from "@jointfund/core/governance/statement.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { leafHash, treeRoot } from "@jointfund/core/log/merkle.ts";
import { verifyP256, type DemonstrationFund } from "./demonstration-fund.ts";
import { approvers, drafts, fundAt, idAt } from "./stages.ts";

/** Replays a fund's entries as anybody would who has nothing else. */
export function chronicleOf(fund: DemonstrationFund): CheckInput {
  const chronicle = new Chronicle();
  let state: FundState | undefined;
  for (const [index, leaf] of fund.leaves.entries()) {
    const replayed = replayEntry(state, leaf, {
      index,
      verify: fund.verify,
      verifyP256,
      blob: (hash) => fund.blobs.get(hash),
      rootAt: (size) => rootOf(fund, size),
    });
    if (!replayed.ok) throw new Error(JSON.stringify(replayed.error));
    chronicle.add(replayed.value, state);
    ({ state } = replayed.value);
  }
  if (state === undefined) throw new Error("the fund is not founded");
  const size = fund.leaves.length;
  const root = hexEncode(rootOf(fund, size));
  const { origin } = fund.charter;
  const log = { entries: size, root, checkpoint: { origin, size, root } };
  return { state, chronicle, log };
}

export function rootOf({ leaves }: DemonstrationFund, size: number): Uint8Array {
  return treeRoot(leaves.slice(0, size).map((leaf) => leafHash(leaf)));
}

/** Every mirror cosigns everything so far. */
export function finalise(fund: DemonstrationFund): void {
  const size = fund.leaves.length;
  fund.rootAt = (at) => rootOf(fund, at);
  const { mirrors } = fund.charter.finality;
  fund.must(fund.finality(fund.checkpoint(size, rootOf(fund, size), mirrors)));
}

/** The operator records that the rules refuse a statement. */
export function recordRefusal(fund: DemonstrationFund, refused: SignedStatement): string {
  const decided = fund.decide(refused);
  if (decided.ok) throw new Error("the statement is not refused");
  const { statement, signatures } = refused;
  const officer = fund.operator;
  const refusal = {
    kind: "refusal" as const,
    ...{ fund: fund.charter.id, officer },
    refused: { statement: statement as unknown as Json, signatures },
    rejection: toJson(decided.error),
  };
  fund.must(fund.signed(refusal, officer));
  return decided.error.code;
}

/** A fund that has done a little of everything, and paid what it owed. */
export function settledFund(): DemonstrationFund {
  const fund = fundAt("declared");
  fund.report(drafts.valuation());
  const enact = (draft: Parameters<DemonstrationFund["enact"]>[0]): void => {
    fund.enact(draft, ...approvers[draft.type]!);
  };
  enact(drafts.strike());
  finalise(fund);
  fund.at("2026-04-02T09:00:00Z");
  enact(drafts.payment(`${idAt("closing")}/1`, "crusoe", "100000000000"));
  enact(drafts.payment(`${idAt("declaration")}/1`, "JP", "4000000000"));
  enact(drafts.payment(`${idAt("declaration")}/2`, "US", "4000000000"));
  return fund;
}
