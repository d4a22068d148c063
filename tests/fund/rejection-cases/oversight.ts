import { audits, onlyFinding, onlyLetter, withFinding, withLetter } from "../../support/audits.ts";
import { at, proposing, reporting, type Case } from "../../support/rejection-case.ts";

const NONE = "0".repeat(64);

export const oversightCases: readonly Case[] = [
  {
    code: "addressee_unknown",
    clause: "41.14",
    actual: "nobody",
    fund: at("funded"),
    statement: reporting(() => audits.finding({ addressees: ["nobody"] })),
  },
  {
    code: "audited_act_unknown",
    clause: "41.14",
    fund: at("funded"),
    statement: reporting(() => audits.finding({ acts: [NONE] })),
  },
  {
    code: "finding_unknown",
    clause: "41.15",
    fund: at("funded"),
    statement: reporting(() => audits.answer(NONE)),
  },
  {
    code: "finding_closed",
    clause: "41.15",
    fund() {
      const fund = withFinding();
      fund.report(audits.closing(onlyFinding(fund)));
      return fund;
    },
    statement: (fund) => fund.fact(audits.answer(onlyFinding(fund))),
  },
  {
    code: "not_addressed",
    clause: "41.15",
    actual: "US",
    fund: withFinding,
    statement: (fund) => fund.fact(audits.answer(onlyFinding(fund), "us-t1")),
  },
  {
    code: "audited_period_not_over",
    clause: "41.17",
    actual: "2025-09-10",
    fund: at("funded"),
    statement: reporting(() => audits.opinion("2025-09-10")),
  },
  {
    code: "grantee_unknown",
    clause: "41.18",
    actual: "nobody",
    fund: at("funded"),
    statement: proposing(() => audits.letter({ party: "nobody" })),
  },
  {
    code: "fee_rate_unreadable",
    clause: "41.18",
    actual: "cheap",
    fund: at("funded"),
    statement: proposing(() => audits.letter({ terms: [{ code: "feeRate", value: "cheap" }] })),
  },
  {
    code: "fee_named_for_other_term",
    clause: "41.18",
    actual: "reporting",
    fund: at("funded"),
    statement: proposing(() =>
      audits.letter({
        terms: [{ code: "reporting", value: "Monthly", fee: "partners-administration" }],
      }),
    ),
  },
  {
    code: "fee_unknown",
    clause: "41.18",
    actual: "success",
    fund: at("funded"),
    statement: proposing(() =>
      audits.letter({ terms: [{ code: "feeRate", value: "3/400", fee: "success" }] }),
    ),
  },
  {
    code: "fee_rate_unreadable",
    clause: "41.18",
    actual: "free",
    fund: at("funded"),
    statement: proposing(() => audits.letter({ terms: [{ code: "carryRate", value: "free" }] })),
  },
  {
    code: "side_letter_unknown",
    clause: "41.19",
    fund: withLetter,
    statement: reporting(() => audits.election(NONE)),
  },
  {
    code: "not_most_favoured",
    clause: "41.19",
    actual: "US",
    fund: withLetter,
    statement: (fund) => fund.fact(audits.election(onlyLetter(fund), "us-t1")),
  },
  {
    code: "election_over",
    clause: "41.19",
    fund: () => withLetter().at("2025-12-01T09:00:00Z"),
    statement: (fund) => fund.fact(audits.election(onlyLetter(fund))),
  },
];
