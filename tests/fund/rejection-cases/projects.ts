import {
  enactedOn,
  investmentDrafts as drafted,
  overrunFund,
  projectFund,
} from "../../support/investment-drafts.ts";
import { type Case, at, proposing, reporting, withBody } from "../../support/rejection-case.ts";
import { drafts, fundAt } from "../../support/stages.ts";
import type { DemonstrationFund } from "../../support/demonstration-fund.ts";

const certificateOf = (fund: DemonstrationFund): string =>
  fund.state.investments.get("abilene")!.milestones[0]!.certificates[0]!.actId;

const withoutOverrunTerms = () =>
  projectFund().change((state) => {
    const { overrun: _overrun, ...mandate } = state.charter.mandate;
    return { ...state, charter: { ...state.charter, mandate } };
  });

/** The engineer's officer has declared an interest in the developer. */
const interested = () => {
  const fund = fundAt("uncertified");
  const body = { holder: "en-1", concern: "crusoe", nature: "A brother works there" };
  fund.report({ type: "conflict.declare", by: "en-1", body });
  return fund;
};

/** An engineer of the other party's choice: the charter has let the joint office certify. */
const certifiedByOffice = () =>
  fundAt("uncertified").change((state) => {
    const { acts } = state.charter;
    const rule = { ...acts["milestone.certify"]!, propose: ["ENG", "MGR"] };
    return {
      ...state,
      charter: { ...state.charter, acts: { ...acts, "milestone.certify": rule } },
    };
  });

const obliged = () => {
  const fund = fundAt("founded");
  fund.report(drafted.obligation());
  return fund;
};

