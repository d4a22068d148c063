import type { Charter } from "../charter/charter.ts";
import { isMemoAccount } from "../ledger/journal.ts";
import { money } from "./account-lines.ts";
import { nameOf } from "./account-groups.ts";
import { closingOf, type PeriodBook, type Turnover } from "./period-book.ts";
import type { StatementLine, StatementTable } from "./statement.ts";

/**
 * Every balance of a vehicle's book in every currency: opening, debits and credits of the period,
 * closing [ST20]. The totals of debits and credits are equal in each currency; memo accounts, which
 * balance among themselves, have tables of their own.
 */
export function trialBalanceTables(charter: Charter, book: PeriodBook): readonly StatementTable[] {
  const currencies = new Set(book.turnovers.map(({ currency }) => currency));
  return [...currencies]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((currency) =>
      [false, true].map((memo) => {
        const turnovers = book.turnovers.filter(
          (each) => each.currency === currency && isMemoAccount(each.account) === memo,
        );
        return tableOf(charter, currency, memo, turnovers);
      }),
    )
    .filter(({ lines }) => lines.length > 1);
}

function tableOf(
  charter: Charter,
  currency: string,
  memo: boolean,
  turnovers: readonly Turnover[],
): StatementTable {
  const lines = turnovers.map((turnover): StatementLine => {
    const { account, subject, opening, debits, credits } = turnover;
    return {
      id: subject === "" ? account : `${account}/${subject}`,
      caption: { name: nameOf(charter, account) },
      rank: "line",
      cells: [
        { kind: "text", text: account },
        { kind: "text", text: subject },
        ...[opening, debits, credits, closingOf(turnover)].map((minor) => money(currency, minor)),
      ],
      source: {
        kind: "postings",
        selections: [{ accounts: [account], subject, currency, of: "closing", sign: 1n }],
      },
    };
  });
  const total = (minor: (turnover: Turnover) => bigint) =>
    money(
      currency,
      turnovers.reduce((sum, turnover) => sum + minor(turnover), 0n),
    );
  const totals: StatementLine = {
    id: "total",
    caption: { key: "total" },
    rank: "total",
    cells: [
      { kind: "none" },
      { kind: "none" },
      total(({ opening }) => opening),
      total(({ debits }) => debits),
      total(({ credits }) => credits),
      total(closingOf),
    ],
    source: { kind: "lines", plus: lines.map(({ id }) => id), minus: [] },
  };
  return {
    id: memo ? `memo.${currency}` : currency,
    caption: { key: memo ? "memoAccounts" : "accounts", name: { en: currency, ja: currency } },
    columns: [
      { id: "account", caption: { key: "account" } },
      { id: "subject", caption: { key: "subject" } },
      { id: "opening", caption: { key: "opening" } },
      { id: "debits", caption: { key: "debits" } },
      { id: "credits", caption: { key: "credits" } },
      { id: "closing", caption: { key: "closing" } },
    ],
    lines: [...lines, totals],
  };
}
