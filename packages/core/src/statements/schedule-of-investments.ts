import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter, LocalizedText } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import type { FundState } from "../fund/state.ts";
import type { Valuation } from "../investments/valuation.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { FAIR_VALUE_ACCOUNTS } from "./account-groups.ts";
import { money } from "./account-lines.ts";
import type { PeriodBook } from "./period-book.ts";
import type { Caption, Cell, StatementLine, StatementTable } from "./statement.ts";

/** A position above this share of net assets stands by itself (Reg. S-X 12-12, ASC 946-210-50). */
const SHOWN_ALONE = Ratio.make(5n, 100n);

/**
 * What an investment, or a holding in another vehicle, cost and is worth; minor units of the book.
 */
export type HeldInvestment = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly sector: string;
  readonly geography: string;
  readonly cost: bigint;
  readonly fairValue: bigint;
  /** The last valuation of a day that the period has seen. */
  readonly valuation?: Valuation;
  /** The party whose officer stated it. */
  readonly valuer?: string;
};

/** The last value that an investment was given as of a day, whenever that was recorded. */
export function valuationOn(
  { valuations }: Pick<Recorded, "valuations">,
  investment: string,
  on: LocalDate,
): Valuation | undefined {
  let last: Valuation | undefined;
  for (const { investment: of, valuation } of valuations) {
    if (of !== investment || valuation.on > on) continue;
    if (last === undefined || valuation.on >= last.on) last = valuation;
  }
  return last;
}

/** Level of the inputs that a value rests on; what only has a cost rests on nothing observable. */
export const levelOf = (valuation: Valuation | undefined): 1 | 2 | 3 => valuation?.level ?? 3;

/** Everything that the book carries at cost or value, in order of id. */
export function heldInvestments(
  state: Pick<FundState, "charter" | "investments" | "officers">,
  chronicle: Pick<Recorded, "valuations" | "acts">,
  book: PeriodBook,
): readonly HeldInvestment[] {
  return book.subjects(FAIR_VALUE_ACCOUNTS).flatMap((id): HeldInvestment[] => {
    const of = { subject: id, of: "closing", sign: 1n } as const;
    const cost = book.sum({ ...of, accounts: [ACCOUNTS.investmentsAtCost] });
    const fairValue = book.sum({ ...of, accounts: FAIR_VALUE_ACCOUNTS });
    if (cost === 0n && fairValue === 0n) return [];
    const investment = state.investments.get(id);
    const vehicle = state.charter.vehicles.find((each) => each.id === id);
    const held = {
      ...{ id, cost, fairValue },
      name: investment?.name ?? vehicle?.name ?? { en: id, ja: id },
      sector: investment?.sector ?? "",
      geography: investment?.geography ?? "",
    };
    const valuation = valuationOn(chronicle, id, book.period.to);
    if (valuation === undefined) return [held];
    const { proposer } = chronicle.acts.get(valuation.actId)?.act ?? {};
    const valuer = proposer === undefined ? undefined : state.officers.get(proposer)?.party;
    return [{ ...held, valuation, ...(valuer === undefined ? {} : { valuer }) }];
  });
}

/**
 * The condensed schedule of investments [ST26]: each above 5 % of net assets by itself, the rest
 * together by sector and country. Fair values sum to that of the position.
 */
export function scheduleTable(
  state: Pick<FundState, "charter" | "investments" | "officers">,
  chronicle: Pick<Recorded, "valuations" | "acts">,
  book: PeriodBook,
  netAssets: bigint,
): StatementTable {
  const held = heldInvestments(state, chronicle, book);
  const isAlone = ({ fairValue }: HeldInvestment): boolean =>
    netAssets <= 0n || Ratio.compare(Ratio.make(fairValue, netAssets), SHOWN_ALONE) > 0;
  const lineFor = scheduleLines(state.charter, book.currency, netAssets);
  const lines = [
    ...held.filter(isAlone).map((each) => lineFor(each.id, { name: each.name }, [each])),
    ...grouped(held.filter((each) => !isAlone(each))).map(({ sector, geography, members }) => {
      const name = state.charter.mandate.sectors.find(({ id }) => id === sector)?.name;
      const caption = { key: "otherInvestments", ...(name === undefined ? {} : { name }) } as const;
      return lineFor(`${sector}.${geography}`, caption, members);
    }),
  ];
  const sum = (accounts: readonly string[]): bigint =>
    book.sum({ accounts, of: "closing", sign: 1n });
  const total: StatementLine = {
    ...{ id: "total", caption: { key: "investmentsAtFairValue" }, rank: "total" },
    cells: cellsOf(book.currency, {
      cost: sum([ACCOUNTS.investmentsAtCost]),
      fairValue: sum(FAIR_VALUE_ACCOUNTS),
      netAssets,
    }),
    source: {
      kind: "postings",
      selections: [{ accounts: FAIR_VALUE_ACCOUNTS, of: "closing", sign: 1n }],
    },
  };
  return {
    id: "schedule",
    caption: { key: "scheduleOfInvestments" },
    columns: COLUMNS.map((key) => ({ id: key, caption: { key } })),
    lines: [...lines, total],
  };
}

