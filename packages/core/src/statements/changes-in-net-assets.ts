import type { Charter } from "../charter/charter.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import {
  codesOf,
  nameOf,
  PAID_IN_ACCOUNTS,
  REALISED_ACCOUNTS,
  TRANSLATION,
  UNREALISED_ACCOUNTS,
} from "./account-groups.ts";
import { idsOf, linesOf, type BookOfPeriod, type LineSpec } from "./account-lines.ts";
import type { StatementTable } from "./statement.ts";

/**
 * How the net assets of the opening became those of the end [ST24]. Opening and end are counted
 * from what the vehicle owns and owes, the change from income, expenses and capital, and of a
 * translated book from the translation difference [ST71], so that they tie is double entry, and a
 * check.
 */
export function changesTable(charter: Charter, book: BookOfPeriod): StatementTable {
  const worth = {
    accounts: codesOf(charter, "asset", "liability"),
    sign: 1n,
    always: true,
  } as const;
  const gains: readonly string[] = [...REALISED_ACCOUNTS, ...UNREALISED_ACCOUNTS];
  const earned = codesOf(charter, "income", "expense").filter((code) => !gains.includes(code));
  const operations: readonly LineSpec[] = [
    {
      ...{ id: "net-investment-income", caption: { key: "netInvestmentIncome" }, sign: -1n },
      ...{ accounts: earned, always: true },
    },
    {
      ...{ id: "net-realised", caption: { key: "netRealisedGain" }, sign: -1n },
      ...{ accounts: REALISED_ACCOUNTS, always: true },
    },
    {
      ...{ id: "net-unrealised", caption: { key: "netUnrealisedGain" }, sign: -1n },
      ...{ accounts: UNREALISED_ACCOUNTS, always: true },
    },
  ];
  const capital = capitalSpecs(charter);
  const specs: readonly LineSpec[] = [
    { id: "opening", caption: { key: "netAssetsOpening" }, ...worth, of: "opening" },
    ...operations,
    {
      ...{ id: "from-operations", caption: { key: "netIncreaseFromOperations" }, rank: "subtotal" },
      plus: idsOf(operations),
    },
    ...capital,
    {
      ...{ id: "from-capital", caption: { key: "changeFromCapital" }, rank: "subtotal" },
      plus: idsOf(capital),
    },
    {
      ...{ id: "translation", caption: { key: "translationDifference" }, sign: -1n },
      accounts: [TRANSLATION.book],
      and: [{ accounts: [TRANSLATION.book], sign: -1n, of: "exchange" }],
    },
    {
      ...{ id: "change", caption: { key: "changeInNetAssets" }, rank: "subtotal" },
      plus: ["from-operations", "from-capital", "translation"],
    },
    {
      ...{ id: "closing", caption: { key: "netAssetsClosing" }, rank: "total" },
      plus: ["opening", "change"],
    },
  ];
  return {
    id: "changes",
    caption: { key: "changesInNetAssets" },
    columns: [{ id: "period", caption: { key: "period" } }],
    lines: linesOf(book, specs, ["movement"]),
  };
}

/** Every equity account is in exactly one of them. */
function capitalSpecs(charter: Charter): readonly LineSpec[] {
  const { redeemedCapital, carriedInterest } = ACCOUNTS;
  const shown: readonly string[] = [
    ...PAID_IN_ACCOUNTS,
    ...DISTRIBUTION_ACCOUNTS,
    ...[redeemedCapital, carriedInterest],
  ];
  const other = codesOf(charter, "equity").filter((code) => !shown.includes(code));
  return [
    {
      ...{ id: "contributions", caption: { key: "contributions" }, sign: -1n, always: true },
      accounts: PAID_IN_ACCOUNTS,
    },
    {
      ...{ id: "redemptions", caption: { key: "redemptions" }, sign: -1n },
      accounts: [redeemedCapital],
    },
    ...DISTRIBUTION_ACCOUNTS.map((code): LineSpec => ({
      ...{ id: `account.${code}`, caption: { name: nameOf(charter, code) }, sign: -1n },
      accounts: [code],
    })),
    {
      ...{ id: "carried-interest", caption: { key: "carriedInterest" }, sign: -1n },
      accounts: [carriedInterest],
    },
    { id: "other-capital", caption: { key: "otherCapital" }, accounts: other, sign: -1n },
  ];
}
