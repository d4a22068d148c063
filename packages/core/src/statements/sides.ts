import { openOf, paidInOf } from "../capital/call.ts";
import { Ratio } from "../base/ratio.ts";
import { assert } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";
import { holdersOf } from "../capital/state.ts";
import type { Charter, LocalizedText, Party } from "../charter/charter.ts";
import { mainVehicle, VehicleFigures } from "../fund/figures.ts";
import { tieBreakOf } from "../fund/waterfall-run.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { balanceOf } from "../ledger/journal.ts";
import { allocate } from "../money/allocation.ts";
import { receiptsOf } from "./distribution-receipts.ts";
import { currencyCode } from "../money/currency.ts";
import { Money } from "../money/money.ts";

/** One rate for figures in another currency: units of it for one of the fund's. */
export type Display = {
  readonly currency: string;
  readonly rate: Ratio;
  readonly source: LocalizedText;
};

/** What one party has put in, got and owns; minor units of the fund's currency. */
export type Side = {
  readonly party: string;
  readonly name: LocalizedText;
  readonly promised: bigint;
  readonly putIn: bigint;
  /** Called and not paid by today, of calls that are due. */
  readonly overdue: bigint;
  /** Distributions that were released to it. */
  readonly received: bigint;
  /** Parts of what was received; they are all of it. */
  readonly income: bigint;
  readonly gain: bigint;
  readonly returnOfCapital: bigint;
  /** Declared to it and not released yet. */
  readonly due: bigint;
  readonly microUnits: bigint;
  readonly shareOfUnits: Ratio;
  /** Its part of the net assets by units. */
  readonly ownsNow: bigint;
  /** (received + due + owns now) / put in; absent before the first money. */
  readonly multiple?: Ratio;
  /** In the party's own currency, if that is the display currency. */
  readonly converted?: { readonly putIn: bigint; readonly receivedAndOwned: bigint };
};

/**
 * An amount of the fund's currency in the party's own, cut to a whole minor unit, where the party's
 * is the one that the display rate is for.
 */
export function convertedFor(
  { charter }: FundState,
  party: Pick<Party, "currency">,
  minor: bigint,
  display: Pick<Display, "currency" | "rate"> | undefined,
): bigint | undefined {
  const from = currencyCode(mainVehicle(charter).currency);
  if (display === undefined || party.currency !== display.currency || display.currency === from) {
    return undefined;
  }
  const terms = { to: currencyCode(display.currency), rate: display.rate, mode: "floor" } as const;
  return Money.convert(Money.of(from, minor), terms).minor;
}

type Paid = { readonly putIn: bigint; readonly promised: bigint; readonly overdue: bigint };

function capitalOf(state: FundState, party: string, today: LocalDate): Paid {
  const { capital } = state;
  let [putIn, promised, overdue] = [dealtInto(state, party), 0n, 0n];
  for (const commitment of capital.commitments.values()) {
    if (commitment.party === party) promised += commitment.minor;
  }
  for (const { items } of capital.calls.values()) {
    for (const item of items) {
      if (item.party !== party) continue;
      putIn += paidInOf(item);
      if (item.dueDate < today) overdue += openOf(item);
    }
  }
  return { putIn, promised, overdue };
}

/** What a feeder has paid, or owes, for the units of the main vehicle that it has bought. */
function dealtInto({ charter, orders }: FundState, feeder: string): bigint {
  let minor = 0n;
  for (const deal of orders.deals.values()) {
    const isBought = deal.feeder === feeder && deal.minor > 0n;
    if (isBought && deal.vehicle === charter.capital.vehicle) minor += deal.minor;
  }
  return minor;
}

type Holder = Pick<Party, "id" | "short" | "currency">;

/** The parties, and after them the vehicles that hold units for holders of their own. */
function holdersIn({ parties, vehicles }: Charter): readonly Holder[] {
  const feeders = vehicles.filter(({ feeds }) => feeds !== undefined);
  return [...parties, ...feeders.map(({ id, name, currency }) => ({ id, short: name, currency }))];
}

