import { admitted, capitalDrafts, openToPartners, promise } from "../../support/capital-drafts.ts";
import { at, proposing, type Case } from "../../support/rejection-case.ts";

export const partiesCases: readonly Case[] = [
  {
    code: "party_name_taken",
    clause: "2.21",
    actual: "US",
    fund: at("founded"),
    statement: proposing(() => capitalDrafts.admit("US")),
  },
  {
    // A group's name stands for whoever is admitted later.
    code: "party_name_taken",
    clause: "2.21",
    actual: "lenders",
    fund: at("founded"),
    statement: proposing(() => capitalDrafts.admit("lenders")),
  },
  {
    // Conflicts name officers and parties alike.
    code: "party_name_taken",
    clause: "2.21",
    actual: "us-t1",
    fund: at("founded"),
    statement: proposing(() => capitalDrafts.admit("us-t1")),
  },
  {
    code: "seat_taken",
    clause: "2.21",
    actual: "US-1",
    fund: at("founded"),
    statement: proposing(() => capitalDrafts.admit("PAR", { seats: ["PAR-T1", "US-1"] })),
  },
  {
    code: "threshold_beyond_seats",
    clause: "2.21",
    actual: 2,
    fund: at("founded"),
    statement: proposing(() => capitalDrafts.admit("PAR", { threshold: 2 })),
  },
  {
    code: "text_missing_in_language",
    clause: "2.21",
    fund: at("founded"),
    statement: proposing(() => capitalDrafts.admit("PAR", { short: { en: "Partner" } })),
  },
  {
    code: "fiscal_year_unknown",
    clause: "2.21",
    actual: "moon",
    fund: at("founded"),
    statement: proposing(() => capitalDrafts.admit("PAR", { fiscalYear: "moon" })),
  },
  {
    code: "party_not_admitted",
    clause: "2.22",
    actual: "JP",
    fund: at("founded"),
    statement: proposing(() => capitalDrafts.withdraw("JP", "us-t1")),
  },
  {
    code: "party_not_settled",
    clause: "2.22",
    actual: "commitment",
    fund() {
      const fund = admitted(openToPartners(), "PAR");
      promise(fund, "PAR", "10000000000");
      return fund;
    },
    statement: (fund) => fund.proposal(capitalDrafts.withdraw("PAR", "par-1")),
  },
];
