import { EXPENSE_CATEGORIES } from "../charter/expense-categories.ts";
import type { Charter } from "../charter/charter.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { nameOf, REALISED_ACCOUNTS, UNREALISED_ACCOUNTS } from "./account-groups.ts";
import { accountSpecs, idsOf, linesOf, type BookOfPeriod, type LineSpec } from "./account-lines.ts";
import type { CaptionKey } from "./caption-keys.ts";
import type { PeriodBook } from "./period-book.ts";
import type { Caption, StatementTable } from "./statement.ts";

const lineOf = (charter: Charter, code: string, sign: 1n | -1n): LineSpec => ({
  ...{ id: `account.${code}`, caption: { name: nameOf(charter, code) }, accounts: [code], sign },
});

const subtotal = (id: string, key: CaptionKey) =>
  ({ id, caption: { key }, rank: "subtotal" }) as const;

/** The lines of operations: every account of income and expense is in exactly one of them. */
function operationsSpecs(charter: Charter): readonly LineSpec[] {
  const gains = [...REALISED_ACCOUNTS, ...UNREALISED_ACCOUNTS];
  const income = accountSpecs(charter, { kinds: ["income"], except: gains, sign: -1n });
  const { taxExpense } = ACCOUNTS;
  const expenses = accountSpecs(charter, { kinds: ["expense"], except: [taxExpense], sign: 1n });
  const tax = lineOf(charter, taxExpense, 1n);
  const realised = REALISED_ACCOUNTS.map((code) => lineOf(charter, code, -1n));
  const unrealised = UNREALISED_ACCOUNTS.map((code) => lineOf(charter, code, -1n));
  return [
    ...income,
    { ...subtotal("investment-income", "investmentIncome"), plus: idsOf(income) },
    ...expenses,
    { ...subtotal("total-expenses", "totalExpenses"), plus: idsOf(expenses) },
    {
      ...subtotal("income-before-tax", "incomeBeforeTax"),
      ...{ plus: ["investment-income"], minus: ["total-expenses"] },
    },
    tax,
    {
      ...subtotal("net-investment-income", "netInvestmentIncome"),
      ...{ plus: ["income-before-tax"], minus: [tax.id] },
    },
    ...realised,
    { ...subtotal("net-realised", "netRealisedGain"), plus: idsOf(realised) },
    ...unrealised,
    { ...subtotal("net-unrealised", "netUnrealisedGain"), plus: idsOf(unrealised) },
    {
      ...{ id: "net-increase", caption: { key: "netIncreaseFromOperations" }, rank: "total" },
      plus: ["net-investment-income", "net-realised", "net-unrealised"],
    },
  ];
}

/** Expenses of the period by what they were for; they are those of operations [ST23]. */
export function expensesTable(book: PeriodBook): StatementTable {
  const accounts = [ACCOUNTS.expenses];
  const specs = book.subjects(accounts).map((subject): LineSpec => ({
    ...{ id: subject, caption: expenseCaption(subject), accounts, subject, sign: 1n },
  }));
  const total: LineSpec = {
    ...{ id: "total", caption: { key: "total" }, rank: "total", plus: idsOf(specs) },
  };
  return {
    id: "expenses",
    caption: { key: "expensesByCategory" },
    columns: [{ id: "period", caption: { key: "period" } }],
    lines: linesOf(book, [...specs, total], ["movement"]),
  };
}

function expenseCaption(subject: string): Caption {
  const category = EXPENSE_CATEGORIES.find((each) => each === subject);
  return category === undefined
    ? { name: { en: subject, ja: subject } }
    : { key: `expense.${category}` };
}

/** What the period earned and cost, and gains by whether they became money [ST23]. */
export function operationsTable(charter: Charter, book: BookOfPeriod): StatementTable {
  return {
    id: "operations",
    caption: { key: "operations" },
    columns: [{ id: "period", caption: { key: "period" } }],
    lines: linesOf(book, operationsSpecs(charter), ["movement"]),
  };
}
