import type { Charter } from "../charter/charter.ts";
import { isMemoAccount } from "../ledger/journal.ts";
import { money } from "./account-lines.ts";
import { nameOf, TRANSLATION } from "./account-groups.ts";
import { closingOf, type PeriodBook, type Turnover } from "./period-book.ts";
import type { Caption, Cell, StatementLine, StatementTable } from "./statement.ts";

/**
 * Every balance of a vehicle's book in every currency: opening, debits and credits of the period,
 * closing [ST20]. The totals of debits and credits are equal in each currency; memo accounts, which
 * balance among themselves, have tables of their own. A translated book's balances change with
 * rates of exchange besides, and it has one currency: the others are in its currency position
 * [ST71].
 */
export function trialBalanceTables(charter: Charter, book: PeriodBook): readonly StatementTable[] {
  const currencies = new Set(book.turnovers.map(({ currency }) => currency));
  return [...currencies]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((currency) =>
      [false, true].map((memo) => {
        const turnovers = book.turnovers.filter(
          (each) =>
            each.currency === currency &&
            isMemoAccount(each.account) === memo &&
            !isEmptyDifference(each),
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
  const measures = MEASURES.filter(
    ([id]) => id !== "exchangeEffect" || turnovers.some(({ exchange }) => exchange !== undefined),
  );
  const lines = turnovers.map((turnover): StatementLine => {
    const { account, subject } = turnover;
    const isDifference = DIFFERENCES.includes(account);
    const caption: Caption = isDifference
      ? { key: "translationDifference" }
      : { name: nameOf(charter, account) };
    return {
      ...{ id: subject === "" ? account : `${account}/${subject}`, caption, rank: "line" },
      cells: [
        isDifference ? NONE : { kind: "text", text: account },
        isDifference ? NONE : { kind: "text", text: subject },
        ...measures.map(([, measure]) => money(currency, measure(turnover))),
      ],
      source: {
        kind: "postings",
        selections: [{ accounts: [account], subject, currency, of: "closing", sign: 1n }],
        columns: [
          ...[[], []],
          ...measures.map(([of]) => [
            {
              accounts: [account],
              subject,
              currency,
              sign: 1n,
              of: of === "exchangeEffect" ? "exchange" : of,
            } as const,
          ]),
        ],
      },
    };
  });
  const totals: StatementLine = {
    ...{ id: "total", caption: { key: "total" }, rank: "total" },
    cells: [
      ...[NONE, NONE],
      ...measures.map(([, measure]) =>
        money(
          currency,
          turnovers.reduce((sum, turnover) => sum + measure(turnover), 0n),
        ),
      ),
    ],
    source: { kind: "lines", plus: lines.map(({ id }) => id), minus: [] },
  };
  const columns = ["account", "subject", ...measures.map(([id]) => id)] as const;
  return {
    id: memo ? `memo.${currency}` : currency,
    caption: { key: memo ? "memoAccounts" : "accounts", name: { en: currency, ja: currency } },
    columns: columns.map((key) => ({ id: key, caption: { key } })),
    lines: [...lines, totals],
  };
}

const NONE: Cell = { kind: "none" };

const DIFFERENCES: readonly string[] = Object.values(TRANSLATION);

/** No account of the book: where it is nothing it is no line. */
const isEmptyDifference = (of: Turnover): boolean =>
  DIFFERENCES.includes(of.account) && MEASURES.every(([, measure]) => measure(of) === 0n);

/** What each column of amounts has; the effect of rates of exchange in a translated book alone. */
const MEASURES = [
  ["opening", ({ opening }: Turnover) => opening],
  ["debits", ({ debits }: Turnover) => debits],
  ["credits", ({ credits }: Turnover) => credits],
  ["exchangeEffect", ({ exchange = 0n }: Turnover) => exchange],
  ["closing", closingOf],
] as const;
