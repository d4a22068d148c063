import assert from "node:assert/strict";
import { test } from "node:test";
import type { ActDraft } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt } from "../support/stages.ts";

const bounded = (draft: ActDraft, bounds: NonNullable<ActDraft["bounds"]>): ActDraft => ({
  ...draft,
  bounds,
});

const mostCash = (minor: string): NonNullable<ActDraft["bounds"]> => ({
  mostCash: { currency: "USD", minor },
});

test("[G45] an execution that would move more cash than the act's bounds ends the act", () => {
  const fund = fundAt("selected");
  const draft = bounded(drafts.closing(), mostCash("99999999999"));
  const id = fund.propose(draft);
  fund.approve(id, ...approvers["investment.close"]!);
  const before = fund.state.ledger;
  const effects = fund.execute(id);
  assert.deepEqual(effects, [
    { kind: "actEnded", id, status: "lapsed", on: "2025-09-26", because: "bounds_exceeded" },
  ]);
  assert.equal(fund.state.ledger, before);
  assert.equal(fund.state.acts.get(id)?.ended?.status, "lapsed");
});

test("[G45] at the bound itself the act is executed", () => {
  const fund = fundAt("selected");
  fund.enact(
    bounded(drafts.closing(), mostCash("100000000000")),
    ...approvers["investment.close"]!,
  );
  assert.equal(fund.state.investments.get("abilene")?.status, "closed");
});

test("[G45] a strike outside its price range ends the act", () => {
  const fund = fundAt("earning");
  const price = { least: "1.00", most: "1.01666665" };
  const id = fund.propose(bounded(drafts.strike(), { price }));
  fund.approve(id, ...approvers["nav.strike"]!).execute(id);
  assert.equal(fund.state.acts.get(id)?.ended?.because, "bounds_exceeded");
  assert.equal(fund.state.strikes.size, 0);
});

test("[G45] what happens besides leaves the approval standing while the bounds hold", () => {
  const fund = fundAt("earning");
  const price = { least: "1.00", most: "1.10" };
  const id = fund.propose(bounded(drafts.strike(), { price }));
  fund.approve(id, ...approvers["nav.strike"]!);
  // A valuation after the approval raises net assets by 10,000,000,000 cents.
  fund.report(drafts.valuation("110000000000"));
  fund.execute(id);
  const [strike] = [...fund.state.strikes.values()];
  // (610,000,000,001 + 10,000,000,000) cents over 6,000,000,000 units.
  assert.equal(strike?.price, "1.03333333");
});
