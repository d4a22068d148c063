import { JAPAN_BANKS } from "../calendar/calendars/japan-banks.ts";
import { US_FEDERAL_RESERVE } from "../calendar/calendars/us-federal-reserve.ts";
import type { FundKnowledge } from "../charter/lint.ts";
import { ACCOUNTS, kindOfAccount } from "../ledger/accounts.ts";
import { actTypes } from "./act-types.ts";
import { fundEnvironmentTypes } from "./environment-types.ts";

/**
 * Acts that bind or move money: one party alone may decide them only where the charter shows it.
 */
const MONEY_ACTS: ReadonlySet<string> = new Set([
  ...["commitment.accept", "commitment.increase", "capital.call", "capital.fundShortfall"],
  ...["capital.return", "capital.trueUp", "capital.contributeInKind", "interest.transfer"],
  ...["investment.select", "investment.close", "investment.advance", "investment.followOn"],
  ...["investment.fundOverrun", "investment.dispose", "investment.writeOff"],
  ...["distribution.declare", "recoupment.interpret", "recoupment.renegotiate"],
  ...["carry.pay", "carry.clawback", "payment.release", "order.price"],
  ...["fee.pay", "expense.book", "expense.pay", "reserve.set", "reserve.release"],
  ...["fx.convert", "hedge.open", "hedge.close", "opening.balances", "correction.post"],
  ...["facility.enter", "facility.amend", "facility.draw", "facility.repay", "facility.prepay"],
  ...["facility.refinance", "facility.accelerate", "guarantee.grant", "claim.settle"],
  ...["exit.offer", "winddown.start", "winddown.distribute"],
]);

/** What the fund tells the charter's linter of itself. */
export const charterKnowledge: FundKnowledge = {
  actTypes,
  moneyActs: MONEY_ACTS,
  accounts: new Map(Object.values(ACCOUNTS).map((code) => [code, kindOfAccount(code)])),
  calendars: new Set([US_FEDERAL_RESERVE.id, JAPAN_BANKS.id]),
  environment: fundEnvironmentTypes,
};
