import { onlyClaim, troubles } from "../../support/oversight.ts";
import { at, call, final, proposing, TREASURIES, type Case } from "../../support/rejection-case.ts";
import { drafts, idAt } from "../../support/stages.ts";
import { emptied, ends, ratify, windingUp } from "../../support/wind-up.ts";

export const windUpCases: readonly Case[] = [
  {
    code: "fund_closed",
    clause: "44.1",
    actual: "winddown.close",
    fund() {
      const fund = emptied();
      ratify(fund, ends.close());
      return fund;
    },
    statement: (fund) => fund.proposal({ ...ends.close(), reason: "Once more" }),
  },
  {
    code: "winding_up",
    clause: "44.1",
    actual: "investment.recommend",
    fund: () => windingUp("funded"),
    statement: proposing(() => drafts.recommendation()),
  },
  {
    code: "call_beyond_obligations",
    clause: "44.1",
    actual: "20000000000",
    fund() {
      const fund = windingUp("committed").until("2025-06-24");
      fund.report({
        ...troubles.claim(),
        body: { ...troubles.claim().body, amount: "15000000000" },
      });
      return fund;
    },
    statement: proposing(() =>
      call({
        items: (["US", "JP"] as const).map((party) => ({
          party,
          commitment: idAt(party),
          amount: "10000000000",
        })),
      }),
    ),
  },
  {
    code: "not_winding_up",
    clause: "44.3",
    actual: "winddown.distribute",
    fund: at("funded"),
    statement: proposing(() => ends.distribution()),
  },
  {
    code: "claims_before",
    clause: "44.1",
    fund() {
      const fund = windingUp("funded");
      fund.report(troubles.claim());
      const distribution = fund.enact(ends.distribution(), ...TREASURIES);
      fund.enact(troubles.settlement(onlyClaim(fund), "3000000000"), ...TREASURIES);
      const { minor } = fund.state.distributions.get(distribution)!;
      const body = { distribution, amount: minor.toString(), currency: "USD" };
      fund.enact({ type: "distribution.declare", by: "us-t1", body }, "us-t1");
      return final(fund);
    },
    statement(fund) {
      const payments = [...fund.state.payments.values()];
      const { id, payee, minor } = payments.find(({ purpose }) => purpose === "distribution")!;
      return fund.proposal(drafts.payment(id, payee, minor.toString()));
    },
  },
  {
    code: "wind_up_open",
    clause: "44.4",
    actual: "fund 1010 bank USD 600000000000",
    fund: () => windingUp("funded"),
    statement: proposing(() => ends.close()),
  },
];
