import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import {
  exchangeOutput,
  outputOf,
  rungOutput,
} from "@jointfund/projection/charter/fund-outputs.ts";

type By = ReadonlyMap<string, number>;

/** The parts of a step in which capital is called, and in which lenders are repaid [PJ101]. */
export const CALL_PARTS = ["costs", "cure", "draws"] as const;
export type CallPart = (typeof CALL_PARTS)[number];
export const REPAID_PARTS = ["sweep", "cure", "sale", "end"] as const;
export type RepaidPart = (typeof REPAID_PARTS)[number];

/** What one path does in one step; amounts in minor units, not rounded. */
export type PathStep = {
  readonly on: LocalDate;
  /** What is fixed on the step's day. */
  readonly shortRate: number;
  readonly exchange: By;
  /** A year's rate on bonds that are issued on the day. */
  readonly bondRate: number;
  readonly income: By;
  /** What the valuer reports, by project. */
  readonly valued: By;
  readonly called: Readonly<Record<CallPart, number>>;
  /** 1 for each party that pays what it is called for. */
  readonly pays: By;
  readonly expenses: number;
  readonly repaid: Readonly<Record<RepaidPart, number>>;
  /**
   * Shares of projects that a covenant forces to be sold, and of those that have come to their
   * end.
   */
  readonly forced: By;
  readonly forcedProceeds: By;
  readonly ended: By;
  readonly endedProceeds: By;
  readonly selected: By;
  /** Why a project that was due was not selected: 1 limits, 2 locked, 3 incurrence tests. */
  readonly refused: By;
  readonly lineDrawn: number;
  readonly bondsIssued: number;
  readonly drawn: By;
  readonly distribution: number;
  readonly after: PathBooks;
};

/** Where the path stands at the end of a step. */
export type PathBooks = {
  /** By the names of a projection's outputs (`FUND_OUTPUTS`). */
  readonly figures: By;
  readonly reported: By;
  readonly cost: By;
  /** Since the opening. */
  readonly paidIn: By;
  readonly distributed: By;
  readonly reserves: By;
  /** 0 is clear, then the covenant's steps. */
  readonly rungs: By;
};

/** A path of a projection, with what its program needs to be replayed. */
export type Path = {
  readonly opens: LocalDate;
  readonly openingShortRate: number;
  readonly openingExchange: By;
  readonly assumptions: Assumptions;
  readonly steps: readonly PathStep[];
};

const FIGURES = [
  ...["netAssets", "totalAssets", "investments", "cash", "debt", "unfunded", "undrawn"],
  ...["pricePerUnit", "line", "bonds", "interestUnpaid", "undistributedIncome"],
] as const;

/** What one path of a model's program gives at each step, by the names of its outputs. */
export type PathValues = {
  readonly steps: number;
  /** What the program does not tell is undefined. */
  readonly value: (name: string, step: number) => number | undefined;
};

/** The steps of a path of a fund's program. */
export function stepsOfPath(
  { assumptions, model }: { readonly assumptions: Assumptions; readonly model: FundModel },
  { steps, value }: PathValues,
): readonly PathStep[] {
  const projects = assumptions.projects.map(({ id }) => id);
  const parties = model.parties.map(({ id }) => id);
  const currencies = Object.keys(assumptions.exchange);
  const totals = new Map<string, number>();
  return Array.from({ length: steps }, (_, step): PathStep => {
    const of = (name: string): number => value(name, step) ?? 0;
    const by = (ids: readonly string[], name: (id: string) => string): By =>
      new Map(ids.map((id) => [id, of(name(id))]));
    const ofProjects = (name: string): By => by(projects, (id) => `${name}:${id}`);
    const sinceOpening = (name: "paidIn" | "distributed"): By =>
      new Map(
        parties.map((party) => {
          const key = outputOf(name, party);
          const total = (totals.get(key) ?? 0) + of(key);
          totals.set(key, total);
          return [party, total];
        }),
      );
    const parts = <K extends string>(name: string, keys: readonly K[]): Record<K, number> =>
      Object.fromEntries(keys.map((key) => [key, of(`${name}:${key}`)])) as Record<K, number>;
    return {
      on: model.dates[step]!,
      shortRate: of("nextShortRate"),
      exchange: by(currencies, exchangeOutput),
      bondRate: of("bondRate"),
      income: ofProjects("income"),
      valued: ofProjects("valued"),
      called: parts("called", CALL_PARTS),
      pays: new Map(parties.map((party) => [party, of(outputOf("missed", party)) > 0 ? 0 : 1])),
      expenses: of("expenses"),
      repaid: parts("repaid", REPAID_PARTS),
      forced: ofProjects("forced"),
      forcedProceeds: ofProjects("forcedProceeds"),
      ended: ofProjects("ended"),
      endedProceeds: ofProjects("endedProceeds"),
      selected: ofProjects("selected"),
      refused: ofProjects("tried"),
      lineDrawn: of("lineDrawn"),
      bondsIssued: of("bondsIssued"),
      drawn: ofProjects("drawn"),
      distribution: of("distribution"),
      after: {
        figures: new Map(FIGURES.map((name) => [name, of(name)])),
        reported: ofProjects("reported"),
        cost: ofProjects("cost"),
        paidIn: sinceOpening("paidIn"),
        distributed: sinceOpening("distributed"),
        reserves: ofReserves(value, step),
        rungs: by(model.covenants, rungOutput),
      },
    };
  });
}

function ofReserves(_value: PathValues["value"], _step: number): By {
  return new Map();
}
