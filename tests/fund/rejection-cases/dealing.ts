import { drafts, fundAt } from "../../support/stages.ts";
import {
  type Case,
  at,
  call,
  onCallDay,
  proposing,
  TREASURIES,
} from "../../support/rejection-case.ts";

export const dealingCases: readonly Case[] = [
  {
    code: "no_units_outstanding",
    clause: "10.2",
    fund: at("called"),
    statement: proposing(() => drafts.strike()),
  },
  {
    code: "nav_already_struck",
    clause: "10.2",
    fund() {
      const fund = fundAt("earning");
      fund.enact(drafts.strike(), ...TREASURIES);
      return fund;
    },
    statement: proposing(() => ({ ...drafts.strike(), reason: "Once more" })),
  },
  {
    code: "class_already_opened",
    clause: "31.10",
    fund: at("committed"),
    statement: proposing(() => ({ type: "class.open", by: "m-1", body: { class: "founders" } })),
  },
  {
    code: "class_not_open",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ class: "partners" })),
  },
];