export const projectsCases: readonly Case[] = [
  {
    code: "holder_not_in_investment",
    clause: "8.1",
    actual: "somebody",
    fund: at("funded"),
    statement: proposing(() =>
      withBody(drafts.recommendation(), {
        capTable: [{ holder: "somebody", instrument: "equity", committed: "1" }],
      }),
    ),
  },
  {
    code: "holder_not_in_investment",
    clause: "8.1",
    actual: "fund",
    fund: at("funded"),
    statement: proposing(() =>
      withBody(drafts.recommendation(), {
        parties: [{ company: "fund", role: "sponsor" }],
        capTable: [{ holder: "fund", instrument: "equity", committed: "1" }],
      }),
    ),
  },
  {
    code: "holder_not_in_investment",
    clause: "8.10",
    actual: "fund",
    fund: projectFund,
    statement: reporting(() => drafted.sponsorFunding("fund", "1")),
  },
  {
    code: "milestone_exists",
    clause: "8.7",
    actual: "step-2",
    fund: at("closed"),
    statement: proposing(() => drafted.followOn("step-2")),
  },
  {
    code: "milestone_exceeded",
    clause: "8.4",
    actual: "100000000001",
    fund: at("selected"),
    statement: proposing(() => withBody(drafts.closing(), { amount: "100000000001" })),
  },
  {
    code: "milestone_not_certified",
    clause: "6.1",
    actual: "0",
    fund: at("uncertified"),
    statement: proposing(() => drafts.closing()),
  },
  {
    code: "milestone_not_certified",
    clause: "6.1",
    actual: "0",
    fund() {
      const fund = fundAt("selected");
      fund.report(drafted.withdrawal(certificateOf(fund)));
      return fund;
    },
    statement: proposing(() => drafts.closing()),
  },
  {
    code: "told_by_vehicle",
    clause: "8.14",
    actual: "abilene",
    fund: projectFund,
    statement: reporting(() => drafted.capitalReturned("1")),
  },
  {
    code: "certifier_not_independent",
    clause: "8.8",
    actual: "ENG",
    fund: interested,
    statement: reporting(() => drafts.certificate("step-1", "1")),
  },
  {
    code: "certifier_not_independent",
    clause: "8.8",
    actual: "MGR",
    fund: certifiedByOffice,
    statement: reporting(() => ({ ...drafts.certificate("step-1", "1"), by: "m-1" })),
  },
  {
    code: "certificate_without_evidence",
    clause: "8.8",
    fund: at("uncertified"),
    statement: reporting(() => ({ ...drafts.certificate("step-1", "1"), evidence: [] })),
  },
  {
    code: "certificate_unknown",
    clause: "8.9",
    fund: at("selected"),
    statement: reporting(() => drafted.withdrawal("0".repeat(64))),
  },
  {
    code: "certificate_of_other",
    clause: "8.9",
    actual: "AUD",
    fund: () =>
      fundAt("selected").change((state) => {
        const { acts } = state.charter;
        const rule = { ...acts["certificate.withdraw"]!, propose: ["ENG", "AUD"] };
        return {
          ...state,
          charter: { ...state.charter, acts: { ...acts, "certificate.withdraw": rule } },
        };
      }),
    statement: (fund) => fund.fact({ ...drafted.withdrawal(certificateOf(fund)), by: "au-1" }),
  },
  {
    code: "overrun_not_in_charter",
    clause: "6.1",
    actual: "steel",
    fund: withoutOverrunTerms,
    statement: reporting(() => drafted.overrun()),
  },
  {
    code: "overrun_exists",
    clause: "8.11",
    actual: "steel",
    fund: overrunFund,
    statement: reporting(() => drafted.overrun("1")),
  },
  {
    code: "overrun_unknown",
    clause: "8.12",
    actual: "steel",
    fund: projectFund,
    statement: proposing(() => drafted.fundOverrun("1")),
  },
  {
    code: "overrun_unknown",
    clause: "8.10",
    actual: "steel",
    fund: projectFund,
    statement: reporting(() => drafted.sponsorFunding("crusoe", "1", { overrun: "steel" })),
  },
  {
    code: "overrun_right_exceeded",
    clause: "6.3",
    actual: "20000000001",
    fund: overrunFund,
    statement: proposing(() => drafted.fundOverrun("20000000001")),
  },
  {
    code: "part_out_of_range",
    clause: "8.15",
    actual: "0",
    fund: at("closed"),
    statement: proposing(() => drafted.disposal("0", "1")),
  },
  {
    code: "part_out_of_range",
    clause: "8.17",
    actual: "101%",
    fund: at("closed"),
    statement: proposing(() => drafted.writeOff("101%")),
  },
  {
    code: "buyer_is_seller",
    clause: "8.15",
    actual: "fund",
    fund: at("closed"),
    statement: proposing(() => withBody(drafted.disposal("1/2", "1"), { buyer: "fund" })),
  },
  {
    code: "overrun_open",
    clause: "8.15",
    actual: "steel",
    fund: overrunFund,
    statement: proposing(() => drafted.disposal("1/2", "1")),
  },
  {
    code: "investment_status",
    clause: "8.15",
    actual: "disposed",
    fund() {
      const fund = fundAt("closed");
      enactedOn(fund, drafted.disposal("1/1", "90000000000"), "2025-10-03");
      return fund;
    },
    statement: proposing(() => drafted.disposal("1/2", "1")),
  },
  {
    code: "obligation_exists",
    clause: "8.20",
    actual: "substation",
    fund: obliged,
    statement: reporting(() => drafted.obligation({ due: "2027-06-30" })),
  },
  {
    code: "obligation_not_in_charter",
    clause: "6.5",
    actual: "JP",
    fund: at("founded"),
    statement: reporting(() => drafted.obligation({ owedBy: "JP" })),
  },
  {
    code: "obligation_unknown",
    clause: "8.21",
    actual: "substation",
    fund: at("founded"),
    statement: reporting(() => drafted.fulfilment()),
  },
  {
    code: "obligation_fulfilled_already",
    clause: "8.21",
    actual: "substation",
    fund() {
      const fund = obliged();
      fund.report(drafted.fulfilment());
      return fund;
    },
    statement: reporting(() => ({ ...drafted.fulfilment(), reason: "Once more" })),
  },
  {
    code: "application_exists",
    clause: "8.22",
    actual: "shackelford",
    fund() {
      const fund = fundAt("founded");
      fund.report(drafted.application());
      return fund;
    },
    statement: reporting(() => ({ ...drafted.application(), reason: "Once more" })),
  },
];