/** Fair values by the level of their inputs; what has only a cost is at level 3 [ST26]. */
export function levelsTable(
  state: Pick<FundState, "charter" | "investments" | "officers">,
  chronicle: Pick<Recorded, "valuations" | "acts">,
  book: PeriodBook,
): StatementTable {
  const held = heldInvestments(state, chronicle, book);
  const lineOf = (level: 1 | 2 | 3): StatementLine => {
    const members = held.filter(({ valuation }) => levelOf(valuation) === level);
    const sum = members.reduce((total, { fairValue }) => total + fairValue, 0n);
    return {
      ...{ id: `level-${level}`, caption: { key: "level", name: { en: `${level}` } } },
      ...{ rank: "line", source: { kind: "record" } },
      cells: [money(book.currency, sum)],
    };
  };
  return {
    id: "levels",
    caption: { key: "fairValueByLevel" },
    columns: [{ id: "fairValue", caption: { key: "fairValue" } }],
    lines: ([1, 2, 3] as const).map(lineOf),
  };
}

const COLUMNS = [
  "sector",
  "geography",
  "cost",
  "fairValue",
  "shareOfNetAssets",
  "level",
  "technique",
  "valuedBy",
  "valuedOn",
] as const;

/** The rest by sector and country, in order of both. */
function grouped(held: readonly HeldInvestment[]) {
  const groups = new Map<string, HeldInvestment[]>();
  for (const each of held) {
    const { sector, geography } = each;
    const key = `${sector}/${geography}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => {
      const { sector, geography } = members[0]!;
      return { sector, geography, members };
    });
}

const NONE: Cell = { kind: "none" };

function scheduleLines(charter: Charter, currency: string, netAssets: bigint) {
  return (id: string, caption: Caption, members: readonly HeldInvestment[]): StatementLine => {
    const sum = (amount: (of: HeldInvestment) => bigint): bigint =>
      members.reduce((total, each) => total + amount(each), 0n);
    const [alone] = members.length === 1 ? members : [];
    const { sector, geography } = members[0]!;
    const levels = new Set(members.map((each) => levelOf(each.valuation)));
    const cells = cellsOf(currency, {
      cost: sum(({ cost }) => cost),
      fairValue: sum(({ fairValue }) => fairValue),
      netAssets,
    });
    return {
      ...{ id, caption, rank: "line" },
      cells: [
        { kind: "text", text: sector },
        { kind: "text", text: geography },
        ...cells.slice(2, 5),
        levels.size === 1 ? { kind: "count", count: [...levels][0]! } : NONE,
        ...(alone === undefined ? [NONE, NONE, NONE] : valuationCells(charter, alone)),
      ],
      source: {
        kind: "postings",
        selections: members.map((each) => ({
          ...{ accounts: FAIR_VALUE_ACCOUNTS, subject: each.id },
          ...{ of: "closing", sign: 1n },
        })),
      },
    };
  };
}

function cellsOf(
  currency: string,
  of: { readonly cost: bigint; readonly fairValue: bigint; readonly netAssets: bigint },
): readonly Cell[] {
  const share: Cell =
    of.netAssets === 0n ? NONE : { kind: "share", ratio: Ratio.make(of.fairValue, of.netAssets) };
  const amounts = [money(currency, of.cost), money(currency, of.fairValue), share];
  return [NONE, NONE, ...amounts, NONE, NONE, NONE, NONE];
}

/** What only has a cost was valued by nobody. */
function valuationCells(charter: Charter, of: HeldInvestment): readonly Cell[] {
  const { valuation, valuer } = of;
  if (valuation === undefined) return [{ kind: "caption", caption: { key: "atCost" } }, NONE, NONE];
  const party = charter.parties.find(({ id }) => id === valuer);
  return [
    { kind: "text", text: valuation.technique },
    party === undefined ? NONE : { kind: "caption", caption: { name: party.short } },
    { kind: "date", on: valuation.on },
  ];
}
