import type { Charter } from "../charter/charter.ts";
import { ACCOUNTS, DEBT_ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import { CASH_ACCOUNTS, codesOf, PAID_IN_ACCOUNTS, TRANSLATION } from "./account-groups.ts";
import {
  idsOf,
  linesOf,
  type BookOfPeriod,
  type LineSpec,
  type PostedSpec,
} from "./account-lines.ts";
import type { StatementTable } from "./statement.ts";

const { investmentsAtCost, realisedOnInvestments, currencyPosition } = ACCOUNTS;

/** Values that change without money moving. */
const MARKED = [
  ACCOUNTS.unrealisedOnInvestments,
  ACCOUNTS.unrealisedOnCurrencyPosition,
  ACCOUNTS.hedgesAtFairValue,
] as const;

/** Debts to owners: part of what was paid in, out or back, not of operations. */
const OWED_TO_OWNERS = [
  ACCOUNTS.redemptionsPayable,
  ACCOUNTS.distributionsPayable,
  ACCOUNTS.capitalReturnable,
  ACCOUNTS.subscriptionsInAdvance,
  ACCOUNTS.unclaimed,
] as const;

/**
 * Cash over the period by the indirect method [ST25]. What changes cash is the other side of its
 * postings, so that every account but cash is in exactly one line, and the change of all of them
 * comes to that of the cash accounts: a check, since both are counted. Of a translated book rates
 * of exchange change it too [ST71].
 */
export function cashFlowTable(charter: Charter, book: BookOfPeriod): StatementTable {
  const operating = operatingSpecs(charter);
  const financing = financingSpecs(charter);
  const cash = { accounts: CASH_ACCOUNTS, sign: 1n, always: true } as const;
  const specs: readonly LineSpec[] = [
    ...operating,
    {
      ...{ id: "operating", caption: { key: "cashFromOperating" }, rank: "subtotal" },
      plus: idsOf(operating),
    },
    ...financing,
    {
      ...{ id: "financing", caption: { key: "cashFromFinancing" }, rank: "subtotal" },
      plus: idsOf(financing),
    },
    {
      ...{ id: "exchange-effect", caption: { key: "exchangeEffectOnCash" }, sign: 1n },
      ...{ accounts: CASH_ACCOUNTS, of: "exchange" },
      and: [{ accounts: [TRANSLATION.book], sign: -1n, of: "movement" }],
    },
    {
      ...{ id: "change", caption: { key: "changeInCash" }, rank: "subtotal" },
      plus: ["operating", "financing", "exchange-effect"],
    },
    { id: "opening", caption: { key: "cashOpening" }, ...cash, of: "opening" },
    {
      ...{ id: "closing", caption: { key: "cashClosing" }, rank: "total" },
      plus: ["opening", "change"],
    },
    {
      ...{ id: "interest-paid", caption: { key: "interestPaid" }, sign: 1n },
      ...{ accounts: [ACCOUNTS.interestPayable], of: "debits" },
    },
  ];
  return {
    id: "cash-flows",
    caption: { key: "cashFlows" },
    columns: [{ id: "period", caption: { key: "period" } }],
    lines: linesOf(book, specs, ["movement"]),
  };
}

function operatingSpecs(charter: Charter): readonly PostedSpec[] {
  const shown: readonly string[] = [
    ...[investmentsAtCost, currencyPosition],
    ...[...CASH_ACCOUNTS, ...MARKED, ...DEBT_ACCOUNTS, ...OWED_TO_OWNERS],
  ];
  const rest = (kind: "asset" | "liability"): readonly string[] =>
    codesOf(charter, kind).filter((code) => !shown.includes(code));
  return [
    {
      ...{ id: "net-increase", caption: { key: "netIncreaseFromOperations" }, always: true },
      ...{ accounts: codesOf(charter, "income", "expense"), sign: -1n },
    },
    { id: "unrealised", caption: { key: "lessUnrealised" }, accounts: MARKED, sign: -1n },
    {
      ...{ id: "realised", caption: { key: "lessRealised" }, sign: 1n },
      accounts: [realisedOnInvestments],
    },
    {
      ...{ id: "purchases", caption: { key: "purchasesOfInvestments" }, sign: -1n },
      ...{ accounts: [investmentsAtCost], of: "debits" },
    },
    {
      ...{ id: "proceeds", caption: { key: "proceedsFromInvestments" }, sign: -1n },
      ...{ accounts: [investmentsAtCost], of: "credits" },
      and: [{ accounts: [realisedOnInvestments], sign: -1n }],
    },
    {
      id: "receivables",
      caption: { key: "changeInReceivables" },
      accounts: rest("asset"),
      sign: -1n,
    },
    {
      id: "payables",
      caption: { key: "changeInPayables" },
      accounts: rest("liability"),
      sign: -1n,
    },
    {
      ...{ id: "currency-positions", caption: { key: "movedToOtherCurrencies" }, sign: -1n },
      accounts: [currencyPosition],
    },
  ];
}

function financingSpecs(charter: Charter): readonly PostedSpec[] {
  const { redeemedCapital, carriedInterest } = ACCOUNTS;
  const contributions = [
    ...PAID_IN_ACCOUNTS,
    ...[ACCOUNTS.subscriptionsInAdvance, ACCOUNTS.capitalReturnable],
  ];
  const paidOut = [...DISTRIBUTION_ACCOUNTS, ACCOUNTS.distributionsPayable, ACCOUNTS.unclaimed];
  const redeemed = [redeemedCapital, ACCOUNTS.redemptionsPayable];
  const shown: readonly string[] = [...contributions, ...paidOut, ...redeemed, carriedInterest];
  const other = codesOf(charter, "equity").filter((code) => !shown.includes(code));
  return [
    {
      id: "contributions",
      caption: { key: "contributionsNet" },
      accounts: contributions,
      sign: -1n,
    },
    { id: "distributions", caption: { key: "distributionsPaid" }, accounts: paidOut, sign: -1n },
    { id: "redemptions", caption: { key: "redemptionsPaid" }, accounts: redeemed, sign: -1n },
    { id: "carried", caption: { key: "carriedInterest" }, accounts: [carriedInterest], sign: -1n },
    {
      ...{ id: "drawn", caption: { key: "loansDrawn" }, sign: -1n },
      ...{ accounts: DEBT_ACCOUNTS, of: "credits" },
    },
    {
      ...{ id: "repaid", caption: { key: "loansRepaid" }, sign: -1n },
      ...{ accounts: DEBT_ACCOUNTS, of: "debits" },
    },
    { id: "other-capital", caption: { key: "otherCapital" }, accounts: other, sign: -1n },
  ];
}
