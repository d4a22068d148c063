import { drafts, fundAt } from "../../support/stages.ts";
import { amended, variant } from "../../support/variants.ts";
import {
  type Case,
  withBody,
  at,
  proposing,
  reporting,
  executing,
  amending,
  throughLife,
} from "../../support/rejection-case.ts";

export const anyActCases: readonly Case[] = [
  {
    code: "act_type_unknown",
    clause: "R1",
    actual: "capital.gift",
    fund: at("founded"),
    statement: proposing(() => ({ ...drafts.commitment("US"), type: "capital.gift" })),
  },
  {
    code: "act_not_used",
    clause: "CH50",
    actual: "instruction.record",
    fund: () =>
      variant(({ acts: { "instruction.record": _unused, ...acts }, unusedActs }) => ({
        acts,
        unusedActs: [...unusedActs, "instruction.record"],
      })).found(),
    statement: (fund) =>
      fund.proposal({ type: "instruction.record", by: "us-t1", body: { text: "Buy" } }),
  },
  {
    code: "body_malformed",
    clause: "5.2",
    fund: at("founded"),
    statement: proposing(() => withBody(drafts.commitment("US"), { amount: "1.5" })),
  },
  {
    code: "act_is_a_fact",
    clause: "5.4",
    fund: at("called"),
    statement: proposing(() => drafts.receipt("US")),
  },
  {
    code: "act_is_a_decision",
    clause: "5.2",
    fund: at("founded"),
    statement: reporting(() => drafts.commitment("US")),
  },
  {
    code: "effective_date_in_future",
    clause: "5.4",
    actual: "2025-06-25",
    fund: at("called"),
    statement: reporting(() => ({ ...drafts.receipt("US"), effectiveDate: "2025-06-25" })),
  },
  {
    code: "charter_version_not_next",
    clause: "15.1",
    actual: 3,
    fund: at("founded"),
    statement: (fund) => amending(fund, (charter) => ({ ...charter, version: 3 })),
  },
  {
    code: "amendment_changes_nothing",
    clause: "15.1",
    fund: at("founded"),
    statement: (fund) => amending(fund, (charter) => amended(charter, {})),
  },
  {
    code: "amendment_incomplete",
    clause: "15.1",
    fund: at("founded"),
    statement: (fund) =>
      amending(fund, (charter) => {
        const finality = { ...charter.finality, mirrors: ["US", "JP", "MGR"] };
        return amended(charter, { finality });
      }),
  },
  {
    code: "expression_undefined",
    clause: "7.4",
    fund() {
      const fund = variant(({ limits }) => ({
        limits: limits.map((limit) =>
          limit.id === "liquidity" ? { ...limit, holds: "cash / distributed >= 1" } : limit,
        ),
      }));
      return throughLife(fund, "selected");
    },
    statement: executing(() => drafts.closing()),
  },
  {
    // Half a billion dollars must stay: 6.0 billion less a first step of 5.6 billion leave 0.4.
    code: "limit_not_held",
    clause: "7.4",
    fund() {
      return fundAt("selected").change((state) => ({
        ...state,
        ledger: state.ledger
          .set("fund/1010/USD/bank", 140_000_000_000n)
          .set("fund/3010/USD/US", -140_000_000_000n)
          .delete("fund/3010/USD/JP"),
      }));
    },
    statement: executing(() => drafts.closing()),
  },
];