/** Released to the party, and declared to it and still to be paid, a carry among it. */
function paidTo(state: FundState, party: string): { received: bigint; due: bigint } {
  let [received, due] = [0n, 0n];
  for (const { payee, purpose, minor, releasedOn } of state.payments.values()) {
    if (payee !== party || (purpose !== "distribution" && purpose !== "carry")) continue;
    if (releasedOn === undefined) due += minor;
    else received += minor;
  }
  const { id: vehicle, currency } = mainVehicle(state.charter);
  const account = ACCOUNTS.carriedInterest;
  due -= balanceOf(state.ledger, { vehicle, account, currency, subject: party });
  return { received, due };
}

/** Micro-units of each holder of the main vehicle's classes, all of which rank equally. */
function unitsOf(state: FundState): ReadonlyMap<string, bigint> {
  const { id: vehicle } = mainVehicle(state.charter);
  const units = new Map<string, bigint>();
  for (const unitClass of state.charter.classes) {
    if (unitClass.vehicle !== vehicle) continue;
    for (const { holder, microUnits } of holdersOf(state.capital, unitClass.id)) {
      units.set(holder, (units.get(holder) ?? 0n) + microUnits);
    }
  }
  return units;
}

/** Net assets by units; the odd minor units go by the charter's tie-break, so nothing is lost. */
function netAssetsByHolder(
  state: FundState,
  units: ReadonlyMap<string, bigint>,
  netAssets: bigint,
): ReadonlyMap<string, bigint> {
  if ([...units.values()].every((microUnits) => microUnits === 0n)) return new Map();
  const allocation = allocate({
    total: netAssets,
    shares: [...units].map(([key, weight]) => ({ key, weight })),
    tieBreak: tieBreakOf(state, [...units.keys()]),
  });
  assert(allocation.ok, "every holder has a place in the order for odd units");
  return new Map(allocation.value.map(({ key, part }) => [key, part]));
}

/** What was received, by the character that each declaration gave it. */
function characterOf(state: FundState, party: string) {
  let [income, gain, returnOfCapital] = [0n, 0n, 0n];
  for (const receipt of receiptsOf(state, { party, to: state.today })) {
    if (receipt.kind !== "distribution") continue;
    income += receipt.income;
    gain += receipt.gain;
    returnOfCapital += receipt.returnOfCapital;
  }
  return { income, gain, returnOfCapital };
}

/** Every party that has promised or owns something, in the charter's order. */
export function sidesOf(state: FundState, display?: Display): readonly Side[] {
  const { charter, today } = state;
  const { netAssets } = new VehicleFigures(state, mainVehicle(charter).id);
  const units = unitsOf(state);
  const owned = netAssetsByHolder(state, units, netAssets);
  let allUnits = 0n;
  for (const microUnits of units.values()) allUnits += microUnits;
  return holdersIn(charter).flatMap((party): Side[] => {
    const capital = capitalOf(state, party.id, today);
    const microUnits = units.get(party.id) ?? 0n;
    const { received, due } = paidTo(state, party.id);
    // Whoever is paid is a side too: the holder of a carry has promised nothing.
    const isSide = [capital.promised, microUnits, received, due].some((amount) => amount !== 0n);
    if (!isSide) return [];
    const ownsNow = owned.get(party.id) ?? 0n;
    const value = received + due + ownsNow;
    const putIn = convertedFor(state, party, capital.putIn, display);
    const receivedAndOwned = convertedFor(state, party, value, display);
    return [
      {
        ...{ party: party.id, name: party.short, ...capital },
        ...{ received, due, microUnits, ownsNow },
        ...characterOf(state, party.id),
        shareOfUnits: allUnits === 0n ? Ratio.zero : Ratio.make(microUnits, allUnits),
        ...(capital.putIn === 0n ? {} : { multiple: Ratio.make(value, capital.putIn) }),
        ...(putIn === undefined || receivedAndOwned === undefined
          ? {}
          : { converted: { putIn, receivedAndOwned } }),
      },
    ];
  });
}
