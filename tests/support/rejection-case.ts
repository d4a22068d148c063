import { type Json } from "@jointfund/core/base/canonical.ts";
import { type FundRejectionCode } from "@jointfund/core/fund/rejections.ts";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { type SignedStatement } from "@jointfund/core/governance/statement.ts";
import { type ActDraft, type DemonstrationFund } from "./demonstration-fund.ts";
import { approvers, drafts, fundAt, idAt, type StageName } from "./stages.ts";

/**
 * Each reason for which the fund refuses a statement: a statement that meets it, the clause that is
 * cited, and proof that nothing has changed.
 */
export type Case = {
  readonly code: FundRejectionCode;
  readonly clause: string;
  /** What the rejection says was found, where the case pins it down. */
  readonly actual?: Json;
  readonly fund: () => DemonstrationFund;
  readonly statement: (fund: DemonstrationFund) => SignedStatement;
};

/** A draft with fields of its body changed. */
export function withBody(draft: ActDraft, body: { readonly [field: string]: Json }): ActDraft {
  return { ...draft, body: { ...draft.body, ...body } };
}

export const at =
  (stage: StageName): (() => DemonstrationFund) =>
  () =>
    fundAt(stage);

export const proposing =
  (draft: () => ActDraft) =>
  (fund: DemonstrationFund): SignedStatement =>
    fund.proposal(draft());

export const reporting =
  (draft: () => ActDraft) =>
  (fund: DemonstrationFund): SignedStatement =>
    fund.fact(draft());

/** Proposed and approved: what the execution is refused for. */
export const executing =
  (draft: () => ActDraft) =>
  (fund: DemonstrationFund): SignedStatement => {
    const id = fund.propose(draft());
    fund.approve(id, ...approvers[draft().type]!);
    return fund.execution(id, "us-t1");
  };

export const call = (
  body: { readonly [field: string]: Json },
  effectiveDate?: string,
): ActDraft => {
  const draft = withBody(drafts.call(), body);
  return effectiveDate === undefined ? draft : { ...draft, effectiveDate };
};

export const item = (party: "US" | "JP", amount: string, commitment = idAt(party)): Json => ({
  party,
  commitment,
  amount,
});

/** The day of the first call's notice. */
export const onCallDay = (): DemonstrationFund => fundAt("committed").until("2025-06-24");

export const shortAuthority = (authority: {
  readonly [field: string]: Json;
}): (() => DemonstrationFund) => {
  return () => {
    const fund = fundAt("founded");
    const draft = drafts.commitment("US");
    const terms = draft.body["authority"] as { readonly [field: string]: Json };
    fund.enact(withBody(draft, { authority: { ...terms, ...authority } }), ...TREASURIES);
    return fund.until("2025-06-24");
  };
};

export const TREASURIES = ["us-t1", "jp-t1"] as const;

export const onlyCommitment = (fund: DemonstrationFund): string =>
  [...fund.state.capital.commitments.keys()][0]!;

export function final(fund: DemonstrationFund): DemonstrationFund {
  const finalSize = fund.leaves.length;
  return fund.change((state) => ({ ...state, trust: { ...state.trust, finalSize } }));
}

export function release(fund: DemonstrationFund): ActDraft {
  const payment = [...fund.state.payments.values()].find(({ payee }) => payee === "US")!;
  return drafts.payment(payment.id, "US", "4000000000");
}

export function amending(
  fund: DemonstrationFund,
  change: (charter: DemonstrationFund["charter"]) => DemonstrationFund["charter"],
): SignedStatement {
  const next = change(fund.charter);
  fund.blobs.set(charterHash(next), encodeCharter(next));
  return fund.proposal({
    type: "charter.amend",
    by: "us-t1",
    body: { charter: charterHash(next) },
  });
}

/** A fund of a changed charter, brought to a stage by the same steps. */
export function throughLife(fund: DemonstrationFund, stage: "selected"): DemonstrationFund {
  fund.found();
  fund.now = fundAt(stage).now;
  const { charter, charterHash: hash } = fund.state;
  const charters = fund.state.charters;
  return fund.change(() => ({ ...fundAt(stage).state, charter, charterHash: hash, charters }));
}
