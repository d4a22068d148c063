import { drafts, fundAt } from "../../support/stages.ts";
import {
  type Case,
  withBody,
  at,
  proposing,
  final,
  release,
} from "../../support/rejection-case.ts";

export const paymentsCases: readonly Case[] = [
  {
    code: "payment_unknown",
    clause: "11.5",
    fund: at("declared"),
    statement: proposing(() => drafts.payment(`${"0".repeat(64)}/1`, "US", "4000000000")),
  },
  {
    code: "payment_already_released",
    clause: "11.5",
    fund() {
      const fund = final(fundAt("declared"));
      fund.enact(release(fund), "jp-t1");
      return fund;
    },
    statement: (fund) => fund.proposal({ ...release(fund), reason: "Once more" }),
  },
  {
    code: "payment_differs",
    clause: "11.5",
    fund: at("declared"),
    statement: (fund) => fund.proposal(withBody(release(fund), { payee: "JP" })),
  },
  {
    code: "cash_insufficient",
    clause: "11.5",
    actual: "3999999999",
    fund() {
      const fund = final(fundAt("declared"));
      return fund.change((state) => ({
        ...state,
        ledger: state.ledger.set("fund/1010/USD/bank", 3_999_999_999n),
      }));
    },
    statement: (fund) => fund.proposal(release(fund)),
  },
  {
    code: "payment_not_final",
    clause: "13.1",
    actual: 0,
    fund: at("declared"),
    statement: (fund) => fund.proposal(release(fund)),
  },
];
