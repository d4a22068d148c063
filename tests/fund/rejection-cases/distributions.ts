import {
  actRules,
  carried,
  carryDrafts,
  EUROPEAN,
  MEMORANDUM,
  paidInUnder,
  pastLongStop,
  recoupmentDrafts,
} from "../../support/waterfall-funds.ts";
import { variant } from "../../support/variants.ts";
import type { SignedStatement } from "@jointfund/core/governance/statement.ts";
import type { ActDraft, DemonstrationFund } from "../../support/demonstration-fund.ts";
import { drafts, fundAt } from "../../support/stages.ts";
import { type Case, withBody, at, proposing, executing } from "../../support/rejection-case.ts";

/** Proposed by a treasury. */
const byTreasury =
  (draft: Omit<ActDraft, "by">) =>
  (fund: DemonstrationFund): SignedStatement =>
    fund.proposal({ ...draft, by: "us-t1" });

/** The example with a rule for an act that its terms have no use for. */
const ruled = (type: string): DemonstrationFund =>
  fundAt("funded").change((state) => ({
    ...state,
    charter: { ...state.charter, ...actRules(type) },
  }));

export const distributionsCases: readonly Case[] = [
  {
    code: "vehicle_without_distribution",
    clause: "11.3",
    actual: "pool",
    fund: () =>
      variant(({ vehicles }) => ({
        vehicles: [...vehicles, { ...vehicles[0]!, id: "pool", clause: "4.9", kind: "umbrella" }],
      })).found(),
    statement: proposing(() => withBody(drafts.determination(), { vehicle: "pool" })),
  },
  {
    code: "nobody_to_distribute_to",
    clause: "11.3",
    actual: "all-units",
    fund: at("called"),
    statement: proposing(() => drafts.determination()),
  },
  {
    code: "distribution_open",
    clause: "11.3",
    fund: at("determined"),
    statement: proposing(() => ({ ...drafts.determination(), reason: "Once more" })),
  },
  {
    code: "nothing_to_distribute",
    clause: "11.3",
    actual: "0",
    fund: at("closed"),
    statement: executing(() => drafts.determination()),
  },
  {
    code: "distribution_unknown",
    clause: "11.4",
    fund: at("determined"),
    statement: proposing(() => withBody(drafts.declaration(), { distribution: "0".repeat(64) })),
  },
  {
    code: "distribution_already_declared",
    clause: "11.4",
    fund: at("declared"),
    statement: proposing(() => ({ ...drafts.declaration(), reason: "Once more" })),
  },
  {
    code: "amount_not_as_determined",
    clause: "11.4",
    fund: at("determined"),
    statement: proposing(() => drafts.declaration("8000000001")),
  },
  {
    code: "recoupment_not_agreed",
    clause: "16.1",
    fund: () => ruled("recoupment.interpret"),
    statement: byTreasury(recoupmentDrafts.interpret({ reading: "cumulative" })),
  },
  {
    code: "reading_in_force",
    clause: "11.7",
    actual: "cumulative",
    fund: () => paidInUnder(MEMORANDUM),
    statement: byTreasury(recoupmentDrafts.interpret({ reading: "cumulative" })),
  },
  {
    code: "long_stop_not_reached",
    clause: "11.8",
    fund: () => paidInUnder(MEMORANDUM),
    statement: byTreasury(recoupmentDrafts.renegotiate({ US: "1/5", JP: "4/5" })),
  },
  {
    code: "tier_unknown",
    clause: "16.2",
    actual: "third",
    fund: pastLongStop,
    statement: byTreasury({
      type: "recoupment.renegotiate",
      body: { vehicle: "fund", shares: { third: { US: "1" } } },
    }),
  },
  {
    code: "tier_parties_differ",
    clause: "16.2",
    actual: ["JP"],
    fund: pastLongStop,
    statement: byTreasury(recoupmentDrafts.renegotiate({ JP: "1" })),
  },
  {
    code: "tier_shares_not_one",
    clause: "16.2",
    actual: "9/10",
    fund: pastLongStop,
    statement: byTreasury(recoupmentDrafts.renegotiate({ US: "10%", JP: "4/5" })),
  },
  {
    code: "carry_not_agreed",
    clause: "16.1",
    actual: "fund",
    fund: () => ruled("carry.pay"),
    statement: byTreasury(carryDrafts.pay(1n)),
  },
  {
    // 60 thousand million are allocated, and 18 of them held back.
    code: "carry_exceeded",
    clause: "16.1",
    actual: "42000000001",
    fund: () => carried(),
    statement: byTreasury(carryDrafts.pay(42_000_000_001n)),
  },
  {
    code: "clawback_not_agreed",
    clause: "11.9",
    fund() {
      const { clawback: _, ...carry } = EUROPEAN.carry!;
      return carried({ ...EUROPEAN, carry });
    },
    statement: byTreasury(carryDrafts.clawback(true)),
  },
  {
    code: "nothing_to_claw_back",
    clause: "11.10",
    actual: "60000000000",
    fund: () => carried(),
    statement: byTreasury(carryDrafts.clawback(false)),
  },
];
