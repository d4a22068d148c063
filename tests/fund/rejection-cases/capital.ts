import { type Json } from "@jointfund/core/base/canonical.ts";
import { drafts, idAt } from "../../support/stages.ts";
import { variant } from "../../support/variants.ts";
import {
  type Case,
  withBody,
  at,
  proposing,
  reporting,
  call,
  item,
  onCallDay,
  shortAuthority,
  TREASURIES,
  onlyCommitment,
} from "../../support/rejection-case.ts";

export const capitalCases: readonly Case[] = [
  {
    code: "commitment_of_other_party",
    clause: "5.2",
    actual: "US",
    fund: at("founded"),
    statement: proposing(() => ({ ...drafts.commitment("JP"), by: "us-t1" })),
  },
  {
    code: "commitment_not_in_charter",
    clause: "5.1",
    fund: at("founded"),
    statement: proposing(() => withBody(drafts.commitment("US"), { currency: "EUR" })),
  },
  {
    // A cent more than half of three hundred billion dollars.
    code: "commitment_beyond_share",
    clause: "5.1",
    actual: "15000000000001",
    fund: at("founded"),
    statement: proposing(() => withBody(drafts.commitment("US"), { amount: "15000000000001" })),
  },
  {
    code: "class_unknown",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ class: "citizens" })),
  },
  {
    code: "wrong_currency",
    clause: "5.3",
    actual: "JPY",
    fund: onCallDay,
    statement: proposing(() => call({ currency: "JPY" })),
  },
  {
    code: "effective_date_differs",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({}, "2025-09-11")),
  },
  {
    // 45 days on which banks in both countries are open, from 24 June 2025, end on 28 August.
    code: "notice_period_too_short",
    clause: "5.1",
    actual: "2025-08-27",
    fund: onCallDay,
    statement: proposing(() => call({ dueDate: "2025-08-27" }, "2025-08-27")),
  },
  {
    code: "commitment_unknown",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ items: [item("US", "100"), item("JP", "100", idAt("US"))] })),
  },
  {
    code: "commitment_exceeded",
    clause: "5.3",
    actual: "15000000000001",
    fund: onCallDay,
    statement: proposing(() => call({ items: [item("US", "15000000000001")] })),
  },
  {
    code: "budget_authority_exceeded",
    clause: "5.2",
    fund: at("founded"),
    statement: proposing(() => {
      const draft = drafts.commitment("US");
      const terms = draft.body["authority"] as { readonly [field: string]: Json };
      return withBody(draft, { authority: { ...terms, amount: "14999999999999" } });
    }),
  },
  {
    code: "budget_authority_expired",
    clause: "5.3",
    actual: "2025-09-10",
    fund: shortAuthority({ expires: "2025-09-09" }),
    statement: (fund) => fund.proposal(call({ items: [item("US", "100", onlyCommitment(fund))] })),
  },
  {
    // One side alone is no founders' call: its money buys at struck net asset value, and none is.
    code: "nav_not_struck",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ items: [item("US", "100")] })),
  },
  {
    code: "price_not_as_charter",
    clause: "5.3",
    actual: "1.01",
    fund: onCallDay,
    statement: proposing(() => call({ price: "1.01" })),
  },
  {
    code: "class_total_exceeded",
    clause: "LG6",
    fund() {
      const fund = variant(({ classes }) => ({
        classes: classes.map((unitClass) => ({ ...unitClass, founderPrice: "0.000001" })),
      })).found();
      for (const party of ["US", "JP"] as const)
        fund.enact(drafts.commitment(party), ...TREASURIES);
      return fund.until("2025-06-24");
    },
    statement(fund) {
      const items = [...fund.state.capital.commitments.values()].map(({ id, party }) => ({
        party,
        commitment: id,
        amount: "10000000000000",
      }));
      return fund.proposal(call({ price: "0.000001", items }));
    },
  },
  {
    code: "party_not_called",
    clause: "5.4",
    actual: "MGR",
    fund: at("called"),
    statement: reporting(() => withBody(drafts.receipt("US"), { party: "MGR" })),
  },
  {
    code: "call_unknown",
    clause: "5.4",
    fund: at("called"),
    statement: reporting(() => withBody(drafts.receipt("US"), { call: "0".repeat(64) })),
  },
];
