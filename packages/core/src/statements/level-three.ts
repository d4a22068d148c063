import { addDays } from "../calendar/date.ts";
import type { Recorded } from "../fund/chronicle.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { FAIR_VALUE_ACCOUNTS } from "./account-groups.ts";
import { money } from "./account-lines.ts";
import type { PeriodBook, PostingSelection } from "./period-book.ts";
import { levelOf, valuationOn } from "./schedule-of-investments.ts";
import type { Caption, StatementLine, StatementTable } from "./statement.ts";
import { TranslatedBook } from "./translated-book.ts";

/** How the fair value of one investment moved through level 3; minor units, as it is added up. */
type Rolled = { readonly [column in Column]: bigint };

const ALL_COLUMNS = [
  "opening",
  "purchases",
  "disposals",
  "realised",
  "unrealised",
  "exchangeEffect",
  "transfersIn",
  "transfersOut",
  "closing",
] as const;

type Column = (typeof ALL_COLUMNS)[number];

/** Rates of exchange change what a translated book holds, and no other [ST71]. */
const columnsOf = (book: PeriodBook): readonly Column[] =>
  ALL_COLUMNS.filter((column) => column !== "exchangeEffect" || book instanceof TranslatedBook);

const isInLevelThree = (
  chronicle: Pick<Recorded, "valuations">,
  investment: string,
  on: PeriodBook["period"]["to"] | undefined,
): boolean => on !== undefined && levelOf(valuationOn(chronicle, investment, on)) === 3;

/**
 * The roll-forward of what is valued by inputs that nobody can observe [ST27]. An investment that
 * changes its level is deemed to do so at the end of the period; what it fetched above its cost is
 * realised, and disposals are what came in for it.
 */
export function levelThreeTable(
  state: Pick<FundState, "investments">,
  chronicle: Pick<Recorded, "valuations">,
  book: PeriodBook,
): StatementTable {
  const before = addDays(book.period.from, -1);
  const opening = before.ok ? before.value : undefined;
  const columns = columnsOf(book);
  const lines = [...state.investments.values()].flatMap(({ id, vehicle, name }) => {
    if (vehicle !== book.vehicle) return [];
    const was = isInLevelThree(chronicle, id, opening);
    const is = isInLevelThree(chronicle, id, book.period.to);
    const rolled = rolledForward(book, id, { was, is });
    const cells = columns.map((column) => money(book.currency, rolled[column]));
    return columns.every((column) => rolled[column] === 0n)
      ? []
      : [lineOf({ id, caption: { name } }, cells)];
  });
  return {
    id: "level-three",
    caption: { key: "levelThree" },
    columns: columns.map((key) => ({ id: key, caption: { key } })),
    lines: [...lines, totalOf(book.currency, columns, lines)],
  };
}

function rolledForward(
  book: PeriodBook,
  subject: string,
  { was, is }: { readonly was: boolean; readonly is: boolean },
): Rolled {
  const { investmentsAtCost, unrealisedOnInvestments, realisedOnInvestments } = ACCOUNTS;
  const sum = (accounts: readonly string[], of: PostingSelection["of"]) =>
    book.sum({ accounts, subject, of, sign: 1n });
  const carried = sum(FAIR_VALUE_ACCOUNTS, "opening");
  const realised = -sum([realisedOnInvestments], "movement");
  const moved = {
    purchases: sum([investmentsAtCost], "debits"),
    disposals: sum([investmentsAtCost], "credits") - realised,
    realised,
    unrealised: sum([unrealisedOnInvestments], "movement"),
    exchangeEffect: sum(FAIR_VALUE_ACCOUNTS, "exchange"),
  };
  const value = sum(FAIR_VALUE_ACCOUNTS, "closing");
  // What was nothing at the opening came to level 3 by being bought, not by a change of level.
  const within = was || (is && carried === 0n);
  if (!within) {
    const none = { purchases: 0n, disposals: 0n, realised: 0n, unrealised: 0n, exchangeEffect: 0n };
    const transfersIn = is ? value : 0n;
    return { opening: 0n, ...none, transfersIn, transfersOut: 0n, closing: transfersIn };
  }
  const transfersOut = is ? 0n : -value;
  return { opening: carried, ...moved, transfersIn: 0n, transfersOut, closing: is ? value : 0n };
}

function lineOf(
  { id, caption }: { readonly id: string; readonly caption: Caption },
  cells: StatementLine["cells"],
): StatementLine {
  return {
    ...{ id, caption, rank: "line" },
    cells,
    source: {
      kind: "postings",
      selections: [{ accounts: FAIR_VALUE_ACCOUNTS, subject: id, of: "closing", sign: 1n }],
    },
  };
}

function totalOf(
  currency: string,
  columns: readonly Column[],
  lines: readonly StatementLine[],
): StatementLine {
  return {
    ...{ id: "total", caption: { key: "total" }, rank: "total" },
    cells: columns.map((_, column) => {
      const minors = lines.map(({ cells }) => cells[column]);
      const sum = minors.reduce(
        (all, cell) => all + (cell?.kind === "money" ? cell.minor : 0n),
        0n,
      );
      return money(currency, sum);
    }),
    source: { kind: "lines", plus: lines.map(({ id }) => id), minus: [] },
  };
}
