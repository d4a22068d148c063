import { Ratio } from "../base/ratio.ts";
import type { LocalizedText } from "../charter/charter.ts";
import type { Covenant } from "../charter/leverage-terms.ts";
import type { Standing } from "../facilities/covenant-ladder.ts";
import { stepOf } from "../facilities/covenants.ts";
import type { Headroom } from "../facilities/headroom.ts";
import { covenantHeadroom, proForma, ratioOf, testable } from "../fund/debt/covenants.ts";
import { booksJudged } from "../fund/decide-act.ts";
import type { Effects } from "../fund/effects.ts";
import type { ActFigures } from "../fund/environment.ts";
import type { FigureName } from "../fund/environment-types.ts";
import { mainVehicle, vehicleOf, VehicleFigures } from "../fund/figures.ts";
import { limitStanding, type LimitStanding } from "../fund/limit-headroom.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { pageBook, type PageRecords } from "./page-books.ts";
import { sidesOf, type Side } from "./sides.ts";

/**
 * A value before an act, after it, and once all that is instructed is paid and all that is asked of
 * lenders has come: by the last covenants judge a decision (LV19).
 */
export type Compared<Value> = {
  readonly before: Value;
  readonly after: Value;
  readonly settled: Value;
};

/** Amounts of one vehicle, minor units of its currency. */
export type VehicleCompared = {
  readonly vehicle: string;
  readonly name: LocalizedText;
  readonly currency: string;
  readonly figures: readonly (Compared<bigint> & { readonly figure: FigureName })[];
  /** Debt over net assets; none where there are none. */
  readonly leverage: Compared<Ratio | undefined>;
  /** Cash in each currency that it holds or would hold. */
  readonly cash: readonly (Compared<bigint> & { readonly currency: string })[];
};

export type CovenantCompared = Compared<{
  readonly ratio?: Ratio;
  readonly step: Standing;
  /** How far investments may fall before each step, basis points. */
  readonly headroom: readonly Headroom[];
}> & { readonly covenant: Covenant };

export type LimitCompared = { readonly before: LimitStanding; readonly after: LimitStanding };

/** What one side has promised, put in and owns; minor units of the fund's currency. */
export type SideCompared = {
  readonly party: string;
  readonly name: LocalizedText;
  readonly before: SideFigures;
  readonly after: SideFigures;
};

export type SideFigures = Pick<
  Side,
  "promised" | "putIn" | "ownsNow" | "due" | "microUnits" | "shareOfUnits"
>;

/** Everything of weight that an act would change, each value beside what it is now. */
export type ActComparison = {
  readonly vehicles: readonly VehicleCompared[];
  readonly covenants: readonly CovenantCompared[];
  readonly limits: readonly LimitCompared[];
  readonly sides: readonly SideCompared[];
};

/** The figures that officers weigh, as expressions of the charter call them. */
const FIGURES = [
  "netAssets",
  "investmentsFairValue",
  "cash",
  "payables",
  "debt",
  "unpaidCalls",
  "unfundedCommitments",
  "investmentCommitments",
  "undrawnFacilities",
  "guarantees",
] as const satisfies readonly FigureName[];

type States = Compared<FundState>;

function each<Value>(states: States, of: (state: FundState) => Value): Compared<Value> {
  const { before, after, settled } = states;
  return { before: of(before), after: of(after), settled: of(settled) };
}

/** The fund itself, and every vehicle whose book the effects post to or whose money they move. */
function touched({ before, after }: States, effects: Effects): readonly string[] {
  const known = new Set(after.charter.vehicles.map(({ id }) => id));
  const named = effects.flatMap((event) => {
    if (event.kind === "posted") return [event.entry.vehicle];
    if (event.kind === "paymentInstructed") return [event.payment.vehicle];
    if (event.kind === "drawingRequested") {
      return [after.facilities.get(event.facility)?.vehicle ?? ""];
    }
    return [];
  });
  return [...new Set([mainVehicle(before.charter).id, ...named])].filter((id) => known.has(id));
}

function cashOf({ ledger }: FundState, vehicle: string): ReadonlyMap<string, bigint> {
  const cash = new Map<string, bigint>();
  for (const [key, minor] of ledger.range(`${vehicle}/${ACCOUNTS.cash}/`)) {
    const currency = key.split("/")[2] ?? "";
    cash.set(currency, (cash.get(currency) ?? 0n) + minor);
  }
  return cash;
}

