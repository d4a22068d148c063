import { contestedFund, investmentDrafts as drafted } from "../../support/investment-drafts.ts";
import { type Case, at, reporting, withBody } from "../../support/rejection-case.ts";
import { drafts, fundAt } from "../../support/stages.ts";
import type { DemonstrationFund } from "../../support/demonstration-fund.ts";

const valued = () => {
  const fund = fundAt("closed");
  fund.report(drafts.valuation());
  return fund;
};

const challengeOf = (fund: DemonstrationFund): string =>
  fund.state.investments.get("abilene")!.valuation!.challenge!.actId;

/** Under rules that let somebody else act than the example's do. */
const letting = (fund: DemonstrationFund, type: string, party: string): DemonstrationFund =>
  fund.change((state) => {
    const { acts } = state.charter;
    const rule = { ...acts[type]!, propose: [party] };
    return { ...state, charter: { ...state.charter, acts: { ...acts, [type]: rule } } };
  });

export const valuationsCases: readonly Case[] = [
  {
    code: "value_outside_range",
    clause: "10.1",
    actual: "110000000000",
    fund: at("closed"),
    statement: reporting(() =>
      withBody(drafts.valuation(), { range: { least: "110000000001", most: "120000000000" } }),
    ),
  },
  {
    code: "may_not_challenge",
    clause: "10.7",
    actual: "MGR",
    fund: () => letting(valued(), "valuation.challenge", "MGR"),
    statement: (fund) => fund.proposal({ ...drafted.challenge(fund), by: "m-1" }),
  },
  {
    code: "valuation_not_current",
    clause: "10.8",
    actual: "0".repeat(64),
    fund: valued,
    statement: (fund) =>
      fund.proposal(withBody(drafted.challenge(fund), { valuation: "0".repeat(64) })),
  },
  {
    code: "investment_unknown",
    clause: "10.8",
    actual: "milam",
    fund: valued,
    statement: (fund) => fund.proposal(withBody(drafted.challenge(fund), { investment: "milam" })),
  },
  {
    code: "valuation_challenged_already",
    clause: "10.8",
    fund: () => contestedFund().fund,
    statement: (fund) => fund.proposal({ ...drafted.challenge(fund), by: "jp-t1" }),
  },
  {
    code: "challenge_unknown",
    clause: "10.9",
    fund: valued,
    statement: reporting(() => drafted.review("0".repeat(64), "1")),
  },
  {
    code: "challenge_closed",
    clause: "10.9",
    fund: () => contestedFund().fund.until("2025-10-28"),
    statement: (fund) => fund.fact(drafted.review(challengeOf(fund), "1")),
  },
  {
    code: "reviewer_not_second",
    clause: "10.9",
    actual: "VAL",
    fund: () => letting(contestedFund().fund, "valuation.review", "VAL"),
    statement: (fund) => fund.fact({ ...drafted.review(challengeOf(fund), "1"), by: "va-1" }),
  },
];
