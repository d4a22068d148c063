import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { canonicalText } from "@jointfund/core/base/canonical.ts";
import { toJson } from "@jointfund/core/fund/effects.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { approvers } from "./stages.ts";

/**
 * An act, three ways: it is accepted when its guards hold, it has its effect, and it changes
 * nothing else.
 */
export type ActTest = {
  readonly type: string;
  /** The number of the rule of the specification that the effect holds up, in brackets. */
  readonly rule?: string;
  readonly fund: () => DemonstrationFund;
  readonly draft: (fund: DemonstrationFund) => ActDraft;
  /** A later day on which it is executed: where consultation or a timelock must run out first. */
  readonly approveOn?: string;
  readonly executeOn?: string;
  /** Balances that change, minor units, debit positive: "account/subject" to change. */
  readonly posts: { readonly [account: string]: bigint };
  readonly effect: (after: FundState, before: FundState) => void;
  /** Parts of the state that may change besides the act's own record, the ledger included. */
  readonly touches: readonly (keyof FundState)[];
};

/**
 * Parts of the state that every statement may change: time, what governance keeps of acts, and what
 * only sorts the postings of the ledger.
 */
const ALWAYS: readonly (keyof FundState)[] = [
  ...(["today", "recordedAt", "acts", "openActs", "facts"] as const),
  ...(["periods", "corrections"] as const),
];

const textOf = (value: unknown): string => canonicalText(toJson(value));

type Played = {
  readonly before: FundState;
  readonly after: FundState;
  readonly fund: DemonstrationFund;
};

/** Evidence of a domestic procedure, for acts that ask for ratification. */
export const EVIDENCE = "ab".repeat(32);

function play(rule: ActTest): Played {
  const fund = rule.fund();
  const draft = rule.draft(fund);
  const before = fund.state;
  const needed = approvers[rule.type];
  if (needed === undefined) fund.report(draft);
  else {
    const id = fund.propose(draft);
    if (rule.approveOn !== undefined) fund.until(rule.approveOn);
    for (const officer of needed) fund.must(fund.approval(id, officer, "approve", [EVIDENCE]));
    if (rule.executeOn !== undefined) fund.until(rule.executeOn);
    fund.execute(id);
  }
  return { before, after: fund.state, fund };
}

export function testAct(rule: ActTest): void {
  describe(rule.type, () => {
    test("is accepted when its guards hold", () => {
      const { fund, before } = play(rule);
      const known = fund.state.acts.size + fund.state.facts.size;
      assert.equal(known, before.acts.size + before.facts.size + 1);
    });

    test(`${rule.rule === undefined ? "" : `${rule.rule} `}has its effect`, () => {
      const { after, before } = play(rule);
      rule.effect(after, before);
    });

    test("posts what it says and changes nothing else", () => {
      const { before, after } = play(rule);
      for (const part of Object.keys(before) as (keyof FundState)[]) {
        if (ALWAYS.includes(part) || rule.touches.includes(part)) continue;
        assert.equal(textOf(after[part]), textOf(before[part]), `${part} has changed`);
      }
      assert.deepEqual(ledgerChanges(before, after), rule.posts);
    });
  });
}

/** Changes of balances by "account/subject". */
export function ledgerChanges(before: FundState, after: FundState): { [account: string]: bigint } {
  const changes: { [account: string]: bigint } = {};
  const keys = new Set([...before.ledger.keys(), ...after.ledger.keys()]);
  for (const key of keys) {
    const [vehicle, account, currency, subject] = key.split("/") as [
      string,
      string,
      string,
      string,
    ];
    const of = { vehicle, account, currency, subject };
    const change = balanceOf(after.ledger, of) - balanceOf(before.ledger, of);
    // Ids are hashes: what matters of one is that it is one.
    const kept = /^[0-9a-f]{64}$/.test(subject) ? "<id>" : subject;
    const book = vehicle === "fund" ? "" : `${vehicle}/`;
    if (change !== 0n) changes[`${book}${account}/${kept}`] = change;
  }
  return changes;
}
