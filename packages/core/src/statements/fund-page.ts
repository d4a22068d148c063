import { Ratio } from "../base/ratio.ts";
import { addDays, FIRST_DATE, type LocalDate } from "../calendar/date.ts";
import { unitsOutstanding } from "../capital/state.ts";
import type { Charter, LocalizedText } from "../charter/charter.ts";
import { lastStrike, type NavStrike } from "../dealing/nav-strike.ts";
import { ledgerAt, type Recorded, type Contested } from "../fund/chronicle.ts";
import { tallyOf } from "./act-tally.ts";
import { mainVehicle, VehicleFigures } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import type { Investment } from "../investments/state.ts";
import { balanceOf, type Ledger } from "../ledger/journal.ts";
import { fiscalYearBefore, revenueOf, type PartyRevenue } from "./fiscal-revenue.ts";
import { codesOf, FAIR_VALUE_ACCOUNTS } from "./account-groups.ts";
import { PeriodBook } from "./period-book.ts";
import { periodBetween } from "./period.ts";
import { sidesOf, type Display, type Side } from "./sides.ts";

/** What the page is made of: the state, the replay that led to it, and how to show it. */
export type PageInput = {
  readonly state: FundState;
  readonly chronicle: Recorded;
  /** A second currency for the figures of the party that has it, at one rate. */
  readonly display?: Display;
};

/** Where the vehicle stands at a date, in minor units of its currency. */
export type Position = {
  readonly on: LocalDate;
  /** At fair value: cost where nothing was valued. */
  readonly investments: bigint;
  readonly cash: bigint;
  readonly otherAssets: bigint;
  /** What it owes, by account of the charter, as positive amounts; none that is nothing. */
  readonly liabilities: readonly Liability[];
  readonly netAssets: bigint;
};

export type Liability = {
  readonly account: string;
  readonly name: LocalizedText;
  readonly minor: bigint;
};

/** How the net assets of one date became those of the other; all in minor units. */
export type Movement = {
  readonly opening: bigint;
  readonly contributions: bigint;
  /** Income received and the change of unrealised values. */
  readonly operations: bigint;
  readonly distributions: bigint;
  readonly closing: bigint;
};

/** Fair value of all investments of one sector, and by how it was found. */
export type SectorValue = {
  readonly sector: string;
  readonly name: LocalizedText;
  readonly minor: bigint;
};

export type LevelValue = { readonly level: 1 | 2 | 3 | "cost"; readonly minor: bigint };

/** What is promised to investments beside what can be had to pay it, minor units. */
export type Cover = {
  readonly promised: bigint;
  /** Liabilities but for loans. */
  readonly owed: bigint;
  readonly borrowed: bigint;
  readonly cash: bigint;
  readonly calledUnpaid: bigint;
  readonly callable: bigint;
  /** What lenders stand ready to lend. */
  readonly undrawn: bigint;
};

/** The values of the page that a run ends with; every sum is checked, and none is rounded. */
export type FundPage = {
  readonly title: LocalizedText;
  readonly notice: LocalizedText;
  readonly charterVersion: number;
  readonly currency: string;
  readonly foundedOn: LocalDate;
  readonly asOf: LocalDate;
  /** The end of the fund's last fiscal year, if it was founded by then, and now. */
  readonly positions: readonly Position[];
  readonly movement: Movement;
  readonly levels: readonly LevelValue[];
  readonly sectors: readonly SectorValue[];
  readonly sides: readonly Side[];
  readonly display?: Display;
  readonly strike?: NavStrike;
  readonly microUnits: bigint;
  readonly revenue: readonly PartyRevenue[];
  readonly cover: Cover;
  readonly contested: readonly ContestedLine[];
};

/** Something contested, with the votes of the body that decides on it, if one does. */
export type ContestedLine = Contested & {
  readonly votes?: { readonly approving: number; readonly counted: number };
};

function liabilitiesOf(charter: Charter, ledger: Ledger, vehicle: string, currency: string) {
  const lines: Liability[] = [];
  for (const { code, kind, name } of charter.accounts) {
    if (kind !== "liability") continue;
    const minor = -balanceOf(ledger, { vehicle, account: code, currency });
    if (minor !== 0n) lines.push({ account: code, name, minor });
  }
  return lines;
}

function positionAt(state: FundState, on: LocalDate): Position {
  const { id: vehicle, currency } = mainVehicle(state.charter);
  const figures = new VehicleFigures(state, vehicle);
  return {
    on,
    investments: figures.investmentsFairValue,
    cash: figures.cash,
    otherAssets: figures.totalAssets - figures.investmentsFairValue - figures.cash,
    liabilities: liabilitiesOf(state.charter, state.ledger, vehicle, currency),
    netAssets: figures.netAssets,
  };
}

/** Paid-in capital, what of it is unpaid, and what was redeemed of it. */
const CAPITAL_ACCOUNTS: readonly string[] = [
  ACCOUNTS.paidInCapital,
  ACCOUNTS.calledUnpaid,
  ACCOUNTS.redeemedCapital,
];

/**
 * Contributions less what was returned, operations and distributions come from the postings, and
 * worth from the balances of what is owned and owed: that they tie is a check, not a definition.
 */
