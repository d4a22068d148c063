import type { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { postedTo } from "../fund/posted-days.ts";
import type { FundState } from "../fund/state.ts";
import { money } from "./account-lines.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { capitalAccounts, sharedBy } from "./capital-shares.ts";
import {
  moneyWeightedReturn,
  withoutLine,
  type DatedFlow,
  type LineMovement,
  type MoneyWeightedReturn,
} from "./money-weighted-return.ts";
import { multiplesOf, type Multiples } from "./multiples.ts";
import {
  flowsWithin,
  netFlowsOfParty,
  OWED_TO_PARTY,
  owedTo,
  stakeholdersOf,
} from "./party-flows.ts";
import type { PeriodBook } from "./period-book.ts";
import { Stakes } from "./stakes.ts";
import { moneyWeightedCell, timeWeightedCell } from "./rate-cells.ts";
import type { Cell, StatementLine, StatementTable } from "./statement.ts";
import { timeWeightedReturn, type TimeWeightedReturn } from "./time-weighted-return.ts";
import { unfundedMovement } from "./unfunded-commitment.ts";
import { pricePoints } from "./unit-prices.ts";

/** What a party, or all of them, put in, got and has; minor units of the vehicle's currency. */
export type PartyAmounts = {
  readonly paidIn: bigint;
  readonly distributed: bigint;
  /** Its capital account, and what is owed to it. */
  readonly residual: bigint;
};

/** The same, and what it came to. */
export type PartyReturns = PartyAmounts & {
  readonly committed: bigint;
  readonly multiples: Multiples;
  readonly moneyWeighted: MoneyWeightedReturn;
  /** As though each draw of a subscription line had been contributed on its day [ST6]. */
  readonly withoutLine: MoneyWeightedReturn;
};

/** What one party, or all together, put in and got since inception and have at the book's end. */
export function amountsOf(
  { charter }: Pick<FundState, "charter">,
  chronicle: Recorded,
  book: PeriodBook,
  party: string | undefined,
): PartyAmounts {
  const { vehicle, currency, period } = book;
  const asked = { vehicle, currency, ...(party === undefined ? {} : { party }) };
  const { paidIn, received: distributed } = flowsWithin(chronicle, asked, { to: period.to });
  return { paidIn, distributed, residual: residualOf(charter, chronicle, book, party) };
}

/** The returns of one party since inception, or of all together, as of the book's end [ST36]. */
export function returnsOf(
  state: Pick<FundState, "charter">,
  chronicle: Recorded,
  book: PeriodBook,
  of: { readonly party?: string; readonly timeWeighted?: Ratio },
): PartyReturns {
  const { vehicle, currency, period } = book;
  const { party } = of;
  const { paidIn, distributed, residual } = amountsOf(state, chronicle, book, party);
  const parties = party === undefined ? stakeholdersOf(book) : [party];
  const flows = parties.flatMap((each) =>
    netFlowsOfParty(chronicle, { vehicle, currency, party: each, to: period.to }),
  );
  const { commitment: committed } = unfundedMovement(chronicle, book, party);
  const dated: readonly DatedFlow[] = [...flows, { on: period.to, minor: residual }];
  const moneyWeighted = moneyWeightedReturn(dated, of.timeWeighted);
  const line = lineMovements(state.charter, chronicle, book, party);
  return {
    ...{ committed, paidIn, distributed, residual },
    multiples: multiplesOf({ committed, paidIn, distributed, residual }),
    moneyWeighted,
    withoutLine:
      line.length === 0
        ? moneyWeighted
        : moneyWeightedReturn(withoutLine(dated, line), of.timeWeighted),
  };
}

/**
 * What the vehicle drew and repaid under subscription lines, or a party's part of it: by the stakes
 * of that evening.
 */
function lineMovements(
  charter: Charter,
  chronicle: Recorded,
  { vehicle, currency, period }: PeriodBook,
  party: string | undefined,
): readonly LineMovement[] {
  const stakes = new Stakes(charter, chronicle, vehicle);
  return postedTo(chronicle, vehicle, [ACCOUNTS.subscriptionLine]).flatMap(({ journal }) => {
    const { effectiveDate: on, postings } = journal;
    if (on > period.to) return [];
    return postings.flatMap((posting): LineMovement[] => {
      if (posting.account !== ACCOUNTS.subscriptionLine || posting.currency !== currency) return [];
      const whole = posting.minor < 0n ? -posting.minor : posting.minor;
      const parts = party === undefined ? undefined : sharedBy(charter, stakes.on(on), whole);
      const minor = party === undefined ? whole : (parts?.get(party) ?? 0n);
      return [{ on, kind: posting.minor < 0n ? "drawn" : "repaid", minor }];
    });
  });
}

function residualOf(
  charter: Charter,
  chronicle: Recorded,
  book: PeriodBook,
  party: string | undefined,
): bigint {
  const stakes = new Stakes(charter, chronicle, book.vehicle);
  const worth = capitalAccounts(
    { charter, chronicle, book, stakes },
    { of: "closing", on: book.period.to },
  );
  const parties = party === undefined ? [...worth.keys()] : [party];
  const owed = party === undefined ? book.subjects(OWED_TO_PARTY) : [party];
  return (
    parties.reduce((sum, each) => sum + (worth.get(each) ?? 0n), 0n) +
    owed.reduce((sum, each) => sum + owedTo(book, each), 0n)
  );
}

/** The time-weighted return of the first class of a vehicle since its first units. */
export function classReturn(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  of: { readonly vehicle: string; readonly to: LocalDate },
): TimeWeightedReturn | undefined {
  const unitClass = state.charter.classes.find(({ vehicle }) => vehicle === of.vehicle);
  return unitClass && timeWeightedReturn(pricePoints(state, chronicle, unitClass, of.to));
}

const COLUMNS = [
  "committed",
  "paidIn",
  "distributed",
  "residual",
  "pic",
  "dpi",
  "rvpi",
  "tvpi",
  "moneyWeighted",
  "withoutLine",
  "timeWeighted",
] as const;

/** Returns of each party and of all together, money-weighted beside time-weighted [ST36]. */
export function returnsTable(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  book: PeriodBook,
): StatementTable {
  const { vehicle, period } = book;
  const weighted = classReturn(state, chronicle, { vehicle, to: period.to });
  const lineFor = (party: string | undefined): StatementLine => {
    const hint = weighted === undefined ? {} : { timeWeighted: weighted.rate };
    const returns = returnsOf(
      state,
      chronicle,
      book,
      party === undefined ? hint : { party, ...hint },
    );
    const name = state.charter.parties.find(({ id }) => id === party)?.short;
    return {
      id: party ?? "total",
      caption: party === undefined ? { key: "total" } : { name: name ?? { en: party, ja: party } },
      rank: party === undefined ? "total" : "line",
      cells: cellsOf(book.currency, returns, weighted),
      source: { kind: "record" },
    };
  };
  return {
    id: "returns",
    caption: { key: "returnsSinceInception" },
    columns: COLUMNS.map((key) => ({ id: key, caption: { key } })),
    lines: [...stakeholdersOf(book), undefined].map(lineFor),
  };
}

function cellsOf(
  currency: string,
  { committed, paidIn, distributed, residual, multiples, moneyWeighted, ...rest }: PartyReturns,
  weighted: TimeWeightedReturn | undefined,
): readonly Cell[] {
  const ratio = (kind: "share" | "multiple", of: Ratio | undefined): Cell =>
    of === undefined ? { kind: "none" } : { kind, ratio: of };
  return [
    ...[committed, paidIn, distributed, residual].map((minor) => money(currency, minor)),
    ratio("share", multiples.pic),
    ratio("multiple", multiples.dpi),
    ratio("multiple", multiples.rvpi),
    ratio("multiple", multiples.tvpi),
    moneyWeightedCell(moneyWeighted),
    moneyWeightedCell(rest.withoutLine),
    timeWeightedCell(weighted),
  ];
}
