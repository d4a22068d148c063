import type { Charter } from "../charter/charter.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import {
  CASH_ACCOUNTS,
  codesOf,
  FAIR_VALUE_ACCOUNTS,
  nameOf,
  POSITION_ACCOUNTS,
  TRANSLATION,
} from "./account-groups.ts";
import { accountSpecs, idsOf, linesOf, type BookOfPeriod, type LineSpec } from "./account-lines.ts";
import type { StatementTable } from "./statement.ts";

const account = (charter: Charter, code: string, sign: 1n | -1n): LineSpec => ({
  ...{ id: `account.${code}`, caption: { name: nameOf(charter, code) }, accounts: [code], sign },
});

function assetSpecs(charter: Charter): readonly LineSpec[] {
  const shown = [...FAIR_VALUE_ACCOUNTS, ...CASH_ACCOUNTS, ...POSITION_ACCOUNTS];
  return [
    {
      ...{ id: "investments", caption: { key: "investmentsAtFairValue" }, sign: 1n },
      ...{ accounts: FAIR_VALUE_ACCOUNTS, always: true },
    },
    ...CASH_ACCOUNTS.map((code) => account(charter, code, 1n)),
    ...accountSpecs(charter, { kinds: ["asset"], except: shown, sign: 1n }),
    {
      ...{ id: "currency-positions", caption: { key: "currencyPositions" }, sign: 1n },
      accounts: POSITION_ACCOUNTS,
    },
  ];
}

/** Accounts whose balances the owners have together, besides what they paid in. */
function earningsAccounts(charter: Charter): readonly string[] {
  const shown: readonly string[] = CAPITAL_LINES;
  const kept = codesOf(charter, "equity").filter((code) => !shown.includes(code));
  return [...kept, ...codesOf(charter, "income", "expense")];
}

const CAPITAL_LINES = [
  ACCOUNTS.paidInCapital,
  ACCOUNTS.calledUnpaid,
  ACCOUNTS.redeemedCapital,
  ACCOUNTS.reserves,
  ACCOUNTS.carriedInterest,
] as const;

const MEMO_LINES = [
  ACCOUNTS.unfundedCommitments,
  ACCOUNTS.recallableCapital,
  ACCOUNTS.investmentCommitments,
  ACCOUNTS.undrawnFacilities,
  ACCOUNTS.guarantees,
] as const;

/**
 * What a vehicle owns and owes at the end of the period and at its opening, what is left for its
 * owners, and whose capital that is [ST22]; of a translated book what translating it came to is a
 * part of that [ST71]. Net assets are assets less liabilities; that the
 * capital below comes to the same is double entry, and a check.
 */
export function positionTable(charter: Charter, book: BookOfPeriod): StatementTable {
  const assets = assetSpecs(charter);
  const liabilities = accountSpecs(charter, { kinds: ["liability"], sign: -1n });
  const capital: readonly LineSpec[] = [
    ...CAPITAL_LINES.map((code) => account(charter, code, -1n)),
    {
      ...{ id: "earnings", caption: { key: "distributableEarnings" }, sign: -1n },
      ...{ accounts: earningsAccounts(charter), always: true },
    },
    {
      ...{ id: "translation", caption: { key: "translationDifference" }, sign: -1n },
      accounts: [TRANSLATION.book],
    },
  ];
  const specs: readonly LineSpec[] = [
    ...assets,
    { id: "total-assets", caption: { key: "totalAssets" }, rank: "subtotal", plus: idsOf(assets) },
    ...liabilities,
    {
      ...{ id: "total-liabilities", caption: { key: "totalLiabilities" }, rank: "subtotal" },
      plus: idsOf(liabilities),
    },
    {
      ...{ id: "net-assets", caption: { key: "netAssets" }, rank: "total" },
      ...{ plus: ["total-assets"], minus: ["total-liabilities"] },
    },
    ...capital,
    { id: "capital", caption: { key: "totalCapital" }, rank: "total", plus: idsOf(capital) },
  ];
  return {
    id: "position",
    caption: { key: "assetsAndLiabilities" },
    columns: [
      { id: "closing", caption: { key: "closing" } },
      { id: "opening", caption: { key: "opening" } },
    ],
    lines: linesOf(book, specs, ["closing", "opening"]),
  };
}

/** Promises and contingencies, which are no assets and no debts yet. */
export function commitmentsTable(charter: Charter, book: BookOfPeriod): StatementTable {
  return {
    id: "commitments",
    caption: { key: "commitmentsAndContingencies" },
    columns: [
      { id: "closing", caption: { key: "closing" } },
      { id: "opening", caption: { key: "opening" } },
    ],
    lines: linesOf(
      book,
      MEMO_LINES.map((code) => account(charter, code, 1n)),
      ["closing", "opening"],
    ),
  };
}