function leverageOf(figures: VehicleFigures): Ratio | undefined {
  const { debt, netAssets } = figures;
  return netAssets <= 0n ? undefined : Ratio.make(debt, netAssets);
}

function vehicleCompared(states: States, vehicle: string): VehicleCompared {
  // A vehicle that the act itself makes has no book before it.
  const { name, currency } = vehicleOf(states.after.charter, vehicle);
  const figuresOf = (state: FundState): VehicleFigures =>
    new VehicleFigures({ ...state, charter: states.after.charter }, vehicle);
  const figures = each(states, figuresOf);
  const cash = each(states, (state) => cashOf(state, vehicle));
  const currencies = new Set([
    currency,
    ...[cash.before, cash.after, cash.settled].flatMap((of) => [...of.keys()]),
  ]);
  return {
    ...{ vehicle, name, currency },
    figures: FIGURES.map((figure) => ({
      figure,
      before: figures.before[figure],
      after: figures.after[figure],
      settled: figures.settled[figure],
    })),
    leverage: each(states, (state) => leverageOf(figuresOf(state))),
    cash: [...currencies].map((code) => ({
      currency: code,
      before: cash.before.get(code) ?? 0n,
      after: cash.after.get(code) ?? 0n,
      settled: cash.settled.get(code) ?? 0n,
    })),
  };
}

function covenantsCompared(states: States): readonly CovenantCompared[] {
  const standing = (state: FundState, covenant: Covenant) => {
    const ratio = ratioOf(state, covenant);
    return {
      ...(ratio === undefined ? {} : { ratio }),
      step: stepOf(state.covenants, covenant.id),
      headroom: covenantHeadroom(state, covenant),
    };
  };
  return testable(states.before).map((covenant) => ({
    covenant,
    ...each(states, (state) => standing(state, covenant)),
  }));
}

/** Where the limits that an act is judged by stand, before it and on the books that it leaves. */
function limitsCompared(
  { before, after }: States,
  effects: Effects,
  figures: ActFigures | undefined,
): readonly LimitCompared[] {
  if (figures === undefined) return [];
  const { charter } = before;
  const ids = charter.acts[figures.type]?.limits ?? [];
  const left = booksJudged({ ...after, charter }, effects);
  return charter.limits
    .filter(({ id }) => ids.includes(id))
    .map((limit) => ({
      before: limitStanding(before, limit, figures),
      after: limitStanding(left, limit, figures),
    }));
}

const NOTHING: SideFigures = {
  ...{ promised: 0n, putIn: 0n, ownsNow: 0n, due: 0n, microUnits: 0n },
  shareOfUnits: Ratio.zero,
};

function sidesCompared(before: PageRecords, after: PageRecords): readonly SideCompared[] {
  const [was, is] = [before, after].map((record) => sidesOf(record, pageBook(record)));
  const parties = new Map([...(was ?? []), ...(is ?? [])].map(({ party, name }) => [party, name]));
  const figures = (sides: readonly Side[] | undefined, id: string): SideFigures => {
    const side = sides?.find(({ party }) => party === id);
    if (side === undefined) return NOTHING;
    const { promised, putIn, ownsNow, due, microUnits, shareOfUnits } = side;
    return { promised, putIn, ownsNow, due, microUnits, shareOfUnits };
  };
  return [...parties].map(([party, name]) => ({
    ...{ party, name, before: figures(was, party), after: figures(is, party) },
  }));
}

/**
 * What effects would change, exactly: amounts of every vehicle that they touch, cash by currency,
 * covenants with their headroom, the limits of the act and what each side has [ST80].
 */
export function compareAct(
  before: PageRecords,
  after: PageRecords,
  effects: Effects,
  figures: ActFigures | undefined,
): ActComparison {
  const settled = proForma(after.state);
  const states: States = { before: before.state, after: after.state, settled };
  return {
    vehicles: touched(states, effects).map((vehicle) => vehicleCompared(states, vehicle)),
    covenants: covenantsCompared(states),
    limits: limitsCompared(states, effects, figures),
    sides: sidesCompared(before, after),
  };
}