function movementOf(
  { state, chronicle }: PageInput,
  before: Position | undefined,
  now: Position,
): Movement {
  const { id: vehicle, currency } = mainVehicle(state.charter);
  const after = before === undefined ? undefined : addDays(before.on, 1);
  const from = after?.ok === true ? after.value : FIRST_DATE;
  const book = new PeriodBook(chronicle, {
    ...{ vehicle, currency, period: periodBetween(from, now.on < from ? from : now.on) },
  });
  const credits = (accounts: readonly string[]): bigint =>
    book.sum({ accounts, of: "movement", sign: -1n });
  return {
    opening: before?.netAssets ?? 0n,
    contributions: credits(CAPITAL_ACCOUNTS),
    operations: credits(codesOf(state.charter, "income", "expense")),
    distributions: -credits(DISTRIBUTION_ACCOUNTS),
    closing: now.netAssets,
  };
}

/** Fair value of the main vehicle's investments of which something holds, minor units. */
function fairValueWhere(state: FundState, isIt: (investment: Investment) => boolean): bigint {
  const { id: vehicle, currency } = mainVehicle(state.charter);
  let sum = 0n;
  for (const investment of state.investments.values()) {
    if (investment.vehicle !== vehicle || !isIt(investment)) continue;
    const of = { vehicle, currency, subject: investment.id };
    for (const account of FAIR_VALUE_ACCOUNTS) sum += balanceOf(state.ledger, { ...of, account });
  }
  return sum;
}

function valuesBySector(state: FundState): readonly SectorValue[] {
  return state.charter.mandate.sectors.flatMap(({ id, name }) => {
    const minor = fairValueWhere(state, ({ sector }) => sector === id);
    return minor === 0n ? [] : [{ sector: id, name, minor }];
  });
}

function valuesByLevel(state: FundState): readonly LevelValue[] {
  const levels: readonly LevelValue["level"][] = [1, 2, 3, "cost"];
  return levels.flatMap((level) => {
    const minor = fairValueWhere(state, ({ valuation }) => (valuation?.level ?? "cost") === level);
    return minor === 0n ? [] : [{ level, minor }];
  });
}

function coverOf(state: FundState): Cover {
  const { id } = mainVehicle(state.charter);
  const figures = new VehicleFigures(state, id);
  return {
    promised: figures.investmentCommitments,
    owed: figures.otherLiabilities,
    borrowed: figures.debt,
    cash: figures.cash,
    calledUnpaid: figures.unpaidCalls,
    callable: figures.unfundedCommitments,
    undrawn: figures.undrawnFacilities,
  };
}

/**
 * How often cash, unpaid calls, callable capital and undrawn lines hold what is promised and owed,
 * loans apart: what of them falls due is in the cash forecast.
 */
export function coverRatio(cover: Cover): Ratio | undefined {
  const claims = cover.promised + cover.owed;
  if (claims <= 0n) return undefined;
  const held = cover.cash + cover.calledUnpaid + cover.callable + cover.undrawn;
  return Ratio.make(held, claims);
}

/** The votes of the largest body that decides on an act from which a seat stepped back. */
function withVotes(state: FundState, contested: Contested): ContestedLine {
  const record = contested.kind === "recused" ? state.acts.get(contested.actId) : undefined;
  if (record === undefined) return contested;
  const [largest] = tallyOf(state, record).rules.toSorted((a, b) => b.counted - a.counted);
  if (largest === undefined || largest.approving === 0) return contested;
  const { approving, counted } = largest;
  return { ...contested, votes: { approving, counted } };
}

function strikeOf(state: FundState): NavStrike | undefined {
  const { id: main } = mainVehicle(state.charter);
  const strikes = state.charter.classes.flatMap(({ id, vehicle }) => {
    const strike = lastStrike(state.strikes, { vehicle, unitClass: id });
    return strike === undefined || vehicle !== main ? [] : [strike];
  });
  return strikes[0];
}

/** The page as of the day that is open. Amounts are minor units of the main vehicle's currency. */
export function fundPage(input: PageInput): FundPage {
  const { state, chronicle, display } = input;
  const { charter, today } = state;
  const { currency } = mainVehicle(charter);
  const foundedOn = chronicle.firstDay ?? today;
  const now = positionAt(state, today);
  const end = fiscalYearBefore(charter, today);
  const before =
    end === undefined || end < foundedOn
      ? undefined
      : positionAt({ ...state, ledger: ledgerAt(chronicle.postings, end) }, end);
  const strike = strikeOf(state);
  let microUnits = 0n;
  for (const { id, vehicle } of charter.classes) {
    if (vehicle === charter.capital.vehicle) microUnits += unitsOutstanding(state.capital, id);
  }
  return {
    ...{ title: charter.title, notice: charter.notice, charterVersion: charter.version },
    ...{ currency, foundedOn, asOf: today },
    positions: before === undefined ? [now] : [before, now],
    movement: movementOf(input, before, now),
    levels: valuesByLevel(state),
    sectors: valuesBySector(state),
    sides: sidesOf(state, display),
    ...(display === undefined ? {} : { display }),
    ...(strike === undefined ? {} : { strike }),
    microUnits,
    revenue: revenueOf(state, foundedOn, display),
    cover: coverOf(state),
    contested: chronicle.contested.map((contested) => withVotes(state, contested)),
  };
}
