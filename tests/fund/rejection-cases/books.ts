import { booksDrafts, enacted, yenVehicleFund } from "../../support/books-drafts.ts";
import { drafts, fundAt, idAt } from "../../support/stages.ts";
import {
  type Case,
  at,
  executing,
  proposing,
  reporting,
  withBody,
} from "../../support/rejection-case.ts";
import type { DemonstrationFund } from "../../support/demonstration-fund.ts";

const statement = () =>
  booksDrafts.statement({
    statement: "2025-09",
    opening: { on: "2025-09-10", amount: "0" },
    closing: { on: "2025-09-10", amount: "0" },
    lines: [],
  });

const closed = (): DemonstrationFund => {
  const fund = fundAt("earning").until("2026-01-10");
  enacted(fund, booksDrafts.close("2025-12-31"));
  return fund;
};

const income = (): string => `${idAt("income")}/1`;

export const booksCases: readonly Case[] = [
  {
    code: "statement_already_recorded",
    clause: "21.1",
    actual: "2025-09",
    fund() {
      const fund = fundAt("funded");
      fund.report(statement());
      return fund;
    },
    statement: reporting(() => ({ ...statement(), reason: "Once more" })),
  },
  {
    code: "period_not_month_end",
    clause: "21.2",
    actual: "2025-12-30",
    fund: () => fundAt("earning").until("2026-01-10"),
    statement: proposing(() => booksDrafts.close("2025-12-30")),
  },
  {
    code: "period_not_over",
    clause: "21.2",
    actual: "2025-12-31",
    fund: () => fundAt("earning").until("2025-12-31"),
    statement: proposing(() => booksDrafts.close("2025-12-31")),
  },
  {
    code: "period_already_closed",
    clause: "21.2",
    actual: "2025-11-30",
    fund: closed,
    statement: proposing(() => booksDrafts.close("2025-11-30")),
  },
  {
    code: "period_closed",
    clause: "8.5",
    actual: "2025-12-30",
    fund: closed,
    statement: executing(() => ({ ...drafts.advance(), effectiveDate: "2025-12-30" })),
  },
  {
    code: "entry_not_correctable",
    clause: "21.3",
    fund: at("earning"),
    statement: proposing(() => booksDrafts.correction(`${idAt("closing")}/1`)),
  },
  {
    code: "account_has_sub_ledger",
    clause: "21.3",
    actual: "1010",
    fund: at("earning"),
    statement: proposing(() => booksDrafts.correction(income(), ["1010", "bank", "-10000000001"])),
  },
  {
    code: "correction_unbalanced",
    clause: "21.3",
    fund: at("earning"),
    statement: proposing(() =>
      booksDrafts.correction(income(), ["4020", "abilene", "-10000000000"]),
    ),
  },
  {
    code: "correction_changes_nothing",
    clause: "21.3",
    fund: at("earning"),
    statement: proposing(() =>
      booksDrafts.correction(income(), ["4010", "abilene", "-10000000001"]),
    ),
  },
  {
    code: "vehicle_has_postings",
    clause: "21.4",
    actual: "fund",
    fund: at("funded"),
    statement: proposing(() =>
      booksDrafts.opening("fund", ["1010", "bank", "USD", "1"], ["3030", "", "USD", "-1"]),
    ),
  },
  {
    code: "opening_unbalanced",
    clause: "21.4",
    actual: "1",
    fund: yenVehicleFund,
    statement: proposing(() =>
      booksDrafts.opening("yen-feeder", ["1010", "bank", "JPY", "2"], ["3030", "", "JPY", "-1"]),
    ),
  },
  {
    code: "account_has_sub_ledger",
    clause: "21.4",
    actual: "1050",
    fund: yenVehicleFund,
    statement: proposing(() =>
      booksDrafts.opening("yen-feeder", ["1050", "abilene", "JPY", "1"], ["3030", "", "JPY", "-1"]),
    ),
  },
  {
    code: "wrong_currency",
    clause: "21.4",
    actual: "USD",
    fund: yenVehicleFund,
    statement: proposing(() =>
      booksDrafts.opening("yen-feeder", ["1010", "bank", "USD", "1"], ["3030", "", "USD", "-1"]),
    ),
  },
  {
    code: "vehicle_unknown",
    clause: "21.1",
    actual: "nowhere",
    fund: at("funded"),
    statement: reporting(() => withBody(statement(), { vehicle: "nowhere" })),
  },
  {
    code: "vehicle_unknown",
    clause: "21.2",
    actual: "nowhere",
    fund: () => fundAt("funded"),
    statement: proposing(() => booksDrafts.close("2025-08-31", "nowhere")),
  },
];
