import { variant } from "../../support/variants.ts";
import {
  FREE_CASH,
  onlyClaim,
  onlyDispute,
  troubles,
  withClaim,
  withDispute,
} from "../../support/oversight.ts";
import { at, reporting, withBody, type Case } from "../../support/rejection-case.ts";

const NONE = "0".repeat(64);
const TREASURIES = ["us-t1", "jp-t1"] as const;

function settled() {
  const fund = withClaim();
  fund.enact(troubles.settlement(onlyClaim(fund)), ...TREASURIES);
  return fund;
}

function decided() {
  const fund = withDispute();
  fund.enact(troubles.award(onlyDispute(fund)), "ar-1", "ar-2");
  return fund;
}

/** A fund whose charter sets nothing aside, with a dispute. */
function withoutEscrow() {
  const fund = variant(({ oversight }) => ({
    oversight: { ...oversight!, disputes: { ...oversight!.disputes!, escrow: false } },
  })).found();
  fund.report(troubles.dispute());
  return fund;
}

export const disputesCases: readonly Case[] = [
  {
    code: "respondent_unknown",
    clause: "41.6",
    actual: "JP",
    fund: at("earning"),
    statement: reporting(() => withBody(troubles.claim(), { against: "JP" })),
  },
  {
    code: "external_event_unknown",
    clause: "41.6",
    fund: at("earning"),
    statement: reporting(() => troubles.claim(NONE)),
  },
  {
    code: "claim_unknown",
    clause: "41.7",
    fund: at("earning"),
    statement: (fund) => fund.proposal(troubles.settlement(NONE)),
  },
  {
    code: "claim_settled",
    clause: "41.7",
    fund: settled,
    statement: (fund) =>
      fund.proposal({ ...troubles.settlement(onlyClaim(fund)), reason: "Once more" }),
  },
  {
    code: "claim_in_dispute",
    clause: "41.7",
    fund: withDispute,
    statement: (fund) => fund.proposal(troubles.settlement(onlyClaim(fund))),
  },
  {
    code: "sum_beyond_claim",
    clause: "41.7",
    actual: "5000000001",
    fund: withClaim,
    statement: (fund) => fund.proposal(troubles.settlement(onlyClaim(fund), "5000000001")),
  },
  {
    code: "disputed_act_unknown",
    clause: "41.8",
    fund: at("earning"),
    statement: reporting(() => troubles.dispute({ act: NONE })),
  },
  {
    code: "dispute_not_as_claim",
    clause: "41.8",
    actual: "US USD 4000000000",
    fund: withClaim,
    statement: (fund) => fund.fact(troubles.dispute({ claim: onlyClaim(fund), against: "US" })),
  },
  {
    code: "not_party_to_dispute",
    clause: "41.9",
    actual: "MGR",
    fund: withDispute,
    statement: (fund) => fund.fact(troubles.escalation(onlyDispute(fund), "m-1")),
  },
  {
    code: "not_party_to_dispute",
    clause: "41.8",
    actual: "US",
    fund: withClaim,
    statement: (fund) =>
      fund.fact({ ...troubles.dispute({ claim: onlyClaim(fund) }), by: "us-t1" }),
  },
  {
    code: "dispute_unknown",
    clause: "41.9",
    fund: withDispute,
    statement: reporting(() => troubles.escalation(NONE)),
  },
  {
    code: "dispute_over",
    clause: "41.9",
    fund: decided,
    statement: (fund) => fund.fact(troubles.escalation(onlyDispute(fund))),
  },
  {
    code: "last_stage_reached",
    clause: "41.9",
    actual: 3,
    fund() {
      const fund = withDispute();
      fund.report(troubles.escalation(onlyDispute(fund)));
      fund.report({ ...troubles.escalation(onlyDispute(fund)), reason: "Again" });
      return fund;
    },
    statement: (fund) =>
      fund.fact({ ...troubles.escalation(onlyDispute(fund)), reason: "Once more" }),
  },
  {
    code: "escrow_not_provided",
    clause: "41.2",
    fund: withoutEscrow,
    statement: (fund) => fund.proposal(troubles.escrow(onlyDispute(fund))),
  },
  {
    code: "escrow_vehicle_unknown",
    clause: "41.10",
    actual: "other",
    fund: withDispute,
    statement: (fund) =>
      fund.proposal(withBody(troubles.escrow(onlyDispute(fund)), { vehicle: "other" })),
  },
  {
    code: "escrow_beyond_dispute",
    clause: "41.10",
    actual: "4000000001",
    fund: withDispute,
    statement: (fund) => fund.proposal(troubles.escrow(onlyDispute(fund), "4000000001")),
  },
  {
    code: "escrow_beyond_free_cash",
    clause: "41.10",
    actual: `${FREE_CASH + 1n}`,
    fund() {
      const fund = withClaim();
      fund.report(troubles.dispute({ sum: { currency: "USD", amount: "999999999999" } }));
      return fund;
    },
    statement: (fund) => fund.proposal(troubles.escrow(onlyDispute(fund), `${FREE_CASH + 1n}`)),
  },
  {
    code: "award_beyond_dispute",
    clause: "41.11",
    actual: "USD 4000000001",
    fund: withDispute,
    statement: (fund) => fund.proposal(troubles.award(onlyDispute(fund), "4000000001")),
  },
];
