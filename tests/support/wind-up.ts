import { EVIDENCE } from "./act-test.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { final, TREASURIES } from "./rejection-case.ts";
import { drafts, fundAt, type StageName } from "./stages.ts";

/** The end of a fund, step by step. */

export const ends = {
  start: (): ActDraft => ({
    type: "winddown.start",
    by: "us-t1",
    body: { reason: "Its work is done" },
  }),
  distribution: (): ActDraft => ({
    type: "winddown.distribute",
    by: "ca-1",
    body: { vehicle: "fund" },
  }),
  close: (): ActDraft => ({ type: "winddown.close", by: "us-t1", body: { reason: "All is paid" } }),
} as const;

/** Proposes an act, has it ratified by both sides and executes it. */
export function ratify(fund: DemonstrationFund, draft: ActDraft): string {
  const id = fund.propose(draft);
  for (const officer of TREASURIES) fund.must(fund.approval(id, officer, "approve", [EVIDENCE]));
  fund.execute(id);
  return id;
}

export function windingUp(stage: StageName): DemonstrationFund {
  const fund = fundAt(stage);
  ratify(fund, ends.start());
  return fund;
}

/** Releases every payment that waits. */
export function payAll(fund: DemonstrationFund): void {
  final(fund);
  for (const { id, payee, minor, releasedOn } of fund.state.payments.values()) {
    if (releasedOn !== undefined) continue;
    fund.enact(drafts.payment(id, payee, minor.toString()), "jp-t1");
  }
}

/** A fund that has only its cash, all of it distributed and paid. */
export function emptied(): DemonstrationFund {
  const fund = windingUp("funded");
  const distribution = fund.enact(ends.distribution(), ...TREASURIES);
  const { minor } = fund.state.distributions.get(distribution)!;
  const body = { distribution, amount: minor.toString(), currency: "USD" };
  const declaration = { type: "distribution.declare", by: "us-t1", body };
  fund.enact(declaration, "us-t1");
  payAll(fund);
  return fund;
}
