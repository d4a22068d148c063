import { assert } from "../base/assert.ts";
import { JAPAN_BANKS } from "../calendar/calendars/japan-banks.ts";
import { US_FEDERAL_RESERVE } from "../calendar/calendars/us-federal-reserve.ts";
import type { AccountKind } from "../charter/charter.ts";
import type { FundKnowledge } from "../charter/lint.ts";
import { actTypes } from "./act-types.ts";
import { fundEnvironmentTypes } from "./environment-types.ts";
import { ACCOUNTS } from "./figures.ts";

/**
 * Acts that bind or move money: one party alone may decide them only where the charter shows it.
 */
const MONEY_ACTS: ReadonlySet<string> = new Set([
  "commitment.accept",
  "capital.call",
  "investment.select",
  "investment.close",
  "investment.advance",
  "distribution.declare",
  "payment.release",
]);

/** The kind of account by the first digit of its code (docs/spec/ledger.md). */
const KIND_BY_DIGIT: ReadonlyMap<string, AccountKind> = new Map([
  ["1", "asset"],
  ["2", "liability"],
  ["3", "equity"],
  ["4", "income"],
  ["5", "expense"],
  ["9", "memo"],
]);

function kindOf(code: string): AccountKind {
  const kind = KIND_BY_DIGIT.get(code.charAt(0));
  assert(kind !== undefined, `no kind of account starts like ${code}`);
  return kind;
}

/** What the fund tells the charter's linter of itself. */
export const charterKnowledge: FundKnowledge = {
  actTypes,
  moneyActs: MONEY_ACTS,
  accounts: new Map(Object.values(ACCOUNTS).map((code) => [code, kindOf(code)])),
  calendars: new Set([US_FEDERAL_RESERVE.id, JAPAN_BANKS.id]),
  environment: fundEnvironmentTypes,
};
