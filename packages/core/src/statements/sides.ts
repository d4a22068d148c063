import { overdueFrom, paidInFrom } from "../capital/called.ts";
import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter, LocalizedText, Party } from "../charter/charter.ts";
import { sharesByUnits } from "../fund/dealing/class-worth.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { paidInto, unitsOf } from "../fund/waterfall/waterfall-run.ts";
import { paymentsTo, type Payment } from "../ledger/payment.ts";
import type { ConsolidatedBook } from "./consolidated-book.ts";
import { receiptsOf, type Receipt } from "./distribution-receipts.ts";
import type { AssumedRate } from "./own-currency.ts";
import { pageVehicles, worthByHolder, type PageRecords } from "./page-books.ts";

/** One rate for figures in another currency: units of it for one of the fund's. */
export type Display = AssumedRate & { readonly source: LocalizedText };

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
  /** Paid to it for units that it gave back, and owed to it for such. */
  readonly redeemed: bigint;
  readonly redemptionDue: bigint;
  readonly microUnits: bigint;
  readonly shareOfUnits: Ratio;
  /** Its part of the net assets: by units, or by hypothetical liquidation [ST45]. */
  readonly ownsNow: bigint;
  /**
   * (received + due + owns now, and what was redeemed or is due for that) / put in; absent before
   * the first money.
   */
  readonly multiple?: Ratio;
};

/** All that a side has had, has to come and owns: what its multiple measures by what it put in. */
export const valueOf = (side: Omit<Side, "name">): bigint =>
  side.received + side.due + side.redeemed + side.redemptionDue + side.ownsNow;

type Paid = { readonly putIn: bigint; readonly promised: bigint; readonly overdue: bigint };

function capitalOf(state: FundState, party: string, today: LocalDate): Paid {
  const { capital } = state;
  let [putIn, promised] = [dealtInto(state, party), 0n];
  for (const commitment of capital.commitments.values()) {
    if (commitment.party === party) promised += commitment.minor;
  }
  for (const { id: vehicle } of pageVehicles(state.charter)) {
    putIn += paidInFrom(capital.calls, { party, vehicle });
  }
  return { putIn, promised, overdue: overdueFrom(capital.calls, { party, today }) };
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

/** Who has paid into the books of the page and is no party, with what: sponsors of projects. */
export function outsideOwners(state: FundState): ReadonlyMap<string, bigint> {
  const { charter } = state;
  const known = new Set([...holdersIn(charter), ...charter.vehicles].map(({ id }) => id));
  const paid = new Map<string, bigint>();
  for (const { id } of pageVehicles(charter)) {
    for (const [owner, minor] of paidInto(state, id)) {
      if (!known.has(owner)) paid.set(owner, (paid.get(owner) ?? 0n) + minor);
    }
  }
  return paid;
}

/**
 * Vehicles whose distributions the page tells: those that keep their book in its currency, but for
 * feeders, whose holders are no sides.
 */
export function payingVehicles(charter: Charter): readonly string[] {
  const { currency } = mainVehicle(charter);
  const paying = charter.vehicles.filter(
    (of) => of.feeds === undefined && of.currency === currency,
  );
  return paying.map(({ id }) => id);
}

/** Every distribution to the party that was instructed, a carry among them, in order of payment. */
export function distributionsTo(
  { charter, payments }: Pick<FundState, "charter" | "payments">,
  party: string,
): readonly Payment[] {
  const paying = payingVehicles(charter);
  return paymentsTo(payments, party).filter(
    ({ purpose, vehicle }) =>
      (purpose === "distribution" || purpose === "carry") && paying.includes(vehicle),
  );
}

/** Released to the party, and declared to it and still to be paid. */
function paidTo(state: FundState, party: string): { received: bigint; due: bigint } {
  let [received, due] = [0n, 0n];
  for (const { minor, releasedOn } of distributionsTo(state, party)) {
    if (releasedOn === undefined) due += minor;
    else received += minor;
  }
  return { received, due };
}

/** Distributions that reached a party from any vehicle whose distributions the page tells. */
export function distributionReceipts(state: FundState, party: string): readonly Receipt[] {
  const receipts = payingVehicles(state.charter).flatMap((vehicle) =>
    receiptsOf(state, { vehicle, party, to: state.today }),
  );
  return receipts.filter(({ kind }) => kind === "distribution");
}

/** Payments to a party for units of the page's vehicles that it gave back. */
export function redemptionsOf({ charter, payments }: FundState, party: string): readonly Payment[] {
  const inPage = new Set(pageVehicles(charter).map(({ id }) => id));
  return paymentsTo(payments, party).filter(
    ({ purpose, vehicle }) => purpose === "redemption" && inPage.has(vehicle),
  );
}

function redeemedBy(state: FundState, party: string) {
  let [redeemed, redemptionDue] = [0n, 0n];
  for (const { minor, releasedOn } of redemptionsOf(state, party)) {
    if (releasedOn === undefined) redemptionDue += minor;
    else redeemed += minor;
  }
  return { redeemed, redemptionDue };
}

/** What was received, by the character that each declaration gave it. */
function characterOf(state: FundState, party: string) {
  let [income, gain, returnOfCapital] = [0n, 0n, 0n];
  for (const receipt of distributionReceipts(state, party)) {
    income += receipt.income;
    gain += receipt.gain;
    returnOfCapital += receipt.returnOfCapital;
  }
  return { income, gain, returnOfCapital };
}

/** How the page's net assets are shared among sides [ST45]. */
export type Sharing = "units" | "liquidation";

export function sharingOf(charter: Charter): Sharing {
  const isByUnits = pageVehicles(charter).every(({ id }) => sharesByUnits(charter, id));
  return isByUnits ? "units" : "liquidation";
}

/**
 * Every party that has promised, was paid or owns something, in the charter's order, then feeders,
 * then who owns part of a project beside the fund. `book` is the page's.
 */
export function sidesOf(input: PageRecords, book: ConsolidatedBook): readonly Side[] {
  const { state } = input;
  const { charter } = state;
  const units = unitsOf(state, mainVehicle(charter).id);
  const owned = worthByHolder(input, book);
  const outside = outsideOwners(state);
  let allUnits = 0n;
  for (const microUnits of units.values()) allUnits += microUnits;
  const others = [...outside.keys()].map((id) => ({ id, short: { en: id } }));
  return [...holdersIn(charter), ...others].flatMap((holder: Holder): Side[] => {
    const { id: party, short: name } = holder;
    const capital = capitalOf(state, party, state.today);
    const putIn = capital.putIn + (outside.get(party) ?? 0n);
    const microUnits = units.get(party) ?? 0n;
    const { received, due } = paidTo(state, party);
    const { redeemed, redemptionDue } = redeemedBy(state, party);
    const ownsNow = owned.get(party) ?? 0n;
    // Whoever is paid is a side too: the holder of a carry has promised nothing.
    const has = [capital.promised, putIn, microUnits, received, due, redeemed, ownsNow];
    if (has.every((amount) => amount === 0n)) return [];
    const side = {
      ...{ party, name, ...capital, putIn, received, due, redeemed, redemptionDue, microUnits },
      ...{ ownsNow, ...characterOf(state, party) },
      shareOfUnits: allUnits === 0n ? Ratio.zero : Ratio.make(microUnits, allUnits),
    };
    return [{ ...side, ...(putIn === 0n ? {} : { multiple: Ratio.make(valueOf(side), putIn) }) }];
  });
}
